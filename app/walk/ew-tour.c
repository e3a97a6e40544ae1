#include "ew-tour.h"

#include "ew-laser.h"
#include "ew-track-json.h"

static EwTrack *
read_track (GBytes *bytes, GPtrArray *faults)
{
  gsize size = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  return bytes ? ew_track_read (text ? text : "", size, faults)
               : ew_track_new ();
}

static void
take_text (EwTour *tour, const EwWalkthrough *walk)
{
  tour->title = g_strdup (walk->title);
  tour->chapters = ew_chapters_parse (walk->chapters);
  tour->captions = ew_captions_parse (walk->captions);
  tour->length = MAX (ew_track_duration (tour->track),
                      *walk->track ? 0 : ew_walkthrough_length (walk));
}

EwTour *
ew_tour_new (const EwWalkthrough *walk, GBytes *track, GBytes *sound)
{
  EwTour *tour = g_new0 (EwTour, 1);

  g_return_val_if_fail (walk != NULL, tour);
  tour->id = g_strdup (walk->object.id);
  tour->commit = g_strdup (walk->commit);
  tour->faults = ew_faults_new ();
  tour->track = read_track (track, tour->faults);
  take_text (tour, walk);
  tour->sound = sound ? g_bytes_ref (sound) : NULL;
  return tour;
}

void
ew_tour_update (EwTour *tour, const EwWalkthrough *walk)
{
  g_return_if_fail (walk != NULL);
  g_free (tour->title);
  g_ptr_array_unref (tour->chapters);
  g_ptr_array_unref (tour->captions);
  take_text (tour, walk);
}

void
ew_tour_free (EwTour *tour)
{
  g_free (tour->id);
  g_free (tour->title);
  g_free (tour->commit);
  g_ptr_array_unref (tour->chapters);
  g_ptr_array_unref (tour->captions);
  g_ptr_array_unref (tour->faults);
  ew_track_unref (tour->track);
  g_clear_pointer (&tour->sound, g_bytes_unref);
  g_free (tour);
}

const EwChapter *
ew_tour_chapter_at (const EwTour *tour, gint64 ms)
{
  const EwChapter *found = NULL;

  for (guint i = 0; i < tour->chapters->len; i++) {
    const EwChapter *chapter = tour->chapters->pdata[i];

    if (chapter->seconds * 1000 <= ms)
      found = chapter;
  }
  return found;
}

guint
ew_tour_missing (const EwTour *tour, const EwBoard *board)
{
  g_autoptr (GHashTable) ids = ew_track_ids (tour->track);
  GHashTableIter iter;
  gpointer id;
  guint missing = 0;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    missing += ew_board_get (board, id) == NULL;
  return missing;
}

/* --- Painting ----------------------------------------------------------- */

static void
paint_selection (const EwTrackMoment *moment, const EwBoard *board, EwPen *pen)
{
  for (char *const *id = moment->selection; id && *id; id++) {
    const EwObject *object = ew_board_get (board, *id);
    EwRect box;

    if (!object || ew_kind_has (object->kind, EW_KIND_PIN))
      continue;
    box = ew_kind_has (object->kind, EW_KIND_BOX)
              ? ew_object_turned_box (object)
              : ew_object_bounds (object, board);
    ew_pen_stroke_rect (pen, ew_rect_grow (box, 4 / pen->scale), 6 / pen->scale,
                        pen->palette->accent, 2 / pen->scale);
  }
}

void
ew_tour_paint (const EwTour *tour, gint64 ms, const EwBoard *board, EwPen *pen)
{
  EwTrackMoment moment = ew_track_moment (tour->track, ms);
  g_autoptr (GArray) trail = ew_track_trail (tour->track, ms, EW_LASER_SPAN);

  paint_selection (&moment, board, pen);
  ew_laser_paint (trail, pen);
  if (moment.has_pointer && !moment.laser)
    ew_laser_paint_pointer (moment.pointer, pen);
}
