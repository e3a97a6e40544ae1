/* The player: the clock of a walkthrough that plays, and its sound.
 *
 * With a sound its time is the sound's; without one, with one that breaks off
 * or cannot be played, or with nothing to hear it on, a clock of its own goes
 * on at the same speed.  Speed leaves the pitch alone.  Main thread.
 *
 * The sound goes to $ELSEWHEN_AUDIO_SINK when that is set, a GStreamer
 * description of a sink.
 *
 * Signals:
 *   changed ()                    plays, does not; was sent elsewhere
 *   failed (const GError *error)  there is no sound from now on */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_PLAYER (ew_player_get_type ())
G_DECLARE_FINAL_TYPE (EwPlayer, ew_player, EW, PLAYER, GObject)

#define EW_PLAYER_SLOWEST 0.75
#define EW_PLAYER_FASTEST 2.0

/* @length: ms. */
EwPlayer *ew_player_new (gint64 length);
/* Ogg with Opus; other bytes are said to be none. */
void ew_player_set_sound (EwPlayer *player, GBytes *sound);
void ew_player_play (EwPlayer *player);
void ew_player_pause (EwPlayer *player);
bool ew_player_is_playing (EwPlayer *player);
void ew_player_seek (EwPlayer *player, gint64 ms);
void ew_player_set_rate (EwPlayer *player, double rate);
double ew_player_rate (EwPlayer *player);
/* ms; asked once a frame.  At the end it pauses there. */
gint64 ew_player_time (EwPlayer *player);
gint64 ew_player_length (EwPlayer *player);
/* It became longer or shorter, as one of captions alone does; ms. */
void ew_player_set_length (EwPlayer *player, gint64 length);

G_END_DECLS
