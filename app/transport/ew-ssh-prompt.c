#include "ew-ssh-prompt.h"

#include "ew-error.h"
#include "ew-helper.h"

#include <errno.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define QUESTION_MAX 4096
#define FINGERPRINT "key fingerprint is "

struct _EwSshPrompt {
  const EwDial *dial;
  char *dir, *path;
  GSocketListener *listener;
  GCancellable *ended;
  gulong cancel_handler;
  GThread *thread;
  int open; /* atomic */
  guint asked;
};

/* "… ED25519 key fingerprint is SHA256:… ." → "ED25519 SHA256:…"
 * Returns: (transfer full) (nullable). */
static char *
key_in (const char *question)
{
  const char *at = strstr (question, FINGERPRINT);
  const char *kind = at;
  const char *sum = at ? at + strlen (FINGERPRINT) : NULL;
  gsize length = sum ? strcspn (sum, " \r\n") : 0;

  if (!at || length == 0)
    return NULL;
  while (kind > question && !strchr ("\r\n", kind[-1]))
    kind--;
  if (sum[length - 1] == '.')
    length--;
  return g_strdup_printf ("%.*s%.*s", (int) (at - kind), kind, (int) length,
                          sum);
}

/* Returns: (transfer full) (nullable): what ssh is to be told. */
static char *
ask (EwSshPrompt *self, const char *question)
{
  const EwPrompter *prompter = self->dial->prompter;
  g_autofree char *place = ew_address_place (self->dial->address);
  g_autofree char *key = key_in (question);
  g_auto (EwReply) reply = { 0 };
  EwPrompt prompt = { .kind = key ? EW_PROMPT_HOST : EW_PROMPT_SECRET,
                      .place = place,
                      .detail = key ? key : question,
                      .user = self->dial->address->user,
                      .is_again = !key && self->asked++ > 0 };

  if (!prompter->ask (&prompt, &reply, self->ended, prompter->data))
    return NULL;
  return key ? g_strdup ("yes") : g_steal_pointer (&reply.secret);
}

static char *
read_question (GIOStream *stream, GCancellable *cancellable)
{
  char *text = g_malloc0 (QUESTION_MAX + 1);

  g_input_stream_read_all (g_io_stream_get_input_stream (stream), text,
                           QUESTION_MAX, NULL, cancellable, NULL);
  return text;
}

static void
send_answer (GIOStream *stream, const char *answer, GCancellable *cancellable)
{
  GOutputStream *out = g_io_stream_get_output_stream (stream);
  char word = answer ? EW_ASKPASS_YES : EW_ASKPASS_NO;

  if (g_output_stream_write_all (out, &word, 1, NULL, cancellable, NULL) &&
      answer)
    g_output_stream_write_all (out, answer, strlen (answer), NULL, cancellable,
                               NULL);
}

static void
attend (EwSshPrompt *self, GSocketConnection *connection)
{
  GIOStream *stream = G_IO_STREAM (connection);
  g_autofree char *question = read_question (stream, self->ended);
  g_autofree char *valid = g_utf8_make_valid (question, -1);
  char *answer;

  g_atomic_int_set (&self->open, 1);
  answer = ask (self, valid);
  send_answer (stream, answer, self->ended);
  g_atomic_int_set (&self->open, 0);
  if (answer)
    memset (answer, 0, strlen (answer));
  g_free (answer);
}

static gpointer
run (gpointer data)
{
  EwSshPrompt *self = data;

  for (;;) {
    g_autoptr (GSocketConnection) connection =
        g_socket_listener_accept (self->listener, NULL, self->ended, NULL);

    if (!connection)
      return NULL;
    attend (self, connection);
  }
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

static bool
listen_in (EwSshPrompt *self, GError **error)
{
  g_autoptr (GSocketAddress) address = NULL;

  self->dir = g_dir_make_tmp ("elsewhen-XXXXXX", error);
  if (!self->dir)
    return false;
  self->path = g_build_filename (self->dir, "ask", NULL);
  address = g_unix_socket_address_new (self->path);
  return g_socket_listener_add_address (
      self->listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT,
      NULL, NULL, error);
}

static void
tell_ssh (EwSshPrompt *self, GSubprocessLauncher *launcher)
{
  g_autofree char *helper =
      ew_helper_path ("elsewhen-askpass", "transport", "ELSEWHEN_ASKPASS");

  g_subprocess_launcher_setenv (launcher, "SSH_ASKPASS", helper, TRUE);
  g_subprocess_launcher_setenv (launcher, "SSH_ASKPASS_REQUIRE", "force", TRUE);
  g_subprocess_launcher_setenv (launcher, EW_ASKPASS_SOCKET, self->path, TRUE);
}

EwSshPrompt *
ew_ssh_prompt_new (const EwDial *dial, GSubprocessLauncher *launcher,
                   GError **error)
{
  EwSshPrompt *self = g_new0 (EwSshPrompt, 1);

  self->dial = dial;
  self->listener = g_socket_listener_new ();
  self->ended = g_cancellable_new ();
  if (!listen_in (self, error)) {
    ew_ssh_prompt_free (self);
    return NULL;
  }
  if (dial->cancellable)
    self->cancel_handler = g_cancellable_connect (
        dial->cancellable, G_CALLBACK (cancelled_cb), self->ended, NULL);
  tell_ssh (self, launcher);
  self->thread = g_thread_new ("askpass", run, self);
  return self;
}

bool
ew_ssh_prompt_is_open (EwSshPrompt *self)
{
  return self && g_atomic_int_get (&self->open) != 0;
}

void
ew_ssh_prompt_free (EwSshPrompt *self)
{
  if (!self)
    return;
  g_cancellable_disconnect (self->dial->cancellable, self->cancel_handler);
  g_cancellable_cancel (self->ended);
  g_clear_pointer (&self->thread, g_thread_join);
  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_object_unref (self->ended);
  if (self->path)
    g_unlink (self->path);
  if (self->dir)
    g_rmdir (self->dir);
  g_free (self->path);
  g_free (self->dir);
  g_free (self);
}
