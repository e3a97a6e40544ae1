/* Freehand ink: a stroke as it was drawn; see ew-ink.h for its points. */
#include "ew-kinds.h"

#include "ew-ink.h"
#include "ew-marks.h"
#include "ew-palette.h"
#include "ew-pen.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH "256" /* 4 px */
#define WIDTH_MIN 16
#define WIDTH_MAX 4096

typedef struct {
  EwObject object;
  char *color, *points;
  gint64 width; /* 1/64 px */
} EwInk;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwInk, color),
    .choices = ew_color_names },
  { "points", N_ ("Points"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwInk, points),
    .is_inner = true },
  { "width", N_ ("Width"), EW_FIELD_INT, G_STRUCT_OFFSET (EwInk, width),
    .fallback = WIDTH, .unit = N_ ("px"), .per_unit = EW_UNITS_PER_PX },
  EW_FIELD_END,
};

static double
width_of (const EwInk *ink)
{
  return (double) CLAMP (ink->width, WIDTH_MIN, WIDTH_MAX) / EW_UNITS_PER_PX;
}

/* How the form lies along one axis of the box: at · scale + start. */
typedef struct {
  double scale, start;
} Fit;

/* The form fills the box, and the line's width stays inside.  In a box that is
 * only as small as a box can be, it keeps its size; and so does one without any
 * length.  Then it lies in the middle. */
static Fit
fit (double extent, double start, double side, double width)
{
  double room = side - MIN (width, side);
  double scale = extent > 0 ? room / extent : 1;

  if (side <= EW_BOX_MIN)
    scale = MIN (scale, 1);
  return (Fit){ scale, start + (side - extent * scale) / 2 };
}

/* The points where they show.  What cannot be read is a dot in the middle. */
static GArray *
placed (const EwInk *ink)
{
  GArray *points = ew_ink_parse (ink->points);
  EwRect box = ew_object_box (&ink->object), extent;
  double width = width_of (ink);
  Fit x, y;

  if (points->len == 0)
    g_array_append_vals (points, &(EwInkPoint){ { 0, 0 }, EW_INK_PRESSURE }, 1);
  extent = ew_ink_extent ((EwInkPoint *) points->data, points->len);
  x = fit (extent.w, box.x, box.w, width);
  y = fit (extent.h, box.y, box.h, width);
  for (guint i = 0; i < points->len; i++) {
    EwPoint *at = &g_array_index (points, EwInkPoint, i).at;

    *at = (EwPoint){ at->x * x.scale + x.start, at->y * y.scale + y.start };
  }
  return points;
}

static void
ink_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwInk *ink = (const EwInk *) object;
  g_autoptr (GArray) points = placed (ink);
  EwInkStyle style = { ink->color, width_of (ink) };

  ew_ink_paint (pen, (EwInkPoint *) points->data, points->len, &style);
  ew_marks_paint (object, board, pen);
}

/* A smooth line swings out a little between its points. */
static EwRect
ink_bounds (const EwObject *object, const EwBoard *board)
{
  const EwInk *ink = (const EwInk *) object;
  EwRect box = ew_object_box (object);
  double swing = MAX (box.w, box.h) / 8;

  return ew_rect_grow (box, width_of (ink) + swing);
}

static bool
ink_hit (const EwObject *object, const EwBoard *board, EwPoint point,
         double slop)
{
  const EwInk *ink = (const EwInk *) object;
  g_autoptr (GArray) points = placed (ink);

  return ew_ink_distance ((EwInkPoint *) points->data, points->len, point) <=
         width_of (ink) / 2 + slop;
}

EwObject *
ew_ink_new (const EwInkPoint *points, gsize n, const EwInkStyle *style)
{
  EwObject *object = ew_object_new (&ew_kind_ink, NULL);
  EwInk *ink = (EwInk *) object;
  EwRect box = ew_rect_grow (ew_ink_extent (points, n), style->width / 2);
  double dx = MAX (EW_BOX_MIN - box.w, 0), dy = MAX (EW_BOX_MIN - box.h, 0);
  g_autofree char *text = ew_ink_format (points, n);

  ink->width = lround (style->width * EW_UNITS_PER_PX);
  ew_string_set (&ink->color, style->color);
  ew_string_set (&ink->points, text);
  ew_object_set_box (object, (EwRect){ box.x - dx / 2, box.y - dy / 2,
                                       box.w + dx, box.h + dy });
  return object;
}

bool
ew_object_is_ink (const EwObject *object)
{
  return object->kind == &ew_kind_ink;
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u drawing", "%u drawings", n);
}

const EwKind ew_kind_ink = {
  .name = "ink",
  .title = N_ ("Drawing"),
  .count = count,
  .icon = "ew-pen-symbolic",
  .shortcut = "P",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwInk) },
  .size = { 160, 120 },
  .paint = ink_paint,
  .hit = ink_hit,
  .bounds = ink_bounds,
};
