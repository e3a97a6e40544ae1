/* A track as bytes: JSON with one event on a line, comma first.
 *
 *   [{"duration":61240,"format":1}
 *   ,["win",0,1280,800]
 *   ,["cam",0,5120,3200,1000]
 *   ,["at",400,4800,3000]
 *   ,["at",50,32,-16]
 *   ,["chap",950,"The plan"]
 *   ]
 *
 * An event is its word, the ms since the event before it, and what happened:
 *
 *   cam    x, y, zoom   middle of the view, in 1/16 px, and zoom in 1/1000;
 *                       each the difference to the `cam` before it
 *   win    w, h         size of the window, px
 *   at     x, y         the pointer, in 1/16 px; difference to the `at` before
 *   gone                the pointer left the board
 *   laser  0 or 1
 *   pick   id, id, …    what is selected now
 *   edit   id, id, …    what was changed
 *   chap   title
 *
 * Integers only, and the same track is the same bytes.  `duration` is left out
 * while one records: the file is then written line by line, and can be read up
 * to where a crash cut it.  Words of a newer version are stepped over.
 *
 * A minute of restless pointing is about 25 kB. */
#pragma once

#include "ew-fault.h"
#include "ew-track.h"

G_BEGIN_DECLS

#define EW_TRACK_FORMAT 1

/* Never fails: what cannot be read is left out, and a sentence for people in
 * @faults says so once for each way in which it is wrong.
 * Returns: (transfer full). */
EwTrack *ew_track_read (const char *text, gsize length, GPtrArray *faults);
/* Returns: (transfer full). */
char *ew_track_write (const EwTrack *track);
/* The lines of the events from @first on, for a file that is being written; the
 * head too when @first is 0.  Returns: (transfer full). */
char *ew_track_write_tail (const EwTrack *track, guint first);

G_END_DECLS
