/* Selecting whatever a swept area touches. */
#include "ew-tool.h"

#include "ew-group.h"

/* How finely an edge of the sweep is felt along. */
#define CROSSING_STEPS 32
/* Of so many lines in one sweep; of the rest the box is believed. */
#define LINES_FELT 100

static EwRect
area (EwToolbox *toolbox)
{
  return ew_rect_from_points (toolbox->press.start.board,
                              toolbox->press.now.board);
}

/* Its box is mostly empty: a line is swept when one of its ends is, or when the
 * sweep's own edge crosses it. */
static bool
is_line_swept (const EwObject *line, const EwBoard *board, EwRect swept)
{
  EwPoint ends[2];
  double step = MAX (MAX (swept.w, swept.h) / CROSSING_STEPS, 1);

  line->kind->ends (line, board, ends);
  if (ew_rect_contains (swept, ends[0]) || ew_rect_contains (swept, ends[1]))
    return true;
  for (int i = 0; i <= CROSSING_STEPS; i++) {
    double x = swept.x + swept.w * i / CROSSING_STEPS;
    double y = swept.y + swept.h * i / CROSSING_STEPS;
    const EwPoint edge[] = { { x, swept.y },
                             { x, swept.y + swept.h },
                             { swept.x, y },
                             { swept.x + swept.w, y } };

    for (guint k = 0; k < G_N_ELEMENTS (edge); k++)
      if (ew_object_hit (line, board, edge[k], step / 2))
        return true;
  }
  return false;
}

/* Frames are selected only when they lie inside as a whole: one sweeps *in*
 * them.  Pins are not: nobody means to sweep up what people said.  Nor is what
 * is locked: it is the ground one sweeps on. */
static bool
is_swept (const EwObject *object, const EwBoard *board, EwRect swept,
          guint *n_lines)
{
  if (ew_kind_has (object->kind, EW_KIND_PIN) || object->locked)
    return false;
  if (ew_kind_has (object->kind, EW_KIND_CONTAINER))
    return ew_rect_covers (swept, ew_object_box (object));
  if (object->kind->ends && (*n_lines)++ < LINES_FELT)
    return is_line_swept (object, board, swept);
  return true;
}

static void
drag (EwToolbox *toolbox)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  EwRect swept = area (toolbox);
  guint n_lines = 0;
  g_autoptr (GPtrArray) found = ew_board_pick_area (board, swept, true);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;

  g_ptr_array_extend (ids, toolbox->press.ids, NULL, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (seen, ids->pdata[i]);
  for (guint i = 0; i < found->len; i++) {
    const EwObject *object = found->pdata[i];

    if (is_swept (object, board, swept, &n_lines) &&
        g_hash_table_add (seen, object->id))
      g_ptr_array_add (ids, object->id);
  }
  all = ew_group_expand (board, ids);
  ew_selection_set (toolbox->selection, all);
  ew_toolbox_refresh (toolbox);
}

static void
paint (EwToolbox *toolbox, EwPen *pen)
{
  ew_overlay_area (pen, area (toolbox));
}

static const char *
cursor (EwToolbox *toolbox)
{
  return "default";
}

const EwDrag ew_drag_marquee = { .drag = drag,
                                 .paint = paint,
                                 .cursor = cursor };
