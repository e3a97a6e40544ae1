/* What everyone ever wrote in a history, to be asked in the end whether all of
 * it is still there.
 *
 * Every word and every value is written only once, so each can be told from
 * every other. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

typedef struct _SimLedger SimLedger;

SimLedger *sim_ledger_new (void);
void sim_ledger_free (SimLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SimLedger, sim_ledger_free)

/* A number nobody had yet in this history. */
guint sim_ledger_number (SimLedger *ledger);

/* Somebody who saw @before made it @after; either may be NULL. */
void sim_ledger_note (SimLedger *ledger, const EwObject *before,
                      const EwObject *after);

/* Whether on @board, where all have met, every word that was not deleted is
 * shown once or kept in a clash, no value is there that somebody knowingly
 * replaced, and every member of a set that nobody took out.
 * Returns: (nullable) (transfer full): what is wrong. */
char *sim_ledger_check (SimLedger *ledger, const EwBoard *board);

/* Whether no clash is left of what its writer has rewritten since.  Seldom one
 * is: a merge sees three versions of a text, not how they came to be. */
char *sim_ledger_check_clashes (SimLedger *ledger, const EwBoard *board);

G_END_DECLS
