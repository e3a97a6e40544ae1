/* Wavy lines under words that no dictionary has, while they are typed.
 *
 * Only what changed is looked at, in idle time; the word at the caret waits
 * until it is left.  Private to this room. */
#pragma once

#include "ew-dictionary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EwSpelling EwSpelling;

/* Watches the buffer of @view.  Free it before @view is gone. */
EwSpelling *ew_spelling_new (GtkTextView *view, EwDictionary *dictionary);
void ew_spelling_free (EwSpelling *spelling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwSpelling, ew_spelling_free)

/* Looks at everything that waits, now: for tests. */
void ew_spelling_flush (EwSpelling *spelling);
/* Whether the word at @offset is marked as wrong. */
bool ew_spelling_is_wrong_at (EwSpelling *spelling, int offset);
/* Puts suggestions for the word at @offset into the extra menu of the view,
 * be it marked already or not; nothing when it is right. */
void ew_spelling_offer (EwSpelling *spelling, int offset);
/* "spelling": what the items of that menu do. */
GActionGroup *ew_spelling_actions (EwSpelling *spelling);

G_END_DECLS
