/* Captions: what is said in a walkthrough, as text with times.
 *
 * Kept as people write it, one caption on a line with its time at the head:
 *
 *   0:03.2 – 0:05.9 This is what we planned.
 *   0:06 And this is
 *   what came of it.
 *
 * The end may be left out: a caption lasts until the next one, EW_CAPTION_LONG
 * at most.  A line without a time goes on with the caption above it.  Text is
 * merged, searched and read by everyone; parsed only to be shown. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* ms: how long a caption without an end stands, when nothing follows sooner. */
#define EW_CAPTION_LONG 7000
/* More than that in one text are left out. */
#define EW_CAPTIONS_MAX 20000

typedef struct {
  gint64 start, end; /* ms, start < end */
  char *text; /* never empty; may have several lines */
} EwCaption;

EwCaption *ew_caption_new (gint64 start, gint64 end, const char *text);
/* Returns: (transfer full): an array that owns its captions. */
GPtrArray *ew_captions_new (void);
/* Returns: (transfer full): of EwCaption, by time. */
GPtrArray *ew_captions_parse (const char *text);
/* Returns: (transfer full): what parses to the same captions. */
char *ew_captions_format (GPtrArray *captions);
/* `0:03.2`, as people write it.  Returns: (transfer full). */
char *ew_caption_time_format (gint64 ms);
/* False when @text is no time, or more than one. */
bool ew_caption_time_parse (const char *text, gint64 *ms);

/* @captions with its caption @index (as it is parsed) begun at @start, or with
 * a new one when @index is below 0.  A caption whose end nobody said still
 * lasts until the next one; one that moves keeps how long it lasts. Returns:
 * (transfer full). */
char *ew_captions_put (const char *captions, int index, gint64 start,
                       const char *text);
/* Returns: (transfer full): without that one. */
char *ew_captions_take (const char *captions, int index);
/* What is said at @ms.  Returns: (nullable). */
const EwCaption *ew_captions_at (GPtrArray *captions, gint64 ms);
/* When the last one ends, ms; 0 without any. */
gint64 ew_captions_end (GPtrArray *captions);

G_END_DECLS
