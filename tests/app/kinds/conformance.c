#include "conformance.h"

#include "ew-kinds.h"
#include "ew-set.h"
#include "ew-string.h"

const EwKind *const *
conformance_kinds (void)
{
  static const EwKind *all[32];
  guint n = 0;

  while (ew_kinds[n]) {
    g_assert_cmpuint (n + 2, <, G_N_ELEMENTS (all));
    all[n] = ew_kinds[n];
    n++;
  }
  all[n] = &ew_kind_unknown;
  return all;
}

/* Another of the choices, or a word nobody offered. */
static const char *
other_choice (const EwField *field, const EwRecord *record, int salt)
{
  const char *now = ew_field_get_string (field, record);
  guint n = g_strv_length ((char **) field->choices);

  for (guint i = 0; i < n; i++) {
    const char *choice = field->choices[(i + salt) % n];

    if (!g_str_equal (choice, now))
      return choice;
  }
  return "none-of-them";
}

static void
change_string (const EwField *field, EwRecord *record, int salt)
{
  g_autofree char *word = g_strdup_printf ("%s %d", field->name, salt);

  if (field->choices)
    ew_field_set_string (field, record, other_choice (field, record, salt));
  else
    ew_field_set_string (field, record, word);
}

static void
change_text (const EwField *field, EwRecord *record, int salt)
{
  g_autofree char *text =
      g_strdup_printf ("0:%02d First “line”\n1:00 And 2nd", salt);

  ew_field_set_string (field, record, text);
}

static void
change_anchor (const EwField *field, EwRecord *record, int salt)
{
  EwAnchor anchor = { .object = ew_string_new ("target"),
                      .spot = { salt, 1000 } };

  ew_field_set_anchor (field, record, &anchor);
  g_ref_string_release (anchor.object);
}

static void
change_map (const EwField *field, EwRecord *record, int salt)
{
  EwRecord *value = g_malloc0 (field->record->size);
  g_autofree char *key = g_strdup_printf ("key-%d", salt);
  const EwMap *old = ew_field_get_map (field, record);

  ew_record_init (field->record, value);
  for (const EwField *inner = field->record->fields; inner->name; inner++)
    conformance_change (inner, value, salt);
  ew_field_take_map (field, record,
                     ew_map_with (old, field->record, key, value));
  ew_record_clear (field->record, value);
  g_free (value);
}

static void
change_set (const EwField *field, EwRecord *record, int salt)
{
  g_autofree char *word = g_strdup_printf ("word, %d", salt);

  ew_field_take_map (field, record,
                     ew_set_toggle (ew_field_get_map (field, record), word));
}

void
conformance_change (const EwField *field, EwRecord *record, int salt)
{
  switch (field->type) {
  case EW_FIELD_INT:
    ew_field_set_int (field, record,
                      ew_field_get_int (field, record) + 1 + salt);
    break;
  case EW_FIELD_BOOL:
    ew_field_set_bool (field, record, !ew_field_get_bool (field, record));
    break;
  case EW_FIELD_STRING:
  case EW_FIELD_REF:
    change_string (field, record, salt);
    break;
  case EW_FIELD_TEXT:
    change_text (field, record, salt);
    break;
  case EW_FIELD_COORDS:
    ew_field_set_coords (field, record,
                         (EwCoords){ 6400 + salt, 12800 + 2 * salt });
    break;
  case EW_FIELD_ANCHOR:
    change_anchor (field, record, salt);
    break;
  case EW_FIELD_MAP:
    change_map (field, record, salt);
    break;
  case EW_FIELD_SET:
    change_set (field, record, salt);
    break;
  }
}

void
conformance_add_unknown (EwRecord *record, const char *json)
{
  EwUnknown unknown = { .json = ew_string_new (json) };
  EwMap *old = record->unknown;

  record->unknown =
      ew_map_with (old, &ew_unknown_type, "not_known_yet", &unknown.record);
  ew_map_unref (old);
  g_ref_string_release (unknown.json);
}

EwObject *
conformance_rich (const EwKind *kind, int salt)
{
  EwObject *object = ew_object_new (kind, "rich");

  for (const EwField *field = kind->type.fields; field->name; field++)
    conformance_change (field, &object->record, salt);
  conformance_add_unknown (&object->record, "{\"a\":[1,null]}");
  return object;
}

void
conformance_add (const char *law, GTestDataFunc func)
{
  const EwKind *const *kinds = conformance_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    g_autofree char *path =
        g_strdup_printf ("/kinds/%s/%s", law, kinds[i]->name);

    g_test_add_data_func (path, kinds[i], func);
  }
}
