#include "ew-net-call.h"

#include "ew-ssh.h"

#include <git2/sys/transport.h>

/* libgit2's smart protocol over one run of ssh: listing and sending are the
 * same conversation. */
typedef struct {
  git_smart_subtransport parent;
  struct Stream *stream; /* of the conversation that is going on */
} Subtransport;

typedef struct Stream {
  git_smart_subtransport_stream parent;
  EwSsh *ssh;
} Stream;

static int
read_cb (git_smart_subtransport_stream *base, char *buffer, size_t size,
         size_t *got)
{
  EwNetCall *call = ew_net_call_current ();
  GError *error = NULL;
  gssize n = ew_ssh_read (((Stream *) base)->ssh, buffer, size, &error);

  *got = n > 0 ? (size_t) n : 0;
  if (n < 0)
    return ew_net_call_fail (call, error);
  return ew_net_call_count (call, *got);
}

static int
write_cb (git_smart_subtransport_stream *base, const char *bytes, size_t size)
{
  GError *error = NULL;

  if (ew_ssh_write (((Stream *) base)->ssh, bytes, size, &error))
    return 0;
  return ew_net_call_fail (ew_net_call_current (), error);
}

static void
free_stream_cb (git_smart_subtransport_stream *base)
{
  Stream *stream = (Stream *) base;
  Subtransport *owner = (Subtransport *) base->subtransport;

  if (owner->stream == stream)
    owner->stream = NULL;
  ew_ssh_free (stream->ssh);
  g_free (stream);
}

static int
start (Subtransport *self, const char *service)
{
  EwNetCall *call = ew_net_call_current ();
  GError *error = NULL;
  EwSsh *ssh = ew_ssh_new (&call->dial, service, &error);

  if (!ssh)
    return ew_net_call_fail (call, error);
  self->stream = g_new0 (Stream, 1);
  self->stream->parent.subtransport = &self->parent;
  self->stream->parent.read = read_cb;
  self->stream->parent.write = write_cb;
  self->stream->parent.free = free_stream_cb;
  self->stream->ssh = ssh;
  return 0;
}

/* On closing, libgit2 wants to say goodbye to upload-pack, even after a push,
 * when there is none.  That is no error to speak of. */
static int
action_cb (git_smart_subtransport_stream **out, git_smart_subtransport *base,
           const char *url, git_smart_service_t service)
{
  Subtransport *self = (Subtransport *) base;
  int code = 0;

  if (service == GIT_SERVICE_UPLOADPACK_LS)
    code = start (self, "git-upload-pack");
  else if (service == GIT_SERVICE_RECEIVEPACK_LS)
    code = start (self, "git-receive-pack");
  if (code < 0 || !self->stream)
    return -1;
  *out = &self->stream->parent;
  return 0;
}

static int
close_cb (git_smart_subtransport *base)
{
  return 0;
}

static void
free_cb (git_smart_subtransport *base)
{
  g_free (base);
}

static int
new_cb (git_smart_subtransport **out, git_transport *owner, void *unused)
{
  Subtransport *self = g_new0 (Subtransport, 1);

  self->parent.action = action_cb;
  self->parent.close = close_cb;
  self->parent.free = free_cb;
  *out = &self->parent;
  return 0;
}

int
ew_net_ssh (git_transport **out, git_remote *owner, void *unused)
{
  git_smart_subtransport_definition definition = { new_cb, 0, NULL };

  return git_transport_smart (out, owner, &definition);
}
