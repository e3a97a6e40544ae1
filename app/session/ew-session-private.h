/* What the files of the session share.  Private to this room. */
#pragma once

#include "ew-git-thread.h"
#include "ew-history.h"
#include "ew-journal.h"
#include "ew-marks.h"
#include "ew-naming.h"
#include "ew-pending.h"
#include "ew-session.h"
#include "ew-sync.h"

G_BEGIN_DECLS

/* A board that is open for editing, as of the session's tip plus what is
 * pending. */
typedef struct {
  EwBoard *board;
  GPtrArray *faults;
  bool is_past; /* a version that nothing can edit, under its own name */
} EwOpenBoard;

struct _EwSession {
  GObject parent_instance;

  char *dir, *name, *remote;
  EwIdentity *identity; /* NULL while git knows nobody */
  EwStore *store; /* only the git thread calls it */
  EwGitThread *git;
  EwJournal *journal;

  char *tip; /* the commit that boards below stand on */
  char *git_tip; /* the same as the git thread knows it: what it
                    told the main thread last.  Only its own. */
  GPtrArray *entries; /* of EwBoardEntry, all, by title        */
  GPtrArray *boards; /* the same, without deleted ones        */
  GPtrArray *deleted;
  GHashTable *open; /* id → EwOpenBoard                      */
  GHashTable *loads; /* id → GTasks that wait for that board  */
  EwHistory *history;
  guint last_gesture;

  EwPending *pending; /* not yet in a commit                    */
  EwPending *in_flight; /* in the commit that is being made       */
  EwPending *unwritten; /* not yet handed to the journal          */
  guint write_source, quiet_source;
  bool is_committing; /* in_flight is taken                     */
  bool saved;

  guint unpublished; /* commits the remote does not have */
  GTask *sync; /* the one that runs, or NULL       */
  EwSyncManner sync_manner; /* of that one                      */
  EwSyncManner sync_wanted; /* the most that a waiter asked for */
  GPtrArray *sync_waiters;
  GCancellable *sync_cancellable;
  double sync_fraction;
  char *sync_what;
  GError *save_error, *sync_error;
  gint64 synced_at;

  GPtrArray *members; /* of EwMember; never changed, only replaced */
  guint response_days;
  EwMarks *marks;
  EwMarks *unkept; /* those the disk does not have yet */
  guint marks_source;
  GHashTable *known_threads; /* only the git thread's */
  EwNamings *namings; /* as well */
  guint auto_seconds; /* between two syncs by itself; 0: never   */
  guint auto_source, auto_failures; /* since the last that worked    */
  gint64 auto_due; /* seconds since 1970; 0: not planned             */
  bool watches_network;
  GFileMonitor *watch; /* of the branch, or NULL */
  guint watch_source; /* it moved: looked at when it settles */
  GCancellable *closing; /* cancelled when it closes */
};

enum {
  EW_SESSION_CHANGED,
  EW_SESSION_BOARDS_CHANGED,
  EW_SESSION_STATE_CHANGED,
  EW_SESSION_FAULTS_CHANGED,
  EW_SESSION_HISTORY_CHANGED,
  EW_SESSION_PEOPLE_CHANGED,
  EW_SESSION_N_SIGNALS,
};
extern guint ew_session_signals[EW_SESSION_N_SIGNALS];

void ew_session_emit_state (EwSession *session);
/* Replaces one of the two errors; NULL: it went well. */
void ew_session_set_error (GError **where, const GError *error);
/* On the git thread: what changed since it told the main thread last.  Moves
 * git_tip to @tip.  Returns: (transfer full) (nullable): of EwBoardEdit. */
GPtrArray *ew_session_diff_to (EwSession *session, const char *tip,
                               GError **error);
void ew_open_board_free (EwOpenBoard *open);
EwOpenBoard *ew_session_get_open (EwSession *session, const char *board);
EwBoardEntry *ew_session_get_entry (EwSession *session, const char *board);

/* Entries were changed: sort, split, tell. */
void ew_session_refresh_boards (EwSession *session);
/* @board got a new own entry, or its first. */
void ew_session_set_entry (EwSession *session, const char *board,
                           const EwObject *self);

/* Puts @edit on the open board and into the list; tells who listens. */
void ew_session_show_edit (EwSession *session, const char *board,
                           const EwEdit *edit, EwOrigin origin);
/* Local work: shows it and keeps it for the journal and the next commit. */
void ew_session_keep_edit (EwSession *session, const char *board,
                           const EwEdit *edit, EwOrigin origin);
/* Hands the journal what it does not have yet. */
void ew_session_write_journal (EwSession *session);
/* Work of a board that no commit holds yet.  Returns: (transfer full). */
EwEdit *ew_session_uncommitted (EwSession *session, const char *board);

/* The store moved to @tip by @edits (of EwBoardEdit): carries them under what
 * is being typed. */
void ew_session_advance (EwSession *session, const char *tip, GPtrArray *edits);

/* Reads the profiles again, and tells. */
void ew_session_refresh_people (EwSession *session);
/* ew_session_mark() where nothing that is shown changes with it.  Returns:
 * whether it was another one. */
bool ew_session_mark_quietly (EwSession *session, EwMark mark, const char *key,
                              const char *value);
/* Marks of somebody who was never here before. */
void ew_session_begin_marks (EwSession *session);
/* Hands the marks to the git thread now. */
void ew_session_keep_marks (EwSession *session);
GHashTable *ew_session_known_threads_new (void);
/* At a quiet moment: the git thread looks whether it should pack. */
void ew_session_tidy (EwSession *session);

/* A sync has ended so: plans the next. */
void ew_session_plan_sync (EwSession *session, const GError *error);
/* It closes: no more by itself. */
void ew_session_stop_planning (EwSession *session);
void ew_session_stop_watching (EwSession *session);
/* Where that is wanted and possible.  Returns: whether it does. */
bool ew_session_sync_by_itself (EwSession *session);

/* A sentence for the commit that takes @edits in: "Ana: 4 notes in Retro". */
char *ew_session_commit_message (EwSession *session, GPtrArray *edits);

G_END_DECLS
