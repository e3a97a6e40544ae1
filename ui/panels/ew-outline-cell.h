/* What one row of the outline shows: a mark in the object's colour or the icon
 * of its kind, its words, and how many talk about it.  The words can be edited
 * where they stand.
 *
 * Signal "edited" (const char *text).  Private to the outline. */
#pragma once

#include "ew-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_OUTLINE_CELL (ew_outline_cell_get_type ())
G_DECLARE_FINAL_TYPE (EwOutlineCell, ew_outline_cell, EW, OUTLINE_CELL,
                      GtkWidget)

GtkWidget *ew_outline_cell_new (void);
void ew_outline_cell_show (EwOutlineCell *cell, const EwBoard *board,
                           const EwObject *object);
/* What is said at a time, as one line. */
void ew_outline_cell_show_words (EwOutlineCell *cell, const char *id,
                                 const char *words);
/* The object it shows.  Returns: (nullable). */
const char *ew_outline_cell_id (EwOutlineCell *cell);
/* Opens its words for typing: Enter keeps, Escape leaves. */
void ew_outline_cell_edit (EwOutlineCell *cell, const char *text);
bool ew_outline_cell_is_editing (EwOutlineCell *cell);

G_END_DECLS
