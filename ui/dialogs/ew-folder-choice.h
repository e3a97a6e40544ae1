/* Lets the person choose a folder, and writes its path into an entry. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @title: translated.  Nothing happens when nothing is chosen. */
void ew_folder_choice_open (GtkWindow *parent, const char *title,
                            GtkEditable *entry);

G_END_DECLS
