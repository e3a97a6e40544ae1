/* A walkthrough plays on the board as it was recorded, or as it is now, with
 * what has changed marked. */
#include "ew-window-player-private.h"

#include <glib/gi18n-lib.h>

void
ew_window_player_paint_changed (EwWindow *window, EwPen *pen)
{
  const EwBoard *board = ew_window_board (window);
  GHashTableIter iter;
  gpointer id;

  if (window->player->changed == NULL ||
      ew_canvas_still (window->canvas) != NULL)
    return;
  g_hash_table_iter_init (&iter, window->player->changed);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const EwObject *object = ew_board_get (board, id);
    g_autoptr (EwPath) path = NULL;

    if (object == NULL || ew_kind_has (object->kind, EW_KIND_META))
      continue;
    path = ew_path_new_rounded (
        ew_rect_grow (ew_object_bounds (object, board), -6), 6);
    ew_pen_stroke_dashed (pen, path, pen->palette->warning, 2 / pen->scale,
                          6 / pen->scale);
  }
}

static void
mark_changed (EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  EwWindowPlayer *own = window->player;
  g_autoptr (EwEdit) edit = ew_board_diff (own->recorded, board);

  own->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ew_edit_size (edit); i++)
    if (!g_str_equal (ew_edit_at (edit, i)->id, own->tour->id))
      g_hash_table_add (own->changed, g_strdup (ew_edit_at (edit, i)->id));
}

static void
recorded_cb (EwWindow *window, EwBoard *board, bool exact, gpointer data)
{
  g_autoptr (EwBoard) own_board = board;
  EwWindowPlayer *own = window->player;

  if (board == NULL || own == NULL || own->loading != data ||
      !ew_window_player_is_open (window) || ew_window_board (window) == NULL)
    return;
  own->recorded = g_steal_pointer (&own_board);
  mark_changed (window);
  ew_player_bar_set_recorded (own->bar, FALSE, TRUE);
  if (!exact)
    ew_player_bar_set_note (
        own->bar, _ ("The version it was recorded on is gone. As recorded is "
                     "the board as it was at that time."));
  ew_canvas_refresh (window->canvas);
}

void
ew_window_player_ask_recorded (EwWindow *window)
{
  EwWindowPlayer *own = window->player;
  const EwWalkthrough *walk = ew_walkthrough_from_object (
      ew_board_get (ew_window_board (window), own->tour->id));

  if (walk != NULL)
    ew_window_load_recorded (window, walk, own->loading, recorded_cb,
                             own->loading);
}

void
ew_window_player_set_recorded (EwWindow *window, bool still)
{
  EwWindowPlayer *own = window->player;

  ew_canvas_set_still (window->canvas, still ? own->recorded : NULL);
  ew_player_bar_set_recorded (own->bar, still, own->recorded != NULL);
}

void
ew_window_player_toggle_recorded (EwWindow *window)
{
  if (ew_window_player_is_open (window) && window->player->recorded != NULL)
    ew_window_player_set_recorded (window,
                                   ew_canvas_still (window->canvas) == NULL);
}
