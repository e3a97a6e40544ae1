/* The captions of a walkthrough as a list that can be written in.
 *
 * Indices are those of the captions as they are parsed from what was shown.
 *
 * Signals:
 *   put (guint index, gint64 ms, const char *text, guint burst)
 *     @burst is another with each burst of typing
 *   take (guint index)
 *   seek (gint64 ms) */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CAPTION_LIST (ew_caption_list_get_type ())
G_DECLARE_FINAL_TYPE (EwCaptionList, ew_caption_list, EW, CAPTION_LIST,
                      GtkWidget)

GtkWidget *ew_caption_list_new (void);
/* @captions: as in ew-captions.h.  A row that is typed in stays the row it is.
 */
void ew_caption_list_show (EwCaptionList *list, const char *captions);
/* What is said at @ms is marked, and comes into view while nobody writes; below
 * 0 nothing is. */
void ew_caption_list_set_time (EwCaptionList *list, gint64 ms);
/* When the last one ends, ms; 0 when there are none. */
gint64 ew_caption_list_end (EwCaptionList *list);

G_END_DECLS
