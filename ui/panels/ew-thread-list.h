/* The threads of a board as a list model, the one last spoken in first, and
 * which of them are wanted.
 *
 * An item stays the same as long as its thread is there, so whoever shows it
 * has nothing to build anew: it says "changed". */
#pragma once

#include "ew-session-talk.h"
#include "ew-thread.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_THREAD_ITEM (ew_thread_item_get_type ())
G_DECLARE_FINAL_TYPE (EwThreadItem, ew_thread_item, EW, THREAD_ITEM, GObject)

const EwThread *ew_thread_item_thread (EwThreadItem *item);

typedef enum {
  EW_THREADS_OPEN,
  EW_THREADS_MINE, /* open, and I said, asked or am asked something */
  EW_THREADS_UNREAD, /* as it was when this was chosen               */
  EW_THREADS_ASKS, /* somebody waits for an answer                 */
  EW_THREADS_RESOLVED,
  EW_THREADS_N,
} EwThreadsWanted;
/* "open", "mine", … and back; of a word that is none: OPEN. */
const char *ew_threads_word (EwThreadsWanted wanted);
EwThreadsWanted ew_threads_from_word (const char *word);

typedef struct _EwThreadList EwThreadList;

EwThreadList *ew_thread_list_new (void);
void ew_thread_list_free (EwThreadList *list);
/* Of EwThreadItem, those that are wanted.  Returns: (transfer none). */
GListModel *ew_thread_list_model (EwThreadList *list);
/* As @board, which may be NULL, is now. */
void ew_thread_list_update (EwThreadList *list, EwSession *session,
                            const EwBoard *board);
void ew_thread_list_want (EwThreadList *list, EwThreadsWanted wanted);
EwThreadsWanted ew_thread_list_wanted (EwThreadList *list);
/* Wanted or not. */
guint ew_thread_list_size (EwThreadList *list);
/* Returns: (transfer none) (nullable). */
EwThreadItem *ew_thread_list_get (EwThreadList *list, const char *id);
/* Where it is among the wanted ones. */
bool ew_thread_list_find (EwThreadList *list, const char *id, guint *position);

G_END_DECLS
