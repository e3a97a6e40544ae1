#include "sim-ledger.h"

#include "ew-object-member.h"
#include "ew-word.h"

#include <string.h>

/* No field begins with a number as large as those that are given out, or a
 * value that somebody chose could not be told from one that nobody did. */
#define FIRST_NUMBER 1000

struct _SimLedger {
  guint numbers;
  GHashTable *written; /* words and members of sets: all that ever were */
  GHashTable *deleted; /* … that somebody took out, knowing them */
  GHashTable *retaken; /* … that somebody showed again, from a kept version */
  GHashTable *replaced; /* "object/member=value" that somebody replaced */
  GHashTable *removed; /* paths of objects and records that somebody deleted:
                          where others went on with one, they went on from
                          their own values */
};

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SimLedger *
sim_ledger_new (void)
{
  SimLedger *ledger = g_new0 (SimLedger, 1);

  ledger->numbers = FIRST_NUMBER;
  ledger->written = new_set ();
  ledger->deleted = new_set ();
  ledger->retaken = new_set ();
  ledger->replaced = new_set ();
  ledger->removed = new_set ();
  return ledger;
}

void
sim_ledger_free (SimLedger *ledger)
{
  g_hash_table_unref (ledger->written);
  g_hash_table_unref (ledger->deleted);
  g_hash_table_unref (ledger->retaken);
  g_hash_table_unref (ledger->replaced);
  g_hash_table_unref (ledger->removed);
  g_free (ledger);
}

guint
sim_ledger_number (SimLedger *ledger)
{
  return ++ledger->numbers;
}

/* --- Looking through an object -------------------------------------------- */

/* @word: of a text or a set, at a member whose path is @path. */
typedef void (*WordVisit) (const char *path, const char *word, gpointer data);
typedef void (*ValueVisit) (const char *path, const char *value, gpointer data);

/* A record in a map. */
typedef void (*RecordVisit) (const char *path, gpointer data);

typedef struct {
  WordVisit word;
  ValueVisit value;
  RecordVisit record;
  gpointer data;
} Visitor;

static void
visit_text (const Visitor *visitor, const char *path, const char *text)
{
  g_autoptr (GArray) words = ew_word_split (text);

  for (guint i = 0; visitor->word && i < words->len; i++) {
    const EwWord *word = &g_array_index (words, EwWord, i);
    g_autofree char *copy = g_strndup (word->bytes, word->length);

    if (*copy != '\0')
      visitor->word (path, copy, visitor->data);
  }
}

static void
visit_set (const Visitor *visitor, const char *path, const EwMap *set)
{
  for (guint i = 0; visitor->word && i < ew_map_size (set); i++)
    visitor->word (path, ew_map_key (set, i), visitor->data);
}

static void visit_record (const Visitor *visitor, const EwRecordType *type,
                          const EwRecord *record, const char *path);

static void
visit_map (const Visitor *visitor, const EwField *field, const char *path,
           const EwMap *map)
{
  for (guint i = 0; i < ew_map_size (map); i++) {
    g_autofree char *inner = g_strconcat (path, "/", ew_map_key (map, i), NULL);

    if (visitor->record)
      visitor->record (inner, visitor->data);
    visit_record (visitor, field->record, ew_map_value (map, i), inner);
  }
}

/* References are mended, so they are nobody's word. */
static bool
is_value (const EwField *field)
{
  return field->type != EW_FIELD_REF && field->type != EW_FIELD_ANCHOR;
}

static void
visit_field (const Visitor *visitor, const EwField *field,
             const EwRecord *record, const char *path)
{
  if (ew_field_is_prose (field)) {
    visit_text (visitor, path, ew_field_get_string (field, record));
  } else if (field->type == EW_FIELD_SET) {
    visit_set (visitor, path, ew_field_get_map (field, record));
  } else if (field->type == EW_FIELD_MAP) {
    visit_map (visitor, field, path, ew_field_get_map (field, record));
  } else if (visitor->value && is_value (field)) {
    g_autofree char *value = ew_field_to_text (field, record);

    visitor->value (path, value, visitor->data);
  }
}

