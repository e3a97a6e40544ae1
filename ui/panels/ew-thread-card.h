/* One comment thread as a card: who said what about which object, when; a place
 * to answer; a button that resolves it.  A card may show one thread after the
 * other, as the rows of a list do.
 *
 * What people do on it activates actions, which the window installs:
 *   thread.reply (thread, text)              thread.resolve (thread, resolved)
 *   thread.reword (thread, message, text)    thread.copy-link (thread)
 *   thread.play (tour, ms)
 *   thread.ask (thread, kind, who, due)      thread.set-ask (thread, ask,
 * state) What is typed is kept as a draft at once. */
#pragma once

#include "ew-session-talk.h"
#include "ew-thread.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_THREAD_CARD (ew_thread_card_get_type ())
G_DECLARE_FINAL_TYPE (EwThreadCard, ew_thread_card, EW, THREAD_CARD, GtkWidget)

GtkWidget *ew_thread_card_new (void);
/* Its height is that of this width, px, until it is given another one: for a
 * place that asks how high it is before it says how wide it may be. */
void ew_thread_card_set_width (EwThreadCard *card, int width);
/* Shows @thread as it is now; what is being typed about it stays. */
void ew_thread_card_show (EwThreadCard *card, const EwThread *thread,
                          const EwBoard *board, EwSession *session);
/* Returns: (nullable): of the thread it shows. */
const char *ew_thread_card_id (EwThreadCard *card);
/* Marks the card whose thread or object is selected. */
void ew_thread_card_set_current (EwThreadCard *card, bool current);
/* The caret goes where a reply is written. */
void ew_thread_card_answer (EwThreadCard *card);
/* The whole thread in one go, for a screen reader.  Returns: (transfer full).
 */
char *ew_thread_card_name (EwThreadCard *card);

/* What an anchor is tied to, in a few words: “Reviews wait too long”.
 * Returns: (transfer full) (nullable): NULL for a point of the board. */
char *ew_anchor_describe (const EwAnchor *anchor, const EwBoard *board);

G_END_DECLS
