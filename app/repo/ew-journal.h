/* The journal: what was typed is safe within half a second.
 *
 * Each edit is one line with a checksum in a file beside the repository.  A
 * thread of its own appends and calls fdatasync().  When a commit has taken the
 * edits in, their file goes.  Every running program has a journal file of its
 * own, held by a lock; a file that nobody holds was left by a crash, and the
 * next program to open the workspace takes its edits over.  A torn last line is
 * dropped.
 *
 *   <sum> <json of ew_edit_to_json()>\n      sum: first 16 hex of SHA-256 */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

typedef struct _EwJournal EwJournal;

/* @saved: called on the main context when everything appended up to a call is
 * on the disk, or with an error when it could not be written (tried again with
 * the next append). */
typedef void (*EwJournalSaved) (const GError *error, gpointer data);

/* @recovered: (out) (transfer full): EwBoardEdits left by a crash, in order,
 * already part of the new journal. */
EwJournal *ew_journal_open (const char *dir, GPtrArray **recovered,
                            EwJournalSaved saved, gpointer data,
                            GError **error);
/* Writes out what waits, then lets go; removes the file when it is empty. */
void ew_journal_close (EwJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwJournal, ew_journal_close)

/* Main thread; returns at once. */
void ew_journal_append (EwJournal *journal, const char *board,
                        const EwEdit *edit);
/* Waits until everything appended is on the disk. */
bool ew_journal_flush (EwJournal *journal, GError **error);

/* Begins a new file and tells up to where the old ones reach; when the commit
 * of what they hold is verified, forget them. */
guint ew_journal_rotate (EwJournal *journal);
void ew_journal_forget (EwJournal *journal, guint up_to);

G_END_DECLS
