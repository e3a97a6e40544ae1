/* The rows of the outline, kept in step with a board in reading order.
 *
 * Rows stay the same objects as long as what they stand for is on the board, so
 * that what is unfolded, selected and scrolled to stays so.  Private to the
 * outline. */
#pragma once

#include "ew-outline-row.h"
#include "ew-reading-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  GListStore *top; /* of EwOutlineRow */
  GtkTreeListModel *tree; /* of GtkTreeListRow over EwOutlineRow */
  GHashTable *rows; /* id → EwOutlineRow */
} EwOutlineModel;

void ew_outline_model_init (EwOutlineModel *model);
void ew_outline_model_clear (EwOutlineModel *model);
/* @board may be NULL. */
void ew_outline_model_update (EwOutlineModel *model, const EwBoard *board,
                              const EwReadingOrder *order);
/* Where @id is among the rows that show; unfolds what it is in.  False when it
 * has no row. */
bool ew_outline_model_find (EwOutlineModel *model, const char *id,
                            guint *position);
/* The id of the object at @position, or of the walkthrough in which it is said.
 * Returns: (transfer full). */
char *ew_outline_model_id_at (EwOutlineModel *model, guint position);
/* Returns: (transfer full) (nullable): the row at @position. */
EwOutlineRow *ew_outline_model_row_at (EwOutlineModel *model, guint position);

G_END_DECLS
