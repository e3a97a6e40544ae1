/* What became of a text, word by word: gone words struck out, new ones
 * underlined and strong, so that it can be read without colours. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Both versions as one text.  Only so much around a change as places it, and
 * never more than a few lines.  @attributes: (out) (transfer full).
 * Returns: (transfer full). */
char *ew_word_diff (const char *before, const char *after,
                    PangoAttrList **attributes);
/* The same as a label. */
GtkWidget *ew_word_diff_new (const char *before, const char *after);

G_END_DECLS
