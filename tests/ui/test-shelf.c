#include "ew-shelf.h"

#include <glib/gstdio.h>

static char *
make_workspace (const char *name)
{
  char *dir = ew_shelf_new_dir (name);
  g_autofree char *head = g_build_filename (dir, "HEAD", NULL);

  g_mkdir_with_parents (dir, 0700);
  g_assert_true (g_file_set_contents (head, "ref", -1, NULL));
  return dir;
}

static void
test_new_dir (void)
{
  g_autofree char *first = make_workspace ("Harbour Team / 2");
  g_autofree char *second = ew_shelf_new_dir ("Harbour Team / 2");
  g_autofree char *name = g_path_get_basename (first);

  g_assert_cmpstr (name, ==, "Harbour-Team---2");
  g_assert_cmpstr (first, !=, second);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
test_memory (void)
{
  g_autofree char *a = make_workspace ("a");
  g_autofree char *b = make_workspace ("b");
  g_autoptr (GPtrArray) entries = NULL;
  const EwShelfEntry *entry;

  ew_shelf_remember (a, "Team [A] = ü");
  ew_shelf_remember (b, "B");
  ew_shelf_remember (a, "Team [A] = ü");
  ew_shelf_remember ("/nowhere/at/all", "Gone");

  entries = ew_shelf_list ();
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->dir, ==, a);
  g_assert_cmpstr (entry->name, ==, "Team [A] = ü");
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->dir, ==, b);
}

/* Folders of its own, for the whole program: GLib's way of giving each test its
 * own leaks them. */
static void
leave_home (void)
{
  static const char *const names[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                                       "XDG_STATE_HOME", "XDG_CACHE_HOME" };
  g_autofree char *home = g_dir_make_tmp ("elsewhen-shelf-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *dir = g_build_filename (home, names[i], NULL);
    g_setenv (names[i], dir, TRUE);
  }
}

int
main (int argc, char *argv[])
{
  leave_home ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shelf/new-dir", test_new_dir);
  g_test_add_func ("/shelf/memory", test_memory);
  return g_test_run ();
}
