/* For those who use plain git on a workspace. */
#include "ew-command.h"

#include "ew-merge-driver.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

bool
ew_command_merge_driver (EwCall *call, GError **error)
{
  EwMergeDriver driver = { call->args[0], call->args[1], call->args[2],
                           call->args[3] };

  return ew_merge_driver_run (&driver, error);
}

static bool
is_same_file (const char *one, const char *other)
{
  g_autofree char *a = g_canonicalize_filename (one, NULL);
  g_autofree char *b = g_canonicalize_filename (other, NULL);

  return g_str_equal (a, b);
}

/* By name alone if the shell finds us so: that outlives a move. */
static char *
own_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path ("elsewhen-cli");

  if (!self || (found && is_same_file (self, found)))
    return g_strdup ("elsewhen-cli");
  return g_shell_quote (self);
}

bool
ew_command_setup_git (EwCall *call, GError **error)
{
  g_autofree char *program = own_program ();
  g_autofree char *folder = ew_merge_driver_set_up (
      call->n_args > 0 ? call->args[0] : ".", program, error);

  if (!folder)
    return false;
  /* Translators: %s is the folder of a git repository. */
  g_print (_ ("git merge, git rebase and git pull in %s now merge boards by "
              "meaning.\n"),
           folder);
  return true;
}
