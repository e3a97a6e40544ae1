#include "ew-keep-dialog.h"

#include "ew-answers.h"
#include "ew-captions.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

/* A label without words would be called by the name of its class. */
#define NOTHING " "

struct _EwKeepDialog {
  AdwMessageDialog parent;
  GtkWidget *title, *from, *to;
  EwKeepWords words; /* or NULL */
  gpointer words_data;
};

G_DEFINE_FINAL_TYPE (EwKeepDialog, ew_keep_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum {
  KEEP,
  DROP,
  GO_ON,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gint64
ms_of (GtkWidget *scale)
{
  return (gint64) (gtk_range_get_value (GTK_RANGE (scale)) * 1000 + 0.5);
}

static void
response (AdwMessageDialog *message, const char *response)
{
  EwKeepDialog *dialog = EW_KEEP_DIALOG (message);
  gint64 from = ms_of (dialog->from), to = ms_of (dialog->to);

  if (g_str_equal (response, "keep"))
    g_signal_emit (dialog, signals[KEEP], 0,
                   gtk_editable_get_text (GTK_EDITABLE (dialog->title)), from,
                   MAX (to, from));
  else if (g_str_equal (response, "delete"))
    g_signal_emit (dialog, signals[DROP], 0);
  else if (g_str_equal (response, "go-on"))
    g_signal_emit (dialog, signals[GO_ON], 0);
}

static void
ew_keep_dialog_class_init (EwKeepDialogClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  ADW_MESSAGE_DIALOG_CLASS (class)->response = response;
  signals[KEEP] =
      g_signal_new ("keep", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
  signals[DROP] = g_signal_new ("drop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[GO_ON] = g_signal_new ("go-on", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

/* Not the scale's own, which its knob would cover at the end. */
static GtkWidget *
new_time_label (void)
{
  GtkWidget *label = gtk_label_new ("0:00");

  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* Its line is there when it is empty too, so that nothing moves away from under
 * the pointer. */
static GtkWidget *
new_words_label (void)
{
  GtkWidget *label = gtk_label_new (NOTHING);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* “0:12 — Now the second column” is what one hears. */
static void
show_place (EwKeepDialog *dialog, GtkWidget *scale, GtkLabel *label,
            GtkLabel *below)
{
  gint64 ms = ms_of (scale);
  g_autofree char *time = ew_caption_time_format (ms / 100 * 100);
  g_autofree char *words =
      dialog->words != NULL ? dialog->words (ms, dialog->words_data) : NULL;
  /* Translators: a time, and what is shown then. */
  g_autofree char *both = words != NULL
                              ? g_strdup_printf (_ ("%1$s — %2$s"), time, words)
                              : g_strdup (time);

  gtk_label_set_text (label, time);
  gtk_label_set_text (below, words != NULL ? words : NOTHING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, both, -1);
}

static void
show_place_cb (GtkRange *scale, EwKeepDialog *dialog)
{
  show_place (dialog, GTK_WIDGET (scale),
              g_object_get_data (G_OBJECT (scale), "time"),
              g_object_get_data (G_OBJECT (scale), "words"));
}

void
ew_keep_dialog_set_words (EwKeepDialog *dialog, EwKeepWords words,
                          gpointer data)
{
  g_return_if_fail (EW_IS_KEEP_DIALOG (dialog));

  dialog->words = words;
  dialog->words_data = data;
  show_place_cb (GTK_RANGE (dialog->from), dialog);
  show_place_cb (GTK_RANGE (dialog->to), dialog);
}

/* Neither end passes the other. */
static void
moved_cb (GtkRange *moved, EwKeepDialog *dialog)
{
  double from = gtk_range_get_value (GTK_RANGE (dialog->from));
  double to = gtk_range_get_value (GTK_RANGE (dialog->to));

  if (from <= to)
    return;
  if (moved == GTK_RANGE (dialog->from))
    gtk_range_set_value (GTK_RANGE (dialog->to), from);
  else
    gtk_range_set_value (GTK_RANGE (dialog->from), to);
}

static GtkWidget *
add_scale (EwKeepDialog *dialog, GtkWidget *group, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = new_time_label (), *words = new_words_label ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scale =
      gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 0.5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  /* The keys are for the scale, not for the row around it. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_size_request (scale, 150, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_grid_attach (GTK_GRID (grid), scale, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), words, 0, 1, 2, 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), grid);
  g_object_set_data (G_OBJECT (scale), "time", label);
  g_object_set_data (G_OBJECT (scale), "words", words);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (show_place_cb),
                           dialog, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return scale;
}

static void
ew_keep_dialog_init (EwKeepDialog *dialog)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget *group = adw_preferences_group_new ();

  dialog->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->title),
                                 _ ("Title"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), dialog->title);
  dialog->from = add_scale (dialog, group, _ ("Begin at"));
  dialog->to = add_scale (dialog, group, _ ("End at"));
  adw_message_dialog_set_extra_child (message, group);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->title);
}

static void
set_length (EwKeepDialog *dialog, gint64 length)
{
  double seconds = MAX (length / 1000.0, 0.1);

  gtk_range_set_range (GTK_RANGE (dialog->from), 0, seconds);
  gtk_range_set_range (GTK_RANGE (dialog->to), 0, seconds);
  gtk_range_set_value (GTK_RANGE (dialog->to), seconds);
  g_signal_connect_object (dialog->from, "value-changed", G_CALLBACK (moved_cb),
                           dialog, 0);
  g_signal_connect_object (dialog->to, "value-changed", G_CALLBACK (moved_cb),
                           dialog, 0);
}

GtkWidget *
ew_keep_dialog_new (GtkWindow *parent, gint64 length, gboolean can_go_on)
{
  g_autofree char *time = ew_duration_format (length / 1000);
  g_autofree char *body =
      can_go_on ? g_strdup_printf (_ ("%s recorded"), time)
                : g_strdup_printf (_ ("Elsewhen ended while this was being "
                                      "recorded; %s of it are there."),
                                   time);
  EwKeepDialog *dialog =
      g_object_new (EW_TYPE_KEEP_DIALOG, "transient-for", parent, "modal", TRUE,
                    "destroy-with-parent", TRUE, "heading",
                    _ ("Keep This Walkthrough?"), "body", body, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, "delete", _ ("_Delete"));
  if (can_go_on)
    adw_message_dialog_add_response (message, "go-on", _ ("Record _More"));
  adw_message_dialog_add_response (message, "keep", _ ("_Keep"));
  ew_answers_name (message);
  adw_message_dialog_set_response_appearance (message, "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "keep");
  adw_message_dialog_set_close_response (message,
                                         can_go_on ? "go-on" : "later");
  set_length (dialog, length);
  return GTK_WIDGET (dialog);
}
