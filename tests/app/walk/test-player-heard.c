/* What is heard when the player says that it is somewhere: every tick of ten
 * minutes, through the real pipeline, by a clock that stands still while one
 * looks. */
#include "ew-player.h"

#include "walk-ticks.h"

#include <gst/base/gstbasesink.h>
#include <gst/check/gsttestclock.h>
#include <math.h>

#define MINUTES 10
#define RATE 48000
/* Louder than that is a tick, of 32767. */
#define LOUD 3000
/* So long a silence, and what comes next is another tick, samples. */
#define SILENCE (RATE / 2)
/* What the event at the same time may be away, ms. */
#define AWAY 50
/* After that somebody should be told, µs. */
#define PATIENCE (200 * G_TIME_SPAN_SECOND)

/* --- An ear: a sink that tells of each tick ----------------------------- */

typedef struct {
  GstBaseSink parent;
} Ear;
typedef GstBaseSinkClass EarClass;

static GType ear_get_type (void);
G_DEFINE_TYPE (Ear, ear, GST_TYPE_BASE_SINK)

static GstTestClock *test_clock;
static GAsyncQueue *heard, *noted; /* the ear's, and ours in return */
static int is_listening; /* atomic */
static gsize silence;

/* Where in @samples a tick begins, or -1. */
static gssize
find_tick (const gint16 *samples, gsize n)
{
  gssize found = -1;

  for (gsize i = 0; i < n; i++) {
    if (ABS (samples[i]) < LOUD) {
      silence++;
      continue;
    }
    if (silence > SILENCE)
      found = (gssize) i;
    silence = 0;
  }
  return found;
}

/* Waits until somebody has looked at the player. */
static GstFlowReturn
ear_render (GstBaseSink *sink, GstBuffer *buffer)
{
  GstMapInfo map;
  gssize at;

  if (!g_atomic_int_get (&is_listening) ||
      !gst_buffer_map (buffer, &map, GST_MAP_READ))
    return GST_FLOW_OK;
  at = find_tick ((const gint16 *) map.data, map.size / sizeof (gint16));
  gst_buffer_unmap (buffer, &map);
  if (at < 0)
    return GST_FLOW_OK;
  g_async_queue_push (heard, GSIZE_TO_POINTER (at + 1));
  g_async_queue_pop (noted);
  return GST_FLOW_OK;
}

static GstClock *
ear_clock (GstElement *element)
{
  return GST_CLOCK (gst_object_ref (test_clock));
}

static void
ear_class_init (EarClass *class)
{
  GstElementClass *element_class = GST_ELEMENT_CLASS (class);
  g_autoptr (GstCaps) caps = gst_caps_from_string (
      "audio/x-raw,format=S16LE,layout=interleaved,rate=48000,channels=1");

  gst_element_class_add_pad_template (
      element_class,
      gst_pad_template_new ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, caps));
  gst_element_class_set_static_metadata (element_class, "An ear", "Sink/Audio",
                                         "Tells when it hears a tick",
                                         "Elsewhen");
  element_class->provide_clock = ear_clock;
  class->render = ear_render;
}

static void
ear_init (Ear *ear)
{
  GST_OBJECT_FLAG_SET (ear, GST_ELEMENT_FLAG_PROVIDE_CLOCK);
}

/* --- Ticks -------------------------------------------------------------- */

/* When in each second it happened, before anything was encoded: ms.  Late in
 * it, so that there is a silence before the first one. */
static double
moment_of_tick (void)
{
  g_autoptr (GBytes) raw = walk_ticks (1, "");
  gsize size;
  const gint16 *samples = g_bytes_get_data (raw, &size);
  gssize at;

  silence = 0;
  at = find_tick (samples, size / sizeof (gint16));
  g_assert_cmpint (at, >, SILENCE);
  return at * 1000.0 / RATE;
}

/* --- Listening ---------------------------------------------------------- */

/* The clock goes on to whatever the pipeline waits for. */
static void
crank (void)
{
  GstClockID id = NULL;

  if (!gst_test_clock_peek_next_pending_id (test_clock, &id))
    return;
  gst_clock_id_unref (id);
  gst_test_clock_crank (test_clock);
}

/* Goes on until a tick is heard.  Returns: where in what is heard now. */
static gsize
next_tick (void)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  for (;;) {
    gpointer at = g_async_queue_timeout_pop (heard, 50);

    if (at != NULL)
      return GPOINTER_TO_SIZE (at) - 1;
    while (g_main_context_iteration (NULL, FALSE))
      continue;
    crank ();
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
  }
}

static void
listen (double rate)
{
  g_autoptr (GBytes) sound = walk_ticks (MINUTES * 60, WALK_ENCODED);
  g_autoptr (EwPlayer) player = ew_player_new (MINUTES * 60000);
  double moment = moment_of_tick ();
  double worst = 0;

  silence = 0;
  g_atomic_int_set (&is_listening, true);
  ew_player_set_rate (player, rate);
  ew_player_set_sound (player, sound);
  ew_player_play (player);
  for (guint second = 0; second < MINUTES * 60 - 1; second++) {
    gsize at = next_tick ();
    /* That it is at the beginning of what is heard now. */
    double event = second * 1000 + moment - at * rate * 1000.0 / RATE;
    double away = fabs (ew_player_time (player) - event);

    if (away >= AWAY)
      g_test_message ("second %u: %g ms away", second, away);
    g_assert_cmpfloat (away, <, AWAY);
    worst = MAX (worst, away);
    g_async_queue_push (noted, GINT_TO_POINTER (1));
  }
  g_test_message ("never more than %.1f ms away", worst);
  g_atomic_int_set (&is_listening, false);
}

static void
test_ten_minutes (void)
{
  listen (1);
}

static void
test_ten_minutes_faster (void)
{
  listen (1.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  gst_element_register (NULL, "ear", GST_RANK_NONE, ear_get_type ());
  g_setenv ("ELSEWHEN_AUDIO_SINK", "ear", TRUE);
  test_clock = GST_TEST_CLOCK (gst_test_clock_new ());
  heard = g_async_queue_new ();
  noted = g_async_queue_new ();
  g_test_add_func ("/player/heard/ten-minutes", test_ten_minutes);
  g_test_add_func ("/player/heard/ten-minutes-faster", test_ten_minutes_faster);
  return g_test_run ();
}
