/* A recording becomes a walkthrough on the board. */
#include "ew-window-private.h"

#include "ew-session-assets.h"
#include "ew-verbs.h"
#include "ew-walkthrough.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* What is on its way: cut, kept as assets, put on the board, deleted. */
typedef struct {
  EwWindow *window;
  EwRecording *recording;
  EwRecorded *recorded;
  char *board, *title, *track, *sound;
  gint64 from, to;
  EwPoint at;
} Keep;

static void
keep_free (Keep *keep)
{
  g_object_unref (keep->window);
  g_clear_pointer (&keep->recording, ew_recording_free);
  g_clear_pointer (&keep->recorded, ew_recorded_free);
  g_free (keep->board);
  g_free (keep->title);
  g_free (keep->track);
  g_free (keep->sound);
  g_free (keep);
}

/* It stays on the disk and is offered at the next start. */
static void
give_up (Keep *keep, const GError *error)
{
  g_autofree char *sentence = g_strdup_printf (
      _ ("The walkthrough was not kept: %s It is offered again when Elsewhen "
         "starts."),
      error->message);

  ew_window_say (keep->window, sentence);
  keep_free (keep);
}

static EwEdit *
new_card (Keep *keep, const EwBoard *board, char **id)
{
  g_autofree char *duration =
      ew_duration_format (MAX (keep->recorded->length / 1000, 1));
  EwPoint size = ew_kind_walkthrough.size;
  g_autoptr (GPtrArray) chapters = ew_chapters_parse (keep->recorded->chapters);
  double height = size.y + MIN (chapters->len, 8) * 24 + 8;
  EwRect box = { keep->at.x - size.x / 2, keep->at.y - size.y / 2, size.x,
                 chapters->len > 0 ? height : size.y };
  const char *const fields[] = {
    "title",    keep->title,
    "track",    keep->track,
    "asset",    keep->sound ? keep->sound : "",
    "commit",   ew_recording_commit (keep->recording),
    "chapters", keep->recorded->chapters,
    "duration", duration,
    NULL,
  };

  return ew_verb_create (board, &ew_kind_walkthrough, keep->at, box, fields,
                         id);
}

static void
put_on_board (Keep *keep)
{
  EwWindow *window = keep->window;
  const EwBoard *board = ew_session_board (window->session, keep->board);
  g_autoptr (GError) error = NULL;
  g_autoptr (EwEdit) edit = NULL;
  g_autofree char *id = NULL;

  if (board == NULL) {
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED,
                                 _ ("its board is not open."));
    give_up (keep, error);
    return;
  }
  edit = new_card (keep, board, &id);
  if (!ew_session_apply (window->session, keep->board, edit, 0, &error)) {
    give_up (keep, error);
    return;
  }
  ew_recording_delete (g_steal_pointer (&keep->recording));
  if (g_strcmp0 (window->board, keep->board) == 0) {
    ew_window_select (window, id);
    ew_window_say (window, _ ("Kept. A press on its card plays it."));
  }
  keep_free (keep);
}

/* Returns: (transfer full): the name of what was added; NULL: it gave up. */
static char *
added (Keep *keep, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EwAsset) asset =
      ew_session_add_asset_finish (keep->window->session, result, &error);

  if (asset == NULL) {
    give_up (keep, error);
    return NULL;
  }
  return g_strdup (asset->asset);
}

static void
sound_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keep *keep = data;
  char *sound = added (keep, result);

  if (sound == NULL)
    return;
  keep->sound = sound;
  put_on_board (keep);
}

static void
track_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keep *keep = data;
  char *track = added (keep, result);

  if (track == NULL)
    return;
  keep->track = track;
  if (keep->recorded->sound == NULL)
    put_on_board (keep);
  else
    ew_session_add_bytes_async (keep->window->session, keep->recorded->sound,
                                "sound.ogg", NULL, sound_cb, keep);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keep *keep = data;
  g_autoptr (GError) error = NULL;

  keep->recorded = ew_recording_finish_finish (result, &error);
  if (keep->recorded == NULL)
    give_up (keep, error);
  else
    ew_session_add_bytes_async (keep->window->session, keep->recorded->track,
                                "track.json", NULL, track_cb, keep);
}

void
ew_window_keep_recording (EwWindow *window, EwRecording *recording,
                          const EwKeeping *keeping)
{
  Keep *keep = g_new0 (Keep, 1);

  keep->window = g_object_ref (window);
  keep->recording = recording;
  keep->board = g_strdup (ew_recording_board (recording));
  keep->title = g_strdup (*keeping->title ? keeping->title : _ ("Walkthrough"));
  keep->at = keeping->at;
  ew_recording_finish_async (recording, keeping->from, keeping->to, NULL,
                             finished_cb, keep);
}
