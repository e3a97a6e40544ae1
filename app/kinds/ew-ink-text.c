#include "ew-ink.h"

#include <math.h>

#define PRESSURE_MAX 255
#define PRESSURE_FIRST 128
/* No stroke is wider than this, 1/64 px: sums stay exact. */
#define REACH_MAX (1LL << 40)

typedef struct {
  gint64 x, y, pressure;
} Step;

/* Reads a number and moves on; false when there is none. */
static bool
read_number (const char **at, gint64 *number)
{
  char *end;

  if (!g_ascii_isdigit (**at) && **at != '-')
    return false;
  *number = g_ascii_strtoll (*at, &end, 10);
  if (end == *at || *number > REACH_MAX || *number < -REACH_MAX)
    return false;
  *at = end;
  return true;
}

static bool
skip (const char **at, char what)
{
  if (**at != what)
    return false;
  (*at)++;
  return true;
}

static bool
read_step (const char **at, Step *step)
{
  if (!read_number (at, &step->x) || !skip (at, ',') ||
      !read_number (at, &step->y))
    return false;
  if (skip (at, ',') && !read_number (at, &step->pressure))
    return false;
  step->pressure = CLAMP (step->pressure, 0, PRESSURE_MAX);
  return skip (at, ' ') || **at == '\0';
}

static void
move_to_origin (GArray *points)
{
  EwRect extent = ew_ink_extent ((EwInkPoint *) points->data, points->len);

  for (guint i = 0; i < points->len; i++) {
    EwInkPoint *point = &g_array_index (points, EwInkPoint, i);

    point->at.x -= extent.x;
    point->at.y -= extent.y;
  }
}

GArray *
ew_ink_parse (const char *text)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (EwInkPoint));
  Step step = { .pressure = PRESSURE_FIRST };
  gint64 x = 0, y = 0;

  g_return_val_if_fail (text != NULL, points);

  while (*text && points->len < EW_INK_POINTS_MAX) {
    EwInkPoint point;

    if (!read_step (&text, &step) || ABS (x + step.x) > REACH_MAX ||
        ABS (y + step.y) > REACH_MAX) {
      g_array_set_size (points, 0);
      break;
    }
    x += step.x;
    y += step.y;
    point.at = ew_coords_to_point ((EwCoords){ x, y });
    point.pressure = (double) step.pressure / PRESSURE_MAX;
    g_array_append_val (points, point);
  }
  move_to_origin (points);
  return points;
}

static void
append_step (GString *text, const Step *step, gint64 pressure_before)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT,
                          step->x, step->y);
  if (step->pressure != pressure_before)
    g_string_append_printf (text, ",%" G_GINT64_FORMAT, step->pressure);
}

char *
ew_ink_format (const EwInkPoint *points, gsize n)
{
  GString *text = g_string_new ("");
  EwRect extent = ew_ink_extent (points, n);
  gint64 pressure = PRESSURE_FIRST;
  EwCoords last = { 0, 0 };

  for (gsize i = 0; i < n && i < EW_INK_POINTS_MAX; i++) {
    EwCoords at = ew_coords_from_point (
        (EwPoint){ points[i].at.x - extent.x, points[i].at.y - extent.y });
    double part = CLAMP (points[i].pressure, 0, 1);
    /* Half of the way is what a device without pressure gives. */
    Step step = { at.x - last.x, at.y - last.y,
                  part == EW_INK_PRESSURE ? PRESSURE_FIRST
                                          : lround (part * PRESSURE_MAX) };

    append_step (text, &step, pressure);
    pressure = step.pressure;
    last = at;
  }
  return g_string_free (text, FALSE);
}
