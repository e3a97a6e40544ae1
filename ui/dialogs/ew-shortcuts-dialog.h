/* The window with all shortcuts, made from what it is told. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  const char *section; /* translated; those of one section follow another */
  const char *title; /* translated                                       */
  const char *accel; /* "<Control>z", several after spaces               */
} EwShortcutLine;

/* @lines end with one without a title. */
GtkWidget *ew_shortcuts_dialog_new (GtkWindow *parent,
                                    const EwShortcutLine *lines);

G_END_DECLS
