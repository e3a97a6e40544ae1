/* The line below the captions in which what is said is added, with its time.
 *
 * From the first letter on it is about that moment: the time stands still until
 * the words are added or gone.
 *
 * Signals:
 *   add (gint64 ms, const char *text)  @text is never empty */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CAPTION_COMPOSER (ew_caption_composer_get_type ())
G_DECLARE_FINAL_TYPE (EwCaptionComposer, ew_caption_composer, EW,
                      CAPTION_COMPOSER, GtkWidget)

/* @menu: behind a button at its end. */
GtkWidget *ew_caption_composer_new (GMenuModel *menu);
/* What is added now is said at @ms, unless somebody is writing. */
void ew_caption_composer_set_next (EwCaptionComposer *composer, gint64 ms);
/* Forgets what was begun. */
void ew_caption_composer_clear (EwCaptionComposer *composer);
/* The words get the focus. */
void ew_caption_composer_write (EwCaptionComposer *composer);

G_END_DECLS
