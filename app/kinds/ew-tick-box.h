/* Tick boxes of a formatted text: drawn over the blanks that ew-markdown.h
 * leaves for them, so that they look alike in every font. Private to this
 * room. */
#pragma once

#include "ew-markdown.h"
#include "ew-pen.h"

G_BEGIN_DECLS

/* The Markdown that @layout shows.  Returns: (nullable): plain text. */
const EwMarkdown *ew_layout_markdown (PangoLayout *layout);

/* @at: the top left of @layout. */
void ew_tick_boxes_draw (EwPen *pen, PangoLayout *layout, EwPoint at,
                         EwColor color);
/* The box under @point, with a little room around it.  Returns: (nullable). */
const EwMarkBox *ew_tick_box_find (PangoLayout *layout, EwPoint at,
                                   EwPoint point);

G_END_DECLS
