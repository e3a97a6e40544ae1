/* Who has the keyboard: the canvas, or one object on it. */
#include "ew-canvas-private.h"

bool
ew_canvas_focus (EwCanvas *canvas, const char *id)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), false);
  g_return_val_if_fail (id != NULL, false);

  return ew_stand_ins_focus (canvas->stand_ins, id);
}

const char *
ew_canvas_focused (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), NULL);

  return ew_stand_ins_focused (canvas->stand_ins);
}

const EwReadingOrder *
ew_canvas_order (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), NULL);

  return ew_stand_ins_order (canvas->stand_ins);
}
