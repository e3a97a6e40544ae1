/* The bar while a walkthrough is recorded: time, loudness, pause, another go,
 * chapter, stop.  Its buttons are actions of the window (`win.record-…`);
 * `win.record-redo` gets the ms from which on it is recorded again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_RECORDER_BAR (ew_recorder_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwRecorderBar, ew_recorder_bar, EW, RECORDER_BAR,
                      GtkWidget)

GtkWidget *ew_recorder_bar_new (void);
/* 3, 2, 1; 0: it has begun. */
void ew_recorder_bar_set_count (EwRecorderBar *bar, int count);
void ew_recorder_bar_set_time (EwRecorderBar *bar, gint64 ms);
void ew_recorder_bar_set_paused (EwRecorderBar *bar, gboolean paused);
/* 0…1; negative: there is no microphone. */
void ew_recorder_bar_set_level (EwRecorderBar *bar, double level);

G_END_DECLS