static void
visit_record (const Visitor *visitor, const EwRecordType *type,
              const EwRecord *record, const char *path)
{
  for (const EwField *field = type->fields; field->name; field++) {
    g_autofree char *inner = g_strconcat (path, "/", field->name, NULL);

    visit_field (visitor, field, record, inner);
  }
}

static void
visit_object (const Visitor *visitor, const EwObject *object)
{
  if (object)
    visit_record (visitor, &object->kind->type, &object->record, object->id);
}

/* --- Noting --------------------------------------------------------------- */

static bool
is_in_clash (const char *path)
{
  return strstr (path, "/clash/") != NULL;
}

static void
add_shown_cb (const char *path, const char *word, gpointer set)
{
  if (!is_in_clash (path))
    g_hash_table_add (set, g_strdup (word));
}

static void
add_kept_cb (const char *path, const char *word, gpointer set)
{
  if (is_in_clash (path))
    g_hash_table_add (set, g_strdup (word));
}

static void
add_value_cb (const char *path, const char *value, gpointer set)
{
  g_hash_table_add (set, g_strconcat (path, "=", value, NULL));
}

static void
add_record_cb (const char *path, gpointer set)
{
  g_hash_table_add (set, g_strdup (path));
}

/* The object itself, too. */
static GHashTable *
records_of (const EwObject *object)
{
  GHashTable *records = new_set ();

  if (object)
    g_hash_table_add (records, g_strdup (object->id));
  visit_object (&(Visitor){ .record = add_record_cb, .data = records }, object);
  return records;
}

static GHashTable *
words_of (const EwObject *object, WordVisit add)
{
  GHashTable *words = new_set ();

  visit_object (&(Visitor){ .word = add, .data = words }, object);
  return words;
}

/* Adds to @set what is in @from and not in @but. */
static void
add_missing (GHashTable *set, GHashTable *from, GHashTable *but)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (!g_hash_table_contains (but, item))
      g_hash_table_add (set, g_strdup (item));
}

/* Who takes a word out of what is shown, or lets a kept version of it go, means
 * it: the other place may go by another's hand at the same time. */
static void
note_words (SimLedger *ledger, const EwObject *before, const EwObject *after,
            WordVisit add)
{
  g_autoptr (GHashTable) old = words_of (before, add);
  g_autoptr (GHashTable) new = words_of (after, add);

  add_missing (ledger->written, new, old);
  add_missing (ledger->deleted, old, new);
}

/* Who takes the kept version wants all of it, also what another had deleted. */
static void
note_retaken (SimLedger *ledger, const EwObject *before, const EwObject *after)
{
  g_autoptr (GHashTable) shown = words_of (before, add_shown_cb);
  g_autoptr (GHashTable) kept = words_of (before, add_kept_cb);
  g_autoptr (GHashTable) now = words_of (after, add_shown_cb);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_hash_table_contains (now, word) &&
        !g_hash_table_contains (shown, word))
      g_hash_table_add (ledger->retaken, g_strdup (word));
}

static GHashTable *
values_of (const EwObject *object)
{
  GHashTable *values = new_set ();

  visit_object (&(Visitor){ .value = add_value_cb, .data = values }, object);
  return values;
}

void
sim_ledger_note (SimLedger *ledger, const EwObject *before,
                 const EwObject *after)
{
  g_autoptr (GHashTable) old_values = values_of (before);
  g_autoptr (GHashTable) new_values = values_of (after);
  g_autoptr (GHashTable) old_records = records_of (before);
  g_autoptr (GHashTable) new_records = records_of (after);

  note_words (ledger, before, after, add_shown_cb);
  note_words (ledger, before, after, add_kept_cb);
  note_retaken (ledger, before, after);
  add_missing (ledger->removed, old_records, new_records);
  if (after)
    add_missing (ledger->replaced, old_values, new_values);
}

/* --- Checking ------------------------------------------------------------- */

