#include "ew-ink.h"

#include "ew-palette.h"
#include "ew-pen.h"

#include <math.h>

/* Pressure may make the line thinner or thicker by this much of its width. */
#define PRESSURE_SWING 0.6
/* Pressures nearer to each other than this are one. */
#define PRESSURE_SAME 0.02
/* A whole pressure is as far as so many px. */
#define PRESSURE_WEIGHT 6
/* Pieces of a smooth curve between two points, and what one is long at best. */
#define PIECES_MAX 8
#define PIECE 3.0
/* Where the line turns by more than this, its width makes a round corner. */
#define TURN_COSINE 0.8

EwRect
ew_ink_extent (const EwInkPoint *points, gsize n)
{
  EwPoint low, high;

  if (n == 0)
    return EW_RECT_EMPTY;
  low = high = points[0].at;
  for (gsize i = 1; i < n; i++) {
    low.x = MIN (low.x, points[i].at.x);
    low.y = MIN (low.y, points[i].at.y);
    high.x = MAX (high.x, points[i].at.x);
    high.y = MAX (high.y, points[i].at.y);
  }
  return ew_rect_from_points (low, high);
}

/* --- Fewer points ------------------------------------------------------- */

/* The point farthest from the line between the ends.  Pressure counts as if it
 * were a third coordinate, so that a swelling line keeps its form. */
static gsize
find_farthest (const EwInkPoint *points, gsize first, gsize last, double *far)
{
  const EwInkPoint *a = &points[first], *b = &points[last];
  gsize found = first;

  *far = 0;
  for (gsize i = first + 1; i < last; i++) {
    double part = (double) (i - first) / (double) (last - first);
    double even = a->pressure + (b->pressure - a->pressure) * part;
    double off = ew_point_to_segment (points[i].at, a->at, b->at) +
                 PRESSURE_WEIGHT * fabs (points[i].pressure - even);

    if (off > *far) {
      *far = off;
      found = i;
    }
  }
  return found;
}

typedef struct {
  gsize first, last;
} Span;

/* Ramer (1972), Douglas and Peucker (1973), with the spans still to look at in
 * a list instead of a recursion. */
void
ew_ink_simplify (GArray *points, double tolerance)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autofree guint8 *kept = g_malloc0 (points->len + 1);
  EwInkPoint *all = (EwInkPoint *) points->data;
  Span span = { 0, points->len - 1 };
  guint n = 0;

  if (points->len < 3)
    return;
  kept[span.first] = kept[span.last] = 1;
  g_array_append_val (spans, span);
  while (spans->len > 0) {
    double far;
    gsize middle;

    span = g_array_index (spans, Span, spans->len - 1);
    g_array_set_size (spans, spans->len - 1);
    middle = find_farthest (all, span.first, span.last, &far);
    if (far <= tolerance)
      continue;
    kept[middle] = 1;
    g_array_append_vals (
        spans, (Span[]){ { span.first, middle }, { middle, span.last } }, 2);
  }
  for (guint i = 0; i < points->len; i++)
    if (kept[i])
      all[n++] = all[i];
  g_array_set_size (points, n);
}

/* --- The line ----------------------------------------------------------- */

static const EwInkPoint *
at_clamped (const EwInkPoint *points, gsize n, gssize i)
{
  return &points[CLAMP (i, 0, (gssize) n - 1)];
}

/* The curve of Catmull and Rom (1974) from point @i to the next, in Bézier's
 * form. */
static void
control (const EwInkPoint *points, gsize n, gsize i, EwPoint c[4])
{
  EwPoint p0 = at_clamped (points, n, (gssize) i - 1)->at;
  EwPoint p1 = points[i].at, p2 = points[i + 1].at;
  EwPoint p3 = at_clamped (points, n, (gssize) i + 2)->at;

  c[0] = p1;
  c[1] = (EwPoint){ p1.x + (p2.x - p0.x) / 6, p1.y + (p2.y - p0.y) / 6 };
  c[2] = (EwPoint){ p2.x - (p3.x - p1.x) / 6, p2.y - (p3.y - p1.y) / 6 };
  c[3] = p2;
}

static EwPoint
on_curve (const EwPoint c[4], double t)
{
  double s = 1 - t;
  double k[4] = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };
  EwPoint p = { 0, 0 };

  for (int i = 0; i < 4; i++) {
    p.x += k[i] * c[i].x;
    p.y += k[i] * c[i].y;
  }
  return p;
}

static EwPath *
middle_path (const EwInkPoint *points, gsize n)
{
  EwPath *path = ew_path_new ();
  EwPoint c[4];

  ew_path_move (path, points[0].at);
  if (n == 1)
    ew_path_line (path, points[0].at);
  for (gsize i = 0; i + 1 < n; i++) {
    control (points, n, i, c);
    ew_path_curve (path, c[1], c[2], c[3]);
  }
  return path;
}

/* The smooth line again, as many points near each other. */
static GArray *
flatten (const EwInkPoint *points, gsize n)
{
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (EwInkPoint));
  EwPoint c[4];

  g_array_append_val (flat, points[0]);
  for (gsize i = 0; i + 1 < n; i++) {
    double length = ew_point_distance (points[i].at, points[i + 1].at);
    int pieces = (int) CLAMP (ceil (length / PIECE), 1, PIECES_MAX);

    control (points, n, i, c);
    for (int k = 1; k <= pieces; k++) {
      double t = (double) k / pieces;
      double p = points[i].pressure +
                 (points[i + 1].pressure - points[i].pressure) * t;

      g_array_append_vals (flat, &(EwInkPoint){ on_curve (c, t), p }, 1);
    }
  }
  return flat;
}

