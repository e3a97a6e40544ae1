/* Edits that somebody might make: of every kind of object, every field. */
#pragma once

#include "ew-board.h"
#include "sim-ledger.h"

G_BEGIN_DECLS

/* Something new, changed, settled or deleted on @board, and noted.
 * Returns: (transfer full): never empty. */
EwEdit *sim_edit (const EwBoard *board, GRand *chance, SimLedger *ledger);

G_END_DECLS
