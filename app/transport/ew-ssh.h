/* SSH, by the user's own `ssh`.
 *
 * Keys, agent, ~/.ssh/config, jump hosts and hardware tokens are its business
 * and just work.  With a prompter it may ask a person (for a passphrase, a
 * password, whether a new machine is trusted), through elsewhen-askpass;
 * without one it asks nobody, and what would need an answer fails with
 * EW_ERROR_UNANSWERED.
 *
 * Connections are shared and kept for a minute, so that the next operation need
 * not log in again. */
#pragma once

#include "ew-dial.h"

G_BEGIN_DECLS

typedef struct _EwSsh EwSsh;

/* Runs @service ("git-upload-pack") on the dial's path over there.  @dial must
 * outlive it. */
EwSsh *ew_ssh_new (const EwDial *dial, const char *service, GError **error);
/* Returns: the number of bytes, 0 at the end, -1 with @error. */
gssize ew_ssh_read (EwSsh *ssh, void *buffer, gsize size, GError **error);
bool ew_ssh_write (EwSsh *ssh, const void *bytes, gsize size, GError **error);
/* Ends it, whatever it is doing. */
void ew_ssh_free (EwSsh *ssh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwSsh, ew_ssh_free)

G_END_DECLS
