/* A thread right at its pin.
 *
 * It does not take the pointer away: the board can be panned and zoomed under
 * it, and it stays with its pin.  What is done in it comes as the actions of
 * its card, see ew-thread-card.h. */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_THREAD_POPOVER (ew_thread_popover_get_type ())
G_DECLARE_FINAL_TYPE (EwThreadPopover, ew_thread_popover, EW, THREAD_POPOVER,
                      GtkPopover)

GtkWidget *ew_thread_popover_new (void);
/* Opens the thread @id of the open @board of @session, and puts the caret into
 * its reply.  The caller says where, by gtk_popover_set_pointing_to(). */
void ew_thread_popover_open (EwThreadPopover *popover, EwSession *session,
                             const char *board, const char *id);
/* Returns: (nullable): the thread it shows; NULL while it is closed. */
const char *ew_thread_popover_id (EwThreadPopover *popover);

G_END_DECLS
