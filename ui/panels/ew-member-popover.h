/* What a person tells the team about themselves: name, time there now, hours,
 * until when they are away, how they work; and what one may do about it: one's
 * own profile is changed with the action win.profile. */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: what somebody without a profile signs with, or NULL.
 * Returns: a GtkPopover. */
GtkWidget *ew_member_popover_new (EwSession *session, const char *email,
                                  const char *name);

G_END_DECLS
