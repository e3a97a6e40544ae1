/* A row of the outline: an object by its id, and for a frame the rows below it.
 *
 * What it says is not kept here; whoever shows it asks the board.  Below a
 * walkthrough are rows of what is said in it, which are no objects: they have
 * words of their own, and an id that no object has.  Private to the outline. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define EW_TYPE_OUTLINE_ROW (ew_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (EwOutlineRow, ew_outline_row, EW, OUTLINE_ROW, GObject)

EwOutlineRow *ew_outline_row_new (const char *id);
const char *ew_outline_row_id (EwOutlineRow *row);
/* @words are said at @ms of the walkthrough above. */
void ew_outline_row_set_words (EwOutlineRow *row, gint64 ms, const char *words);
/* Returns: (nullable): NULL of an object. */
const char *ew_outline_row_words (EwOutlineRow *row);
gint64 ew_outline_row_time (EwOutlineRow *row);
/* Of EwOutlineRow.  Returns: (transfer none) (nullable): NULL: can have none.
 */
GListStore *ew_outline_row_children (EwOutlineRow *row);
/* From now on it can. */
GListStore *ew_outline_row_open (EwOutlineRow *row);
/* The row above, or NULL at the top; not owned. */
EwOutlineRow *ew_outline_row_owner (EwOutlineRow *row);
void ew_outline_row_set_owner (EwOutlineRow *row, EwOutlineRow *owner);

G_END_DECLS
