/* What two versions of a text have in common.  Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many bytes @a and @b have in common at their heads, whole characters. */
gsize ew_text_common_head (const char *a, const char *b);
/* … and at their tails, behind their common @head. */
gsize ew_text_common_tail (const char *a, const char *b, gsize head);

G_END_DECLS
