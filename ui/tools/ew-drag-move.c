/* Moving what is selected; with Alt, a copy of it. */
#include "ew-tool.h"

#include <math.h>

static void
take_copies (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (EwEdit) edit = ew_verb_duplicate (
      ew_toolbox_board (toolbox), press->ids, (EwPoint){ 0, 0 }, &copies);

  if (!ew_toolbox_apply (toolbox, edit))
    return;
  ew_selection_set (toolbox->selection, copies);
  g_ptr_array_unref (press->ids);
  press->ids = ew_selection_ids (toolbox->selection);
}

static void
start (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;

  if (press->start.alt)
    take_copies (toolbox);
  press->box = ew_toolbox_selection_box (toolbox);
  ew_toolbox_snap_begin (toolbox, press->ids);
}

/* Whole pixels, so that what lay on round numbers still does; finer where one
 * can see finer. */
static double
on_grid (double value, double scale)
{
  double grid = scale > 2 ? 0.25 : 1;

  return round (value / grid) * grid;
}

/* With Shift along one axis, the one that is further. */
static EwHandle
free_sides (EwToolbox *toolbox)
{
  EwPoint dragged = ew_toolbox_dragged (toolbox);

  if (!toolbox->press.now.shift)
    return EW_SNAP_ALL_SIDES;
  if (fabs (dragged.x) >= fabs (dragged.y))
    return EW_HANDLE_LEFT | EW_HANDLE_RIGHT;
  return EW_HANDLE_TOP | EW_HANDLE_BOTTOM;
}

static EwPoint
wanted (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;
  EwPoint by = ew_toolbox_dragged (toolbox), further;
  EwHandle sides = free_sides (toolbox);
  EwRect box = press->box;

  by.x = sides & EW_HANDLE_LEFT ? on_grid (by.x, press->now.scale) : 0;
  by.y = sides & EW_HANDLE_TOP ? on_grid (by.y, press->now.scale) : 0;
  box.x += by.x;
  box.y += by.y;
  further = ew_toolbox_snap (toolbox, box, sides);
  return (EwPoint){ by.x + further.x, by.y + further.y };
}

static void
drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwPoint to = wanted (toolbox);
  EwPoint by = { to.x - press->applied.x, to.y - press->applied.y };
  g_autoptr (EwEdit) edit =
      ew_verb_move (ew_toolbox_board (toolbox), press->ids, by);

  if (ew_toolbox_apply (toolbox, edit))
    press->applied = to;
  ew_toolbox_refresh (toolbox);
}

static void
drop (EwToolbox *toolbox)
{
  g_autoptr (EwEdit) edit =
      ew_verb_reparent (ew_toolbox_board (toolbox), toolbox->press.ids);

  ew_toolbox_apply (toolbox, edit);
}

static const char *
cursor (EwToolbox *toolbox)
{
  return toolbox->press.start.alt ? "copy" : "move";
}

const EwDrag ew_drag_move = { .start = start,
                              .drag = drag,
                              .drop = drop,
                              .paint = ew_overlay_snap,
                              .cursor = cursor };
