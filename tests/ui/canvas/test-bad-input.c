/* A real window over a board of what nobody in their senses would make: it is
 * drawn, near and far, walked through, selected and typed into. */
#include "stage.h"

#include "bad-board.h"

#include <adwaita.h>

static void
put (Stage *stage, const char *name)
{
  g_autoptr (GPtrArray) objects = bad_objects (name);
  g_autoptr (EwEdit) edit = ew_edit_new ("bad");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < objects->len; i++)
    ew_edit_add (edit, NULL, objects->pdata[i]);
  ew_session_apply (stage->desk.session, stage->desk.board_id, edit, 0, &error);
  g_assert_no_error (error);
}

static void
look_around (Stage *stage)
{
  const double zooms[] = { 0.05, 0.5, 1, 8 };

  ew_canvas_fit_all (stage->canvas);
  stage_settle (stage);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++) {
    ew_canvas_zoom_to (stage->canvas, zooms[i]);
    stage_settle (stage);
    ew_canvas_pan (stage->canvas, 37, -53);
    stage_settle (stage);
  }
}

static void
reveal_some (Stage *stage)
{
  const EwBoard *board = desk_board (&stage->desk);

  for (guint i = 0; i < MIN (ew_board_size (board), 12); i++) {
    g_autofree char *id = g_strdup (ew_board_at (board, i)->id);

    ew_selection_set_one (stage->desk.selection, id);
    ew_canvas_reveal (stage->canvas, id);
    stage_settle (stage);
    g_assert_true (isfinite (ew_canvas_view (stage->canvas)->origin.x));
    g_assert_true (isfinite (ew_canvas_selection_rect (stage->canvas).w));
    if (ew_canvas_edit (stage->canvas, id, true))
      stage_settle (stage);
    ew_canvas_stop_editing (stage->canvas);
  }
}

static void
test_shown (Stage *stage, gconstpointer name)
{
  put (stage, name);
  ew_canvas_show (stage->canvas, stage->desk.session, stage->desk.board_id);
  look_around (stage);
  reveal_some (stage);
  /* An empty text that was opened has been taken away on its own. */
  while (ew_session_undo (stage->desk.session, stage->desk.board_id))
    continue;
  stage_settle (stage);
  g_assert_cmpuint (desk_size (&stage->desk), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; bad_names[i]; i++) {
    g_autofree char *word = g_strdup (bad_names[i]);
    g_autofree char *path = NULL;

    g_strdelimit (word, " ", '-');
    path = g_strdup_printf ("/canvas/bad-input/%s", word);
    g_test_add (path, Stage, bad_names[i], stage_set_up, test_shown,
                stage_tear_down);
  }
  return g_test_run ();
}
