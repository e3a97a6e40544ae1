/* A field as people read and type it. */
#include "ew-field-row.h"

#include "ew-kinds.h"

#include <adwaita.h>

typedef struct {
  const EwField *field;
  char *value;
} Said;

static void
said_cb (const EwField *field, const char *value, gpointer data)
{
  Said *said = data;

  said->field = field;
  g_free (said->value);
  said->value = g_strdup (value);
}

static GtkWidget *
row_of (const EwKind *kind, const char *field, const char *text, Said *said)
{
  const EwField *found = ew_kind_find_field (kind, field);
  g_autoptr (EwObject) object = ew_object_new (kind, "x");
  g_autoptr (GError) error = NULL;
  GtkWidget *row = g_object_ref_sink (ew_field_row_new (found, said_cb, said));

  ew_field_from_text (found, &object->record, text, &error);
  g_assert_no_error (error);
  ew_field_row_show (row, object);
  return row;
}

static void
assert_typed (GtkWidget *row, Said *said, const char *typed, const char *value)
{
  gtk_editable_set_text (GTK_EDITABLE (row), typed);
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpstr (said->value, ==, value);
}

/* 1/64 px and 1/100 degree are the program's own. */
static void
test_units (void)
{
  Said said = { 0 };
  GtkWidget *width = row_of (&ew_kind_ink, "width", "160", &said);
  GtkWidget *angle = row_of (&ew_kind_shape, "angle", "1550", &said);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (width)), ==, "2.5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (angle)), ==, "15.5");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (width)),
                   ==, "Width (px)");
  g_assert_null (said.value);
  assert_typed (width, &said, " 6 ", "384");
  assert_typed (angle, &said, "90", "9000");
  /* Refused by the field itself, in its own words. */
  assert_typed (width, &said, "wide", "wide");
  g_object_unref (width);
  g_object_unref (angle);
  g_free (said.value);
}

static void
test_choices (void)
{
  Said said = { 0 };
  GtkWidget *row = row_of (&ew_kind_connector, "route", "elbow", &said);
  AdwComboRow *combo = ADW_COMBO_ROW (row);

  g_assert_cmpstr (
      gtk_string_object_get_string (adw_combo_row_get_selected_item (combo)),
      ==, "With Corners");
  g_assert_null (said.value);
  adw_combo_row_set_selected (combo, 1);
  g_assert_cmpstr (said.value, ==, "curved");
  g_object_unref (row);
  g_free (said.value);
}

/* Not the first of the list, which would be a lie. */
static void
test_no_choice (void)
{
  Said said = { 0 };
  GtkWidget *own = row_of (&ew_kind_note, "color", "#c64600", &said);
  GtkWidget *none = row_of (&ew_kind_text, "color", "", &said);

  g_assert_null (adw_combo_row_get_selected_item (ADW_COMBO_ROW (own)));
  g_assert_null (adw_combo_row_get_selected_item (ADW_COMBO_ROW (none)));
  g_assert_null (said.value);
  g_object_unref (own);
  g_object_unref (none);
}

/* What only the program understands is not shown. */
static void
test_inner (void)
{
  static const char *const inner[] = { "about", "area",  "moment",
                                       "tour",  "group", "z" };

  for (gsize i = 0; i < G_N_ELEMENTS (inner); i++)
    g_assert_false (
        ew_field_row_suits (ew_kind_find_field (&ew_kind_thread, inner[i])));
  g_assert_true (
      ew_field_row_suits (ew_kind_find_field (&ew_kind_thread, "resolved")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/field-row/units", test_units);
  g_test_add_func ("/field-row/choices", test_choices);
  g_test_add_func ("/field-row/no-choice", test_no_choice);
  g_test_add_func ("/field-row/inner", test_inner);
  return g_test_run ();
}
