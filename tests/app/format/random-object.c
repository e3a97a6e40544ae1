#include "random-object.h"

#include "ew-set.h"
#include "ew-string.h"

static const char *const words[] = {
  "note",
  "Grüße",
  "\"quoted\"",
  "back\\slash",
  "two\nlines",
  "tab\there",
  "\x01\x1e\x1f\x7f",
  "\xe2\x80\xa8",
  "👩🏽‍🚀",
  "<b>&amp;</b>",
  "漢字",
  "",
  "]}",
  ",{",
  "null",
};

char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 5); i > 0; i--) {
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text,
                     words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  }
  return g_string_free (text, FALSE);
}

static gint64
random_int (void)
{
  static const gint64 edges[] = {
    0, 1, -1, 64, (1LL << 53) - 1, -(1LL << 53) + 1
  };

  if (g_test_rand_int_range (0, 4) == 0)
    return edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))];
  return g_test_rand_int_range (-100000, 100000);
}

static EwCoords
random_coords (void)
{
  return (EwCoords){ random_int (), random_int () };
}

static EwAnchor
random_anchor (void)
{
  static const char *const ids[] = { "a", "0198-b", "c_c" };
  bool is_tied = g_test_rand_bit ();

  return (EwAnchor){
    .object = (char *) (is_tied ? ids[g_test_rand_int_range (0, 3)] : ""),
    .spot = is_tied && g_test_rand_bit ()
                ? (EwCoords){ g_test_rand_int_range (0, 1001),
                              g_test_rand_int_range (0, 1001) }
                : EW_SPOT_AUTO,
    .point = is_tied ? (EwCoords){ 0, 0 } : random_coords (),
  };
}

static void randomise (const EwRecordType *type, EwRecord *record, int percent);

/* Adds, changes or takes away one of a few keys. */
static void
randomise_map (const EwField *field, EwRecord *record)
{
  static const char *const keys[] = { "0198", "0199", "a\"b", "ü" };
  const char *key = keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))];
  const EwMap *map = ew_field_get_map (field, record);
  const EwRecord *old = ew_map_get (map, key);
  EwRecord *value;

  if (old != NULL && g_test_rand_int_range (0, 3) == 0) {
    ew_field_take_map (field, record, ew_map_without (map, key));
    return;
  }
  value = g_malloc (field->record->size);
  if (old != NULL)
    ew_record_copy (field->record, value, old);
  else
    ew_record_init (field->record, value);
  randomise (field->record, value, 50);
  ew_field_take_map (field, record,
                     ew_map_with (map, field->record, key, value));
  ew_record_clear (field->record, value);
  g_free (value);
}

static void
randomise_set (const EwField *field, EwRecord *record)
{
  static const char *const members[] = { "ana", "ben", "a,b", "\\", "ü" };
  const char *word = members[g_test_rand_int_range (0, G_N_ELEMENTS (members))];

  ew_field_take_map (field, record,
                     ew_set_toggle (ew_field_get_map (field, record), word));
}

static void
randomise_field (const EwField *field, EwRecord *record)
{
  g_autofree char *text = random_text ();
  EwAnchor anchor = random_anchor ();

  switch (field->type) {
  case EW_FIELD_INT:
    ew_field_set_int (field, record, random_int ());
    break;
  case EW_FIELD_BOOL:
    ew_field_set_bool (field, record, g_test_rand_bit ());
    break;
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    ew_field_set_string (field, record, text);
    break;
  case EW_FIELD_COORDS:
    ew_field_set_coords (field, record, random_coords ());
    break;
  case EW_FIELD_ANCHOR:
    ew_field_set_anchor (field, record, &anchor);
    break;
  case EW_FIELD_MAP:
    randomise_map (field, record);
    break;
  case EW_FIELD_SET:
    randomise_set (field, record);
    break;
  }
}

static void
randomise_unknown (EwRecord *record)
{
  static const char *const names[] = { "aaa", "later", "pos2", "zz\"z" };
  static const char *const values[] = { "1", "{\"a\":[1,2],\"b\":null}",
                                        "\"x\\ny\"", "[]", "false" };
  const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
  EwUnknown unknown = {
    .json =
        ew_string_new (values[g_test_rand_int_range (0, G_N_ELEMENTS (values))])
  };
  EwMap *old = record->unknown;

  record->unknown =
      g_test_rand_int_range (0, 4) == 0
          ? ew_map_without (old, name)
          : ew_map_with (old, &ew_unknown_type, name, &unknown.record);
  ew_map_unref (old);
  ew_record_clear (&ew_unknown_type, &unknown.record);
}

static void
randomise (const EwRecordType *type, EwRecord *record, int percent)
{
  for (const EwField *field = type->fields; field->name; field++)
    if (g_test_rand_int_range (0, 100) < percent)
      randomise_field (field, record);
  if (g_test_rand_int_range (0, 100) < percent)
    randomise_unknown (record);
}

EwObject *
random_change (const EwObject *object, int percent)
{
  EwObject *changed = ew_object_copy (object);

  randomise (&changed->kind->type, &changed->record, percent);
  return changed;
}

EwObject *
random_object (const EwKind *kind, const char *id)
{
  g_autoptr (EwObject) fresh = ew_object_new (kind, id);
  EwObject *once = random_change (fresh, 60);
  EwObject *twice = random_change (once, 30);

  ew_object_unref (once);
  return twice;
}

const EwKind *const *
all_kinds (void)
{
  static const EwKind *kinds[32];
  g_autoptr (EwObject) unknown = ew_object_new (&ew_kind_unknown, "u");
  guint n = 0;

  if (kinds[0] != NULL)
    return kinds;
  while (ew_kinds[n] != NULL && n < G_N_ELEMENTS (kinds) - 2) {
    kinds[n] = ew_kinds[n];
    n++;
  }
  ew_object_set_kind_name (unknown, "hologram");
  kinds[n] = unknown->kind;
  return kinds;
}
