/* What others did, and what waits, in a line for people. */
#pragma once

#include "ew-session-talk.h"

G_BEGIN_DECLS

/* "Bo changed “Fix login flow”".  Returns: (transfer full). */
char *ew_news_sentence (const EwNews *news);
/* "Review · Bo Berg", "Ana mentions you".  Returns: (transfer full). */
char *ew_inbox_headline (const EwInboxItem *item);

G_END_DECLS