typedef struct {
  SimLedger *ledger;
  GHashTable *found; /* words, shown or kept */
  GHashTable *shown;
  GString *wrong;
} Check;

static bool
was_removed (const SimLedger *ledger, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GString) prefix = g_string_new (NULL);

  for (guint i = 0; steps[i]; i++) {
    g_string_append (prefix, steps[i]);
    if (g_hash_table_contains (ledger->removed, prefix->str))
      return true;
    g_string_append_c (prefix, '/');
  }
  return false;
}

static void
find_word_cb (const char *path, const char *word, gpointer data)
{
  Check *check = data;
  g_hash_table_add (check->found, g_strdup (word));
  if (is_in_clash (path))
    return;
  if (!g_hash_table_add (check->shown, g_strdup (word)))
    g_string_append_printf (check->wrong, "%s is shown twice: %s\n", word,
                            path);
  if (!g_hash_table_contains (check->ledger->written, word))
    g_string_append_printf (check->wrong, "nobody wrote %s: %s\n", word, path);
}

static void
find_value_cb (const char *path, const char *value, gpointer data)
{
  Check *check = data;
  g_autofree char *both = g_strconcat (path, "=", value, NULL);

  if (g_hash_table_contains (check->ledger->replaced, both) &&
      !was_removed (check->ledger, path))
    g_string_append_printf (check->wrong, "stale: %s\n", both);
}

static bool
is_wanted (const Check *check, const EwWord *word, const char *shown)
{
  g_autofree char *copy = g_strndup (word->bytes, word->length);
  g_autoptr (GArray) words = NULL;

  if (*copy == '\0' || (g_hash_table_contains (check->ledger->deleted, copy) &&
                        !g_hash_table_contains (check->ledger->retaken, copy)))
    return false;
  words = ew_word_split (shown);
  for (guint i = 0; i < words->len; i++)
    if (ew_word_equal (&g_array_index (words, EwWord, i), word))
      return false;
  return true;
}

/* A version is kept for words that are not shown, and that whoever wrote them
 * did not take back.  Of what one deleted while two worked on, each of the two
 * brings back all. */
static void
check_clash (Check *check, const EwObject *object, const EwClash *clash)
{
  const char *shown = ew_object_member_text (object, clash->member);
  g_autoptr (GArray) words = ew_word_split (clash->text);

  if (was_removed (check->ledger, object->id))
    return;
  for (guint i = 0; i < words->len; i++)
    if (is_wanted (check, &g_array_index (words, EwWord, i), shown))
      return;
  g_string_append_printf (check->wrong, "stale clash: %s/%s “%s” not “%s”\n",
                          object->id, clash->member, shown, clash->text);
}

static void
check_object (Check *check, const EwObject *object)
{
  Visitor visitor = { find_word_cb, find_value_cb, NULL, check };

  visit_object (&visitor, object);
}

static void
check_lost (Check *check)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, check->ledger->written);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (check->found, word) &&
        !g_hash_table_contains (check->ledger->deleted, word))
      g_string_append_printf (check->wrong, "lost: %s\n", (char *) word);
}

char *
sim_ledger_check (SimLedger *ledger, const EwBoard *board)
{
  g_autoptr (GHashTable) found = new_set ();
  g_autoptr (GHashTable) shown = new_set ();
  Check check = { ledger, found, shown, g_string_new (NULL) };

  for (guint i = 0; i < ew_board_size (board); i++)
    check_object (&check, ew_board_at (board, i));
  if (ew_board_self (board))
    check_object (&check, ew_board_self (board));
  check_lost (&check);
  return g_string_free (check.wrong, check.wrong->len == 0);
}

char *
sim_ledger_check_clashes (SimLedger *ledger, const EwBoard *board)
{
  Check check = { .ledger = ledger, .wrong = g_string_new (NULL) };

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    for (guint j = 0; j < ew_map_size (object->clash); j++)
      check_clash (&check, object,
                   (const EwClash *) ew_map_value (object->clash, j));
  }
  return g_string_free (check.wrong, check.wrong->len == 0);
}
