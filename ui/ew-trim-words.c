#include "ew-trim-words.h"

#include "ew-describe.h"

#include <glib/gi18n-lib.h>

#define LONGEST 60

/* Returns: (nullable): the last that began until @ms. */
static const char *
chapter_at (const EwTrack *track, gint64 ms)
{
  const char *title = NULL;

  for (guint i = 0; i < ew_track_size (track); i++) {
    const EwTrackEvent *event = ew_track_at (track, i);

    if (event->time > ms)
      break;
    if (event->stream == EW_TRACK_CHAPTER)
      title = event->title;
  }
  return title != NULL && *title != '\0' ? title : NULL;
}

static const EwObject *
selected_at (const EwTrack *track, const EwBoard *board, gint64 ms)
{
  EwTrackMoment moment = ew_track_moment (track, ms);

  return moment.selection != NULL && moment.selection[0] != NULL
             ? ew_board_get (board, moment.selection[0])
             : NULL;
}

char *
ew_trim_words (const EwTrack *track, const EwBoard *board, gint64 ms)
{
  const EwObject *object;
  const char *chapter;
  g_autofree char *name = NULL;

  g_return_val_if_fail (track != NULL && board != NULL, NULL);

  /* A note says more than the frame it lies in. */
  object = selected_at (track, board, ms);
  if (object != NULL) {
    name = ew_describe_short (board, object, LONGEST);
    /* Translators: where the pointer of a recording is, on a note. */
    return g_strdup_printf (_ ("at “%s”"), name);
  }
  chapter = chapter_at (track, ms);
  /* Translators: which chapter of a recording this is. */
  return chapter ? g_strdup_printf (_ ("in “%s”"), chapter) : NULL;
}
