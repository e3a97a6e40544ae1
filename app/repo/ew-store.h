/* The store: boards as files in a bare git repository that the program owns.
 *
 * No index, no checkout, no filters, no hooks: nothing in a repository from
 * elsewhere is ever run or followed.  Only regular files (mode 100644) of a
 * bounded size are read.  A workspace's folder *is* the bare repository, with
 * one folder of our own inside, `elsewhen/`, for journals.
 *
 * Everything here blocks on the disk.  Call it on one thread at a time: the git
 * thread of a session, or a program without one. */
#pragma once

#include "ew-board.h"
#include "ew-fault.h"
#include "ew-prompt.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EwStore EwStore;

/* Who writes: from git's own configuration, never typed per edit. */
typedef struct {
  char *name, *email;
} EwIdentity;
void ew_identity_free (EwIdentity *identity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwIdentity, ew_identity_free)

/* @fraction: 0…1, or -1 when unknown.  @what: translated, for one line.
 * Called on the thread that does the work. */
typedef void (*EwProgress) (double fraction, const char *what, gpointer data);

/* Makes a new workspace in @dir, which must not exist or be empty. */
EwStore *ew_store_create (const char *dir, const char *name, GError **error);
EwStore *ew_store_open (const char *dir, GError **error);

/* Where a workspace is shared; see ew-address.h for what an address can be. */
typedef struct {
  const char *url;
  const char *branch; /* "boards"; NULL: the one that is usual there */
  const char *folder; /* of the workspace in the tree, "" the top; a workspace
                         is begun where none is yet.  NULL: where it is found */
} EwPlace;
/* Who waits for something slow.  All may be NULL. */
typedef struct {
  EwProgress progress;
  gpointer data;
  GCancellable *cancellable;
  const EwPrompter *prompter;
  GPtrArray *found; /* of char *: the folders that EW_ERROR_CHOOSE offers */
} EwWish;
/* Clones the remote into the new folder @dir.  What was begun is removed when
 * it fails.  EW_ERROR_CHOOSE: the repository has several workspaces, and @place
 * does not say which. */
EwStore *ew_store_join (const EwPlace *place, const char *dir,
                        const EwWish *wish, GError **error);
EwStore *ew_store_clone (const char *url, const char *dir, EwProgress progress,
                         gpointer data, GCancellable *cancellable,
                         GError **error);
/* Whom to ask, when a remote wants to know something; NULL: nobody.  Not
 * copied: it must outlive the store. */
void ew_store_set_prompter (EwStore *store, const EwPrompter *prompter);
void ew_store_free (EwStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwStore, ew_store_free)

const char *ew_store_dir (EwStore *store);
/* Where journals live: <dir>/elsewhen. */
const char *ew_store_private_dir (EwStore *store);
/* The folder of the file that names the tip: it changes with every commit of
 * any program.  Never changes itself.  Returns: (transfer full). */
char *ew_store_branch_dir (EwStore *store);
/* Of the workspace, from elsewhen.json; the folder's name when it has none. */
char *ew_store_name (EwStore *store);

/* git's user.name and user.email; EW_ERROR_NO_IDENTITY when there is none. */
EwIdentity *ew_store_identity (EwStore *store, GError **error);
/* Writes both into the user's own git configuration. */
bool ew_store_set_identity (EwStore *store, const EwIdentity *identity,
                            GError **error);

/* The commit that local work stands on, 40 hex digits; "" before the first. */
char *ew_store_tip (EwStore *store, GError **error);

/* A board as the list shows it. */
typedef struct {
  char *id;
  EwObject *self; /* title, deleted, …; NULL when it cannot be read */
} EwBoardEntry;
void ew_board_entry_free (EwBoardEntry *entry);
/* All boards at @rev (NULL: the tip), by title, also deleted ones.
 * Returns: (transfer full): of EwBoardEntry. */
GPtrArray *ew_store_list (EwStore *store, const char *rev, GError **error);

/* Reads a board at @rev (a revision git understands; NULL: the tip).  What
 * cannot be read is named in @faults and left out; broken references are mended
 * in what is returned, and named.  EW_ERROR_NOT_FOUND when there is none. */
EwBoard *ew_store_load (EwStore *store, const char *rev, const char *board,
                        GPtrArray *faults, GCancellable *cancellable,
                        GError **error);

/* Of a board at @rev, only the objects of one kind; what cannot be read is left
 * out, and nothing is mended.  Cheap where they are few: no other object is
 * parsed.  Returns: (transfer full): of EwObject. */
GPtrArray *ew_store_load_kind (EwStore *store, const char *rev,
                               const char *board, const EwKind *kind,
                               GCancellable *cancellable, GError **error);

/* Pending work of one board. */
typedef struct {
  char *board;
  EwEdit *edit;
} EwBoardEdit;
EwBoardEdit *ew_board_edit_new (const char *board, EwEdit *edit);
void ew_board_edit_free (EwBoardEdit *edit);

/* Commits @edits (of EwBoardEdit) onto the tip as it is *now*: where another
 * program was there first, as a three-way merge.  Touches only changed buckets.
 * Everything is read back before this returns true.  Damaged buckets are never
 * written: EW_ERROR_DAMAGED, and nothing is committed.
 * Returns: (transfer full): the new tip, or the old one when nothing differs.
 */
char *ew_store_commit (EwStore *store, GPtrArray *edits, const char *message,
                       GError **error);

/* Writes what can be read of a damaged board as a new version; the damaged one
 * stays in the history. */
bool ew_store_repair (EwStore *store, const char *board, GError **error);

/* What turned @from into @to ("" = nothing), for one board or, with @board
 * NULL, for all.  Only changed buckets are read; unreadable lines count as
 * absent.  Returns: (transfer full): of EwBoardEdit. */
GPtrArray *ew_store_diff (EwStore *store, const char *from, const char *to,
                          const char *board, GError **error);

/* What stands in a commit is anybody's; escapes and signs that hide or turn
 * letters have been taken out. */
typedef struct {
  char *rev, *author, *email, *message;
  gint64 time; /* seconds since 1970 */
} EwVersion;
void ew_version_free (EwVersion *version);
/* Versions in which @board changed (NULL: anything), newest first, at most
 * @limit (0: all).
 * Returns: (transfer full): of EwVersion. */
GPtrArray *ew_store_log (EwStore *store, const char *board, guint limit,
                         GError **error);

/* Reads every object of git, every file and reference of the workspace.
 * Returns: (transfer full): faults; NULL only when it could not look. */
GPtrArray *ew_store_check (EwStore *store, EwProgress progress, gpointer data,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
