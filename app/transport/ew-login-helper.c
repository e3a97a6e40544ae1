#include "ew-login-private.h"

#include <string.h>

/* Runs `git credential @verb`; returns: (transfer full) (nullable): what it
 * prints. */
static char *
run (const EwDial *dial, const char *verb, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
      G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) git = NULL;
  char *output = NULL;

  g_subprocess_launcher_set_cwd (launcher, "/");
  g_subprocess_launcher_setenv (launcher, "GIT_TERMINAL_PROMPT", "0", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_ASKPASS", "true", TRUE);
  g_subprocess_launcher_setenv (launcher, "GCM_INTERACTIVE",
                                dial->prompter ? "auto" : "never", TRUE);
  git = g_subprocess_launcher_spawn (launcher, NULL, "git", "credential", verb,
                                     NULL);
  if (!git)
    return NULL;
  if (g_subprocess_communicate_utf8 (git, input, dial->cancellable, &output,
                                     NULL, NULL) &&
      g_subprocess_get_successful (git))
    return output;
  g_subprocess_force_exit (git);
  g_free (output);
  return NULL;
}

/* An address has no line ends, so each of these is one line. */
static GString *
describe (const EwDial *dial)
{
  const EwAddress *address = dial->address;
  g_autofree char *place = ew_address_place (address);
  GString *text = g_string_new ("protocol=https\n");

  g_string_append_printf (text, "host=%s\npath=%s\n", place,
                          address->path + (*address->path == '/'));
  return text;
}

static char *
value_of (const char *output, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], key))
      return g_strdup (lines[i] + strlen (key));
  return NULL;
}

EwCredential *
ew_helper_find (const EwDial *dial)
{
  g_autoptr (GString) input = describe (dial);
  g_autoptr (EwCredential) found = g_new0 (EwCredential, 1);
  g_autofree char *output = NULL;

  if (*dial->address->user)
    g_string_append_printf (input, "username=%s\n", dial->address->user);
  g_string_append_c (input, '\n');
  output = run (dial, "fill", input->str);
  if (!output)
    return NULL;
  found->user = value_of (output, "username=");
  found->secret = value_of (output, "password=");
  /* Without a helper git answers with what it could not ask: nothing. */
  if (!found->user || !*found->user || !found->secret || !*found->secret)
    return NULL;
  return g_steal_pointer (&found);
}

static bool
is_one_line (const char *word)
{
  return !strpbrk (word, "\r\n");
}

void
ew_helper_tell (const EwDial *dial, const char *verb,
                const EwCredential *credential)
{
  g_autoptr (GString) input = NULL;

  if (!is_one_line (credential->user) || !is_one_line (credential->secret))
    return;
  input = describe (dial);
  g_string_append_printf (input, "username=%s\npassword=%s\n\n",
                          credential->user, credential->secret);
  g_free (run (dial, verb, input->str));
}
