#include "ew-film.h"

#include "ew-frame.h"
#include "ew-gst-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/app/gstappsrc.h>

#define PICTURES \
  "appsrc name=pictures format=time block=true max-bytes=16000000 " \
  "caps=video/x-raw,format=BGRx,width=%d,height=%d,framerate=%d/1 ! " \
  "videoconvert ! vp9enc deadline=1 cpu-used=8 threads=2 end-usage=cq " \
  "cq-level=24 target-bitrate=1500000 keyframe-max-dist=200 ! " \
  "queue ! webmmux name=mux ! filesink name=file "
#define SOUND "giostreamsrc name=sound ! oggdemux ! queue ! mux.audio_0"

static EwFilm
with_defaults (const EwFilm *film)
{
  EwFilm own = *film;

  own.width = film->width > 0 ? film->width : 1280;
  own.height = film->height > 0 ? film->height : 720;
  own.rate = film->rate > 0 ? film->rate : 20;
  return own;
}

static void
set_sound (GstElement *pipeline, GBytes *bytes)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GstElement) sound =
      gst_bin_get_by_name (GST_BIN (pipeline), "sound");

  g_object_set (sound, "stream", stream, NULL);
}

static GstElement *
new_pipeline (const EwFilm *film, const char *path, GError **error)
{
  g_autofree char *pictures =
      g_strdup_printf (PICTURES, film->width, film->height, film->rate);
  g_autofree char *all =
      g_strconcat (pictures, film->tour->sound ? SOUND : "", NULL);
  GstElement *pipeline = ew_gst_pipeline (all, error);
  g_autoptr (GstElement) file = NULL;

  if (!pipeline)
    return NULL;
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  g_object_set (file, "location", path, NULL);
  if (film->tour->sound)
    set_sound (pipeline, film->tour->sound);
  return pipeline;
}

/* --- Pictures ----------------------------------------------------------- */

static void
paint_onto (guchar *pixels, const EwFilm *film, gint64 ms)
{
  const EwFrame frame = { film->tour,
                          film->board,
                          film->images,
                          film->scheme,
                          { 0, 0, film->width, film->height },
                          .captions = true };
  int stride = film->width * 4;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      pixels, CAIRO_FORMAT_RGB24, film->width, film->height, stride);
  cairo_t *cr = cairo_create (surface);

  ew_frame_paint (cr, &frame, ms);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static GstBuffer *
new_picture (const EwFilm *film, gint64 ms)
{
  gsize size = (gsize) film->width * 4 * film->height;
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, size, NULL);
  GstMapInfo map;

  if (gst_buffer_map (buffer, &map, GST_MAP_WRITE)) {
    paint_onto (map.data, film, ms);
    gst_buffer_unmap (buffer, &map);
  }
  return buffer;
}

/* What decides how a picture looks; an equal one needs not be painted. */
typedef struct {
  EwTrackMoment moment;
  const EwCaption *caption;
  gint64 moving; /* ms, where a trail fades */
} Look;

static Look
look_at (const EwTour *tour, gint64 ms)
{
  g_autoptr (GArray) trail = ew_track_trail (tour->track, ms, 1000);
  Look look;

  memset (&look, 0, sizeof look);
  look.moment = ew_track_moment (tour->track, ms);
  look.caption = ew_captions_at (tour->captions, ms);
  look.moving = trail->len > 0 ? ms : 0;
  return look;
}

static bool
is_same_look (const Look *a, const Look *b)
{
  return a->caption == b->caption && a->moving == b->moving &&
         a->moment.center.x == b->moment.center.x &&
         a->moment.center.y == b->moment.center.y &&
         a->moment.zoom == b->moment.zoom &&
         a->moment.window.x == b->moment.window.x &&
         a->moment.window.y == b->moment.window.y &&
         a->moment.has_pointer == b->moment.has_pointer &&
         a->moment.pointer.x == b->moment.pointer.x &&
         a->moment.pointer.y == b->moment.pointer.y &&
         a->moment.selection == b->moment.selection;
}

static bool
push (GstAppSrc *out, GstBuffer *picture, const EwFilm *film, guint64 index)
{
  GstBuffer *buffer = gst_buffer_copy (picture);

  GST_BUFFER_PTS (buffer) =
      gst_util_uint64_scale (index, GST_SECOND, (guint64) film->rate);
  GST_BUFFER_DURATION (buffer) = GST_SECOND / (guint64) film->rate;
  return gst_app_src_push_buffer (out, buffer) == GST_FLOW_OK;
}

static bool
push_all (GstAppSrc *out, const EwFilm *film, GCancellable *cancellable,
          GError **error)
{
  guint64 n = MAX (film->tour->length * film->rate / 1000, 1);
  g_autoptr (GstBuffer) picture = NULL;
  Look last = { 0 };

  for (guint64 i = 0; i < n; i++) {
    gint64 ms = (gint64) (i * 1000 / (guint64) film->rate);
    Look look = look_at (film->tour, ms);

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return false;
    if (!picture || !is_same_look (&look, &last)) {
      g_clear_pointer (&picture, gst_buffer_unref);
      picture = new_picture (film, ms);
    }
    last = look;
    /* Why it takes no more is on the bus. */
    if (!push (out, picture, film, i))
      break;
    if (film->progress)
      film->progress ((double) (i + 1) / n, film->data);
  }
  gst_app_src_end_of_stream (out);
  return true;
}

static bool
make (const EwFilm *film, const char *path, GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GstElement) pipeline = new_pipeline (film, path, error);
  g_autoptr (GstElement) pictures = NULL;
  bool is_made;

  if (!pipeline)
    return false;
  pictures = gst_bin_get_by_name (GST_BIN (pipeline), "pictures");
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  is_made = push_all (GST_APP_SRC (pictures), film, cancellable, error) &&
            ew_gst_wait_end (pipeline, error);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return is_made;
}

bool
ew_film_write (const EwFilm *film, const char *path, GCancellable *cancellable,
               GError **error)
{
  EwFilm own = with_defaults (film);
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (!make (&own, part, cancellable, error)) {
    g_unlink (part);
    return false;
  }
  if (g_rename (part, path) == 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("The film could not be written to %s: %s"), path,
               g_strerror (errno));
  return false;
}
