/* A short list to choose one from; a long one can be narrowed by typing.
 *
 * Signal "chosen" (const char *id): Enter or a press; the popover closes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CHOICE_POPOVER (ew_choice_popover_get_type ())
G_DECLARE_FINAL_TYPE (EwChoicePopover, ew_choice_popover, EW, CHOICE_POPOVER,
                      GtkPopover)

/* @heading: what the choice is for; @nothing: when there is none; translated.
 */
GtkWidget *ew_choice_popover_new (const char *heading, const char *nothing);
/* Adds a choice at the end; @id may be "". */
void ew_choice_popover_add (EwChoicePopover *popover, const char *id,
                            const char *title);

G_END_DECLS
