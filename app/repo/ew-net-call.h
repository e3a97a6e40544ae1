/* One conversation with a remote, as libgit2's transports see it.
 *
 * libgit2 gives them no word of who uses them, so what they must know stands
 * here, for the thread that is between ew_net_call_enter() and _leave(). */
#pragma once

#include "ew-dial.h"
#include "ew-git.h"

typedef struct {
  EwDial dial;
  gint64 left; /* bytes that may still come from there */
  GError *error; /* the first thing that went wrong, in our words */
} EwNetCall;

void ew_net_call_enter (EwNetCall *call);
void ew_net_call_leave (EwNetCall *call);
/* Of this thread, or NULL. */
EwNetCall *ew_net_call_current (void);

/* Keeps @error (transfer full) and tells libgit2 that something is wrong.
 * Returns: -1. */
int ew_net_call_fail (EwNetCall *call, GError *error);
/* That so many bytes came.  Returns: 0, or -1 when it is too much. */
int ew_net_call_count (EwNetCall *call, gsize bytes);

/* The two transports: see ew-ssh.h and ew-tls.h.  The first is a
 * git_transport_cb; the second takes the place of libgit2's own TLS. */
int ew_net_ssh (git_transport **out, git_remote *owner, void *unused);
void ew_net_tls_register (void);
