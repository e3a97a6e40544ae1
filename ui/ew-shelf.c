#include "ew-shelf.h"

#include <stdbool.h>

/* How many workspaces the menu remembers. */
#define REMEMBERED 8

char *
ew_shelf_dir (void)
{
  char *dir =
      g_build_filename (g_get_user_data_dir (), "elsewhen", "workspaces", NULL);

  g_mkdir_with_parents (dir, 0700);
  return dir;
}

char *
ew_shelf_new_dir (const char *name)
{
  g_autofree char *shelf = ew_shelf_dir ();
  g_autofree char *slug = g_str_to_ascii (name, NULL);
  char *dir;

  g_strcanon (slug, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_", '-');
  dir = g_build_filename (shelf, *slug ? slug : "workspace", NULL);
  for (int i = 2; g_file_test (dir, G_FILE_TEST_EXISTS); i++) {
    g_free (dir);
    dir = g_strdup_printf ("%s/%s-%d", shelf, slug, i);
  }
  return dir;
}

/* --- The memory: an ini file with a group for each, the latest first ---- */

static void
entry_free (gpointer data)
{
  EwShelfEntry *entry = data;

  g_free (entry->dir);
  g_free (entry->name);
  g_free (entry);
}

static char *
memory_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "elsewhen", "workspaces",
                           NULL);
}

static bool
is_workspace (const char *dir)
{
  g_autofree char *head = g_build_filename (dir, "HEAD", NULL);

  return g_file_test (head, G_FILE_TEST_EXISTS);
}

static void
add_entry (GPtrArray *entries, const char *dir, const char *name)
{
  EwShelfEntry *entry = g_new0 (EwShelfEntry, 1);

  entry->dir = g_strdup (dir);
  entry->name = g_strdup (name);
  g_ptr_array_add (entries, entry);
}

GPtrArray *
ew_shelf_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = memory_path ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return entries;

  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++) {
    g_autofree char *dir = g_key_file_get_string (file, *group, "dir", NULL);
    g_autofree char *name = g_key_file_get_string (file, *group, "name", NULL);

    if (dir != NULL && name != NULL && is_workspace (dir))
      add_entry (entries, dir, name);
  }
  return entries;
}

static void
write_entry (GKeyFile *file, const char *dir, const char *name)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autofree char *group = g_strdup_printf ("%u", g_strv_length (groups));

  g_key_file_set_string (file, group, "dir", dir);
  g_key_file_set_string (file, group, "name", name);
}

void
ew_shelf_remember (const char *dir, const char *name)
{
  g_autoptr (GPtrArray) entries = ew_shelf_list ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = memory_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  write_entry (file, dir, name);
  for (guint i = 0; i < MIN (entries->len, REMEMBERED); i++) {
    const EwShelfEntry *entry = g_ptr_array_index (entries, i);

    if (!g_str_equal (entry->dir, dir))
      write_entry (file, entry->dir, entry->name);
  }
  /* Forgetting is no harm, so a disk that says no is not reported. */
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}
