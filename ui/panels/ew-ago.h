/* When something was said, as people say it: "5 minutes ago", "yesterday
 * 17:40", "12 Oct". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @at and @now: seconds since 1970.  A time that has not come yet (someone's
 * clock is wrong) is "just now".  Returns: (transfer full). */
char *ew_ago_format (gint64 at, gint64 now);

G_END_DECLS
