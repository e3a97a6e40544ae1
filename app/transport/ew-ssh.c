#define _GNU_SOURCE /* memfd_create() */
#include "ew-ssh.h"

#include "ew-error.h"
#include "ew-ssh-prompt.h"
#include "ew-ssh-words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* What a server may make ssh say; the rest is dropped. */
#define WORDS_MAX 16384
/* A socket's path has 107 bytes; ssh adds a sum and a word of its own. */
#define CONTROL_DIR_MAX 48

struct _EwSsh {
  const EwDial *dial;
  GSubprocess *process;
  GSocket *wire;
  int words; /* a file in memory: its standard error */
  EwSshPrompt *prompt;
};

static bool
fail_errno (GError **error, int number)
{
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("The program “ssh” could not be started: %s."),
               g_strerror (number));
  return false;
}

/* A file that cannot grow takes no more than it has room for. */
static bool
make_words (EwSsh *ssh, GError **error)
{
  ssh->words = memfd_create ("ssh", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (ssh->words >= 0 && ftruncate (ssh->words, WORDS_MAX) == 0 &&
      fcntl (ssh->words, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) == 0)
    return true;
  return fail_errno (error, errno);
}

static char *
read_words (EwSsh *ssh)
{
  char *text = g_malloc0 (WORDS_MAX + 1);

  if (pread (ssh->words, text, WORDS_MAX, 0) < 0)
    *text = '\0';
  return text;
}

static bool
make_wire (EwSsh *ssh, GSubprocessLauncher *launcher, GError **error)
{
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
    return fail_errno (error, errno);
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  g_subprocess_launcher_take_stdout_fd (launcher,
                                        fcntl (ends[1], F_DUPFD_CLOEXEC, 3));
  g_subprocess_launcher_take_stderr_fd (launcher,
                                        fcntl (ssh->words, F_DUPFD_CLOEXEC, 3));
  ssh->wire = g_socket_new_from_fd (ends[0], NULL);
  g_socket_set_timeout (ssh->wire, ew_dial_timeout (ssh->dial));
  return true;
}

static void
add_option (GPtrArray *argv, char *option)
{
  g_ptr_array_add (argv, g_strdup ("-o"));
  g_ptr_array_add (argv, option);
}

/* Where connections wait to be used again, when there is a good place. */
static void
add_control (GPtrArray *argv)
{
  g_autofree char *dir =
      g_build_filename (g_get_user_runtime_dir (), "elsewhen", NULL);

  if (strlen (dir) > CONTROL_DIR_MAX || g_mkdir_with_parents (dir, 0700) < 0)
    return;
  add_option (argv, g_strdup ("ControlMaster=auto"));
  add_option (argv, g_strdup_printf ("ControlPath=%s/%%C", dir));
  add_option (argv, g_strdup ("ControlPersist=60"));
}

static char *
destination (const EwAddress *address)
{
  if (*address->user)
    return g_strdup_printf ("%s@%s", address->user, address->host);
  return g_strdup (address->host);
}

/* Returns: (transfer full): NULL-terminated.  Nothing of the address can be
 * taken for an option, nor end a word of the command over there. */
static GPtrArray *
command (const EwDial *dial, const char *service)
{
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_shell_quote (dial->address->path);

  g_ptr_array_add (argv, g_strdup ("ssh"));
  g_ptr_array_add (argv, g_strdup ("-T"));
  add_option (argv,
              g_strdup_printf ("BatchMode=%s", dial->prompter ? "no" : "yes"));
  add_option (argv,
              g_strdup_printf ("ConnectTimeout=%u", ew_dial_timeout (dial)));
  add_option (argv, g_strdup ("ServerAliveInterval=15"));
  add_control (argv);
  if (*dial->address->port) {
    g_ptr_array_add (argv, g_strdup ("-p"));
    g_ptr_array_add (argv, g_strdup (dial->address->port));
  }
  g_ptr_array_add (argv, g_strdup ("--"));
  g_ptr_array_add (argv, destination (dial->address));
  g_ptr_array_add (argv, g_strdup_printf ("%s %s", service, path));
  g_ptr_array_add (argv, NULL);
  return argv;
}

static bool
spawn (EwSsh *ssh, GSubprocessLauncher *launcher, const char *service,
       GError **error)
{
  g_autoptr (GPtrArray) argv = command (ssh->dial, service);
  g_autoptr (GError) reason = NULL;

  ssh->process = g_subprocess_launcher_spawnv (
      launcher, (const char *const *) argv->pdata, &reason);
  if (ssh->process)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               g_error_matches (reason, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT)
                   ? _ ("The program “ssh” is needed for this address, and is "
                        "not installed (%s).")
                   : _ ("The program “ssh” could not be started: %s."),
               reason->message);
  return false;
}

