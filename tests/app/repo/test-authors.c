/* Who made and who changed, as history tells. */
#include "repo-fixture.h"

#include "ew-store-authors.h"

typedef struct {
  char *dir, *board, *first, *second;
  EwStore *store;
  EwObject *one, *two, *other;
} Past;

static void
past_begin (Past *past)
{
  past->dir = fixture_dir ("w");
  past->store = new_store (past->dir);
  past->board = new_board (past->store, "Retro");
  past->one = note (NULL, "Ship it");
  past->two = with_text (past->one, "Ship it today");
  past->other = note (NULL, "Too many tools");
  author_is ("Ana", 1700000000);
  past->first = put (past->store, past->board, NULL, past->one);
  author_is ("Bo", 1700000100);
  past->second = put (past->store, past->board, past->one, past->two);
}

static void
past_end (Past *past)
{
  g_free (past->dir);
  g_free (past->board);
  g_free (past->first);
  g_free (past->second);
  ew_store_free (past->store);
  ew_object_unref (past->one);
  ew_object_unref (past->two);
  ew_object_unref (past->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_end)

static GHashTable *
authors (Past *past, const char *tip, GHashTable *known, const char *known_tip)
{
  g_autoptr (GError) error = NULL;
  GHashTable *table = ew_store_authors (past->store, past->board, tip, known,
                                        known_tip, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_authorship (GHashTable *table, const EwObject *object,
                   const char *author, const char *editor)
{
  const EwAuthorship *authorship = g_hash_table_lookup (table, object->id);

  g_assert_nonnull (authorship);
  g_assert_cmpstr (authorship->author, ==, author);
  g_assert_cmpstr (authorship->editor, ==, editor);
}

static void
test_made_and_changed (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GHashTable) now = NULL;
  g_autoptr (GHashTable) then = NULL;
  const EwAuthorship *authorship;

  past_begin (&past);
  now = authors (&past, NULL, NULL, NULL);
  then = authors (&past, past.first, NULL, NULL);
  assert_authorship (now, past.one, "Ana", "Bo");
  assert_authorship (then, past.one, "Ana", "Ana");
  authorship = g_hash_table_lookup (now, past.one->id);
  g_assert_cmpint (authorship->made, ==, 1700000000);
  g_assert_cmpint (authorship->changed, ==, 1700000100);
}

/* What is known already gives the same answer as reading everything. */
static void
test_goes_on_from_known (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GHashTable) now = NULL;
  g_autofree char *third = NULL;

  past_begin (&past);
  known = authors (&past, past.first, NULL, NULL);
  author_is ("Chiara", 1700000200);
  third = put (past.store, past.board, NULL, past.other);
  now = authors (&past, third, known, past.first);
  assert_authorship (now, past.one, "Ana", "Bo");
  assert_authorship (now, past.other, "Chiara", "Chiara");
  assert_authorship (known, past.one, "Ana", "Ana");
  g_assert_null (g_hash_table_lookup (known, past.other->id));
}

static void
test_other_boards_do_not_count (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GHashTable) now = NULL;
  g_autofree char *elsewhere = NULL, *tip = NULL;

  past_begin (&past);
  elsewhere = new_board (past.store, "Another");
  tip = put (past.store, elsewhere, NULL, past.other);
  now = authors (&past, tip, NULL, NULL);
  g_assert_null (g_hash_table_lookup (now, past.other->id));
  assert_authorship (now, past.one, "Ana", "Bo");
}

static void
test_cancelled (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  past_begin (&past);
  g_cancellable_cancel (cancellable);
  g_assert_null (ew_store_authors (past.store, past.board, NULL, NULL, NULL,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/authors/made-and-changed", test_made_and_changed);
  g_test_add_func ("/authors/goes-on-from-known", test_goes_on_from_known);
  g_test_add_func ("/authors/other-boards", test_other_boards_do_not_count);
  g_test_add_func ("/authors/cancelled", test_cancelled);
  return g_test_run ();
}
