/* What others did since one last looked. */
#include "repo-fixture.h"

#include "ew-store-news.h"

#include <string.h>

static const char *const ana[] = { "ana@example.org", NULL };

/* The fixture's people all have one address; here everyone has their own. */
static char *
put_as (EwStore *store, const char *board, const char *who,
        const EwObject *before, const EwObject *after)
{
  g_autofree char *lower = g_ascii_strdown (who, -1);
  g_autofree char *email = g_strconcat (lower, "@example.org", NULL);

  author_is (who, 1700000000);
  g_setenv ("GIT_AUTHOR_EMAIL", email, TRUE);
  return put (store, board, before, after);
}

static GPtrArray *
news (EwStore *store, const char *board, const char *seen)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found =
      ew_store_news (store, board, seen, NULL, ana, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const EwNews *
news_of (GPtrArray *found, const char *id)
{
  for (guint i = 0; i < found->len; i++) {
    const EwNews *one = g_ptr_array_index (found, i);
    const EwObject *object = one->after ? one->after : one->before;

    if (strcmp (object->id, id) == 0)
      return one;
  }
  return NULL;
}

static void
test_others (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) mine = note (NULL, "mine");
  g_autoptr (EwObject) both = note (NULL, "both");
  g_autoptr (EwObject) reworded = with_text (both, "by Bo");
  g_autoptr (EwObject) again = with_text (reworded, "by Bo, then by me");
  g_autoptr (EwObject) theirs = note (NULL, "theirs");
  g_autofree char *seen = put_as (store, board, "Ana", NULL, both);
  g_autofree char *one = put_as (store, board, "Bo", both, reworded);
  g_autofree char *two = put_as (store, board, "Ana", reworded, again);
  g_autofree char *three = put_as (store, board, "Ana", NULL, mine);
  g_autofree char *four = put_as (store, board, "Cleo", NULL, theirs);
  g_autoptr (GPtrArray) found = news (store, board, seen);
  const EwNews *it = news_of (found, both->id);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_null (news_of (found, mine->id));
  g_assert_nonnull (it);
  g_assert_cmpstr (it->who, ==, "Bo");
  g_assert_true (ew_object_equal (it->before, both));
  g_assert_true (ew_object_equal (it->after, again));
  it = news_of (found, theirs->id);
  g_assert_cmpstr (it->email, ==, "cleo@example.org");
  g_assert_null (it->before);
}

/* There and back again is nothing; gone is something. */
static void
test_gone (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) note_ = note (NULL, "a");
  g_autoptr (EwObject) other = note (NULL, "b");
  g_autofree char *zero = put_as (store, board, "Ana", NULL, note_);
  g_autofree char *seen = put_as (store, board, "Ana", NULL, other);
  g_autoptr (EwObject) changed = with_text (other, "c");
  g_autofree char *one = put_as (store, board, "Bo", note_, NULL);
  g_autofree char *two = put_as (store, board, "Bo", other, changed);
  g_autofree char *three = put_as (store, board, "Bo", changed, other);
  g_autoptr (GPtrArray) found = news (store, board, seen);
  const EwNews *it = news_of (found, note_->id);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (it);
  g_assert_null (it->after);
}

static void
test_other_board (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autofree char *other = new_board (store, "Roadmap");
  g_autoptr (EwObject) note_ = note (NULL, "a");
  g_autofree char *seen = ew_store_tip (store, NULL);
  g_autofree char *one = put_as (store, other, "Bo", NULL, note_);
  g_autoptr (GPtrArray) found = news (store, board, seen);
  g_autofree char *before = ew_store_board_key (store, seen, board, NULL);
  g_autofree char *after = ew_store_board_key (store, NULL, board, NULL);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpstr (before, ==, after);
}

static void
test_unknown_version (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (GError) error = NULL;

  g_assert_null (ew_store_news (store, board,
                                "1234567890123456789012345678901234567890",
                                NULL, ana, NULL, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/news/others", test_others);
  g_test_add_func ("/news/gone", test_gone);
  g_test_add_func ("/news/other-board", test_other_board);
  g_test_add_func ("/news/unknown-version", test_unknown_version);
  return fixture_run ();
}
