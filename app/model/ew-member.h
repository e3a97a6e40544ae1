/* A member: what somebody tells the team about themselves.
 *
 * A record like what objects are made of, so that reading, writing and
 * comparing follow from its table.  Each person writes only their own; who that
 * is, their email address tells.  What nobody told has the usual values.
 *
 * The strings of an EwMember are #GRefString, as in every record. */
#pragma once

#include "ew-field.h"
#include "ew-hours.h"

G_BEGIN_DECLS

typedef struct {
  EwRecord record;
  char *name;
  EwMap *emails; /* a set of words */
  char *picture; /* name of an asset, or ""; then initials stand for it */
  char *zone; /* "Europe/Berlin" */
  EwMap *days; /* a set: "mon" … "sun" */
  char *hours; /* "09:00-17:00" */
  char *work; /* "how I work", Markdown */
  char *away; /* the day they are back, "2027-01-07", or "" */
} EwMember;
extern const EwRecordType ew_member_type;

EwMember *ew_member_new (const char *name, const char *email);
EwMember *ew_member_copy (const EwMember *member);
void ew_member_free (EwMember *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwMember, ew_member_free)

bool ew_member_has_email (const EwMember *member, const char *email);
/* Everyone who made a profile for an address has the same id, on every
 * computer.  Returns: (transfer full). */
char *ew_member_id (const char *email);
/* Clear with ew_hours_clear(). */
EwHours ew_member_hours (const EwMember *member);
/* Returns: (nullable) (transfer none): of @members (of EwMember). */
const EwMember *ew_members_find (GPtrArray *members, const char *email);

/* Where a text mentions somebody: from the @ to the end of the name, in
 * bytes. */
typedef struct {
  gsize begin, end;
  const EwMember *member;
} EwMention;
/* "@Bo Berg", "@Bo" when only one is called so, "@bo@example.org"; of several
 * that fit the longest.  A mention of nobody is only text.
 * Returns: (transfer full): of EwMention, in order. */
GArray *ew_mentions_find (const char *text, GPtrArray *members);
/* Whether one of them has @email. */
bool ew_mentions_have (const char *text, GPtrArray *members, const char *email);

G_END_DECLS
