#include "ew-helper.h"

/* From the program's own folder: in the build tree, for a program of ui/ and
 * for one of app/; and where the whole was moved to another prefix. */
static char *
near_program (const char *dir, const char *name, const char *room)
{
  char *const paths[] = {
    g_build_filename (dir, "..", "app", room, name, NULL),
    g_build_filename (dir, "..", room, name, NULL),
    g_build_filename (dir, "..", "libexec", name, NULL),
  };
  char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (!found && g_file_test (paths[i], G_FILE_TEST_IS_EXECUTABLE))
      found = paths[i];
    else
      g_free (paths[i]);
  }
  return found;
}

char *
ew_helper_path (const char *name, const char *room, const char *variable)
{
  const char *told = g_getenv (variable);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = self ? g_path_get_dirname (self) : NULL;
  char *found = NULL;

  if (told)
    return g_strdup (told);
  if (dir)
    found = near_program (dir, name, room);
  return found ? found : g_build_filename (EW_LIBEXECDIR, name, NULL);
}
