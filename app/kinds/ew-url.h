/* What can be read from the words of a URL; the public part is in
 * ew-walkthrough.h.  Private to this room. */
#pragma once

#include "ew-walkthrough.h"

G_BEGIN_DECLS

/* "How we plan" of `https://host/2024/how-we-plan.html`.
 * Returns: (transfer full): "" when there are no words in it. */
char *ew_url_words (const char *url);

G_END_DECLS
