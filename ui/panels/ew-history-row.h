/* A row of the history: a version, or something that was deleted in one. */
#pragma once

#include "ew-store-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Now": the board as it is. */
GtkWidget *ew_history_row_new_now (void);
/* @title: of the board, which need not be said again. */
GtkWidget *ew_history_row_new (const EwRevision *revision, const char *title);
/* @object: one of @revision's gone.  Its button calls @restore with the row. */
GtkWidget *ew_history_row_new_gone (const EwRevision *revision,
                                    const EwObject *object, GCallback restore,
                                    gpointer data);

/* What opening a row shows: the version; "" for now. */
const char *ew_history_row_rev (GtkWidget *row);
/* One line about that version, for people. */
const char *ew_history_row_sentence (GtkWidget *row);
/* The id of what was deleted, or "". */
const char *ew_history_row_object (GtkWidget *row);
/* Whether @row begins another day than the row @before it (NULL: none).
 * Returns: (transfer full) (nullable): the name of the day when it does. */
char *ew_history_row_new_day (GtkWidget *row, GtkWidget *before);

G_END_DECLS
