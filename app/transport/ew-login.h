/* A name and a password for an HTTPS remote.
 *
 * Tried in this order: what git's own credential helpers know, what the
 * keyring knows, what a person says.  What a server has refused is forgotten
 * where it came from; what it took, and a person said, is kept where it will be
 * found again.  All of it goes to one scheme, host and port only. */
#pragma once

#include "ew-dial.h"

G_BEGIN_DECLS

typedef struct _EwLogin EwLogin;

typedef struct {
  char *user, *secret;
} EwCredential;
void ew_credential_free (EwCredential *credential);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwCredential, ew_credential_free)

/* @dial must outlive it. */
EwLogin *ew_login_new (const EwDial *dial);
void ew_login_free (EwLogin *login);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwLogin, ew_login_free)

/* The first; after it was refused the next; after it was taken the same again,
 * for the next connection.  EW_ERROR_UNANSWERED when
 * nobody is there to be asked, EW_ERROR_DENIED after three wrong answers.
 * Returns: (transfer none). */
const EwCredential *ew_login_next (EwLogin *login, GError **error);
/* The last one was taken. */
void ew_login_taken (EwLogin *login);

G_END_DECLS
