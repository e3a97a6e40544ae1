/* Marks around words that are typed: Ctrl+B and Ctrl+I.  Private to this room.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @mark ("**", "*") around what is selected, or takes it away when it is
 * there; with nothing selected, around the caret. */
void ew_emphasis_toggle (GtkTextBuffer *buffer, const char *mark);

G_END_DECLS
