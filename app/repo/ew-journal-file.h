/* One file of a journal: lines with checksums, held by a lock.
 *
 * Private to the journal; one thread at a time. */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

typedef struct _EwJournalFile EwJournalFile;

/* Makes "journal-<word>-<number>" in @dir and locks it. */
EwJournalFile *ew_journal_file_new (const char *dir, const char *word,
                                    guint number, GError **error);
/* Takes over a file that nobody holds.  Returns: (nullable): NULL, without an
 * error, when somebody does, or it is gone. */
EwJournalFile *ew_journal_file_adopt (const char *path);
/* Lets go; the file stays. */
void ew_journal_file_free (EwJournalFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwJournalFile, ew_journal_file_free)

/* The file is needed no more.  One with lines that could not be read is put
 * aside under another name instead. */
void ew_journal_file_forget (EwJournalFile *file);

/* Appends whole lines and waits until the disk has them.  When that fails the
 * file ends where it ended before. */
bool ew_journal_file_append (EwJournalFile *file, const char *text,
                             gsize length, GError **error);

/* "<sum> <json>\n" */
void ew_journal_line_append (GString *out, const char *json);
/* Calls @visit for the JSON of each good line.  Returns: how many. */
typedef bool (*EwJournalVisit) (const char *json, gsize length, gpointer data);
guint ew_journal_file_read (EwJournalFile *file, EwJournalVisit visit,
                            gpointer data);
/* Whether there is a bad line other than a torn last one. */
bool ew_journal_file_is_damaged (const EwJournalFile *file);
