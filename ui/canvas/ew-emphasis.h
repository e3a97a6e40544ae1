/* Marks around words that are typed: Ctrl+B, Ctrl+I and Ctrl+K.  Private to
 * this room.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @mark ("**", "*") around what is selected, or takes it away when it is
 * there; with nothing selected, around the caret. */
void ew_emphasis_toggle (GtkTextBuffer *buffer, const char *mark);
/* Makes what is selected the words of a link, and selects where its address
 * goes; a selected address becomes the address. */
void ew_emphasis_link (GtkTextBuffer *buffer);

G_END_DECLS