static GSubprocessLauncher *
launcher_new (void)
{
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

  /* Its words are read by us, and only the old protocol is spoken. */
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "GIT_PROTOCOL");
  g_subprocess_launcher_set_cwd (launcher, "/");
  return launcher;
}

static bool
start (EwSsh *ssh, const char *service, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new ();

  if (!make_words (ssh, error) || !make_wire (ssh, launcher, error))
    return false;
  if (ssh->dial->prompter) {
    ssh->prompt = ew_ssh_prompt_new (ssh->dial, launcher, error);
    if (!ssh->prompt)
      return false;
  }
  return spawn (ssh, launcher, service, error);
}

EwSsh *
ew_ssh_new (const EwDial *dial, const char *service, GError **error)
{
  g_autoptr (EwSsh) ssh = g_new0 (EwSsh, 1);

  g_return_val_if_fail (dial && service, NULL);

  ssh->dial = dial;
  ssh->words = -1;
  return start (ssh, service, error) ? g_steal_pointer (&ssh) : NULL;
}

void
ew_ssh_free (EwSsh *ssh)
{
  if (!ssh)
    return;
  if (ssh->process)
    g_subprocess_force_exit (ssh->process);
  g_clear_pointer (&ssh->prompt, ew_ssh_prompt_free);
  g_clear_object (&ssh->wire);
  g_clear_object (&ssh->process);
  if (ssh->words >= 0)
    close (ssh->words);
  g_free (ssh);
}

/* The end of the wire: ssh has gone, and says why. */
static bool
ended_well (EwSsh *ssh, GError **error)
{
  g_autofree char *words = NULL;
  GError *cause = NULL;

  if (!g_subprocess_wait (ssh->process, ssh->dial->cancellable, &cause))
    return ew_dial_fail (ssh->dial, cause, error);
  if (g_subprocess_get_if_exited (ssh->process) &&
      g_subprocess_get_exit_status (ssh->process) == 0)
    return true;
  words = read_words (ssh);
  return ew_ssh_fail (ssh->dial, words, error);
}

/* Whoever is being asked may take all the time in the world. */
static bool
may_go_on (EwSsh *ssh, GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) &&
         ew_ssh_prompt_is_open (ssh->prompt);
}

gssize
ew_ssh_read (EwSsh *ssh, void *buffer, gsize size, GError **error)
{
  for (;;) {
    GError *cause = NULL;
    gssize got = g_socket_receive (ssh->wire, buffer, size,
                                   ssh->dial->cancellable, &cause);

    if (got > 0)
      return got;
    if (got == 0)
      return ended_well (ssh, error) ? 0 : -1;
    if (!may_go_on (ssh, cause)) {
      ew_dial_fail (ssh->dial, cause, error);
      return -1;
    }
    g_error_free (cause);
  }
}

static gssize
send_some (EwSsh *ssh, const char *bytes, gsize size, GError **error)
{
  for (;;) {
    GError *cause = NULL;
    gssize sent =
        g_socket_send (ssh->wire, bytes, size, ssh->dial->cancellable, &cause);

    if (sent >= 0)
      return sent;
    if (!may_go_on (ssh, cause)) {
      g_propagate_error (error, cause);
      return -1;
    }
    g_error_free (cause);
  }
}

static bool
is_broken (const GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);
}

bool
ew_ssh_write (EwSsh *ssh, const void *bytes, gsize size, GError **error)
{
  const char *rest = bytes;

  while (size > 0) {
    GError *cause = NULL;
    gssize sent = send_some (ssh, rest, size, &cause);

    if (sent < 0 && is_broken (cause) && !ended_well (ssh, error)) {
      g_error_free (cause);
      return false;
    }
    if (sent < 0)
      return ew_dial_fail (ssh->dial, cause, error);
    rest += sent;
    size -= (gsize) sent;
  }
  return true;
}
