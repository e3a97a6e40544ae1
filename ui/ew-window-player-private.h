/* What the files of the player share.  Private to them. */
#pragma once

#include "ew-player-bar.h"
#include "ew-player.h"
#include "ew-tour.h"
#include "ew-window-private.h"
#include "ew-window-walkthrough.h"

G_BEGIN_DECLS

struct _EwWindowPlayer {
  EwPlayerBar *bar;
  EwTour *tour; /* NULL while nothing plays */
  EwPlayer *player;
  GCancellable *loading;
  EwBoard *recorded; /* the board as it was, once it was asked for */
  GHashTable *changed; /* ids that are another since then, or NULL */
  GHashTable *threads; /* ids of those that have a mark on the bar */
  guint tick;
  gint64 ms; /* the moment that is shown */
  EwView shown; /* what we showed last */
  bool is_away; /* somebody looked elsewhere */
  bool is_moving; /* the view changes by us */
};

/* --- ew-window-player.c --------------------------------------------------- */
/* View, bar and captions are as at the moment it is at. */
void ew_window_player_show (EwWindow *window);
void ew_window_player_close (EwWindow *window);

/* --- ew-window-player-marks.c --------------------------------------------- */
/* Who said something about which moment, on the bar. */
void ew_window_player_mark_comments (EwWindow *window);
/* Whether that says something else now. */
bool ew_window_player_tells_of_comments (EwWindow *window,
                                         const EwNotice *notice);

/* --- ew-window-player-recorded.c: as recorded, or as it is now ------------ */
/* Looks for the board as it was; the bar offers it when it is there. */
void ew_window_player_ask_recorded (EwWindow *window);
/* Shows the board as it was, or as it is. */
void ew_window_player_set_recorded (EwWindow *window, bool recorded);
/* Marks what is not any more as it was recorded. */
void ew_window_player_paint_changed (EwWindow *window, EwPen *pen);
/* For the action. */
void ew_window_player_toggle_recorded (EwWindow *window);

/* --- ew-window-player-actions.c: what one does while it plays ------------- */
void ew_window_player_listen (EwWindow *window);

G_END_DECLS