/* --- The outline -------------------------------------------------------- */

static double
half_width (const EwInkPoint *point, double width)
{
  double swing = (point->pressure - EW_INK_PRESSURE) * 2 * PRESSURE_SWING;

  return width / 2 * (1 + swing);
}

/* Unit vector along the line at point @i. */
static EwPoint
way_at (const EwInkPoint *points, gsize n, gsize i)
{
  EwPoint a = at_clamped (points, n, (gssize) i - 1)->at;
  EwPoint b = at_clamped (points, n, (gssize) i + 1)->at;
  double length = ew_point_distance (a, b);

  if (length == 0)
    return (EwPoint){ 1, 0 };
  return (EwPoint){ (b.x - a.x) / length, (b.y - a.y) / length };
}

static EwPoint
beside (const EwInkPoint *points, gsize n, gsize i, double offset)
{
  EwPoint way = way_at (points, n, i);

  return (EwPoint){ points[i].at.x - way.y * offset,
                    points[i].at.y + way.x * offset };
}

static bool
turns_sharply (const EwInkPoint *points, gsize n, gsize i)
{
  EwPoint a, b;

  if (i == 0 || i + 1 >= n)
    return true;
  a = way_at (points + i - 1, 2, 0);
  b = way_at (points + i, 2, 0);
  return a.x * b.x + a.y * b.y < TURN_COSINE;
}

/* Turns the same way round as the sides of the line do. */
static void
add_disc (EwPath *path, EwPoint at, double r)
{
  const double k = 0.5522847498 * r;

  ew_path_move (path, (EwPoint){ at.x + r, at.y });
  ew_path_curve (path, (EwPoint){ at.x + r, at.y - k },
                 (EwPoint){ at.x + k, at.y - r }, (EwPoint){ at.x, at.y - r });
  ew_path_curve (path, (EwPoint){ at.x - k, at.y - r },
                 (EwPoint){ at.x - r, at.y - k }, (EwPoint){ at.x - r, at.y });
  ew_path_curve (path, (EwPoint){ at.x - r, at.y + k },
                 (EwPoint){ at.x - k, at.y + r }, (EwPoint){ at.x, at.y + r });
  ew_path_curve (path, (EwPoint){ at.x + k, at.y + r },
                 (EwPoint){ at.x + r, at.y + k }, (EwPoint){ at.x + r, at.y });
  ew_path_close (path);
}

/* Down one side and up the other, with discs at the ends and corners. */
static EwPath *
outline_path (const EwInkPoint *points, gsize n, double width)
{
  EwPath *path = ew_path_new ();

  ew_path_set_winding (path);
  ew_path_move (path, beside (points, n, 0, half_width (&points[0], width)));
  for (gsize i = 1; i < n; i++)
    ew_path_line (path, beside (points, n, i, half_width (&points[i], width)));
  for (gsize i = n; i > 0; i--)
    ew_path_line (
        path, beside (points, n, i - 1, -half_width (&points[i - 1], width)));
  ew_path_close (path);
  for (gsize i = 0; i < n; i++)
    if (turns_sharply (points, n, i))
      add_disc (path, points[i].at, half_width (&points[i], width));
  return path;
}

static bool
is_even (const EwInkPoint *points, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (fabs (points[i].pressure - EW_INK_PRESSURE) > PRESSURE_SAME)
      return false;
  return true;
}

EwPath *
ew_ink_path (const EwInkPoint *points, gsize n, double width, bool *outline)
{
  g_autoptr (GArray) flat = NULL;

  g_return_val_if_fail (outline != NULL, NULL);

  *outline = n > 0 && !is_even (points, n);
  if (n == 0)
    return ew_path_new ();
  if (!*outline)
    return middle_path (points, n);
  flat = flatten (points, n);
  return outline_path ((EwInkPoint *) flat->data, flat->len, width);
}

double
ew_ink_distance (const EwInkPoint *points, gsize n, EwPoint point)
{
  double nearest = G_MAXDOUBLE;

  if (n == 1)
    return ew_point_distance (points[0].at, point);
  for (gsize i = 0; i + 1 < n; i++)
    nearest = MIN (nearest,
                   ew_point_to_segment (point, points[i].at, points[i + 1].at));
  return nearest;
}

static EwColor
color_of (const EwPalette *palette, const char *color)
{
  return *color ? ew_palette_stroke (palette, color, "grey") : palette->ink;
}

void
ew_ink_paint (EwPen *pen, const EwInkPoint *points, gsize n,
              const EwInkStyle *style)
{
  g_autoptr (EwPath) path = NULL;
  EwColor color;
  bool outline;

  g_return_if_fail (pen != NULL && style != NULL);

  color = color_of (pen->palette, style->color);
  path = ew_ink_path (points, n, style->width, &outline);
  if (outline)
    ew_pen_fill (pen, path, color);
  else if (n > 0)
    ew_pen_stroke (pen, path, color, style->width);
}
