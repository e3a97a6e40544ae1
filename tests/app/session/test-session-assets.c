/* Adding pictures and files to a board, and getting them back. */
#include "session-for-tests.h"

#include "ew-error.h"
#include "ew-verbs-asset.h"

static GFile *
example (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "pictures", name, NULL);

  return g_file_new_for_path (path);
}

static EwAsset *
add_file (EwSession *session, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_add_file_async (session, file, NULL, test_ready_cb, &result);
  return ew_session_add_asset_finish (session, test_await (&result), error);
}

static EwAsset *
add_example (EwSession *session, const char *name)
{
  g_autoptr (GFile) file = example (name);
  g_autoptr (GError) error = NULL;
  EwAsset *asset = add_file (session, file, &error);

  g_assert_no_error (error);
  return asset;
}

static EwAsset *
add_words (EwSession *session, const char *words, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EwAsset *asset;

  ew_session_add_bytes_async (session, bytes, name, NULL, test_ready_cb,
                              &result);
  asset = ew_session_add_asset_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return asset;
}

static gsize
size_of (EwSession *session, const char *asset)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  ew_session_get_asset_async (session, asset, NULL, test_ready_cb, &result);
  bytes = ew_session_get_asset_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return g_bytes_get_size (bytes);
}

static char *
put (EwSession *session, const char *board, const EwAsset *asset)
{
  char *id = NULL;
  EwEdit *edit = ew_verb_add_asset (ew_session_board (session, board), asset,
                                    (EwPoint){ 100, 100 }, &id);

  test_apply (session, board, edit, 0);
  return id;
}

static void
test_picture (void)
{
  EwSession *session = test_create ("picture");
  g_autofree char *board = test_new_board (session, "Trip");
  g_autoptr (EwAsset) asset = add_example (session, "turned.jpg");
  g_autofree char *id = put (session, board, asset);
  const EwObject *image = ew_board_get (ew_session_board (session, board), id);
  EwRect box = ew_object_box (image);

  g_assert_true (asset->kind == &ew_kind_image);
  g_assert_cmpstr (asset->name, ==, "turned.jpg");
  g_assert_true (g_str_has_suffix (asset->asset, ".jpg"));
  g_assert_cmpint (asset->width, ==, 40);
  g_assert_cmpint (asset->height, ==, 64);
  g_assert_cmpstr (test_get (session, board, id, "alt"), ==, "turned");
  g_assert_cmpfloat (box.w, ==, 40);
  g_assert_cmpfloat (box.h, ==, 64);
  test_close (session);
}

/* Whatever it is called, it is what is in it. */
static void
test_not_a_picture (void)
{
  EwSession *session = test_create ("no-picture");
  g_autofree char *board = test_new_board (session, "Trip");
  g_autoptr (EwAsset) asset =
      add_words (session, "\xff\xd8\xff no JPEG", "photo.jpg");
  g_autofree char *id = put (session, board, asset);

  g_assert_true (asset->kind == &ew_kind_file);
  g_assert_cmpint (asset->bytes, ==, 11);
  g_assert_cmpstr (test_get (session, board, id, "name"), ==, "photo.jpg");
  test_close (session);
}

static void
test_refused (void)
{
  EwSession *session = test_create ("refused");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autofree char *nowhere_path = test_folder ("nowhere.png");
  g_autoptr (GFile) nowhere = g_file_new_for_path (nowhere_path);
  struct {
    GFile *file;
    EwError code;
  } cases[] = {
    { folder, EW_ERROR_USAGE },
    { endless, EW_ERROR_USAGE },
    { nowhere, EW_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (add_file (session, cases[i].file, &error));
    g_assert_error (error, EW_ERROR, (int) cases[i].code);
  }
  test_close (session);
}

/* Undone before the commit, brought back after it, opened again. */
static void
test_undo (void)
{
  EwSession *session = test_create ("undo");
  g_autofree char *board = test_new_board (session, "Trip");
  g_autoptr (EwAsset) asset = add_example (session, "harbour.png");
  g_autofree char *id = put (session, board, asset);

  g_assert_true (ew_session_undo (session, board));
  test_commit (session);
  g_assert_true (ew_session_redo (session, board));
  g_assert_cmpuint (size_of (session, asset->asset), ==, asset->bytes);
  test_commit (session);
  g_assert_cmpuint (size_of (session, asset->asset), ==, asset->bytes);
  test_close (session);

  session = test_open ("undo");
  test_load (session, board);
  g_assert_cmpstr (test_get (session, board, id, "asset"), ==, asset->asset);
  g_assert_cmpuint (size_of (session, asset->asset), ==, asset->bytes);
  test_close (session);
}

static void
test_missing (void)
{
  EwSession *session = test_create ("missing");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ew_session_get_asset_async (session, "../HEAD", NULL, test_ready_cb, &result);
  g_assert_null (
      ew_session_get_asset_finish (session, test_await (&result), &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NOT_FOUND);
  g_clear_object (&result);
  test_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/session-assets/picture", test_picture);
  g_test_add_func ("/session-assets/not-a-picture", test_not_a_picture);
  g_test_add_func ("/session-assets/refused", test_refused);
  g_test_add_func ("/session-assets/undo", test_undo);
  g_test_add_func ("/session-assets/missing", test_missing);
  return g_test_run ();
}
