/* The life of one object: who made it, reworded it, moved it, and when.
 *
 * Read off the main thread while it shows, and only once the selection rests.
 * Signal: open (const char *rev, const char *sentence, const char *object):
 * the board as it was after one of these deeds is to be shown. */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_BIOGRAPHY (ew_biography_get_type ())
G_DECLARE_FINAL_TYPE (EwBiography, ew_biography, EW, BIOGRAPHY, GtkWidget)

GtkWidget *ew_biography_new (void);
/* @board: the live one.  @object NULL: of none. */
void ew_biography_show (EwBiography *biography, EwSession *session,
                        const char *board, const char *object);
void ew_biography_focus (EwBiography *biography);

G_END_DECLS
