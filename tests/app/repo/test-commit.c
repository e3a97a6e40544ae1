/* A commit counts only when the disk gives it back. */
#include "repo-fixture.h"

#include "ew-commit.h"

typedef struct {
  EwStore *store;
  git_signature *author;
  git_commit *tip;
  git_tree *tree;
  EwCommitWish wish;
} Desk;

static void
desk_begin (Desk *desk)
{
  g_autofree char *dir = fixture_dir ("w");

  desk->store = new_store (dir);
  desk->author = ew_store_signature (desk->store, NULL);
  g_assert_true (ew_store_lookup (desk->store, NULL, &desk->tip, NULL));
  desk->tree = ew_commit_tree (desk->store, desk->tip, NULL);
  desk->wish = (EwCommitWish){ desk->tree, desk->tip, desk->author,
                               desk->author, "Try\n" };
}

static void
desk_end (Desk *desk)
{
  git_tree_free (desk->tree);
  git_commit_free (desk->tip);
  git_signature_free (desk->author);
  ew_store_free (desk->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_end)

static void
test_missing_part (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_autoptr (GError) error = NULL;
  git_oid never, oid;

  desk_begin (&desk);
  git_oid_fromstr (&never, "1234567890123456789012345678901234567890");
  g_array_append_val (written, never);
  g_assert_false (
      ew_commit_write (desk.store, &desk.wish, written, &oid, &error));
  assert_ew_error (error, EW_ERROR_FAILED, "could not be read back");
}

static void
test_adopt (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *now = NULL;
  g_autofree char *expected = NULL;
  git_oid oid;
  bool raced;

  desk_begin (&desk);
  g_assert_true (ew_commit_write (desk.store, &desk.wish, NULL, &oid, NULL));
  g_assert_true (ew_commit_adopt (desk.store, git_commit_id (desk.tip), &oid,
                                  &raced, NULL));
  now = ew_store_tip (desk.store, NULL);
  expected = ew_oid_to_string (&oid);
  g_assert_cmpstr (now, ==, expected);
}

/* Somebody else has moved the branch meanwhile. */
static void
test_raced (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *board = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  git_oid oid;
  bool raced;

  desk_begin (&desk);
  g_assert_true (ew_commit_write (desk.store, &desk.wish, NULL, &oid, NULL));
  board = new_board (desk.store, "Faster");
  before = ew_store_tip (desk.store, NULL);
  g_assert_false (ew_commit_adopt (desk.store, git_commit_id (desk.tip), &oid,
                                   &raced, &error));
  g_assert_true (raced);
  g_assert_no_error (error);
  after = ew_store_tip (desk.store, NULL);
  g_assert_cmpstr (before, ==, after);
}

typedef struct {
  guint calls;
  char *board;
} Refill;

/* Another program commits while the first fill is at work. */
static bool
fill_slowly (EwStore *store, const git_commit *tip, const git_tree *root,
             EwTreeWrite *files, gpointer data, GError **error)
{
  Refill *refill = data;

  if (refill->calls++ == 0)
    refill->board = new_board (store, "Faster");
  return ew_tree_write_put_text (files, "notes.txt", "mine", error);
}

static void
test_again (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *tip = NULL;
  Refill refill = { 0, NULL };

  desk_begin (&desk);
  tip = ew_commit_onto_tip (desk.store, fill_slowly, &refill, "Notes", NULL);
  g_assert_cmpuint (refill.calls, ==, 2);
  g_assert_true (try_in (ew_store_dir (desk.store),
                         "git cat-file -e %s:boards/%s/board.json && "
                         "git cat-file -e %s:notes.txt",
                         tip, refill.board, tip));
  g_free (refill.board);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/commit/missing-part", test_missing_part);
  g_test_add_func ("/commit/adopt", test_adopt);
  g_test_add_func ("/commit/raced", test_raced);
  g_test_add_func ("/commit/again", test_again);
  return fixture_run ();
}
