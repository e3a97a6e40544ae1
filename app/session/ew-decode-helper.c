#include "ew-decode-helper.h"

/* Where the helper lies, from the program's own folder: in the build tree, and
 * where the whole was moved to another prefix. */
static const char *const near_program[] = {
  "../app/decode/elsewhen-decode",
  "../decode/elsewhen-decode",
  "../libexec/elsewhen-decode",
};

char *
ew_decode_helper_path (void)
{
  const char *told = g_getenv ("ELSEWHEN_DECODE");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = self ? g_path_get_dirname (self) : NULL;

  if (told)
    return g_strdup (told);
  for (guint i = 0; dir && i < G_N_ELEMENTS (near_program); i++) {
    g_autofree char *path = g_build_filename (dir, near_program[i], NULL);

    if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
      return g_steal_pointer (&path);
  }
  return g_strdup (EW_LIBEXECDIR "/elsewhen-decode");
}
