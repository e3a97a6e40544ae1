/* Assets: what waits, what a commit takes along, what reaches the teammate. */
#include "ew-assets.h"
#include "repo-fixture.h"

#include <string.h>

static GBytes *
some_bytes (const char *words)
{
  return g_bytes_new (words, strlen (words));
}

static char *
add (EwStore *store, const char *words)
{
  g_autoptr (GBytes) bytes = some_bytes (words);
  g_autoptr (GError) error = NULL;
  char *asset = ew_store_put_asset (store, bytes, "PNG!", &error);

  g_assert_no_error (error);
  return asset;
}

static void
assert_content (EwStore *store, const char *asset, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) is = ew_store_get_asset (store, asset, &error);
  g_autoptr (GBytes) wanted = some_bytes (words);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (is, wanted));
}

static void
assert_gone (EwStore *store, const char *asset, EwError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ew_store_get_asset (store, asset, &error));
  assert_ew_error (error, code, words);
}

static char *
waiting (EwStore *store, const char *asset)
{
  return g_build_filename (ew_store_private_dir (store), "assets", asset, NULL);
}

static EwObject *
image_of (const char *asset)
{
  EwObject *image = ew_object_new (&ew_kind_image, NULL);

  ew_object_set_string (image, "asset", asset);
  return image;
}

/* An image of @words on the board.  Returns: its asset. */
static char *
put_image (EwStore *store, const char *board, const char *words)
{
  char *asset = add (store, words);
  g_autoptr (EwObject) image = image_of (asset);

  g_free (put (store, board, NULL, image));
  return asset;
}

static void
test_names (void)
{
  g_autoptr (GBytes) bytes = some_bytes ("test");
  g_autofree char *png = ew_asset_name (bytes, "PNG");
  g_autofree char *odd = ew_asset_name (bytes, "../../etc/passwd");
  g_autofree char *none = ew_asset_name (bytes, "");
  static const char *const bad[] = {
    "",
    "x.png",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.p/g",
    "9F86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png",
    "../6d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08a.png",
  };

  g_assert_cmpstr (
      png, ==,
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png");
  g_assert_true (g_str_has_suffix (odd, ".etcpassw"));
  g_assert_true (g_str_has_suffix (none, ".bin"));
  g_assert_true (ew_asset_name_is_valid (odd));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ew_asset_name_is_valid (bad[i]));
}

/* Before the commit it can be read; after it, it is in git and waits no more.
 */
static void
test_commit (void)
{
  g_autofree char *dir = fixture_dir ("assets");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Trip");
  g_autofree char *asset = add (store, "harbour");
  g_autofree char *path = waiting (store, asset);
  g_autoptr (EwObject) image = image_of (asset);
  g_autofree char *shown = NULL;

  assert_content (store, asset, "harbour");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_free (put (store, board, NULL, image));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_content (store, asset, "harbour");
  shown = run_in (dir, "git show main:assets/%s", asset);
  g_assert_cmpstr (shown, ==, "harbour");
  assert_sound (store);
}

/* Who was killed between the two finds it again. */
static void
test_reopened (void)
{
  g_autofree char *dir = fixture_dir ("assets");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Trip");
  g_autofree char *asset = add (store, "harbour");
  g_autoptr (EwObject) image = image_of (asset);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store, ew_store_free);
  store = ew_store_open (dir, &error);
  g_assert_no_error (error);
  assert_content (store, asset, "harbour");
  g_free (put (store, board, NULL, image));
  assert_content (store, asset, "harbour");
  assert_sound (store);
}

static void
test_bounds (void)
{
  g_autofree char *dir = fixture_dir ("assets");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *data = g_malloc0 (EW_ASSET_MAX + 1);
  g_autoptr (GBytes) most = g_bytes_new_static (data, EW_ASSET_MAX);
  g_autoptr (GBytes) more = g_bytes_new_static (data, EW_ASSET_MAX + 1);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *large = ew_store_put_asset (store, most, "bin", &error);
  g_autofree char *empty = ew_store_put_asset (store, none, "txt", &error);

  g_assert_no_error (error);
  assert_content (store, empty, "");
  g_assert_null (ew_store_put_asset (store, more, "bin", &error));
  assert_ew_error (error, EW_ERROR_USAGE, "too large");
}

