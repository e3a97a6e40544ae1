/* The versions of a board, page by page, and the life of one object. */
#include "repo-fixture.h"

#include "ew-store-biography.h"
#include "ew-store-history.h"

typedef struct {
  char *dir, *board;
  EwStore *store;
} Past;

static void
past_begin (Past *past)
{
  past->dir = fixture_dir ("w");
  past->store = new_store (past->dir);
  author_is ("Ana", 1700000000);
  past->board = new_board (past->store, "Retro");
}

static void
past_end (Past *past)
{
  g_free (past->dir);
  g_free (past->board);
  ew_store_free (past->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_end)

static EwHistoryPage *
page_of (Past *past, const char *from, guint limit)
{
  g_autoptr (GError) error = NULL;
  EwHistoryPage *page =
      ew_store_history (past->store, past->board, from, limit, NULL, &error);

  g_assert_no_error (error);
  return page;
}

static const EwRevision *
revision_at (EwHistoryPage *page, guint index)
{
  g_assert_cmpuint (index, <, page->revisions->len);
  return page->revisions->pdata[index];
}

static void
test_counts_and_deleted (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autoptr (EwObject) two = with_text (one, "Ship it today");
  g_autofree char *made = NULL, *changed = NULL, *gone = NULL;
  g_autoptr (EwHistoryPage) page = NULL;
  const EwRevision *last;

  past_begin (&past);
  made = put (past.store, past.board, NULL, one);
  author_is ("Bo", 1700000100);
  changed = put (past.store, past.board, one, two);
  gone = put (past.store, past.board, two, NULL);
  page = page_of (&past, NULL, 10);

  /* Deleted, changed, made; and the board itself. */
  g_assert_cmpuint (page->revisions->len, ==, 4);
  g_assert_null (page->next);
  last = revision_at (page, 0);
  g_assert_cmpstr (last->version->rev, ==, gone);
  g_assert_cmpstr (last->version->author, ==, "Bo");
  g_assert_cmpstr (last->before, ==, changed);
  g_assert_cmpuint (last->removed, ==, 1);
  g_assert_true (ew_object_equal (last->gone->pdata[0], two));
  g_assert_cmpuint (revision_at (page, 1)->changed, ==, 1);
  g_assert_cmpuint (revision_at (page, 2)->made, ==, 1);
  g_assert_cmpstr (revision_at (page, 2)->version->rev, ==, made);
}

/* Page by page is the same as all at once, and other boards are no versions. */
static void
test_pages (void)
{
  g_auto (Past) past = { 0 };
  g_autofree char *other = NULL, *from = NULL;
  guint found = 0;

  past_begin (&past);
  for (int i = 0; i < 7; i++) {
    g_autoptr (EwObject) one = note (NULL, "One");

    g_free (put (past.store, past.board, NULL, one));
    g_free (new_board (past.store, "Another"));
  }
  do {
    g_autoptr (EwHistoryPage) page = page_of (&past, from, 3);

    g_assert_cmpuint (page->revisions->len, <=, 3);
    found += page->revisions->len;
    g_free (from);
    from = g_steal_pointer (&page->next);
  } while (from);
  g_assert_cmpuint (found, ==, 8);
}

/* A page ends when it has looked far enough, and says where to go on. */
static void
test_long_history_of_others (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (EwHistoryPage) page = NULL;
  g_autoptr (EwHistoryPage) rest = NULL;
  g_autofree char *other = NULL;
  g_autoptr (EwObject) before = NULL;

  past_begin (&past);
  other = new_board (past.store, "Another");
  before = note (NULL, "0");
  g_free (put (past.store, other, NULL, before));
  for (guint i = 0; i < EW_HISTORY_STEPS_MAX; i++) {
    g_autofree char *text = g_strdup_printf ("%u", i + 1);
    g_autoptr (EwObject) after = with_text (before, text);

    g_free (put (past.store, other, before, after));
    ew_object_unref (before);
    before = g_steal_pointer (&after);
  }
  page = page_of (&past, NULL, 10);
  g_assert_cmpuint (page->revisions->len, ==, 0);
  g_assert_nonnull (page->next);
  rest = page_of (&past, page->next, 10);
  g_assert_cmpuint (rest->revisions->len, ==, 1);
  g_assert_null (rest->next);
}

static void
test_refuses (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) strange = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) unknown = NULL;

  past_begin (&past);
  g_assert_null (
      ew_store_history (past.store, "../../etc", NULL, 10, NULL, &strange));
  assert_ew_error (strange, EW_ERROR_NOT_FOUND, "etc");
  g_assert_null (ew_store_history (past.store, past.board,
                                   "0000000000000000000000000000000000000001",
                                   10, NULL, &unknown));
  g_assert_nonnull (unknown);
  g_cancellable_cancel (cancellable);
  g_assert_null (ew_store_history (past.store, past.board, NULL, 10,
                                   cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- One object ----------------------------------------------------------- */

static EwObject *
moved (const EwObject *object, gint64 x)
{
  EwObject *copy = ew_object_copy (object);

  copy->pos.x = x;
  return copy;
}

static void
assert_deed (GPtrArray *deeds, guint index, EwDeedWhat what, const char *who)
{
  const EwDeed *deed;

  g_assert_cmpuint (index, <, deeds->len);
  deed = deeds->pdata[index];
  g_assert_cmpint (deed->what, ==, what);
  g_assert_cmpstr (deed->who, ==, who);
}

static void
test_biography (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autoptr (EwObject) two = with_text (one, "Ship it today");
  g_autoptr (EwObject) three = moved (two, 640);
  g_autoptr (EwObject) four = with_text (three, "Ship it now");
  g_autoptr (EwObject) other = note (NULL, "Another");
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GError) error = NULL;

  past_begin (&past);
  g_free (put (past.store, past.board, NULL, one));
  author_is ("Bo", 1700000100);
  g_free (put (past.store, past.board, one, two));
  g_free (put (past.store, past.board, NULL, other));
  g_free (put (past.store, past.board, two, three));
  author_is ("Bo", 1700000300);
  g_free (put (past.store, past.board, three, four));
  author_is ("Chiara", 1700000400);
  g_free (put (past.store, past.board, four, NULL));
  deeds =
      ew_store_biography (past.store, past.board, one->id, NULL, NULL, &error);
  g_assert_no_error (error);

  /* Bo reworded it twice, which is told once, at its last time. */
  g_assert_cmpuint (deeds->len, ==, 4);
  assert_deed (deeds, 0, EW_DEED_DELETED, "Chiara");
  assert_deed (deeds, 1, EW_DEED_WORDED, "Bo");
  g_assert_cmpint (((EwDeed *) deeds->pdata[1])->time, ==, 1700000300);
  assert_deed (deeds, 2, EW_DEED_MOVED, "Bo");
  assert_deed (deeds, 3, EW_DEED_MADE, "Ana");
}

static void
test_biography_of_nothing (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GError) error = NULL;

  past_begin (&past);
  deeds = ew_store_biography (past.store, past.board, "no-such-object", NULL,
                              NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deeds->len, ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/past/counts-and-deleted", test_counts_and_deleted);
  g_test_add_func ("/past/pages", test_pages);
  g_test_add_func ("/past/long-history-of-others", test_long_history_of_others);
  g_test_add_func ("/past/refuses", test_refuses);
  g_test_add_func ("/past/biography", test_biography);
  g_test_add_func ("/past/biography-of-nothing", test_biography_of_nothing);
  return fixture_run ();
}
