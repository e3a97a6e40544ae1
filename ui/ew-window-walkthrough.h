/* Walkthroughs in the window: recorded, kept, played.  Not for anyone else. */
#pragma once

#include "ew-recording.h"
#include "ew-window.h"

#include "ew-edit.h"
#include "ew-pen.h"

G_BEGIN_DECLS

/* --- ew-window-recorder.c ------------------------------------------------- */
void ew_window_recorder_install (GtkWidgetClass *class);
/* Returns: the bar. */
GtkWidget *ew_window_recorder_init (EwWindow *window);
void ew_window_recorder_end (EwWindow *window);
/* Whether one is being recorded, or kept. */
bool ew_window_recorder_is_on (EwWindow *window);
/* Asks how: recorded here, or a link; its card goes to @at. */
void ew_window_ask_walkthrough (EwWindow *window, EwPoint at);
/* As soon as there is a session: what a crash left. */
void ew_window_offer_recording (EwWindow *window);

/* --- ew-window-keep.c ----------------------------------------------------- */
typedef struct {
  const char *title;
  gint64 from, to; /* ms */
  EwPoint at; /* px of the board */
} EwKeeping;
/* Takes @recording: makes a walkthrough of it, and deletes it only then. */
void ew_window_keep_recording (EwWindow *window, EwRecording *recording,
                               const EwKeeping *keeping);

/* --- ew-window-link.c ----------------------------------------------------- */
void ew_window_ask_recording_link (EwWindow *window, EwPoint at);

/* --- ew-window-player.c --------------------------------------------------- */
void ew_window_player_install (GtkWidgetClass *class);
/* Returns: the bar. */
GtkWidget *ew_window_player_init (EwWindow *window);
void ew_window_player_end (EwWindow *window);
/* From @ms on; a walkthrough that is a link is opened instead. */
void ew_window_play (EwWindow *window, const char *id, gint64 ms);
void ew_window_player_paint (EwWindow *window, EwPen *pen);
/* A comment that is made while one plays belongs to its moment: @edit (transfer
 * full), which makes a thread, with that.  Returns: (transfer full). */
EwEdit *ew_window_player_date (EwWindow *window, EwEdit *edit);
/* Somebody wants to say something: it waits. */
void ew_window_player_hold (EwWindow *window);
/* Whether a walkthrough is on the stage. */
bool ew_window_player_is_open (EwWindow *window);

G_END_DECLS
