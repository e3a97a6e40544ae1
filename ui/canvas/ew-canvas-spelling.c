/* The dictionary behind the editor: opened once, by a worker. */
#include "ew-canvas-private.h"

static void
open_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  g_task_return_pointer (task, ew_dictionary_new (g_get_language_names ()),
                         (GDestroyNotify) ew_dictionary_unref);
}

static void
use (EwCanvas *canvas)
{
  if (canvas->editor)
    ew_text_editor_set_dictionary (
        canvas->editor, canvas->checks_spelling ? canvas->dictionary : NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwCanvas *canvas = EW_CANVAS (source);

  canvas->dictionary = g_task_propagate_pointer (G_TASK (result), NULL);
  use (canvas);
}

void
ew_canvas_check_editor (EwCanvas *canvas)
{
  g_autoptr (GTask) task = NULL;

  if (!canvas->checks_spelling || canvas->asked_dictionary) {
    use (canvas);
    return;
  }
  canvas->asked_dictionary = true;
  task = g_task_new (canvas, NULL, opened_cb, NULL);
  g_task_run_in_thread (task, open_work);
}

void
ew_canvas_set_spelling (EwCanvas *canvas, bool checked)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  canvas->checks_spelling = checked;
  if (canvas->editor)
    ew_canvas_check_editor (canvas);
}
