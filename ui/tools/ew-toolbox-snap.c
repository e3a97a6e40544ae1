/* Snapping on a board: who stands around, whether it is wanted, what to show.
 */
#include "ew-tool.h"

#include "ew-text-fit.h"

#include <math.h>

#define REACH 6.0 /* window px */
#define LABEL_SIZE 11.0
#define LABEL_PADDING 4.0

typedef struct {
  EwRect box;
  double away;
} Neighbour;

static int
compare_neighbours (gconstpointer a, gconstpointer b)
{
  double x = ((const Neighbour *) a)->away, y = ((const Neighbour *) b)->away;

  return (x > y) - (x < y);
}

/* What moves along with a frame is no neighbour of it. */
static bool
moves_along (const EwBoard *board, const EwObject *object, GHashTable *moving)
{
  for (int depth = 0; object && depth < 16; depth++) {
    if (g_hash_table_contains (moving, object->id))
      return true;
    object = *object->parent ? ew_board_get (board, object->parent) : NULL;
  }
  return false;
}

static bool
is_neighbour (EwToolbox *toolbox, guint index, EwRect visible,
              GHashTable *moving)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *object = ew_board_at (board, index);

  return ew_kind_has (object->kind, EW_KIND_BOX) &&
         !ew_kind_has (object->kind, EW_KIND_PIN) &&
         ew_rect_intersects (visible, ew_board_bounds_at (board, index)) &&
         !moves_along (board, object, moving);
}

static GArray *
find_neighbours (EwToolbox *toolbox, GHashTable *moving)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  EwRect visible = ew_view_visible (&toolbox->view);
  EwPoint center = ew_rect_center (toolbox->press.box);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Neighbour));

  for (guint i = 0; i < ew_board_size (board); i++) {
    if (!is_neighbour (toolbox, i, visible, moving))
      continue;
    Neighbour one = { .box = ew_object_turned_box (ew_board_at (board, i)) };
    one.away = ew_point_distance (center, ew_rect_center (one.box));
    g_array_append_val (found, one);
  }
  if (found->len > EW_SNAP_BOXES_MAX)
    g_array_sort (found, compare_neighbours);
  return found;
}

void
ew_toolbox_snap_begin (EwToolbox *toolbox, GPtrArray *ids)
{
  g_autoptr (GHashTable) moving = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) found = NULL;
  g_autofree EwRect *boxes = NULL;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (moving, ids->pdata[i]);
  found = find_neighbours (toolbox, moving);
  boxes = g_new (EwRect, found->len + 1);
  for (guint i = 0; i < found->len; i++)
    boxes[i] = g_array_index (found, Neighbour, i).box;
  g_clear_pointer (&toolbox->press.snap, ew_snap_free);
  toolbox->press.snap = ew_snap_new (boxes, found->len);
}

/* Ctrl makes of all nothing, and of nothing all. */
static EwSnapping
wanted (EwToolbox *toolbox)
{
  if (!toolbox->press.now.ctrl)
    return toolbox->snapping;
  return toolbox->snapping == EW_SNAPPING_NONE ? EW_SNAPPING_OBJECTS
                                               : EW_SNAPPING_NONE;
}

EwPoint
ew_toolbox_snap (EwToolbox *toolbox, EwRect box, EwHandle sides)
{
  EwPress *press = &toolbox->press;
  EwSnapping snapping = wanted (toolbox);
  EwSnapHow how = {
    .sides = sides,
    .reach = snapping & EW_SNAPPING_OBJECTS ? REACH / press->now.scale : 0,
    .grid = snapping & EW_SNAPPING_GRID ? EW_SNAPPING_STEP : 0,
  };
  EwPoint by;

  g_clear_pointer (&press->marks, g_array_unref);
  if (!press->snap || snapping == EW_SNAPPING_NONE || ew_rect_is_empty (box))
    return (EwPoint){ 0, 0 };
  by = ew_snap_find (press->snap, box, &how);
  box.x += sides & EW_HANDLE_LEFT ? by.x : 0;
  box.y += sides & EW_HANDLE_TOP ? by.y : 0;
  if (!(sides & EW_HANDLE_LEFT))
    box.w += by.x;
  else if (!(sides & EW_HANDLE_RIGHT))
    box.w -= by.x;
  if (!(sides & EW_HANDLE_TOP))
    box.h += by.y;
  else if (!(sides & EW_HANDLE_BOTTOM))
    box.h -= by.y;
  if (how.reach > 0)
    press->marks = ew_snap_marks (press->snap, box, sides);
  return by;
}

/* --- Paint ------------------------------------------------------------- */

static void
paint_stroke (EwPen *pen, EwPoint from, EwPoint to)
{
  g_autoptr (EwPath) path = ew_path_new ();

  ew_path_move (path, from);
  ew_path_line (path, to);
  ew_pen_stroke (pen, path, pen->palette->accent, 1 / pen->scale);
}

/* A short stroke across each end of a gap. */
static void
paint_stops (EwPen *pen, const EwSnapMark *mark)
{
  double tick = 4 / pen->scale;
  EwPoint side =
      mark->from.x == mark->to.x ? (EwPoint){ tick, 0 } : (EwPoint){ 0, tick };
  const EwPoint ends[] = { mark->from, mark->to };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    paint_stroke (pen, (EwPoint){ ends[i].x - side.x, ends[i].y - side.y },
                  (EwPoint){ ends[i].x + side.x, ends[i].y + side.y });
}

static void
paint_distance (EwPen *pen, const EwSnapMark *mark)
{
  double distance = ew_point_distance (mark->from, mark->to);
  EwTextStyle style = { .size_max = LABEL_SIZE / pen->scale,
                        .size_min = LABEL_SIZE / pen->scale,
                        .align = PANGO_ALIGN_LEFT };
  g_autofree char *text = g_strdup_printf ("%.0f", distance);
  g_autoptr (PangoLayout) layout =
      ew_text_layout (pen->pango, text, &style, 400 / pen->scale);
  EwPoint size = ew_text_layout_size (layout);
  EwPoint at = { (mark->from.x + mark->to.x - size.x) / 2,
                 (mark->from.y + mark->to.y - size.y) / 2 };
  EwRect plate = ew_rect_grow ((EwRect){ at.x, at.y, size.x, size.y }, 0);

  plate.x -= LABEL_PADDING / pen->scale;
  plate.w += 2 * LABEL_PADDING / pen->scale;
  ew_pen_fill_rect (pen, plate, plate.h / 2, pen->palette->accent);
  ew_pen_text (pen, layout, at, pen->palette->card);
}

void
ew_overlay_snap (EwToolbox *toolbox, EwPen *pen)
{
  const GArray *marks = toolbox->press.marks;

  for (guint i = 0; marks && i < marks->len; i++) {
    const EwSnapMark *mark = &g_array_index (marks, EwSnapMark, i);

    paint_stroke (pen, mark->from, mark->to);
    if (mark->is_gap)
      paint_stops (pen, mark);
  }
  for (guint i = 0; marks && i < marks->len; i++)
    if (g_array_index (marks, EwSnapMark, i).is_gap)
      paint_distance (pen, &g_array_index (marks, EwSnapMark, i));
}
