/* What an object is, said in full to somebody who cannot see it:
 * “Fix login flow, yellow sticky note by Ana, 2 comments, 3 of 12 in Ideas”.
 *
 * All of it is one name, because screen readers say a description twice. */
#pragma once

#include "ew-reading-order.h"

G_BEGIN_DECLS

/* @order must be of @board as it is now; NULL leaves the place out.  @author
 * may be NULL.  Returns: (transfer full): translated, of one line. */
char *ew_describe (const EwBoard *board, const EwReadingOrder *order,
                   const EwObject *object, const char *author);
/* What it says in at most @max characters of one line, without anything about
 * it: for rows and sentences.  Returns: (transfer full): never empty. */
char *ew_describe_short (const EwBoard *board, const EwObject *object,
                         gsize max);
/* How many comment threads about it are open. */
guint ew_describe_comments (const EwBoard *board, const EwObject *object);

G_END_DECLS
