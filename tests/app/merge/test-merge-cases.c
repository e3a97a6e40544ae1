/* The cases of tests/data/merge: folders of base, ours, theirs and result, each
 * one object as it stands in a bucket; a missing file is a missing object.
 * Theirs is the later change. */
#include "ew-merge.h"

#include "ew-object-json.h"

static EwObject *
load (const char *dir, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (dir, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  EwObject *object;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  object = ew_object_from_json (text, -1, &error);
  g_assert_no_error (error);
  return object;
}

static char *
to_json (const EwObject *object)
{
  return object != NULL ? ew_object_to_json (object, EW_JSON_WRITE_CANONICAL)
                        : g_strdup ("nothing");
}

static void
test_case (gconstpointer data)
{
  const char *dir = data;
  g_autoptr (EwObject) base = load (dir, "base");
  g_autoptr (EwObject) ours = load (dir, "ours");
  g_autoptr (EwObject) theirs = load (dir, "theirs");
  g_autoptr (EwObject) result = load (dir, "result");
  const EwObject *const sides[] = { ours, theirs };
  const EwObject *const turned[] = { theirs, ours };
  g_autoptr (EwObject) one =
      ew_merge_object (base, sides, &(EwMergeTimes){ { 1, 2 } });
  g_autoptr (EwObject) other =
      ew_merge_object (base, turned, &(EwMergeTimes){ { 2, 1 } });
  g_autofree char *expected = to_json (result);
  g_autofree char *got = to_json (one);
  g_autofree char *got_turned = to_json (other);

  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpstr (got_turned, ==, expected);
}

int
main (int argc, char **argv)
{
  g_autofree char *root = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  root = g_test_build_filename (G_TEST_DIST, "data", "merge", NULL);
  dir = g_dir_open (root, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_strconcat ("/merge-cases/", name, NULL);

    g_test_add_data_func_full (path, g_build_filename (root, name, NULL),
                               test_case, g_free);
  }
  return g_test_run ();
}
