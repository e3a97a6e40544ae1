/* A connector: a line that holds two objects together, and follows them. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-route.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define COLOR "grey"
#define STROKE 2.0
#define HEAD 9.0 /* length of an arrow head's two strokes */
#define DOT 4.0 /* radius, when both ends are at one place */
#define LABEL_WIDTH 180.0
#define LABEL_HEIGHT 84.0
#define LABEL_MARGIN 6.0

typedef struct {
  EwObject object;
  EwAnchor from, to;
  char *color, *from_cap, *label, *route, *to_cap;
} EwConnector;

static const char *const caps[] = { "none",    "arrow", "triangle", "dot",
                                    "diamond", "bar",   NULL };
static const char *const cap_titles[] = {
  N_ ("Plain"), N_ ("Arrow"),   N_ ("Triangle"),
  N_ ("Dot"),   N_ ("Diamond"), N_ ("Bar"),
};
static const char *const routes[] = { "straight", "curved", "elbow", NULL };
static const char *const route_titles[] = {
  N_ ("Straight"),
  N_ ("Curved"),
  N_ ("With Corners"),
};

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, color), .fallback = COLOR,
    .choices = ew_color_names },
  { "from", N_ ("From"), EW_FIELD_ANCHOR, G_STRUCT_OFFSET (EwConnector, from) },
  { "from_cap", N_ ("Start"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, from_cap), .fallback = "none",
    .choices = caps, .choice_titles = cap_titles },
  { "label", N_ ("Label"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwConnector, label) },
  { "route", N_ ("Route"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, route), .fallback = "straight",
    .choices = routes, .choice_titles = route_titles },
  { "to", N_ ("To"), EW_FIELD_ANCHOR, G_STRUCT_OFFSET (EwConnector, to) },
  { "to_cap", N_ ("End"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, to_cap), .fallback = "arrow", .choices = caps,
    .choice_titles = cap_titles },
  EW_FIELD_END,
};

static const EwTextStyle style = {
  .size_max = 14,
  .size_min = 14,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

static EwRoute
find_route (const EwConnector *line, const EwBoard *board)
{
  EwRouteForm form = g_str_equal (line->route, "curved")  ? EW_ROUTE_CURVED
                     : g_str_equal (line->route, "elbow") ? EW_ROUTE_ELBOW
                                                          : EW_ROUTE_STRAIGHT;

  return ew_route_find (board, &line->from, &line->to, form);
}

/* The plate under the label, as large as its words. */
static EwRect
label_box (const EwConnector *line, const EwRoute *route)
{
  EwPoint at = ew_route_middle (route);
  EwPoint size = ew_text_measure (line->label, &style, LABEL_WIDTH);

  size.x = MIN (size.x + 1, LABEL_WIDTH);
  size.y = MIN (size.y, LABEL_HEIGHT);
  return (EwRect){ at.x - size.x / 2, at.y - size.y / 2, size.x, size.y };
}

/* What sits on an end of the line: its tip, and the way the line comes. */
typedef struct {
  EwPoint tip, way;
  EwColor color;
} Tip;

/* @back along the line from its tip, and @aside from it. */
static EwPoint
behind (const Tip *tip, double back, double aside)
{
  return (EwPoint){ tip->tip.x - tip->way.x * back - tip->way.y * aside,
                    tip->tip.y - tip->way.y * back + tip->way.x * aside };
}

static void
paint_arrow (EwPen *pen, const Tip *tip)
{
  g_autoptr (EwPath) path = ew_path_new ();

  ew_path_move (path, behind (tip, HEAD * 0.8, HEAD * 0.55));
  ew_path_line (path, tip->tip);
  ew_path_line (path, behind (tip, HEAD * 0.8, -HEAD * 0.55));
  ew_pen_stroke (pen, path, tip->color, STROKE);
}

static void
paint_triangle (EwPen *pen, const Tip *tip)
{
  EwPoint corners[] = { tip->tip, behind (tip, HEAD, HEAD * 0.5),
                        behind (tip, HEAD, -HEAD * 0.5) };
  g_autoptr (EwPath) path =
      ew_path_new_polygon (corners, G_N_ELEMENTS (corners));

  ew_pen_fill (pen, path, tip->color);
}

static void
paint_dot (EwPen *pen, const Tip *tip)
{
  EwPoint at = behind (tip, DOT / 2, 0);
  EwRect box = { at.x - DOT, at.y - DOT, 2 * DOT, 2 * DOT };

  ew_pen_fill_rect (pen, box, DOT, tip->color);
}

static void
paint_diamond (EwPen *pen, const Tip *tip)
{
  EwPoint corners[] = { tip->tip, behind (tip, HEAD * 0.6, HEAD * 0.45),
                        behind (tip, HEAD * 1.2, 0),
                        behind (tip, HEAD * 0.6, -HEAD * 0.45) };
  g_autoptr (EwPath) path =
      ew_path_new_polygon (corners, G_N_ELEMENTS (corners));

  ew_pen_fill (pen, path, tip->color);
}

static void
paint_bar (EwPen *pen, const Tip *tip)
{
  g_autoptr (EwPath) path = ew_path_new ();

  ew_path_move (path, behind (tip, 0, HEAD * 0.6));
  ew_path_line (path, behind (tip, 0, -HEAD * 0.6));
  ew_pen_stroke (pen, path, tip->color, STROKE);
}

static void
paint_cap (EwPen *pen, const char *cap, const char *fallback, const Tip *tip)
{
  static void (*const paints[]) (EwPen *, const Tip *) = {
    NULL, paint_arrow, paint_triangle, paint_dot, paint_diamond, paint_bar,
  };
  const char *word = g_strv_contains (caps, cap) ? cap : fallback;

  for (guint i = 1; i < G_N_ELEMENTS (paints); i++)
    if (g_str_equal (caps[i], word))
      paints[i](pen, tip);
}

static void
paint_line (const EwConnector *line, const EwRoute *route, EwPen *pen)
{
  EwColor color = ew_palette_stroke (pen->palette, line->color, COLOR);
  g_autoptr (EwPath) path = ew_route_path (route);
  Tip from = { ew_route_from (route), ew_route_out_from (route), color };
  Tip to = { ew_route_to (route), ew_route_out_to (route), color };

  if (ew_route_is_dot (route)) {
    paint_dot (pen, &to);
    return;
  }
  ew_pen_stroke (pen, path, color, STROKE);
  paint_cap (pen, line->from_cap, "none", &from);
  paint_cap (pen, line->to_cap, "arrow", &to);
}

static void
connector_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwConnector *line = (const EwConnector *) object;
  EwRoute route = find_route (line, board);
  EwRect box;

  paint_line (line, &route, pen);
  if (*line->label) {
    box = label_box (line, &route);
    ew_pen_fill_rect (pen, ew_rect_grow (box, LABEL_MARGIN - 2), LABEL_MARGIN,
                      pen->palette->canvas);
    ew_text_draw (pen, line->label, &style, box, pen->palette->ink);
  }
  ew_marks_paint (object, board, pen);
}

