/* The session: the one door between the program and its windows.
 *
 * ui/ and the command line read a `const EwBoard *` and change it only by
 * handing in an edit.  The session keeps the journal, commits at quiet moments,
 * syncs, and tells what changed.  Everything slow happens on its git thread;
 * all functions here are for the main thread and return at once.
 *
 * Signals:
 *   changed (const char *board, EwNotice *notice, EwOrigin origin)
 *     an edit was applied to an open board; repaint the damage, refresh the ids
 *   boards-changed ()
 *     the list of boards, or a title in it
 *   state-changed ()
 *     ew_session_state(): saving, sync, what is to share, what is wrong
 *   faults-changed (const char *board)
 *   history-changed ()
 *     ew_session_undo_label() and its redo */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

#define EW_TYPE_SESSION (ew_session_get_type ())
G_DECLARE_FINAL_TYPE (EwSession, ew_session, EW, SESSION, GObject)

typedef enum {
  EW_ORIGIN_LOCAL, /* this window, just now        */
  EW_ORIGIN_UNDO, /* undo or redo                 */
  EW_ORIGIN_REMOTE, /* a teammate, another program  */
  EW_ORIGIN_RECOVERED, /* the journal, after a crash   */
} EwOrigin;

typedef enum {
  EW_SYNC_LOCAL, /* no remote: this workspace is only here     */
  EW_SYNC_CURRENT, /* the remote, as last seen, has everything   */
  EW_SYNC_WAITING, /* `to_share` says how much is not shared yet */
  EW_SYNC_RUNNING,
  EW_SYNC_OFFLINE, /* could not be reached; edits are safe here  */
  EW_SYNC_NEEDS_YOU, /* `error` says why                         */
} EwSyncPhase;

typedef struct {
  EwSyncPhase phase;
  guint to_share; /* commits and pending edits not yet shared      */
  double fraction; /* RUNNING: 0…1, -1 unknown                      */
  const char *what; /* RUNNING: one translated line                  */
  const GError *error; /* of the last sync or save, NULL when it went well */
  bool saved; /* everything is at least in the journal         */
  gint64 synced_at; /* seconds since 1970; 0: never in this session  */
  gint64 next_at; /* when it syncs by itself; 0: only when asked   */
} EwSessionState;

