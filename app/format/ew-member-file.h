/* members/<id>.json: {"format":1,"min_writer":1,…}, one member on a line, and
 * what else is in it, which is kept. */
#pragma once

#include "ew-fault.h"
#include "ew-member.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL, with a fault, when it cannot be
 * read. */
EwMember *ew_member_file_read (const char *text, gsize length, const char *file,
                               GPtrArray *faults);
/* Returns: (transfer full). */
char *ew_member_file_write (const EwMember *member);

G_END_DECLS
