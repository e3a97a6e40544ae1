/* Notes, text, shapes, frames: a click places one, a drag draws its box. */
#include "ew-tool.h"

#include <math.h>

/* A drag shorter than this was meant as a click, window px. */
#define SMALLEST_DRAWN 12.0

static EwRect
drawn (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;
  EwPoint by = ew_toolbox_dragged (toolbox);
  double side = MAX (fabs (by.x), fabs (by.y));
  EwPoint corner;
  EwRect box;

  if (press->now.shift)
    by = (EwPoint){ copysign (side, by.x), copysign (side, by.y) };
  corner =
      (EwPoint){ press->start.board.x + by.x, press->start.board.y + by.y };
  box = ew_rect_from_points (press->start.board, corner);
  return (EwRect){ round (box.x), round (box.y), round (box.w), round (box.h) };
}

static bool
is_drawn (EwToolbox *toolbox, EwRect box)
{
  return toolbox->press.moved &&
         MAX (box.w, box.h) * toolbox->press.now.scale >= SMALLEST_DRAWN;
}

void
ew_box_tool_drag (EwToolbox *toolbox)
{
  ew_toolbox_refresh (toolbox);
}

void
ew_box_tool_release (EwToolbox *toolbox)
{
  EwRect box = drawn (toolbox);

  if (!is_drawn (toolbox, box) || ew_rect_is_empty (box))
    box = EW_RECT_EMPTY;
  ew_toolbox_create (toolbox, toolbox->active, toolbox->press.start.board, box);
}

void
ew_box_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  EwRect box;

  if (!toolbox->active)
    return;
  box = drawn (toolbox);
  if (is_drawn (toolbox, box))
    ew_overlay_area (pen, box);
}
