/* The people of a workspace: members/<id>.json, one for each, written by nobody
 * else. */
#pragma once

#include "ew-member.h"
#include "ew-store.h"

G_BEGIN_DECLS

/* More are not read. */
#define EW_MEMBERS_MAX 5000

/* Those at @rev (NULL: the tip), by name.  What cannot be read is named in
 * @faults, which may be NULL, and left out.
 * Returns: (transfer full): of EwMember. */
GPtrArray *ew_store_members (EwStore *store, const char *rev, GPtrArray *faults,
                             GError **error);
/* Commits the profile of whoever the store's identity is; its address is added
 * to @member.  Returns: (transfer full): the new tip. */
char *ew_store_put_member (EwStore *store, const EwMember *member,
                           GError **error);
/* How many working days the team takes to answer; elsewhen.json may tell. */
#define EW_RESPONSE_DAYS_DEFAULT 2
guint ew_store_response_days (EwStore *store);

G_END_DECLS
