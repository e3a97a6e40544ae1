/* A short list of frames to move something into.
 *
 * Signal "chosen" (const char *id): Enter or a press; the popover closes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_FRAME_POPOVER (ew_frame_popover_get_type ())
G_DECLARE_FINAL_TYPE (EwFramePopover, ew_frame_popover, EW, FRAME_POPOVER,
                      GtkPopover)

GtkWidget *ew_frame_popover_new (void);
/* Adds a choice at the end; @id may be "". */
void ew_frame_popover_add (EwFramePopover *popover, const char *id,
                           const char *title);

G_END_DECLS
