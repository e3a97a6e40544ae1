/* Typing on: the next object beside the one that is finished. */
#include "ew-canvas-private.h"

bool
ew_canvas_grow (EwCanvas *canvas, const char *id, EwGrow how)
{
  const EwBoard *board;
  g_autofree char *next = NULL;
  g_autoptr (EwEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (EW_IS_CANVAS (canvas), false);
  g_return_val_if_fail (id != NULL, false);

  board = ew_canvas_live (canvas);
  edit = board ? ew_verb_grow (board, id, how, &next) : NULL;
  if (!next)
    return false;
  if (!ew_session_apply (canvas->session, canvas->board_id, edit, 0, &error)) {
    g_signal_emit_by_name (canvas, "failed", error);
    return false;
  }
  ew_selection_set_one (canvas->selection, next);
  return ew_canvas_edit (canvas, next, false);
}

void
ew_canvas_go_on (EwCanvas *canvas, EwGrow how)
{
  g_autofree char *id = g_strdup (ew_text_editor_id (canvas->editor));

  ew_canvas_stop_editing (canvas);
  ew_canvas_grow (canvas, id, how);
}
