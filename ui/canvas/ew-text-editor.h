/* Typing into an object, where it stands.
 *
 * A text view without looks of its own, laid over the object's text and scaled
 * with the board.  Every change is applied through the session at once; what is
 * typed without a pause is one step of undo.  A change that comes from
 * elsewhere moves the caret only as far as the text around it moved.
 *
 * Signals:
 *   finished ()               the focus went elsewhere, or the object is gone
 *   go-on (EwGrow)            Tab: the next one to the right; Ctrl+Enter:
 * below; with Shift: left, above; Alt+Enter: a branch, with Shift: the next
 * branch resized ()                restyle and place it again styled () place
 * it now, before the layout begins failed (const GError *)   a change could not
 * be applied
 *
 * Private to this room. */
#pragma once

#include "ew-dictionary.h"
#include "ew-palette.h"
#include "ew-session.h"
#include "ew-verbs-grow.h"
#include "ew-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_TEXT_EDITOR (ew_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (EwTextEditor, ew_text_editor, EW, TEXT_EDITOR,
                      GtkTextView)

/* @id must be on @board and its kind have a text spot. */
EwTextEditor *ew_text_editor_new (EwSession *session, const char *board,
                                  const char *id);
const char *ew_text_editor_id (EwTextEditor *editor);
/* Marks what @dictionary does not have; NULL: nothing. */
void ew_text_editor_set_dictionary (EwTextEditor *editor,
                                    EwDictionary *dictionary);
/* Takes the focus; the caret is at the end, or all is selected. */
void ew_text_editor_start (EwTextEditor *editor, bool select_all);
/* The board changed: shows the object's text as it is now, and finishes when
 * the object is gone. */
void ew_text_editor_refresh (EwTextEditor *editor);
/* Gives the letters the size and the ink that they are written with.  Needed
 * when the text, the object or the palette changed; not for another view.
 * Never in the middle of a layout: it asks for another one. */
void ew_text_editor_restyle (EwTextEditor *editor, const EwPalette *palette);
/* Allocates the widget over the object's text; for its parent. */
void ew_text_editor_place (EwTextEditor *editor, const EwView *view);
/* The end: nothing is applied or emitted any more.  A text object left empty is
 * removed, because nobody could see it. */
void ew_text_editor_close (EwTextEditor *editor);

G_END_DECLS