/* What a hostile or broken file says is never followed. */
static void
test_missing (void)
{
  g_autofree char *dir = fixture_dir ("assets");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Trip");
  g_autofree char *never = NULL;
  g_autoptr (GBytes) bytes = some_bytes ("never added");
  g_autoptr (EwObject) image = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  never = ew_asset_name (bytes, "png");
  assert_gone (store, never, EW_ERROR_NOT_FOUND, "missing");
  assert_gone (store, "../../HEAD", EW_ERROR_NOT_FOUND, "missing");
  image = image_of (never);
  g_free (put (store, board, NULL, image));
  faults = ew_store_check (store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((EwFault *) faults->pdata[0])->object, ==, image->id);
}

/* A file that waits and was damaged is not taken for what it was. */
static void
test_damaged_waiting (void)
{
  g_autofree char *dir = fixture_dir ("assets");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *asset = add (store, "harbour");
  g_autofree char *path = waiting (store, asset);

  g_assert_true (g_file_set_contents (path, "harb", -1, NULL));
  assert_gone (store, asset, EW_ERROR_NOT_FOUND, "missing");
}

/* Somebody replaced the content with the git program. */
static void
test_forged (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = join (remote);
  g_autofree char *board = new_board (store, "Trip");
  g_autofree char *asset = put_image (store, board, "harbour");
  g_autofree char *clone = fixture_dir ("clone");
  g_autoptr (GPtrArray) faults = NULL;
  EwSyncResult result = sync_now (store);

  ew_sync_result_clear (&result);
  g_free (run_in (".", "git clone -q %s %s", remote, clone));
  g_free (run_in (clone, "sh -c 'echo evil > assets/%s'", asset));
  g_free (run_in (clone, "git -c user.name=M -c user.email=m@example.org "
                         "commit -qam forged"));
  g_free (run_in (clone, "git push -q"));
  result = sync_now (store);
  ew_sync_result_clear (&result);

  assert_gone (store, asset, EW_ERROR_DAMAGED, "not the file");
  faults = ew_store_check (store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 1);
}

/* Both add the same picture and one of their own, apart from each other. */
static void
test_travels (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) ana = join (remote);
  g_autofree char *board = new_board (ana, "Trip");
  EwSyncResult result = sync_now (ana);
  g_autoptr (EwStore) bo = join (remote);
  g_autofree char *hers = put_image (ana, board, "harbour");
  g_autofree char *his = put_image (bo, board, "lighthouse");
  g_autofree char *both = put_image (ana, board, "boat");
  g_autofree char *same = put_image (bo, board, "boat");
  EwStore *turns[] = { ana, bo, ana };

  g_assert_cmpstr (both, ==, same);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++) {
    ew_sync_result_clear (&result);
    result = sync_now (turns[i]);
  }
  ew_sync_result_clear (&result);
  assert_same_tip (ana, bo);
  for (guint i = 0; i < 2; i++) {
    assert_content (turns[i], hers, "harbour");
    assert_content (turns[i], his, "lighthouse");
    assert_content (turns[i], both, "boat");
    assert_sound (turns[i]);
  }
}

/* Undone, committed, brought back: the picture is still there. */
static void
test_brought_back (void)
{
  g_autofree char *dir = fixture_dir ("assets");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Trip");
  g_autofree char *asset = add (store, "harbour");
  g_autoptr (EwObject) image = image_of (asset);

  g_free (put (store, board, NULL, image));
  g_free (put (store, board, image, NULL));
  assert_content (store, asset, "harbour");
  g_free (put (store, board, NULL, image));
  assert_content (store, asset, "harbour");
  assert_sound (store);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/assets/names", test_names);
  g_test_add_func ("/assets/commit", test_commit);
  g_test_add_func ("/assets/reopened", test_reopened);
  g_test_add_func ("/assets/bounds", test_bounds);
  g_test_add_func ("/assets/missing", test_missing);
  g_test_add_func ("/assets/damaged-waiting", test_damaged_waiting);
  g_test_add_func ("/assets/forged", test_forged);
  g_test_add_func ("/assets/travels", test_travels);
  g_test_add_func ("/assets/brought-back", test_brought_back);
  return fixture_run ();
}
