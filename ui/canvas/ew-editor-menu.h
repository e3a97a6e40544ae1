/* The menu and the emoji of a text view that is shown scaled.
 *
 * GTK's popovers know nothing of a scaled parent, and would be as large as its
 * font; so these stand on the parent of the view.  Private to this room. */
#pragma once

#include "ew-spelling.h"

G_BEGIN_DECLS

typedef struct _EwEditorMenu EwEditorMenu;

/* Takes over the secondary button and the menu keys.  Free it before @view is
 * gone. */
EwEditorMenu *ew_editor_menu_new (GtkTextView *view);
void ew_editor_menu_free (EwEditorMenu *menu);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwEditorMenu, ew_editor_menu_free)

/* Whose suggestions are on top; may be NULL. */
void ew_editor_menu_set_spelling (EwEditorMenu *menu, EwSpelling *spelling);
/* Whether @focus, which may be NULL, is in one of the popovers. */
bool ew_editor_menu_holds (EwEditorMenu *menu, GtkWidget *focus);

/* Menu, Shift+F10, Ctrl+.: returns whether the key opened something. */
bool ew_editor_menu_key (EwEditorMenu *menu, guint key, GdkModifierType state);

/* At the caret. */
void ew_editor_menu_popup (EwEditorMenu *menu);
void ew_editor_menu_choose_emoji (EwEditorMenu *menu);

G_END_DECLS
