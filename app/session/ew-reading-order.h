/* The order in which a board is read when it cannot be seen at a glance.
 *
 * A frame is followed by what it owns; within one owner it goes in rows from
 * the top, in a row from the left.  A line comes after what it starts from, and
 * so does a comment on an object.  Whoever walks with Tab, the outline and the
 * screen reader all follow it.
 *
 * A picture of one moment: make a new one after an edit.  Any thread. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

typedef struct _EwReadingOrder EwReadingOrder;

EwReadingOrder *ew_reading_order_new (const EwBoard *board);
void ew_reading_order_free (EwReadingOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwReadingOrder, ew_reading_order_free)

/* All objects of the board, each once. */
guint ew_reading_order_size (const EwReadingOrder *order);
const char *ew_reading_order_at (const EwReadingOrder *order, guint index);
bool ew_reading_order_find (const EwReadingOrder *order, const char *id,
                            guint *index);
/* What @owner (NULL or "": the board) owns, in order.
 * Returns: (transfer none) (nullable): of char *; NULL when nothing. */
GPtrArray *ew_reading_order_children (const EwReadingOrder *order,
                                      const char *owner);
/* How many of them are counted: all but the comments on objects, of which those
 * speak. */
guint ew_reading_order_count (const EwReadingOrder *order, const char *owner);
/* "3 of 12": the place of @id among those, from 1.  False when it is not there.
 */
bool ew_reading_order_place (const EwReadingOrder *order, const char *id,
                             guint *place, guint *of);

/* The next one, or the one before.  Goes round at the end.
 * @id NULL or unknown: begins at an end.  Returns: (nullable): NULL when there
 * is nothing. */
const char *ew_reading_order_next (const EwReadingOrder *order, const char *id);
const char *ew_reading_order_previous (const EwReadingOrder *order,
                                       const char *id);

G_END_DECLS
