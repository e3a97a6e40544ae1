/* Pictures that travel with copied objects into another workspace. */
#include "session-for-tests.h"

#include "ew-clip-assets.h"
#include "ew-clip.h"
#include "ew-error.h"
#include "ew-session-assets.h"
#include "ew-verbs-asset.h"

static char *
add_bytes (EwSession *session, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwAsset) asset = NULL;

  ew_session_add_bytes_async (session, bytes, "plan.txt", NULL, test_ready_cb,
                              &result);
  asset = ew_session_add_asset_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return g_strdup (asset->asset);
}

static char **
missing (EwSession *session, const char *const *names)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char **found;

  ew_session_find_missing_async (session, names, NULL, test_ready_cb, &result);
  found =
      ew_session_find_missing_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return found;
}

static GBytes *
pack (EwSession *session, const char *const *names)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  ew_session_pack_assets_async (session, names, NULL, test_ready_cb, &result);
  bytes = ew_session_pack_assets_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return bytes;
}

static bool
unpack (EwSession *session, GBytes *bytes, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_unpack_assets_async (session, bytes, NULL, test_ready_cb, &result);
  return ew_session_unpack_assets_finish (session, test_await (&result), error);
}

static void
test_travel (void)
{
  EwSession *here = test_create ("here"), *there = test_create ("there");
  g_autofree char *one = add_bytes (here, "one");
  g_autofree char *two = add_bytes (here, "two\n\n");
  const char *const names[] = { one, two, NULL };
  g_auto (GStrv) before = missing (there, names);
  g_autoptr (GBytes) bytes = pack (here, names);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) after = NULL;

  g_assert_cmpstrv (before, names);
  g_assert_true (unpack (there, bytes, &error));
  g_assert_no_error (error);
  after = missing (there, names);
  g_assert_cmpuint (g_strv_length (after), ==, 0);
  test_close (here);
  test_close (there);
}

/* What a workspace lacks itself is just not in its pack. */
static void
test_lacking (void)
{
  EwSession *session = test_create ("lacking");
  g_autofree char *one = add_bytes (session, "one");
  g_autofree char *none = g_strconcat ("00000000000000000000000000000000"
                                       "00000000000000000000000000000000",
                                       ".png", NULL);
  const char *const names[] = { none, one, NULL };
  const char *const alone[] = { one, NULL };
  g_autoptr (GBytes) both = pack (session, names);
  g_autoptr (GBytes) single = pack (session, alone);

  g_assert_true (g_bytes_equal (both, single));
  test_close (session);
}

static void
assert_refused (EwSession *session, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_false (unpack (session, bytes, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_DAMAGED);
}

static void
test_hostile (void)
{
  EwSession *session = test_create ("hostile");
  g_autofree char *one = add_bytes (session, "one");
  const char *const alone[] = { one, NULL };
  g_autoptr (GBytes) good = pack (session, alone);
  gsize length;
  const char *text = g_bytes_get_data (good, &length);
  g_autofree char *other = g_strndup (text, length);

  assert_refused (session, "nonsense", 8);
  assert_refused (session, "../../x 3\nabc", 13);
  assert_refused (session, text, length - 1);
  other[length - 1] = 'X';
  assert_refused (session, other, length);
  test_close (session);
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  g_autofree char *good = g_strconcat ("0123456789abcdef0123456789abcdef"
                                       "0123456789abcdef0123456789abcdef",
                                       ".png", NULL);
  const char *const wanted[] = { good, NULL };
  const char *const assets[] = { good, good, "", "../../etc/passwd" };
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (assets); i++) {
    EwObject *object = ew_object_new (&ew_kind_image, NULL);

    ew_object_set_string (object, "asset", assets[i]);
    g_ptr_array_add (objects, object);
  }
  g_ptr_array_add (objects, ew_object_new (&ew_kind_note, NULL));
  names = ew_clip_asset_names (objects);
  g_assert_cmpstrv (names, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/clip-assets/travel", test_travel);
  g_test_add_func ("/clip-assets/lacking", test_lacking);
  g_test_add_func ("/clip-assets/hostile", test_hostile);
  g_test_add_func ("/clip-assets/names", test_names);
  return g_test_run ();
}
