/* Reacting with an emoji; see ew-verbs.h. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* Puts @emoji of somebody on each of @ids (of char *), or takes it away when it
 * is on all of them.  Comments have answers instead.  Empty when none of them
 * can have one; EW_ERROR_USAGE when @emoji is none. */
EwEdit *ew_verb_react (const EwBoard *board, GPtrArray *ids, const char *emoji,
                       const char *name, const char *email, GError **error);

G_END_DECLS
