/* Names on notes, when somebody wants to see them. */
#include "ew-canvas-private.h"

#include "ew-session-authors.h"

static const char *
author_cb (const EwObject *object, gpointer data)
{
  return ew_author_labels_get (data, object->id);
}

static void
use_labels (EwCanvas *canvas, EwAuthorLabels *labels)
{
  EwAuthorLabels *old = canvas->authors;

  canvas->authors = labels;
  ew_node_cache_set_author (canvas->cache, labels ? author_cb : NULL, labels);
  ew_author_labels_free (old);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

typedef struct {
  EwCanvas *canvas;
  char *board;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->canvas);
  g_free (question->board);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  EwCanvas *canvas = question->canvas;
  EwSession *session = EW_SESSION (source);
  g_autoptr (GHashTable) found =
      ew_session_authors_finish (session, result, NULL);
  const EwIdentity *identity = ew_session_identity (session);

  /* Another board may be shown by now, and was asked for by itself. */
  if (!found || !canvas->shows_authors || session != canvas->session ||
      g_strcmp0 (question->board, canvas->board_id) != 0)
    return;
  use_labels (canvas,
              ew_author_labels_new (found, identity ? identity->name : NULL));
}

void
ew_canvas_ask_authors (EwCanvas *canvas)
{
  Question *question;

  if (!canvas->shows_authors || !canvas->session || !canvas->board_id)
    return;
  question = g_new (Question, 1);
  question->canvas = g_object_ref (canvas);
  question->board = g_strdup (canvas->board_id);
  ew_session_authors_async (canvas->session, canvas->board_id, found_cb,
                            question);
}

void
ew_canvas_forget_authors (EwCanvas *canvas)
{
  use_labels (canvas, NULL);
}

void
ew_canvas_set_authors (EwCanvas *canvas, bool shown)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  if (canvas->shows_authors == shown)
    return;
  canvas->shows_authors = shown;
  if (shown)
    ew_canvas_ask_authors (canvas);
  else
    ew_canvas_forget_authors (canvas);
}
