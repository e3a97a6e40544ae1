#include "ew-net-call.h"

#include "ew-tls.h"

#include <git2/sys/stream.h>
#include <glib/gi18n-lib.h>

typedef struct {
  git_stream parent;
  EwTls *tls;
} Stream;

static int
connect_cb (git_stream *base)
{
  EwNetCall *call = ew_net_call_current ();
  GError *error = NULL;

  ((Stream *) base)->tls = ew_tls_new (&call->dial, &error);
  return ((Stream *) base)->tls ? 0 : ew_net_call_fail (call, error);
}

static ssize_t
read_cb (git_stream *base, void *buffer, size_t size)
{
  EwNetCall *call = ew_net_call_current ();
  GError *error = NULL;
  gssize got = ew_tls_read (((Stream *) base)->tls, buffer, size, &error);

  if (got < 0)
    return ew_net_call_fail (call, error);
  return ew_net_call_count (call, (gsize) got) < 0 ? -1 : got;
}

static ssize_t
write_cb (git_stream *base, const char *bytes, size_t size, int flags)
{
  GError *error = NULL;
  gssize sent = ew_tls_write (((Stream *) base)->tls, bytes, size, &error);

  return sent >= 0 ? sent : ew_net_call_fail (ew_net_call_current (), error);
}

static int
close_cb (git_stream *base)
{
  g_clear_pointer (&((Stream *) base)->tls, ew_tls_free);
  return 0;
}

static void
free_cb (git_stream *base)
{
  close_cb (base);
  g_free (base);
}

/* A connection that nobody of ours waits for, or to another machine than was
 * asked for (a redirect), is not made. */
static int
new_cb (git_stream **out, const char *host, const char *port)
{
  EwNetCall *call = ew_net_call_current ();
  Stream *self;

  if (!call || g_ascii_strcasecmp (host, call->dial.address->host) != 0) {
    git_error_set_str (GIT_ERROR_NET, "a connection to another host");
    return -1;
  }
  self = g_new0 (Stream, 1);
  self->parent.version = GIT_STREAM_VERSION;
  self->parent.encrypted = 1;
  self->parent.connect = connect_cb;
  self->parent.read = read_cb;
  self->parent.write = write_cb;
  self->parent.close = close_cb;
  self->parent.free = free_cb;
  *out = &self->parent;
  return 0;
}

void
ew_net_tls_register (void)
{
  git_stream_registration registration = { GIT_STREAM_VERSION, new_cb, NULL };

  git_stream_register (GIT_STREAM_TLS, &registration);
}
