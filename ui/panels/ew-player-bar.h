/* The bar while a walkthrough plays: captions, time, chapters, speed.
 *
 * Its buttons are actions of the window (`win.tour-…`).
 * Signals: seek (gint64 ms), rate (double). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_PLAYER_BAR (ew_player_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwPlayerBar, ew_player_bar, EW, PLAYER_BAR, GtkWidget)

/* @menu: what more can be done with what plays. */
GtkWidget *ew_player_bar_new (GMenuModel *menu);
/* A new one: no chapters, no words. */
void ew_player_bar_reset (EwPlayerBar *bar, const char *title, gint64 length);
void ew_player_bar_add_chapter (EwPlayerBar *bar, gint64 ms, const char *title);
/* No comments; then each one that somebody made about a moment: who said what
 * begins @words. */
void ew_player_bar_clear_comments (EwPlayerBar *bar);
void ew_player_bar_add_comment (EwPlayerBar *bar, gint64 ms, const char *words);
void ew_player_bar_set_time (EwPlayerBar *bar, gint64 ms);
void ew_player_bar_set_length (EwPlayerBar *bar, gint64 length);
void ew_player_bar_set_playing (EwPlayerBar *bar, gboolean playing);
/* "" for none. */
void ew_player_bar_set_caption (EwPlayerBar *bar, const char *caption);
/* What is wrong with it, or ""; one quiet line. */
void ew_player_bar_set_note (EwPlayerBar *bar, const char *note);
void ew_player_bar_set_away (EwPlayerBar *bar, gboolean away);
/* Whether the board is shown as it was, and whether that is known. */
void ew_player_bar_set_recorded (EwPlayerBar *bar, gboolean recorded,
                                 gboolean known);

G_END_DECLS
