/* A caption as a row that can be edited: when, and what is said.
 *
 * Signals of a row:
 *   put (gint64 ms, const char *text, guint burst)  what it is now; a burst is
 *       what is typed until one leaves the row
 *   take ()                                         it goes
 *   seek ()                                         play from here */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* What the model of a list holds. */
#define EW_TYPE_CAPTION_ITEM (ew_caption_item_get_type ())
G_DECLARE_FINAL_TYPE (EwCaptionItem, ew_caption_item, EW, CAPTION_ITEM, GObject)

EwCaptionItem *ew_caption_item_new (gint64 start, const char *text);
/* Tells its row when that is another. */
void ew_caption_item_set (EwCaptionItem *item, gint64 start, const char *text);
void ew_caption_item_set_current (EwCaptionItem *item, bool current);
bool ew_caption_item_is (EwCaptionItem *item, gint64 start, const char *text);

#define EW_TYPE_CAPTION_ROW (ew_caption_row_get_type ())
G_DECLARE_FINAL_TYPE (EwCaptionRow, ew_caption_row, EW, CAPTION_ROW, GtkWidget)

GtkWidget *ew_caption_row_new (void);
/* @item: NULL for none; the row may show one after the other. */
void ew_caption_row_show (EwCaptionRow *row, EwCaptionItem *item);

G_END_DECLS
