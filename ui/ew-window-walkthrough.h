/* Walkthroughs in the window: recorded, kept, played.  Not for anyone else. */
#pragma once

#include "ew-recording.h"
#include "ew-window.h"

#include "ew-edit.h"
#include "ew-pen.h"
#include "ew-tour.h"

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
/* As soon as there is a session. */
void ew_window_player_watch (EwWindow *window);
void ew_window_player_end (EwWindow *window);
/* From @ms on; a walkthrough that is a link is opened instead. */
void ew_window_play (EwWindow *window, const char *id, gint64 ms);
void ew_window_player_paint (EwWindow *window, EwPen *pen);
/* A comment that is made while one plays belongs to its moment: @edit (transfer
 * full), which makes a thread, with that.  Returns: (transfer full). */
EwEdit *ew_window_player_date (EwWindow *window, EwEdit *edit);
/* Where it is, as one says it: "1:10".  Returns: (transfer full) (nullable):
 * NULL: none is on the stage. */
char *ew_window_player_moment (EwWindow *window);
/* Somebody wants to say something: it waits. */
void ew_window_player_hold (EwWindow *window);
/* Whether a walkthrough is on the stage. */
bool ew_window_player_is_open (EwWindow *window);
/* The same, going on with it when it is the one that plays already. */
void ew_window_play_at (EwWindow *window, const char *id, gint64 ms);
/* Returns: (nullable): its id. */
const char *ew_window_player_id (EwWindow *window);

/* --- ew-window-tour-load.c ------------------------------------------------ */
/* @tour: (transfer full). */
typedef void (*EwWindowTourLoaded) (EwWindow *window, EwTour *tour, gint64 ms);
/* Nothing of it is there until then.  What is missing is said, and what is
 * there is loaded; @loaded is not called when @cancellable is cancelled, or the
 * board is not open any more. */
void ew_window_load_tour (EwWindow *window, const EwObject *object, gint64 ms,
                          GCancellable *cancellable, EwWindowTourLoaded loaded);

/* --- ew-window-tour-recorded.c -------------------------------------------- */
/* @board: (transfer full) (nullable): NULL when nobody knows how it was; not
 * @exact when it is only as it was at that time. */
typedef void (*EwWindowRecorded) (EwWindow *window, EwBoard *board, bool exact,
                                  gpointer data);
/* Calls @done once, cancelled or not, maybe at once. */
void ew_window_load_recorded (EwWindow *window, const EwWalkthrough *walk,
                              GCancellable *cancellable, EwWindowRecorded done,
                              gpointer data);

/* --- ew-window-tour-export.c ---------------------------------------------- */
void ew_window_export_install (GtkWidgetClass *class);
/* Returns: the bar. */
GtkWidget *ew_window_export_init (EwWindow *window);
void ew_window_export_end (EwWindow *window);
/* Asks as what and where to. */
void ew_window_export_walkthrough (EwWindow *window, const char *id);
/* Asks where to. */
void ew_window_export_captions (EwWindow *window, const char *id);
/* What is on its way goes out no more, and leaves nothing. */
void ew_window_export_cancel (EwWindow *window);

/* --- ew-window-captions.c ------------------------------------------------- */
void ew_window_captions_install (GtkWidgetClass *class);
/* Adds the panel. */
void ew_window_captions_init (EwWindow *window);
void ew_window_show_captions (EwWindow *window);
/* A walkthrough that is nothing but what is said, to be written now; its card
 * goes to @at. */
void ew_window_new_captions (EwWindow *window, EwPoint at);

/* --- ew-window-tour-menu.c ------------------------------------------------ */
void ew_window_walkthrough_install (GtkWidgetClass *class);
/* Of the one that is selected; of the one that plays.
 * Returns: (transfer full). */
GMenuModel *ew_window_walkthrough_menu (void);
GMenuModel *ew_window_tour_menu (void);
/* Something else is selected. */
void ew_window_walkthrough_refresh (EwWindow *window);

/* --- ew-window-media.c ---------------------------------------------------- */
void ew_window_media_install (GtkWidgetClass *class);
/* Plays the film or sound that @object mentions from @ms on, in a window of its
 * own. */
void ew_window_play_asset (EwWindow *window, const EwObject *object, gint64 ms);
/* Something else is selected. */
void ew_window_media_refresh (EwWindow *window);

/* --- ew-window-attach.c --------------------------------------------------- */
void ew_window_attach_install (GtkWidgetClass *class);
/* One of @files (of GFile) that is a film or a sound, and fell on a walkthrough
 * at @at of the board, is attached to it; else false. */
bool ew_window_attach_dropped (EwWindow *window, GSList *files, EwPoint at);
/* Something else is selected. */
void ew_window_attach_refresh (EwWindow *window);

G_END_DECLS
