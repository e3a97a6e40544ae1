#include "sim-edit.h"

#include "ew-kinds.h"
#include "ew-object-member.h"
#include "ew-set.h"
#include "ew-string.h"

#include <string.h>

typedef struct {
  const EwBoard *board;
  GRand *chance;
  SimLedger *ledger;
} Hand;

static guint
below (Hand *hand, guint n)
{
  return (guint) g_rand_int_range (hand->chance, 0, (gint) n);
}

static bool
one_in (Hand *hand, guint n)
{
  return below (hand, n) == 0;
}

/* --- Texts ---------------------------------------------------------------- */

static void
append_word (GString *text, const char *word)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

static void
append_new_word (Hand *hand, GString *text)
{
  g_autofree char *word =
      g_strdup_printf ("w%u", sim_ledger_number (hand->ledger));

  append_word (text, word);
}

/* @often: how many words in a hundred are put in, and as many taken out. */
static char *
reword (Hand *hand, const char *text, guint often)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  GString *edited = g_string_new (NULL);

  for (guint i = 0; words[i]; i++) {
    if (*words[i] == '\0')
      continue;
    if (below (hand, 100) < often)
      append_new_word (hand, edited);
    if (below (hand, 100) >= often)
      append_word (edited, words[i]);
  }
  if (edited->len == 0 || one_in (hand, 2))
    append_new_word (hand, edited);
  return g_string_free (edited, FALSE);
}

/* --- Fields --------------------------------------------------------------- */

static void change_some (Hand *hand, const EwRecordType *type, EwRecord *record,
                         guint percent);

static const char *
random_id (Hand *hand, bool container)
{
  guint n = ew_board_size (hand->board);

  for (guint tries = 0; n > 0 && tries < 8; tries++) {
    const EwObject *object = ew_board_at (hand->board, below (hand, n));

    if (!container || ew_kind_has (object->kind, EW_KIND_CONTAINER))
      return object->id;
  }
  return "";
}

static EwCoords
new_coords (Hand *hand)
{
  gint64 number = sim_ledger_number (hand->ledger);

  return (EwCoords){ number * 64, number * 32 };
}

static void
change_anchor (Hand *hand, const EwField *field, EwRecord *record)
{
  EwAnchor anchor = { .object = (char *) random_id (hand, false),
                      .spot = EW_SPOT_AUTO };

  if (*anchor.object == '\0')
    anchor.point = new_coords (hand);
  ew_field_set_anchor (field, record, &anchor);
}

static void
change_map (Hand *hand, const EwField *field, EwRecord *record)
{
  const EwMap *map = ew_field_get_map (field, record);
  guint n = ew_map_size (map);
  g_autofree char *key =
      n > 0 && one_in (hand, 2)
          ? g_strdup (ew_map_key (map, below (hand, n)))
          : g_strdup_printf ("k%u", sim_ledger_number (hand->ledger));
  const EwRecord *old = ew_map_get (map, key);
  EwRecord *value;

  if (old && one_in (hand, 4)) {
    ew_field_take_map (field, record, ew_map_without (map, key));
    return;
  }
  value = g_malloc (field->record->size);
  if (old)
    ew_record_copy (field->record, value, old);
  else
    ew_record_init (field->record, value);
  change_some (hand, field->record, value, old ? 40 : 100);
  ew_field_take_map (field, record,
                     ew_map_with (map, field->record, key, value));
  ew_record_clear (field->record, value);
  g_free (value);
}

static void
change_set (Hand *hand, const EwField *field, EwRecord *record)
{
  const EwMap *set = ew_field_get_map (field, record);
  guint n = ew_map_size (set);
  g_autofree char *word =
      n > 0 && one_in (hand, 3)
          ? g_strdup (ew_map_key (set, below (hand, n)))
          : g_strdup_printf ("m%u", sim_ledger_number (hand->ledger));

  ew_field_take_map (field, record, ew_set_toggle (set, word));
}

static void
change_string (Hand *hand, const EwField *field, EwRecord *record)
{
  g_autofree char *text = NULL;

  if (ew_field_is_prose (field))
    text = reword (hand, ew_field_get_string (field, record),
                   one_in (hand, 4) ? 80 : 15);
  else
    text = g_strdup_printf ("v%u", sim_ledger_number (hand->ledger));
  ew_field_set_string (field, record, text);
}

