/* A text as it is drawn in its box.  Private to this room. */
#pragma once

#include "ew-text-fit.h"

G_BEGIN_DECLS

/* Laid out at the size that fits, cut when even the smallest does not.
 * @size: (out).  Returns: (transfer full). */
PangoLayout *ew_text_fitted (PangoContext *pango, const char *text,
                             const EwTextStyle *style, EwRect box,
                             double *size);
/* Where it stands in @box. */
EwPoint ew_text_top_left (PangoLayout *layout, const EwTextStyle *style,
                          EwRect box);

G_END_DECLS
