/* What people wrote, as labels: never markup, and bounded, because anything may
 * stand in a shared file and Pango's word wrapping is quadratic in a word. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A wrapping label of @text that can be selected and copied. */
GtkWidget *ew_words_new (const char *text);
/* Puts other words into it. */
void ew_words_set (GtkLabel *label, const char *text);

G_END_DECLS
