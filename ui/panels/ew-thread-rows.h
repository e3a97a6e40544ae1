/* The wanted threads of a board as rows of a list view.  Private to this room.
 */
#pragma once

#include "ew-selection.h"
#include "ew-thread-list.h"

G_BEGIN_DECLS

typedef struct _EwThreadRows EwThreadRows;

/* @view, inside of @scroller, shows what is wanted of @threads.  All three
 * outlive the rows. */
EwThreadRows *ew_thread_rows_new (GtkListView *view,
                                  GtkScrolledWindow *scroller,
                                  EwThreadList *threads);
void ew_thread_rows_free (EwThreadRows *rows);

/* What is selected marks its threads, and they count as read. */
void ew_thread_rows_set_selection (EwThreadRows *rows, EwSelection *selection);
/* Whose threads they are; @session and @board may be NULL. */
void ew_thread_rows_set_board (EwThreadRows *rows, EwSession *session,
                               const char *board);
/* At the top again, for other threads. */
void ew_thread_rows_restart (EwThreadRows *rows);
/* What the threads are about may read otherwise now. */
void ew_thread_rows_update (EwThreadRows *rows);
void ew_thread_rows_mark (EwThreadRows *rows);
/* Scrolls there and gives that row the keys. */
void ew_thread_rows_go_to (EwThreadRows *rows, guint position);

G_END_DECLS
