#include "ew-field-row.h"

#include "ew-palette.h"
#include "ew-text-fit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TEXT_HEIGHT_MAX 240 /* px */

/* Hangs on the row as data "field-row". */
typedef struct {
  const EwField *field;
  EwFieldRowSet set;
  gpointer data;
  GtkWidget *input;
  char *shown; /* what the object said last */
  void (*show) (GtkWidget *input, const char *value);
} FieldRow;

static void
field_row_free (gpointer data)
{
  FieldRow *self = data;

  g_free (self->shown);
  g_free (self);
}

static FieldRow *
field_row_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field-row");
}

static void
tell (FieldRow *self, const char *value)
{
  if (g_strcmp0 (self->shown, value) != 0)
    self->set (self->field, value, self->data);
}

/* --- A line --------------------------------------------------------------- */

/* A number as people count it: "4" of 256, where 64 are a px.
 * Returns: (transfer full). */
static char *
to_units (const EwField *field, const char *value)
{
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (field->per_unit == 0 || end == value)
    return g_strdup (value);
  return g_strdup_printf ("%.10g", number / field->per_unit);
}

/* The way back; what is no number stays what it is, and is refused.
 * Returns: (transfer full). */
static char *
from_units (const EwField *field, const char *shown)
{
  g_autofree char *text = g_strstrip (g_strdup (shown));
  char *end;
  double number = g_strtod (text, &end);

  if (field->per_unit == 0 || end == text || *end != '\0')
    return g_steal_pointer (&text);
  return g_strdup_printf ("%.0f", number * field->per_unit);
}

static void
apply_cb (GtkEditable *entry, FieldRow *self)
{
  g_autofree char *value =
      from_units (self->field, gtk_editable_get_text (entry));

  tell (self, value);
}

static void
show_line (GtkWidget *entry, const char *value)
{
  g_autofree char *shown = to_units (field_row_of (entry)->field, value);

  gtk_editable_set_text (GTK_EDITABLE (entry), shown);
}

static GtkWidget *
new_line (FieldRow *self, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title,
                                 "show-apply-button", TRUE, NULL);

  g_signal_connect (row, "apply", G_CALLBACK (apply_cb), self);
  self->show = show_line;
  self->input = row;
  return row;
}

/* --- A switch ------------------------------------------------------------- */

static void
switched_cb (GtkSwitch *input, GParamSpec *pspec, FieldRow *self)
{
  tell (self, gtk_switch_get_active (input) ? "true" : "false");
}

static void
show_switch (GtkWidget *input, const char *value)
{
  gtk_switch_set_active (GTK_SWITCH (input), g_str_equal (value, "true"));
}

static GtkWidget *
new_switch (FieldRow *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  self->input = gtk_switch_new ();
  self->show = show_switch;
  gtk_widget_set_valign (self->input, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->input);
  g_signal_connect (self->input, "notify::active", G_CALLBACK (switched_cb),
                    self);
  return row;
}

/* --- Choices -------------------------------------------------------------- */

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, FieldRow *self)
{
  guint index = adw_combo_row_get_selected (row);

  if (index != GTK_INVALID_LIST_POSITION)
    tell (self, self->field->choices[index]);
}

/* None is chosen where the object has something of its own, or nothing. */
static void
show_choice (GtkWidget *row, const char *value)
{
  FieldRow *self = field_row_of (row);

  guint index = 0;

  while (self->field->choices[index] != NULL &&
         !g_str_equal (self->field->choices[index], value))
    index++;
  if (self->field->choices[index] == NULL)
    index = GTK_INVALID_LIST_POSITION;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), index);
}

static const char *
choice_title (const EwField *field, guint index)
{
  const char *title = field->choice_titles
                          ? field->choice_titles[index]
                          : ew_color_title (field->choices[index]);

  return g_dgettext (GETTEXT_PACKAGE, title);
}

static GtkWidget *
new_choice (FieldRow *self, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; self->field->choices[i] != NULL; i++)
    gtk_string_list_append (model, choice_title (self->field, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), self);
  self->show = show_choice;
  self->input = row;
  return row;
}

/* --- Many lines ----------------------------------------------------------- */

static void
left_cb (GtkEventControllerFocus *controller, FieldRow *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->input);
  g_autofree char *text = NULL;

  if (!gtk_text_view_get_editable (view))
    return;
  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  tell (self, text);
}

static void
show_text (GtkWidget *view, const char *value)
{
  GtkTextView *text = GTK_TEXT_VIEW (view);
  bool fits = ew_text_can_be_typed (value);

  gtk_text_view_set_editable (text, fits);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), fits ? value : "…",
                            -1);
}

/* A few lines always have room: a view alone has no height before its text is
 * laid out, and then asks for none. */
static GtkWidget *
new_scroller (GtkWidget *view)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view,
                       "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "max-content-height",
                       TEXT_HEIGHT_MAX, NULL);
}

static GtkWidget *
new_view (FieldRow *self, const char *title)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->input = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode",
                              GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, NULL);
  self->show = show_text;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->input, focus);
  return new_scroller (self->input);
}

static GtkWidget *
new_text (FieldRow *self, const char *title)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "ew-field-text");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_view (self, title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* --- All of them ---------------------------------------------------------- */

bool
ew_field_row_suits (const EwField *field)
{
  if (field->is_inner)
    return false;
  switch (field->type) {
  case EW_FIELD_INT:
  case EW_FIELD_BOOL:
  case EW_FIELD_TEXT:
  case EW_FIELD_COORDS:
  case EW_FIELD_SET:
  case EW_FIELD_STRING:
    return true;
  case EW_FIELD_REF:
  case EW_FIELD_ANCHOR:
  case EW_FIELD_MAP:
    return false;
  }
  return false;
}

/* "Width (px)".  Returns: (transfer full). */
static char *
title_of (const EwField *field)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, field->title);

  if (field->unit == NULL)
    return g_strdup (title);
  return g_strdup_printf ("%s (%s)", title,
                          g_dgettext (GETTEXT_PACKAGE, field->unit));
}

static GtkWidget *
new_row (FieldRow *self)
{
  const EwField *field = self->field;
  g_autofree char *title = title_of (field);

  if (field->type == EW_FIELD_BOOL)
    return new_switch (self, title);
  if (field->type == EW_FIELD_TEXT)
    return new_text (self, title);
  if (field->choices != NULL)
    return new_choice (self, title);
  return new_line (self, title);
}

GtkWidget *
ew_field_row_new (const EwField *field, EwFieldRowSet set, gpointer data)
{
  FieldRow *self = g_new0 (FieldRow, 1);
  GtkWidget *row;

  self->field = field;
  self->set = set;
  self->data = data;
  row = new_row (self);
  g_object_set_data_full (G_OBJECT (row), "field-row", self, field_row_free);
  return row;
}

void
ew_field_row_show (GtkWidget *row, const EwObject *object)
{
  FieldRow *self = field_row_of (row);
  g_autofree char *value = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (object != NULL);

  value = ew_field_to_text (self->field, &object->record);
  if (g_strcmp0 (value, self->shown) == 0)
    return;

  /* Remembered first: showing it must not look like someone chose it. */
  g_free (self->shown);
  self->shown = g_strdup (value);
  self->show (self->input, value);
}
