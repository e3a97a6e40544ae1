/* Loose objects are packed, and nothing is lost by it. */
#include "team.h"

#include "ew-assets.h"
#include "ew-housekeeping.h"

static guint
count_loose (EwStore *store)
{
  g_autofree char *said =
      run_in (ew_store_dir (store), "git count-objects | cut -d' ' -f1");

  return (guint) g_ascii_strtoull (said, NULL, 10);
}

static EwTidying
tidy (EwStore *store)
{
  g_autoptr (GError) error = NULL;
  EwTidying tidying;

  ew_store_tidy (store, NULL, &tidying, &error);
  g_assert_no_error (error);
  return tidying;
}

/* Objects that no commit reaches yet: what another program is about to
 * commit. */
static char *
write_many (EwStore *store)
{
  return run_in (ew_store_dir (store),
                 "for i in $(seq 1100); do echo $i > f$i; done; "
                 "ls f* | git hash-object -w --no-filters --stdin-paths "
                 "| tail -1; rm f*");
}

static void
test_few (void)
{
  g_auto (Team) team = { 0 };
  guint before;

  team_begin (&team);
  before = count_loose (team.ana);
  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (tidy (team.ana).packed, ==, 0);
  g_assert_cmpuint (count_loose (team.ana), ==, before);
}

static void
test_many (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwStore) other = NULL;
  g_autoptr (EwObject) mine = note (NULL, "Mine");
  g_autofree char *unreachable = NULL;

  team_begin (&team);
  other = ew_store_open (ew_store_dir (team.ana), NULL);
  unreachable = write_many (team.ana);
  g_assert_cmpuint (tidy (team.ana).packed, >, 1100);
  g_assert_cmpuint (count_loose (team.ana), ==, 0);
  g_assert_true (try_in (ew_store_dir (team.ana), "git fsck --strict"));
  g_assert_true (
      try_in (ew_store_dir (team.ana), "git cat-file -e %s", unreachable));

  /* A program that had it open before goes on. */
  assert_text (other, team.board, team.note->id, "Ship it");
  g_free (put (other, team.board, NULL, mine));
  sync_all (&team);
  assert_text (team.bo, team.board, mine->id, "Mine");
  g_assert_cmpuint (tidy (team.ana).packed, ==, 0);
}

static void
test_cancelled (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *unreachable = NULL;
  EwTidying tidying;
  guint before;

  team_begin (&team);
  unreachable = write_many (team.ana);
  before = count_loose (team.ana);
  g_cancellable_cancel (cancellable);
  g_assert_false (ew_store_tidy (team.ana, cancellable, &tidying, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_CANCELLED);
  g_assert_cmpuint (count_loose (team.ana), ==, before);
  assert_sound (team.ana);
}

static char *
put_asset (EwStore *store, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GError) error = NULL;
  char *asset = ew_store_put_asset (store, bytes, "txt", &error);

  g_assert_no_error (error);
  return asset;
}

static bool
has_asset (EwStore *store, const char *asset)
{
  g_autoptr (GBytes) bytes = ew_store_get_asset (store, asset, NULL);

  return bytes != NULL;
}

/* Put, and then the edit that mentioned it was undone. */
static void
test_forgotten_asset (void)
{
  g_auto (Team) team = { 0 };
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *said = NULL;

  team_begin (&team);
  old = put_asset (team.ana, "Old");
  said = run_in (ew_store_dir (team.ana),
                 "find elsewhen -name '%s' -exec touch -d '40 days ago' {} +",
                 old);
  new = put_asset (team.ana, "New");
  g_assert_cmpuint (tidy (team.ana).swept, ==, 1);
  g_assert_false (has_asset (team.ana, old));
  g_assert_true (has_asset (team.ana, new));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/housekeeping/few", test_few);
  g_test_add_func ("/housekeeping/many", test_many);
  g_test_add_func ("/housekeeping/cancelled", test_cancelled);
  g_test_add_func ("/housekeeping/forgotten-asset", test_forgotten_asset);
  return fixture_run ();
}
