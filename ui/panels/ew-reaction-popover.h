/* What to react with: six quick ones, and a way to all others.
 *
 * Signals: chosen (const char *emoji), more () */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_REACTION_POPOVER (ew_reaction_popover_get_type ())
G_DECLARE_FINAL_TYPE (EwReactionPopover, ew_reaction_popover, EW,
                      REACTION_POPOVER, GtkPopover)

/* @has: (closure data): whether I have put that emoji there already. */
typedef gboolean (*EwReactionHas) (const char *emoji, gpointer data);
GtkWidget *ew_reaction_popover_new (EwReactionHas has, gpointer data);

G_END_DECLS