static EwRect
connector_bounds (const EwObject *object, const EwBoard *board)
{
  const EwConnector *line = (const EwConnector *) object;
  EwRoute route = find_route (line, board);
  g_autoptr (EwPath) path = ew_route_path (&route);
  EwRect box = ew_rect_grow (ew_path_bounds (path), HEAD * 1.3 + STROKE);

  if (!*line->label)
    return box;
  return ew_rect_union (box,
                        ew_rect_grow (label_box (line, &route), LABEL_MARGIN));
}

static bool
connector_hit (const EwObject *object, const EwBoard *board, EwPoint point,
               double slop)
{
  const EwConnector *line = (const EwConnector *) object;
  EwRoute route = find_route (line, board);
  g_autoptr (EwPath) path = ew_route_path (&route);

  EwPoint middle = ew_route_middle (&route);

  if (ew_path_distance (path, point) <= slop + STROKE)
    return true;
  if (!*line->label || ew_point_distance (middle, point) > LABEL_WIDTH)
    return false;
  return ew_rect_contains (label_box (line, &route), point);
}

static void
connector_ends (const EwObject *object, const EwBoard *board, EwPoint ends[2])
{
  EwRoute route = find_route ((const EwConnector *) object, board);

  ends[0] = ew_route_from (&route);
  ends[1] = ew_route_to (&route);
}

static void
connector_text_spot (const EwObject *object, const EwBoard *board,
                     EwTextSpot *spot)
{
  const EwConnector *line = (const EwConnector *) object;
  EwRoute route = find_route (line, board);
  EwPoint at = ew_route_middle (&route);
  EwRect room = { at.x - LABEL_WIDTH / 2, at.y - 11, LABEL_WIDTH, 22 };

  spot->box = ew_rect_union (room, label_box (line, &route));
  spot->style = style;
  spot->color = "";
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u connector", "%u connectors", n);
}

const EwKind ew_kind_connector = {
  .name = "connector",
  .title = N_ ("Connector"),
  .count = count,
  .icon = "ew-connector-symbolic",
  .shortcut = "A",
  .flags = EW_KIND_LINE,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwConnector) },
  .text = "label",
  .paint = connector_paint,
  .hit = connector_hit,
  .bounds = connector_bounds,
  .ends = connector_ends,
  .text_spot = connector_text_spot,
};
