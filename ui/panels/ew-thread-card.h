/* One comment thread as a card: who said what about which object, when; a place
 * to answer; a button that resolves it.
 *
 * Signals "reply" (const char *text), "resolve" (gboolean), "draft" (const char
 * *text) as one types, and "set-ask" (const char *ask, int EwAskState). */
#pragma once

#include "ew-session-talk.h"
#include "ew-thread.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_THREAD_CARD (ew_thread_card_get_type ())
G_DECLARE_FINAL_TYPE (EwThreadCard, ew_thread_card, EW, THREAD_CARD,
                      GtkListBoxRow)

GtkWidget *ew_thread_card_new (const EwThread *thread, const EwBoard *board,
                               EwSession *session);
/* Shows @thread as it is now; what is being typed stays. */
void ew_thread_card_update (EwThreadCard *card, const EwThread *thread,
                            const EwBoard *board, EwSession *session);
const char *ew_thread_card_id (EwThreadCard *card);
/* When it was last written to, seconds since 1970. */
gint64 ew_thread_card_time (EwThreadCard *card);
bool ew_thread_card_is_resolved (EwThreadCard *card);
/* Marks the card whose thread or object is selected. */
void ew_thread_card_set_current (EwThreadCard *card, bool current);

/* What an anchor is tied to, in a few words: “Reviews wait too long”.
 * Returns: (transfer full) (nullable): NULL for a point of the board. */
char *ew_anchor_describe (const EwAnchor *anchor, const EwBoard *board);

G_END_DECLS
