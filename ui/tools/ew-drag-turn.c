/* Turning the one selected object around its centre. */
#include "ew-tool.h"

#include "ew-verbs-arrange.h"

#include <math.h>

#define SHIFT_STEP 15.0
/* Degrees: so near to upright or level, that is meant. */
#define MAGNET 2.0

static void
start (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  const EwObject *object =
      ew_board_get (ew_toolbox_board (toolbox), press->target);

  press->originals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  if (object)
    g_ptr_array_add (press->originals, ew_object_ref (object));
}

static double
direction (EwPoint center, EwPoint to)
{
  return atan2 (to.y - center.y, to.x - center.x) * 180 / G_PI;
}

static double
rounded (double degrees, bool in_steps)
{
  double quarter = round (degrees / 90) * 90;

  if (in_steps)
    return round (degrees / SHIFT_STEP) * SHIFT_STEP;
  return fabs (degrees - quarter) <= MAGNET ? quarter : round (degrees);
}

static void
drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *original =
      press->originals->len > 0 ? press->originals->pdata[0] : NULL;
  g_autoptr (EwEdit) edit = NULL;
  EwPoint center;
  double by;

  if (!original || !ew_board_get (board, original->id))
    return;
  center = ew_rect_center (ew_object_box (original));
  by = direction (center, press->now.board) -
       direction (center, press->start.board);
  edit = ew_verb_turn (
      board, original->id,
      rounded (ew_object_angle (original) + by, press->now.shift));
  ew_toolbox_apply (toolbox, edit);
  ew_toolbox_refresh (toolbox);
}

static const char *
cursor (EwToolbox *toolbox)
{
  return "grabbing";
}

const EwDrag ew_drag_turn = { .start = start, .drag = drag, .cursor = cursor };
