/* A connection that nobody can read or change on its way, by GIO's TLS: the
 * system's authorities, its proxies, TLS up to 1.3.
 *
 * A certificate that does not fit is refused; there is no way around. */
#pragma once

#include "ew-dial.h"

G_BEGIN_DECLS

typedef struct _EwTls EwTls;

#define EW_HTTPS_PORT 443

/* To the dial's host.  @dial must outlive it. */
EwTls *ew_tls_new (const EwDial *dial, GError **error);
/* Returns: the number of bytes, 0 at the end, -1 with @error. */
gssize ew_tls_read (EwTls *tls, void *buffer, gsize size, GError **error);
gssize ew_tls_write (EwTls *tls, const void *bytes, gsize size, GError **error);
void ew_tls_free (EwTls *tls);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwTls, ew_tls_free)

G_END_DECLS
