/* One operation with a machine elsewhere: who waits for it and how long.
 *
 * Everything here blocks.  It returns within 100 ms of a cancel, and when no
 * byte has come or gone for `timeout` seconds. */
#pragma once

#include "ew-address.h"
#include "ew-prompt.h"

G_BEGIN_DECLS

typedef struct {
  const EwAddress *address;
  GCancellable *cancellable;
  const EwPrompter *prompter; /* NULL: nobody is there to be asked */
  guint timeout; /* seconds; 0 is EW_DIAL_TIMEOUT */
  const char *authorities; /* HTTPS: a file of certificates; NULL: the
                              system's */
} EwDial;

#define EW_DIAL_TIMEOUT 60

guint ew_dial_timeout (const EwDial *dial);
/* Turns GIO's @cause (transfer full) into a sentence of ours.
 * Returns: false. */
bool ew_dial_fail (const EwDial *dial, GError *cause, GError **error);

G_END_DECLS
