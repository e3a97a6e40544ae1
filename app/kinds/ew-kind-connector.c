/* A connector: a line that holds two objects together, and follows them. */
#include "ew-kinds.h"

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

static const char *const caps[] = { "none", "arrow", NULL };
static const char *const routes[] = { "straight", "curved", NULL };

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, color), .fallback = COLOR,
    .choices = ew_color_names },
  { "from", N_ ("From"), EW_FIELD_ANCHOR, G_STRUCT_OFFSET (EwConnector, from) },
  { "from_cap", N_ ("Start"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, from_cap), .fallback = "none",
    .choices = caps },
  { "label", N_ ("Label"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwConnector, label) },
  { "route", N_ ("Route"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, route), .fallback = "straight",
    .choices = routes },
  { "to", N_ ("To"), EW_FIELD_ANCHOR, G_STRUCT_OFFSET (EwConnector, to) },
  { "to_cap", N_ ("End"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwConnector, to_cap), .fallback = "arrow",
    .choices = caps },
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
  return ew_route_find (board, &line->from, &line->to,
                        g_str_equal (line->route, "curved"));
}

static bool
has_head (const char *cap, bool by_default)
{
  if (g_strv_contains (caps, cap))
    return g_str_equal (cap, "arrow");
  return by_default;
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

/* Two strokes that follow the line's own direction at its end. */
static void
paint_head (EwPen *pen, EwPoint tip, EwPoint way, EwColor color)
{
  g_autoptr (EwPath) path = ew_path_new ();
  EwPoint side = { -way.y, way.x };
  double back = HEAD * 0.8, wide = HEAD * 0.55;

  ew_path_move (path, (EwPoint){ tip.x - way.x * back + side.x * wide,
                                 tip.y - way.y * back + side.y * wide });
  ew_path_line (path, tip);
  ew_path_line (path, (EwPoint){ tip.x - way.x * back - side.x * wide,
                                 tip.y - way.y * back - side.y * wide });
  ew_pen_stroke (pen, path, color, STROKE);
}

static void
paint_line (const EwConnector *line, const EwRoute *route, EwPen *pen)
{
  EwColor color = ew_palette_stroke (pen->palette, line->color, COLOR);
  g_autoptr (EwPath) path = ew_route_path (route);
  EwRect dot = { route->from.x - DOT, route->from.y - DOT, 2 * DOT, 2 * DOT };

  if (ew_route_is_dot (route)) {
    ew_pen_fill_rect (pen, dot, DOT, color);
    return;
  }
  ew_pen_stroke (pen, path, color, STROKE);
  if (has_head (line->from_cap, false))
    paint_head (pen, route->from, ew_route_out_from (route), color);
  if (has_head (line->to_cap, true))
    paint_head (pen, route->to, ew_route_out_to (route), color);
}

static void
connector_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwConnector *line = (const EwConnector *) object;
  EwRoute route = find_route (line, board);
  EwRect box;

  paint_line (line, &route, pen);
  if (!*line->label)
    return;
  box = label_box (line, &route);
  ew_pen_fill_rect (pen, ew_rect_grow (box, LABEL_MARGIN - 2), LABEL_MARGIN,
                    pen->palette->canvas);
  ew_text_draw (pen, line->label, &style, box, pen->palette->ink);
}

static EwRect
connector_bounds (const EwObject *object, const EwBoard *board)
{
  const EwConnector *line = (const EwConnector *) object;
  EwRoute route = find_route (line, board);
  g_autoptr (EwPath) path = ew_route_path (&route);
  EwRect box = ew_rect_grow (ew_path_bounds (path), HEAD + STROKE);

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

const EwKind ew_kind_connector = {
  .name = "connector",
  .title = N_ ("Connector"),
  .icon = "ew-connector-symbolic",
  .shortcut = "A",
  .flags = EW_KIND_LINE,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwConnector) },
  .text = "label",
  .paint = connector_paint,
  .hit = connector_hit,
  .bounds = connector_bounds,
  .text_spot = connector_text_spot,
};
