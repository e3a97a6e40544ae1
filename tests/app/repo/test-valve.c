/* Stopping libgit2 in the midst of what it does with a large history. */
#include "repo-fixture.h"

#include "ew-valve.h"

#define FILES 2000

/* One commit with very many files, of one branch, `main`. */
static void
fill (const char *dir)
{
  g_free (run_in (
      dir,
      "parent=$(git rev-parse -q --verify main || true); "
      "awk -v n=%d -v parent=$parent 'BEGIN {"
      " for (i = 1; i <= n; i++)"
      "   printf \"blob\\nmark :%%d\\ndata %%d\\n%%d\\n\", i, length (i \"\"), i;"
      " print \"commit refs/heads/main\";"
      " print \"committer A <a@example.org> 1700000000 +0000\";"
      " print \"data 5\\nMany\\n\";"
      " if (parent) print \"from \" parent;"
      " for (i = 1; i <= n; i++)"
      "   printf \"M 100644 :%%d many/%%d/%%d\\n\", i, i %% 100, i"
      "}' | git fast-import --quiet --force",
      FILES));
}

typedef struct {
  git_repository *repo;
  EwValve *valve;
  GCancellable *cancellable;
  git_packbuilder *builder;
  int stage; /* in which it is cancelled */
  gsize given; /* bytes of the pack */
} Pack;

static int
building_cb (int stage, uint32_t current, uint32_t total, void *data)
{
  Pack *pack = data;

  if (stage == pack->stage)
    g_cancellable_cancel (pack->cancellable);
  return 0;
}

static int
give_cb (void *buffer, size_t size, void *data)
{
  ((Pack *) data)->given += size;
  return 0;
}

static void
pack_begin (Pack *pack, const char *dir)
{
  g_autoptr (GError) error = NULL;

  ew_git_init ();
  g_assert_cmpint (git_repository_open_bare (&pack->repo, dir), ==, 0);
  pack->valve = ew_valve_new (pack->repo, &error);
  g_assert_no_error (error);
  pack->cancellable = g_cancellable_new ();
  ew_valve_watch (pack->valve, pack->cancellable);
  g_assert_cmpint (git_packbuilder_new (&pack->builder, pack->repo), ==, 0);
  git_packbuilder_set_callbacks (pack->builder, building_cb, pack);
}

static void
pack_end (Pack *pack)
{
  git_packbuilder_free (pack->builder);
  git_repository_free (pack->repo);
  g_object_unref (pack->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pack, pack_end)

static int
insert_all (Pack *pack)
{
  g_autoptr (git_revwalk) walk = NULL;

  g_assert_cmpint (git_revwalk_new (&walk, pack->repo), ==, 0);
  g_assert_cmpint (git_revwalk_push_ref (walk, "refs/heads/main"), ==, 0);
  return git_packbuilder_insert_walk (pack->builder, walk);
}

static char *
many (void)
{
  char *dir = fixture_dir ("many");

  g_free (run_in ("/", "git init -q --bare -b main '%s'", dir));
  fill (dir);
  return dir;
}

/* Libgit2 asks nobody for half a second, and takes in all within less. */
static void
test_gathering (void)
{
  g_autofree char *dir = many ();
  g_auto (Pack) pack = { .stage = GIT_PACKBUILDER_ADDING_OBJECTS };

  pack_begin (&pack, dir);
  g_assert_cmpint (insert_all (&pack), ==, GIT_EUSER);
  g_assert_cmpuint (git_packbuilder_object_count (pack.builder), <, FILES / 10);
}

static void
test_comparing (void)
{
  g_autofree char *dir = many ();
  g_auto (Pack) pack = { .stage = GIT_PACKBUILDER_DELTAFICATION };

  pack_begin (&pack, dir);
  g_assert_cmpint (insert_all (&pack), ==, 0);
  g_assert_cmpuint (git_packbuilder_object_count (pack.builder), >=, FILES);
  g_assert_cmpint (git_packbuilder_foreach (pack.builder, give_cb, &pack), <,
                   0);
  g_assert_true (g_cancellable_is_cancelled (pack.cancellable));
  g_assert_cmpuint (pack.given, <, FILES);
}

/* Once nobody watches, everything can be read again. */
static void
test_opened (void)
{
  g_autofree char *dir = fixture_dir ("opened");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = NULL;
  g_auto (Pack) pack = { .stage = -1 };
  git_oid oid;
  g_autoptr (git_commit) shut = NULL;
  g_autoptr (git_commit) open = NULL;

  author_is ("Ana", 1700000000);
  board = new_board (store, "Open");
  pack_begin (&pack, dir);
  git_reference_name_to_id (&oid, pack.repo, "refs/heads/main");
  g_cancellable_cancel (pack.cancellable);
  g_assert_cmpint (git_commit_lookup (&shut, pack.repo, &oid), ==, GIT_EUSER);
  ew_valve_watch (pack.valve, NULL);
  g_assert_cmpint (git_commit_lookup (&open, pack.repo, &oid), ==, 0);
}

/* --- A first push, by a stand-in for ssh ---------------------------------- */

static char *
stand_in (void)
{
  char *dir = fixture_dir ("bin");
  g_autofree char *ssh = g_build_filename (dir, "ssh", NULL);
  g_autofree char *path = g_strdup_printf ("%s:%s", dir, g_getenv ("PATH"));

  g_mkdir (dir, 0700);
  g_file_set_contents (
      ssh, "#!/bin/sh\nfor last; do :; done\nexec sh -c \"$last\"\n", -1, NULL);
  g_chmod (ssh, 0755);
  g_setenv ("PATH", path, TRUE);
  return dir;
}

/* As soon as packing has begun. */
static void
sharing_cb (double fraction, const char *what, gpointer cancellable)
{
  if (strstr (what, "Sharing"))
    g_cancellable_cancel (cancellable);
}

static void
test_first_push (void)
{
  g_autofree char *bin = stand_in ();
  g_autofree char *dir = fixture_dir ("first");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *remote = new_remote ();
  g_autofree char *url = g_strconcat ("ssh://somewhere", remote, NULL);
  g_autofree char *board = NULL;
  g_autofree char *there = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  EwSyncWish wish = { sharing_cb, cancellable, cancellable };
  EwSyncResult result = { 0 };

  author_is ("Ana", 1700000000);
  board = new_board (store, "Much");
  fill (dir);
  ew_store_set_remote (store, url, &error);
  g_assert_no_error (error);
  g_assert_false (ew_sync (store, &wish, &result, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_CANCELLED);
  ew_sync_result_clear (&result);
  there = run_in (remote, "git for-each-ref; git count-objects -v | head -1");
  g_assert_cmpstr (there, ==, "count: 0");

  /* Nothing is the matter afterwards. */
  g_clear_error (&error);
  result = sync_now (store);
  g_assert_cmpuint (result.published, >, 0);
  ew_sync_result_clear (&result);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/valve/gathering", test_gathering);
  g_test_add_func ("/valve/comparing", test_comparing);
  g_test_add_func ("/valve/opened", test_opened);
  g_test_add_func ("/valve/first-push", test_first_push);
  return fixture_run ();
}
