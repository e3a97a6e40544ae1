#include "ew-player.h"

#include "ew-gst-private.h"

#include <glib/gi18n-lib.h>

/* Nothing but Ogg and Opus: bytes from elsewhere meet no other decoder. */
#define DECODE \
  "giostreamsrc name=bytes ! oggdemux ! opusdec ! audioconvert ! " \
  "scaletempo ! audioconvert ! audioresample ! %s"

typedef enum {
  SOUND_NONE,
  SOUND_OPENING, /* until it can be sent to a time */
  SOUND_THERE,
  SOUND_OVER, /* it ended before the walkthrough did */
} Sound;

struct _EwPlayer {
  GObject parent_instance;
  gint64 length; /* ms */
  double rate;
  bool plays;
  gint64 base; /* ms, at `since` */
  gint64 since; /* monotonic µs */
  GstElement *pipeline;
  guint bus_watch;
  Sound sound;
};

G_DEFINE_FINAL_TYPE (EwPlayer, ew_player, G_TYPE_OBJECT)

enum {
  CHANGED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- The clock ---------------------------------------------------------- */

static gint64
own_time (EwPlayer *player)
{
  gint64 passed = g_get_monotonic_time () - player->since;

  if (!player->plays || player->sound == SOUND_OPENING)
    return player->base;
  return player->base + (gint64) (passed * player->rate / 1000);
}

static void
set_base (EwPlayer *player, gint64 ms)
{
  player->base = CLAMP (ms, 0, player->length);
  player->since = g_get_monotonic_time ();
}

static gint64
now (EwPlayer *player)
{
  gint64 ns;

  /* Until the sound has come to where it was sent, that is where it is. */
  if (player->sound == SOUND_THERE &&
      gst_element_query_position (player->pipeline, GST_FORMAT_TIME, &ns) &&
      ns >= 0 && GST_STATE_PENDING (player->pipeline) == GST_STATE_VOID_PENDING)
    return ns / GST_MSECOND;
  return player->sound == SOUND_THERE ? player->base : own_time (player);
}

gint64
ew_player_time (EwPlayer *player)
{
  gint64 ms;

  g_return_val_if_fail (EW_IS_PLAYER (player), 0);
  ms = now (player);
  if (ms < player->length)
    return MAX (ms, 0);
  if (player->plays)
    ew_player_pause (player);
  return player->length;
}

gint64
ew_player_length (EwPlayer *player)
{
  return player->length;
}

void
ew_player_set_length (EwPlayer *player, gint64 length)
{
  g_return_if_fail (EW_IS_PLAYER (player) && length >= 0);
  player->length = length;
}

/* --- The sound ---------------------------------------------------------- */

static void
set_null (GstElement *element, gpointer data)
{
  gst_element_set_state (element, GST_STATE_NULL);
}

static void
drop_sound (EwPlayer *player)
{
  g_clear_handle_id (&player->bus_watch, g_source_remove);
  if (player->pipeline)
    gst_element_call_async (player->pipeline, set_null, NULL, NULL);
  g_clear_object (&player->pipeline);
  player->sound = SOUND_NONE;
}

static void
fail (EwPlayer *player, const char *reason)
{
  gint64 ms = now (player);
  g_autoptr (GError) error =
      g_error_new (EW_ERROR, EW_ERROR_FAILED,
                   _ ("The sound of this walkthrough cannot be played (%s). It "
                      "goes on without."),
                   reason);

  drop_sound (player);
  set_base (player, ms);
  g_signal_emit (player, signals[FAILED], 0, error);
}

static void
send_sound (EwPlayer *player)
{
  if (player->sound != SOUND_THERE && player->sound != SOUND_OVER)
    return;
  player->sound = SOUND_THERE;
  gst_element_seek (player->pipeline, player->rate, GST_FORMAT_TIME,
                    GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                    GST_SEEK_TYPE_SET, player->base * GST_MSECOND,
                    GST_SEEK_TYPE_NONE, -1);
  gst_element_set_state (player->pipeline,
                         player->plays ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

/* Ready for the first time. */
static void
sound_opened (EwPlayer *player)
{
  if (player->sound != SOUND_OPENING)
    return;
  player->sound = SOUND_THERE;
  set_base (player, player->base);
  send_sound (player);
}

static void
sound_over (EwPlayer *player)
{
  gint64 ns = 0;

  gst_element_query_position (player->pipeline, GST_FORMAT_TIME, &ns);
  set_base (player, MAX (player->base, ns / (gint64) GST_MSECOND));
  player->sound = SOUND_OVER;
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  EwPlayer *player = data;
  g_autoptr (GError) error = NULL;

  switch (GST_MESSAGE_TYPE (message)) {
  case GST_MESSAGE_ASYNC_DONE:
    sound_opened (player);
    break;
  case GST_MESSAGE_EOS:
    sound_over (player);
    break;
  case GST_MESSAGE_ERROR:
    error = ew_gst_error (message);
    fail (player, error->message);
    return G_SOURCE_REMOVE;
  default:
    break;
  }
  return G_SOURCE_CONTINUE;
}

static GstElement *
new_pipeline (GError **error)
{
  const char *sink = g_getenv ("ELSEWHEN_AUDIO_SINK");
  g_autofree char *description =
      g_strdup_printf (DECODE, sink ? sink : "autoaudiosink");

  return ew_gst_pipeline (description, error);
}

void
ew_player_set_sound (EwPlayer *player, GBytes *sound)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GstElement) bytes = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (EW_IS_PLAYER (player) && sound != NULL);
  set_base (player, now (player));
  drop_sound (player);
  player->pipeline = new_pipeline (&error);
  if (!player->pipeline) {
    fail (player, error->message);
    return;
  }
  stream = g_memory_input_stream_new_from_bytes (sound);
  bytes = gst_bin_get_by_name (GST_BIN (player->pipeline), "bytes");
  g_object_set (bytes, "stream", stream, NULL);
  bus = gst_element_get_bus (player->pipeline);
  player->bus_watch = gst_bus_add_watch (bus, bus_cb, player);
  player->sound = SOUND_OPENING;
  gst_element_set_state (player->pipeline, GST_STATE_PAUSED);
}

/* --- What one does ------------------------------------------------------ */

static void
set_plays (EwPlayer *player, bool plays)
{
  set_base (player, now (player));
  player->plays = plays;
  if (player->sound == SOUND_THERE)
    gst_element_set_state (player->pipeline,
                           plays ? GST_STATE_PLAYING : GST_STATE_PAUSED);
  g_signal_emit (player, signals[CHANGED], 0);
}

void
ew_player_play (EwPlayer *player)
{
  g_return_if_fail (EW_IS_PLAYER (player));
  if (player->plays)
    return;
  if (now (player) >= player->length)
    ew_player_seek (player, 0);
  set_plays (player, true);
}

void
ew_player_pause (EwPlayer *player)
{
  g_return_if_fail (EW_IS_PLAYER (player));
  if (player->plays)
    set_plays (player, false);
}

bool
ew_player_is_playing (EwPlayer *player)
{
  return player->plays;
}

void
ew_player_seek (EwPlayer *player, gint64 ms)
{
  g_return_if_fail (EW_IS_PLAYER (player));
  set_base (player, ms);
  send_sound (player);
  g_signal_emit (player, signals[CHANGED], 0);
}

void
ew_player_set_rate (EwPlayer *player, double rate)
{
  g_return_if_fail (EW_IS_PLAYER (player));
  set_base (player, now (player));
  player->rate = CLAMP (rate, EW_PLAYER_SLOWEST, EW_PLAYER_FASTEST);
  send_sound (player);
  g_signal_emit (player, signals[CHANGED], 0);
}

double
ew_player_rate (EwPlayer *player)
{
  return player->rate;
}

static void
dispose (GObject *object)
{
  drop_sound (EW_PLAYER (object));
  G_OBJECT_CLASS (ew_player_parent_class)->dispose (object);
}

static void
ew_player_class_init (EwPlayerClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ew_player_init (EwPlayer *player)
{
  player->rate = 1;
}

EwPlayer *
ew_player_new (gint64 length)
{
  EwPlayer *player = g_object_new (EW_TYPE_PLAYER, NULL);

  player->length = MAX (length, 0);
  return player;
}