static void
change_field (Hand *hand, const EwField *field, EwRecord *record)
{
  switch (field->type) {
  case EW_FIELD_INT:
    ew_field_set_int (field, record, sim_ledger_number (hand->ledger));
    break;
  case EW_FIELD_BOOL:
    /* Two values only: nobody could tell whose it is. */
    break;
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
    change_string (hand, field, record);
    break;
  case EW_FIELD_REF:
    ew_field_set_string (field, record, random_id (hand, true));
    break;
  case EW_FIELD_COORDS:
    ew_field_set_coords (field, record, new_coords (hand));
    break;
  case EW_FIELD_ANCHOR:
    change_anchor (hand, field, record);
    break;
  case EW_FIELD_MAP:
    change_map (hand, field, record);
    break;
  case EW_FIELD_SET:
    change_set (hand, field, record);
    break;
  }
}

/* Clashes are settled, not written; what names a file would need the file. */
static bool
is_apart (const EwField *field)
{
  static const char *const names[] = { "asset", "captions", "clash", "track",
                                       NULL };

  return g_strv_contains (names, field->name);
}

static void
change_some (Hand *hand, const EwRecordType *type, EwRecord *record,
             guint percent)
{
  for (const EwField *field = type->fields; field->name; field++)
    if (!is_apart (field) && below (hand, 100) < percent)
      change_field (hand, field, record);
}

/* --- Objects -------------------------------------------------------------- */

/* Keeps what is shown, or takes the other. */
static void
settle (Hand *hand, EwObject *object)
{
  guint at = below (hand, ew_map_size (object->clash));
  const EwClash *clash = (const EwClash *) ew_map_value (object->clash, at);
  EwMap *rest = ew_map_without (object->clash, ew_map_key (object->clash, at));

  if (one_in (hand, 2))
    ew_object_member_set_text (object, clash->member, clash->text);
  ew_map_unref (object->clash);
  object->clash = rest;
}

static EwObject *
change (Hand *hand, const EwObject *object)
{
  EwObject *changed = ew_object_copy (object);

  if (ew_map_size (changed->clash) > 0 && one_in (hand, 3))
    settle (hand, changed);
  else
    change_some (hand, &changed->kind->type, &changed->record, 25);
  return changed;
}

static EwObject *
make (Hand *hand)
{
  g_autofree char *id =
      g_strdup_printf ("o%u", sim_ledger_number (hand->ledger));
  guint n = 0;
  EwObject *object;

  while (ew_kinds[n])
    n++;
  do
    object = ew_object_new (ew_kinds[below (hand, n)], id);
  while (ew_kind_has (object->kind, EW_KIND_META) &&
         (ew_object_unref (object), true));
  change_some (hand, &object->kind->type, &object->record, 60);
  return object;
}

static void
add_removal (Hand *hand, EwEdit *edit, const EwObject *object)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) removal = NULL;

  g_ptr_array_add (ids, object->id);
  removal = ew_board_remove (hand->board, ids, "");
  ew_edit_append (edit, removal);
}

static void
add_change (Hand *hand, EwEdit *edit)
{
  guint n = ew_board_size (hand->board);
  const EwObject *object = n > 0 && !one_in (hand, 5)
                               ? ew_board_at (hand->board, below (hand, n))
                               : NULL;
  g_autoptr (EwObject) after = NULL;

  if (object && one_in (hand, 10)) {
    add_removal (hand, edit, object);
    return;
  }
  after = object ? change (hand, object) : make (hand);
  ew_edit_add (edit, object, after);
}

EwEdit *
sim_edit (const EwBoard *board, GRand *chance, SimLedger *ledger)
{
  Hand hand = { board, chance, ledger };
  EwEdit *edit = ew_edit_new ("");

  while (ew_edit_is_empty (edit))
    add_change (&hand, edit);
  for (guint i = 0; i < ew_edit_size (edit); i++) {
    const EwChange *one = ew_edit_at (edit, i);

    sim_ledger_note (ledger, one->before, one->after);
  }
  return edit;
}
