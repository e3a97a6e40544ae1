/* A row of the outline: an object by its id, and for a frame the rows below it.
 *
 * What it says is not kept here; whoever shows it asks the board.  Private to
 * the outline. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define EW_TYPE_OUTLINE_ROW (ew_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (EwOutlineRow, ew_outline_row, EW, OUTLINE_ROW, GObject)

EwOutlineRow *ew_outline_row_new (const char *id);
const char *ew_outline_row_id (EwOutlineRow *row);
/* Of EwOutlineRow.  Returns: (transfer none) (nullable): NULL: can have none.
 */
GListStore *ew_outline_row_children (EwOutlineRow *row);
/* From now on it can. */
GListStore *ew_outline_row_open (EwOutlineRow *row);
/* The row above, or NULL at the top; not owned. */
EwOutlineRow *ew_outline_row_owner (EwOutlineRow *row);
void ew_outline_row_set_owner (EwOutlineRow *row, EwOutlineRow *owner);

G_END_DECLS