/* Opens the workspace in @dir; recovers what a crash left. */
void ew_session_open_async (const char *dir, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
/* Clones @url into the new folder @dir first.  @progress comes on the main
 * thread. */
void ew_session_clone_async (const char *url, const char *dir,
                             EwProgress progress, gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* The same with a branch and a folder, inside the repository of a project. */
void ew_session_join_async (const EwPlace *place, const char *dir,
                            EwProgress progress, gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
/* When that failed with EW_ERROR_CHOOSE: the folders that have a workspace.
 * Returns: (transfer none): of char *, as long as @result. */
GPtrArray *ew_session_join_found (GAsyncResult *result);
/* Makes a new, local workspace. */
void ew_session_create_async (const char *dir, const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
/* For all four.  Returns: (transfer full). */
EwSession *ew_session_open_finish (GAsyncResult *result, GError **error);

/* From now on takes in at once what another program commits to the workspace.
 * Call it once. */
void ew_session_watch (EwSession *session);

/* Commits what is pending and lets go of the workspace.  The last call. */
void ew_session_close_async (EwSession *session, GAsyncReadyCallback callback,
                             gpointer data);
bool ew_session_close_finish (EwSession *session, GAsyncResult *result,
                              GError **error);

const char *ew_session_dir (EwSession *session);
const char *ew_session_name (EwSession *session);
EwSessionState ew_session_state (EwSession *session);

/* NULL while git knows nobody; then edits are refused until it does. */
const EwIdentity *ew_session_identity (EwSession *session);
void ew_session_set_identity_async (EwSession *session, const char *name,
                                    const char *email,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
bool ew_session_set_identity_finish (EwSession *session, GAsyncResult *result,
                                     GError **error);

/* The boards that are not deleted, by title, with pending changes counted in.
 * Valid until "boards-changed".  Returns: (transfer none): of EwBoardEntry. */
GPtrArray *ew_session_boards (EwSession *session);
/* Deleted ones, which can be brought back. */
GPtrArray *ew_session_deleted_boards (EwSession *session);
/* By id, or by a title that only one board has.  Returns: (transfer full):
 * the id. */
char *ew_session_find_board (EwSession *session, const char *id_or_title,
                             GError **error);

/* Opens a board for editing; several may be open.  Returns at once when it
 * already is.  A board with DAMAGE or NEWER faults is read-only. */
void ew_session_load_async (EwSession *session, const char *board,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer none): the live board, until ew_session_unload(). */
const EwBoard *ew_session_load_finish (EwSession *session, GAsyncResult *result,
                                       GError **error);
/* A board that nothing can edit, at a revision.  Returns: (transfer full). */
void ew_session_load_at_async (EwSession *session, const char *board,
                               const char *rev, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
EwBoard *ew_session_load_at_finish (EwSession *session, GAsyncResult *result,
                                    GError **error);
void ew_session_unload (EwSession *session, const char *board);
/* Returns: (nullable): an open board. */
const EwBoard *ew_session_board (EwSession *session, const char *board);
/* Returns: (transfer none) (nullable): of EwFault; of an open board. */
GPtrArray *ew_session_faults (EwSession *session, const char *board);
bool ew_session_is_read_only (EwSession *session, const char *board);

/* A number for ew_session_apply(): one drag, one burst of typing. */
guint ew_session_new_gesture (EwSession *session);
/* Applies @edit to the open @board and keeps it.  Edits with the same @gesture
 * are one step of undo; 0 is a step of its own.
 * Fails on a read-only board and while there is no identity. */
bool ew_session_apply (EwSession *session, const char *board, EwEdit *edit,
                       guint gesture, GError **error);
/* Escape in the middle: takes back all of @gesture, as if it never was. */
void ew_session_cancel_gesture (EwSession *session, const char *board,
                                guint gesture);
bool ew_session_undo (EwSession *session, const char *board);
bool ew_session_redo (EwSession *session, const char *board);
/* "Move 3 Objects".  Returns: (nullable) (transfer none). */
const char *ew_session_undo_label (EwSession *session, const char *board);
const char *ew_session_redo_label (EwSession *session, const char *board);

/* Boards.  All of it is undoable: ew_session_undo() on that board's id.
 * Returns: (transfer full) (nullable): the id of the new, empty, open board. */
char *ew_session_new_board (EwSession *session, const char *title,
                            GError **error);
bool ew_session_rename_board (EwSession *session, const char *board,
                              const char *title, GError **error);
bool ew_session_delete_board (EwSession *session, const char *board,
                              bool deleted, GError **error);
void ew_session_repair_async (EwSession *session, const char *board,
                              GAsyncReadyCallback callback, gpointer data);
bool ew_session_repair_finish (EwSession *session, GAsyncResult *result,
                               GError **error);

/* Commits now what is pending. */
void ew_session_commit_async (EwSession *session, GAsyncReadyCallback callback,
                              gpointer data);
bool ew_session_commit_finish (EwSession *session, GAsyncResult *result,
                               GError **error);

/* "" when there is none. */
const char *ew_session_remote (EwSession *session);
void ew_session_set_remote_async (EwSession *session, const char *url,
                                  GAsyncReadyCallback callback, gpointer data);
bool ew_session_set_remote_finish (EwSession *session, GAsyncResult *result,
                                   GError **error);
/* Looks, without changing anything, whether the workspace could be shared at
 * @url: it is there, may be read and written.  What is missing is said in the
 * error. */
void ew_session_probe_async (EwSession *session, const char *url,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
bool ew_session_probe_finish (EwSession *session, GAsyncResult *result,
                              GError **error);
/* Commit, then sync.  A second call joins the one that runs. */
void ew_session_sync_async (EwSession *session, GAsyncReadyCallback callback,
                            gpointer data);
/* @received, @published: (out) (optional): commits. */
bool ew_session_sync_finish (EwSession *session, GAsyncResult *result,
                             guint *received, guint *published, GError **error);
void ew_session_cancel_sync (EwSession *session);

typedef enum {
  EW_SYNC_ASKED, /* somebody is there, who can be asked in turn  */
  EW_SYNC_IN_BACKGROUND, /* nobody is, and nothing is shown of it unless
                            something comes or goes                     */
  EW_SYNC_ACCEPT_REWRITTEN, /* asked, and goes on from a history that was
                               replaced: the answer to
                               EW_ERROR_REWRITTEN                       */
} EwSyncManner;
/* ew_session_sync_async() in one of these manners; the same finish. */
void ew_session_sync_as_async (EwSession *session, EwSyncManner manner,
                               GAsyncReadyCallback callback, gpointer data);
/* Syncs by itself: in a second, when it has been quiet, every @seconds, and
 * when the network is back.  0, as at first: only when asked. */
void ew_session_set_auto_sync (EwSession *session, guint seconds);
bool ew_session_is_auto_sync (EwSession *session);

/* @board NULL: the whole workspace. */
void ew_session_log_async (EwSession *session, const char *board,
                           GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwVersion. */
GPtrArray *ew_session_log_finish (EwSession *session, GAsyncResult *result,
                                  GError **error);
void ew_session_check_async (EwSession *session, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwFault. */
GPtrArray *ew_session_check_finish (EwSession *session, GAsyncResult *result,
                                    GError **error);

G_END_DECLS
