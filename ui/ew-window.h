/* The window: one workspace, one board of it at a time.
 *
 * It introduces the rooms to each other: what the tools ask for, the canvas or
 * a panel gets; what a panel asks for becomes an edit for the session. */
#pragma once

#include "ew-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_WINDOW (ew_window_get_type ())
G_DECLARE_FINAL_TYPE (EwWindow, ew_window, EW, WINDOW, AdwApplicationWindow)

GtkWidget *ew_window_new (GtkApplication *app, EwSession *session);
EwSession *ew_window_session (EwWindow *window);
/* The menu of workspaces, under the name of this one. */
void ew_window_set_workspaces (EwWindow *window, GMenuModel *menu);
/* Goes where a link points to, see ew-place-link.h.  False when it is none, or
 * the board is not in this workspace. */
bool ew_window_open_link (EwWindow *window, const char *link);
/* Opens @board of this workspace and @object on it, "" for none; or, without a
 * board, the inbox. */
void ew_window_open_place (EwWindow *window, const char *board,
                           const char *object);
/* A short line at the foot of the window, in plain text. */
void ew_window_say (EwWindow *window, const char *sentence);

G_END_DECLS
