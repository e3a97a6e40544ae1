/* A walkthrough: a recording of somebody who explains.
 *
 * Made elsewhere, it is a link; recorded on the board, it is a track (where one
 * looked and pointed; see ew-track.h) and perhaps a sound, both assets; it may
 * also be captions alone.  `commit` is the version of the board that it was
 * recorded on, "" when that is not known.
 *
 * Chapters are kept as people write them, one on a line: `0:38 Title`.  Text is
 * merged, diffed and read by everyone; parsed only to be shown. */
#pragma once

#include "ew-kinds.h"

G_BEGIN_DECLS

typedef struct {
  EwObject object;
  char *title, *duration, *chapters; /* all kinds of recordings */
  char *url; /* made elsewhere */
  char *asset; /* "<sha256>.ogg" of its sound, or a film that was attached */
  char *track; /* "<sha256>.json" */
  char *captions; /* see ew-captions.h */
  char *commit; /* 40 hex digits */
} EwWalkthrough;

/* Returns: (nullable): NULL when @object is no walkthrough. */
const EwWalkthrough *ew_walkthrough_from_object (const EwObject *object);
/* Whether the program plays it itself; else it is a link. */
bool ew_walkthrough_plays (const EwWalkthrough *walk);
/* How long it says it is, ms, captions counted in; 0 when it does not. */
gint64 ew_walkthrough_length (const EwWalkthrough *walk);
/* What it is called, by its link when it has no title.
 * Returns: (transfer full). */
char *ew_walkthrough_title (const EwWalkthrough *walk);
/* How much of it there is, to be heard: "2 minutes, 3 chapters"; "" when nobody
 * knows.  Returns: (transfer full). */
char *ew_walkthrough_extent (const EwWalkthrough *walk);
/* From which second on a press at @point of @object plays it; -1: it does not.
 */
gint64 ew_object_play_at (const EwObject *object, EwPoint point);

typedef struct {
  gint64 seconds;
  char *title;
} EwChapter;

/* Lines without a time at their head are left out.
 * Returns: (transfer full): of EwChapter, by time. */
GPtrArray *ew_chapters_parse (const char *text);
/* `38`, `0:38`, `1:02:03`; false when @text is none of these. */
bool ew_duration_parse (const char *text, gint64 *seconds);
/* `0:38`, `1:02:03`.  Returns: (transfer full). */
char *ew_duration_format (gint64 seconds);

/* Whether @url is of a host that people record on. */
bool ew_url_is_recording (const char *url);
/* http and https only, with a host; nothing else is ever opened. */
bool ew_url_is_safe (const char *url);
/* The host to show beside a link, in its real (punycode) form.
 * Returns: (transfer full) (nullable). */
char *ew_url_host (const char *url);
/* @url at @seconds, by the host's own time parameter (`t=38s`, `#t=38`, …).
 * Returns: (transfer full). */
char *ew_url_at (const char *url, gint64 seconds);

/* Where a click on a chapter, a button or a link in the text of @object lands.
 * Returns: (transfer full) (nullable): the URL to open, NULL when @point is on
 * nothing that opens. */
char *ew_object_link_at (const EwObject *object, EwPoint point);

G_END_DECLS
