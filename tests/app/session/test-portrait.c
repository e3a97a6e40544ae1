/* A picture for a profile: small, square, and carried along. */
#include "session-for-tests.h"

#include "ew-error.h"
#include "ew-portrait.h"
#include "ew-session-assets.h"
#include "ew-session-talk.h"

static EwPicture *
read_file (GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ew_portrait_read_async (file, NULL, test_ready_cb, &result);
  return ew_portrait_read_finish (test_await (&result), error);
}

static EwPicture *
read_example (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "pictures", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  EwPicture *picture = read_file (file, &error);

  g_assert_no_error (error);
  return picture;
}

static GFile *
file_of (const char *name, const void *bytes, gsize size)
{
  g_autofree char *path = test_folder (name);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return g_file_new_for_path (path);
}

static void
test_square (void)
{
  g_autoptr (EwPicture) portrait = read_example ("turned.jpg");

  g_assert_cmpint (portrait->width, ==, portrait->height);
  g_assert_cmpint (portrait->width, <=, EW_PORTRAIT_SIDE);
  g_assert_cmpuint (g_bytes_get_size (portrait->pixels), ==,
                    4 * portrait->width * portrait->height);
}

/* 20,000 by 20,000 are refused from their head, before anything is decoded. */
static void
test_refused (void)
{
  const guint8 huge[] = { 0x89, 'P', 'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a,
                          0,    0,   0,    13,   'I',  'H',  'D',  'R',
                          0,    0,   0x4e, 0x20, 0,    0,    0x4e, 0x20,
                          1,    0,   0,    0,    0 };
  g_autoptr (GFile) large = file_of ("huge.png", huge, sizeof huge);
  g_autoptr (GFile) words = file_of ("words.png", "Not a picture", 13);
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_home_dir ());
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nowhere/at/all.png");
  GFile *const files[] = { large, words, folder, nothing };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_file (files[i], &error));
    g_assert_nonnull (error);
    g_assert_cmpuint (error->domain, ==, EW_ERROR);
  }
}

static void
put_profile (EwSession *session, GBytes *portrait)
{
  g_autoptr (EwMember) member = ew_session_my_profile (session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ew_session_set_profile_async (session, member, portrait, test_ready_cb,
                                &result);
  ew_session_set_member_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
}

static gsize
asset_size (EwSession *session, const char *asset)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  ew_session_get_asset_async (session, asset, NULL, test_ready_cb, &result);
  bytes = ew_session_get_asset_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return g_bytes_get_size (bytes);
}

/* In the very commit of the profile, and there when it is opened again. */
static void
test_profile (void)
{
  EwSession *session = test_create ("profile");
  g_autoptr (EwPicture) portrait = read_example ("turned.jpg");
  g_autoptr (GBytes) png = ew_portrait_to_png (portrait);
  const EwMember *own;

  put_profile (session, png);
  test_close (session);

  session = test_open ("profile");
  own = ew_members_find (ew_session_members (session), "ana@example.org");
  g_assert_nonnull (own);
  g_assert_true (ew_asset_name_is_valid (own->picture));
  g_assert_cmpuint (asset_size (session, own->picture), ==,
                    g_bytes_get_size (png));
  /* Written again without another picture, it stays. */
  put_profile (session, NULL);
  own = ew_members_find (ew_session_members (session), "ana@example.org");
  g_assert_true (ew_asset_name_is_valid (own->picture));
  test_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/portrait/square", test_square);
  g_test_add_func ("/portrait/refused", test_refused);
  g_test_add_func ("/portrait/profile", test_profile);
  return g_test_run ();
}
