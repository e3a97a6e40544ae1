/* Moving what is selected; with Alt, a copy of it. */
#include "ew-tool.h"

#include <math.h>

static void
start (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (EwEdit) edit = NULL;

  if (!press->start.alt)
    return;
  edit = ew_verb_duplicate (ew_toolbox_board (toolbox), press->ids,
                            (EwPoint){ 0, 0 }, &copies);
  if (!ew_toolbox_apply (toolbox, edit))
    return;
  ew_selection_set (toolbox->selection, copies);
  g_ptr_array_unref (press->ids);
  press->ids = ew_selection_ids (toolbox->selection);
}

/* Whole pixels, so that what lay on round numbers still does; finer where one
 * can see finer. */
static double
on_grid (double value, double scale)
{
  double grid = scale > 2 ? 0.25 : 1;

  return round (value / grid) * grid;
}

static void
drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwPoint dragged = ew_toolbox_dragged (toolbox);
  EwPoint wanted = { on_grid (dragged.x, press->now.scale),
                     on_grid (dragged.y, press->now.scale) };
  EwPoint by;
  g_autoptr (EwEdit) edit = NULL;

  if (press->now.shift && fabs (dragged.x) >= fabs (dragged.y))
    wanted.y = 0;
  else if (press->now.shift)
    wanted.x = 0;
  by = (EwPoint){ wanted.x - press->applied.x, wanted.y - press->applied.y };
  edit = ew_verb_move (ew_toolbox_board (toolbox), press->ids, by);
  if (ew_toolbox_apply (toolbox, edit))
    press->applied = wanted;
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

const EwDrag ew_drag_move = {
  .start = start, .drag = drag, .drop = drop, .cursor = cursor
};
