#include "ew-profile-dialog.h"

#include "ew-date-row.h"
#include "ew-portrait.h"
#include "ew-prose-row.h"
#include "ew-session-assets.h"
#include "ew-set.h"
#include "ew-string.h"
#include "ew-week-row.h"
#include "ew-zone-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FACE 96 /* px */

struct _EwProfileDialog {
  EwFormDialog parent;
  EwSession *session;
  EwMember *before;
  GCancellable *reading; /* the picture */
  GBytes *portrait; /* a new one, or NULL */
  bool has_picture;
  GtkWidget *face, *remove, *name, *zone, *days, *hours, *work, *away;
};

G_DEFINE_FINAL_TYPE (EwProfileDialog, ew_profile_dialog, EW_TYPE_FORM_DIALOG)

static const char *const day_words[] = { "mon", "tue", "wed", "thu",
                                         "fri", "sat", "sun" };

/* --- The picture ---------------------------------------------------------- */

static void
show_picture (EwProfileDialog *dialog, EwPicture *picture)
{
  g_autoptr (GdkTexture) texture =
      picture ? gdk_memory_texture_new (picture->width, picture->height,
                                        GDK_MEMORY_DEFAULT, picture->pixels,
                                        (gsize) picture->width * 4)
              : NULL;

  dialog->has_picture = picture != NULL;
  adw_avatar_set_custom_image (ADW_AVATAR (dialog->face),
                               texture ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (dialog->remove, dialog->has_picture);
}

static bool
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwProfileDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwPicture) picture = ew_portrait_read_finish (result, &error);

  if (is_cancelled (error) || dialog->session == NULL)
    return;
  ew_form_dialog_set_busy (EW_FORM_DIALOG (dialog), false);
  ew_form_dialog_say (EW_FORM_DIALOG (dialog), error ? error->message : "");
  if (picture == NULL)
    return;
  g_clear_pointer (&dialog->portrait, g_bytes_unref);
  dialog->portrait = ew_portrait_to_png (picture);
  show_picture (dialog, picture);
}

static void
take_file (EwProfileDialog *dialog, GFile *file)
{
  ew_form_dialog_set_busy (EW_FORM_DIALOG (dialog), true);
  ew_portrait_read_async (file, dialog->reading, read_cb,
                          g_object_ref (dialog));
}

/* GtkFileDialog would be newer; GTK 4.8 has only this. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chosen_cb (GtkNativeDialog *chooser, int response, EwProfileDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    take_file (dialog, file);
  g_object_unref (chooser);
}

static void
choose_cb (GtkButton *button, EwProfileDialog *dialog)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Your Picture"), GTK_WINDOW (dialog), GTK_FILE_CHOOSER_ACTION_OPEN,
      _ ("_Choose"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/png");
  gtk_file_filter_add_mime_type (pictures, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), pictures);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), dialog,
                           0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
remove_cb (GtkButton *button, EwProfileDialog *dialog)
{
  g_clear_pointer (&dialog->portrait, g_bytes_unref);
  show_picture (dialog, NULL);
}

/* A picture dropped on the form, from a file manager. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y,
         EwProfileDialog *dialog)
{
  take_file (dialog, g_value_get_object (value));
  return TRUE;
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwProfileDialog) dialog = data;
  g_autoptr (EwPicture) picture = ew_picture_decode_finish (result, NULL);

  if (picture && dialog->session && dialog->portrait == NULL)
    show_picture (dialog, picture);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwProfileDialog *dialog = data;
  g_autoptr (GBytes) bytes =
      ew_session_get_asset_finish (EW_SESSION (source), result, NULL);

  if (bytes)
    ew_picture_decode_async (bytes, EW_PORTRAIT_SIDE, dialog->reading,
                             decoded_cb, dialog);
  else
    g_object_unref (dialog);
}

/* --- The form ------------------------------------------------------------- */

/* “9:00 – 17:30” as well. */
static char *
hours_in (EwProfileDialog *dialog)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (dialog->hours));
  g_auto (GStrv) pieces = g_strsplit (text, "–", -1);

  return g_strstrip (g_strjoinv ("-", pieces));
}

static void
changed_cb (GtkEditable *editable, EwProfileDialog *dialog)
{
  g_autofree char *text = hours_in (dialog);
  g_autofree char *name = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->name))));
  EwHours hours = EW_HOURS_INIT;
  bool is_right = ew_hours_parse (&hours, text);

  if (is_right)
    gtk_widget_remove_css_class (dialog->hours, "error");
  else
    gtk_widget_add_css_class (dialog->hours, "error");
  adw_avatar_set_text (ADW_AVATAR (dialog->face), name);
  ew_form_dialog_set_can_save (EW_FORM_DIALOG (dialog), is_right && *name);
}

static void
dispose (GObject *object)
{
  EwProfileDialog *dialog = EW_PROFILE_DIALOG (object);

  g_cancellable_cancel (dialog->reading);
  g_clear_object (&dialog->session);
  G_OBJECT_CLASS (ew_profile_dialog_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwProfileDialog *dialog = EW_PROFILE_DIALOG (object);

  g_clear_object (&dialog->reading);
  g_clear_pointer (&dialog->before, ew_member_free);
  g_clear_pointer (&dialog->portrait, g_bytes_unref);
  G_OBJECT_CLASS (ew_profile_dialog_parent_class)->finalize (object);
}

static void
ew_profile_dialog_class_init (EwProfileDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static GtkWidget *
new_button (EwProfileDialog *dialog, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "ew-pill");
  g_signal_connect_object (button, "clicked", callback, dialog, 0);
  return button;
}

static GtkWidget *
new_head (EwProfileDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  dialog->face = adw_avatar_new (FACE, NULL, TRUE);
  dialog->remove =
      new_button (dialog, _ ("Remove Picture"), G_CALLBACK (remove_cb));
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), new_button (dialog, _ ("Choose Picture…"),
                                                 G_CALLBACK (choose_cb)));
  gtk_box_append (GTK_BOX (buttons), dialog->remove);
  gtk_box_append (GTK_BOX (box), dialog->face);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static GtkWidget *
