/* Groups: objects that share a word in their `group`.
 *
 * Whoever selects one of them selects all, unless the person went inside the
 * group.  A group is flat: grouping what is grouped makes one larger group. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

/* @ids (of char *) and everyone who is in a group with one of them, each once,
 * in the order of @ids.  Returns: (transfer full): of char *. */
GPtrArray *ew_group_expand (const EwBoard *board, GPtrArray *ids);
/* Whether all of @ids, two at least, are one group. */
bool ew_group_is_one (const EwBoard *board, GPtrArray *ids);

G_END_DECLS
