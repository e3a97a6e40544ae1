/* What a board is for, as its own entry states it: why it is there, who drives
 * it (exactly one, the DRI), who reviews it, by when, and what is wanted of
 * those who come.
 *
 * People are email addresses.  All of it is optional; a board that states
 * something and names nobody who drives it has a gap, which is shown. */
#pragma once

#include "ew-kind.h"
#include "ew-map.h"

G_BEGIN_DECLS

/* A look into a board's own entry, or what it shall say; borrows everything. */
typedef struct {
  const char *purpose, *wanted; /* never NULL, maybe "" */
  const char *driver; /* an address, "": nobody */
  const EwMap *reviewers; /* a set of addresses, NULL: nobody */
  gint64 due; /* seconds since 1970, 0: whenever */
} EwIntent;

/* @self: (nullable): the board's own entry; valid as long as it is. */
EwIntent ew_intent_of (const EwObject *self);

/* What somebody is to a board that names them. */
typedef enum {
  EW_ROLE_DRIVER,
  EW_ROLE_REVIEWER,
} EwRole;
#define EW_ROLES 2
/* Whether it names somebody with one of the addresses @emails, which is
 * NULL-terminated. */
bool ew_intent_names (const EwIntent *intent, EwRole role,
                      const char *const *emails);

/* @self as it says @intent instead.  Returns: (transfer full). */
EwObject *ew_intent_put (const EwObject *self, const EwIntent *intent);

bool ew_intent_is_stated (const EwIntent *intent);
/* Whether it was due before @now, seconds since 1970. */
bool ew_intent_is_overdue (const EwIntent *intent, gint64 now);

G_END_DECLS
