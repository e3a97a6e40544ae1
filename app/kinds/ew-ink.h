/* Ink: the points of a stroke, and the line they make.
 *
 * Stored as text: `x,y,pressure` for each point, a space between them.  x and y
 * are steps of 1/64 px from the point before, the first one from the top left
 * of the stroke; pressure is 0…255, and left out where it did not change (128
 * before the first: what a device without pressure gives).  "0,0 64,-12,140".
 *
 * The points say only the form.  Where it lies and how large it is says the
 * object's box, so a stroke is moved and resized like everything else. */
#pragma once

#include "ew-object.h"
#include "ew-path.h"

G_BEGIN_DECLS

/* A longer stroke goes on as another one. */
#define EW_INK_POINTS_MAX 4096
#define EW_INK_WIDTH 4.0 /* px, of a new one */
#define EW_INK_PRESSURE 0.5 /* of a device that has none */

typedef struct {
  EwPoint at; /* px */
  double pressure; /* 0…1 */
} EwInkPoint;

/* Returns: (transfer full): of EwInkPoint, within a box that begins at 0,0;
 * empty when @text is nothing of the kind. */
GArray *ew_ink_parse (const char *text);
/* Returns: (transfer full): the text of at most EW_INK_POINTS_MAX points. */
char *ew_ink_format (const EwInkPoint *points, gsize n);

/* Drops points that lie within @tolerance px of the line without them. */
void ew_ink_simplify (GArray *points, double tolerance);
/* Around the points, without the width of the line. */
EwRect ew_ink_extent (const EwInkPoint *points, gsize n);

/* A smooth line through the points.  With `outline` it is to be filled, because
 * its width follows the pressure; else to be stroked. */
EwPath *ew_ink_path (const EwInkPoint *points, gsize n, double width,
                     bool *outline);
/* How far from @point the line's middle is; G_MAXDOUBLE without points. */
double ew_ink_distance (const EwInkPoint *points, gsize n, EwPoint point);

/* Paints the line where the points are: also the one still being drawn.
 * @color: a stored one, "" is the colour of text. */
typedef struct {
  const char *color;
  double width; /* px */
} EwInkStyle;
void ew_ink_paint (EwPen *pen, const EwInkPoint *points, gsize n,
                   const EwInkStyle *style);

/* A new object of the stroke, which stays where it was drawn.
 * Returns: (transfer full). */
EwObject *ew_ink_new (const EwInkPoint *points, gsize n,
                      const EwInkStyle *style);
/* Whether @object is ink, and an eraser takes it away. */
bool ew_object_is_ink (const EwObject *object);

G_END_DECLS
