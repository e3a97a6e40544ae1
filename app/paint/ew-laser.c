#include "ew-laser.h"

#define WIDTH 5.0 /* of the trail at its head, output px */
#define HEAD 6.0 /* radius of the dot at its head */

static const EwColor red = { 0.90f, 0.16f, 0.22f, 1 };

static void
paint_piece (const EwLaserPoint *from, const EwLaserPoint *to, EwPen *pen)
{
  double fresh = 1 - (double) CLAMP (to->age, 0, EW_LASER_SPAN) / EW_LASER_SPAN;
  g_autoptr (EwPath) path = ew_path_new ();

  ew_path_move (path, from->at);
  ew_path_line (path, to->at);
  ew_pen_stroke (pen, path, ew_color_with_alpha (red, (float) fresh),
                 WIDTH * (0.3 + 0.7 * fresh) / pen->scale);
}

static void
paint_disc (EwPoint at, double radius, EwColor color, EwPen *pen)
{
  double r = radius / pen->scale;

  ew_pen_fill_rect (pen, (EwRect){ at.x - r, at.y - r, 2 * r, 2 * r }, r,
                    color);
}

void
ew_laser_paint (GArray *trail, EwPen *pen)
{
  const EwLaserPoint *points = (const EwLaserPoint *) trail->data;

  for (guint i = 1; i < trail->len; i++)
    paint_piece (&points[i - 1], &points[i], pen);
  if (trail->len == 0 || points[trail->len - 1].age > 100)
    return;
  paint_disc (points[trail->len - 1].at, HEAD * 1.6,
              ew_color_with_alpha (red, 0.25f), pen);
  paint_disc (points[trail->len - 1].at, HEAD, red, pen);
}

void
ew_laser_paint_pointer (EwPoint at, EwPen *pen)
{
  static const EwPoint arrow[] = {
    { 0, 0 },      { 0, 17 },     { 4, 13.3 },    { 6.8, 19.6 },
    { 9.6, 18.4 }, { 6.9, 12.3 }, { 12.2, 12.3 },
  };
  EwPoint corners[G_N_ELEMENTS (arrow)];
  g_autoptr (EwPath) path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (arrow); i++)
    corners[i] = (EwPoint){ at.x + arrow[i].x / pen->scale,
                            at.y + arrow[i].y / pen->scale };
  path = ew_path_new_polygon (corners, G_N_ELEMENTS (corners));
  ew_pen_fill (pen, path, (EwColor){ 0, 0, 0, 1 });
  ew_pen_stroke (pen, path, (EwColor){ 1, 1, 1, 1 }, 1.5 / pen->scale);
}
