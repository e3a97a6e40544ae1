/* A small entry that hangs on a title: type, Enter, done.
 *
 * Signal "renamed" (const char *title), never empty. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_RENAME_POPOVER (ew_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (EwRenamePopover, ew_rename_popover, EW, RENAME_POPOVER,
                      GtkPopover)

/* @label: what is being named, translated.  Parent it yourself. */
GtkWidget *ew_rename_popover_new (const char *label);
/* Opens with @title, all of it selected. */
void ew_rename_popover_start (EwRenamePopover *popover, const char *title);

G_END_DECLS