new_entry (EwProfileDialog *dialog, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), dialog, 0);
  return row;
}

static void
add_groups (EwProfileDialog *dialog)
{
  EwFormDialog *form = EW_FORM_DIALOG (dialog);
  AdwPreferencesGroup *face = ew_form_dialog_add_group (form, NULL, NULL);
  AdwPreferencesGroup *who = ew_form_dialog_add_group (form, NULL, NULL);
  AdwPreferencesGroup *when = ew_form_dialog_add_group (
      form, _ ("When You Work"),
      _ ("So that nobody expects an answer in the middle of your night."));
  AdwPreferencesGroup *how = ew_form_dialog_add_group (form, NULL, NULL);

  adw_preferences_group_add (face, new_head (dialog));
  adw_preferences_group_add (who, dialog->name);
  adw_preferences_group_add (when, dialog->zone);
  adw_preferences_group_add (when, dialog->days);
  adw_preferences_group_add (when, dialog->hours);
  adw_preferences_group_add (when, dialog->away);
  adw_preferences_group_add (how, dialog->work);
}

static void
ew_profile_dialog_init (EwProfileDialog *dialog)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  dialog->reading = g_cancellable_new ();
  dialog->name = new_entry (dialog, _ ("Name"));
  dialog->hours = new_entry (dialog, _ ("Working hours, as 9:00–17:30"));
  dialog->zone = ew_zone_row_new (_ ("Time Zone"));
  dialog->days = ew_week_row_new (_ ("Days"));
  dialog->away = ew_date_row_new (_ ("Away Until"), _ ("The day you are back"),
                                  _ ("Not away"));
  dialog->work = ew_prose_row_new (
      _ ("How I Work"), _ ("When you answer, and how you like to be asked"));
  add_groups (dialog);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), dialog, 0);
  gtk_widget_add_controller (GTK_WIDGET (dialog), GTK_EVENT_CONTROLLER (drop));
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("My Profile"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, 720);
}

static guint
days_of (const EwMember *member)
{
  guint days = 0;

  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (ew_set_has (member->days, day_words[i]))
      days |= 1u << i;
  return days;
}

static void
fill (EwProfileDialog *dialog)
{
  const EwMember *member = dialog->before;
  g_autofree char *name = g_utf8_make_valid (member->name, -1);
  g_autofree char *hours = g_utf8_make_valid (member->hours, -1);

  gtk_editable_set_text (GTK_EDITABLE (dialog->name), name);
  gtk_editable_set_text (GTK_EDITABLE (dialog->hours), hours);
  ew_zone_row_set_zone (EW_ZONE_ROW (dialog->zone), member->zone);
  ew_week_row_set_days (EW_WEEK_ROW (dialog->days), days_of (member));
  ew_date_row_set_day (EW_DATE_ROW (dialog->away), member->away);
  ew_prose_row_set_text (EW_PROSE_ROW (dialog->work), member->work);
  show_picture (dialog, NULL);
  if (!ew_asset_name_is_valid (member->picture))
    return;
  dialog->has_picture = true;
  ew_session_get_asset_async (dialog->session, member->picture, dialog->reading,
                              got_cb, g_object_ref (dialog));
}

GtkWidget *
ew_profile_dialog_new (GtkWindow *parent, EwSession *session)
{
  EwProfileDialog *dialog;

  g_return_val_if_fail (EW_IS_SESSION (session), NULL);

  dialog = g_object_new (EW_TYPE_PROFILE_DIALOG, "transient-for", parent, NULL);
  dialog->session = g_object_ref (session);
  dialog->before = ew_session_my_profile (session);
  fill (dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->name);
  return GTK_WIDGET (dialog);
}

/* --- What is written ------------------------------------------------------ */

static void
take_entry (char **where, GtkWidget *row)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  ew_string_set (where, text);
}

static void
take_days (EwMember *member, guint days)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (days & 1u << i)
      g_ptr_array_add (words, (char *) day_words[i]);
  g_clear_pointer (&member->days, ew_map_unref);
  member->days = ew_set_new (words);
}

EwMember *
ew_profile_dialog_read (EwProfileDialog *dialog)
{
  EwMember *member;
  g_autofree char *work = NULL;
  g_autofree char *hours = NULL;

  g_return_val_if_fail (EW_IS_PROFILE_DIALOG (dialog), NULL);

  member = ew_member_copy (dialog->before);
  work = ew_prose_row_text (EW_PROSE_ROW (dialog->work));
  hours = hours_in (dialog);
  take_entry (&member->name, dialog->name);
  ew_string_set (&member->hours, hours);
  ew_string_set (&member->work, work);
  ew_string_set (&member->zone, ew_zone_row_zone (EW_ZONE_ROW (dialog->zone)));
  ew_string_set (&member->away, ew_date_row_day (EW_DATE_ROW (dialog->away)));
  take_days (member, ew_week_row_days (EW_WEEK_ROW (dialog->days)));
  if (!dialog->has_picture)
    ew_string_set (&member->picture, "");
  return member;
}

GBytes *
ew_profile_dialog_portrait (EwProfileDialog *dialog)
{
  g_return_val_if_fail (EW_IS_PROFILE_DIALOG (dialog), NULL);

  return dialog->portrait;
}
