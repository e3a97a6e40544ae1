#include "bench.h"

#include <math.h>
#include <string.h>

typedef struct _Run Run;

/* One kind of gesture: what happens at its begin, at each step, at its end.
 * Each emits what GTK emits when the event comes from a device. */
typedef struct {
  const char *name;
  bool (*begin) (Run *run, GError **error);
  void (*step) (Run *run, JsonObject *step);
  void (*end) (Run *run);
  /* How much of what was asked for was done. */
  double (*applied) (Run *run);
} Gesture;

struct _Run {
  Bench *bench;
  const Gesture *gesture;
  JsonArray *steps;
  guint next;
  double pace;
  GtkEventController *controller;
  EwPoint asked; /* so far, window px */
  EwView view; /* at the beginning */
  EwPoint start; /* drag: where the pointer went down, window px */
  EwRect box; /* drag: the note, as it was */
  double zoom; /* zoom: asked for last */
};

static GtkEventController *
find_controller (EwCanvas *canvas, GType type, guint button)
{
  g_autoptr (GListModel) all =
      gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkEventController) it = g_list_model_get_item (all, i);

    if (G_OBJECT_TYPE (it) == type &&
        (button == 0 ||
         gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (it)) == button))
      return it;
  }
  g_error ("the canvas has no %s", g_type_name (type));
}

static void
point_at (Run *run, EwPoint at)
{
  GtkEventController *motion =
      find_controller (run->bench->canvas, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);

  g_signal_emit_by_name (motion, "motion", at.x, at.y);
}

/* --- Panning: the middle button --------------------------------------------
 */

static bool
pan_begin (Run *run, GError **error)
{
  run->controller = find_controller (run->bench->canvas, GTK_TYPE_GESTURE_DRAG,
                                     GDK_BUTTON_MIDDLE);
  return true;
}

static void
pan_step (Run *run, JsonObject *step)
{
  run->asked.x += json_object_get_double_member (step, "dx");
  run->asked.y += json_object_get_double_member (step, "dy");
  g_signal_emit_by_name (run->controller, "drag-update", run->asked.x,
                         run->asked.y);
}

static void
pan_end (Run *run)
{
  g_signal_emit_by_name (run->controller, "drag-end", run->asked.x,
                         run->asked.y);
}

/* Where nothing was asked for, nothing is missing. */
static double
share (EwPoint done, EwPoint asked)
{
  double length = asked.x * asked.x + asked.y * asked.y;

  if (length == 0)
    return 1;
  return (done.x * asked.x + done.y * asked.y) / length;
}

static double
pan_applied (Run *run)
{
  EwPoint at =
      ew_view_to_window (ew_canvas_view (run->bench->canvas), run->view.origin);

  return share (at, run->asked);
}

/* --- Dragging a note: the primary button -----------------------------------
 */

static const EwObject *
dragged (Run *run)
{
  const EwBoard *board = bench_live (run->bench);

  return ew_board_get (board, run->bench->board.drag);
}

/* Where nothing lies over the note, as a hand would look for it. */
static EwPoint
grip (Run *run)
{
  const EwBoard *board = bench_live (run->bench);
  EwRect box = run->box;

  for (int i = 0; i < 49; i++) {
    EwPoint at = { box.x + box.w * ((i * 9 + 24) % 49 % 7 + 0.5) / 7,
                   box.y + box.h * ((i * 9 + 24) % 49 / 7 + 0.5) / 7 };
    const EwObject *hit =
        ew_board_pick (board, at, MIN (5 / run->view.zoom, 20), run->view.zoom);

    if (hit && strcmp (hit->id, run->bench->board.drag) == 0)
      return at;
  }
  return ew_rect_center (box);
}

static bool
drag_begin (Run *run, GError **error)
{
  const EwObject *note = dragged (run);

  if (!note) {
    g_set_error (error, BENCH_ERROR, 0, "the board has no note to drag");
    return false;
  }
  run->box = ew_object_box (note);
  run->start = ew_view_to_window (&run->view, grip (run));
  run->controller = find_controller (run->bench->canvas, GTK_TYPE_GESTURE_DRAG,
                                     GDK_BUTTON_PRIMARY);
  point_at (run, run->start);
  g_signal_emit_by_name (run->controller, "drag-begin", run->start.x,
                         run->start.y);
  return true;
}

static void
drag_step (Run *run, JsonObject *step)
{
  run->asked = (EwPoint){ json_object_get_double_member (step, "x"),
                          json_object_get_double_member (step, "y") };
  g_signal_emit_by_name (run->controller, "drag-update", run->asked.x,
                         run->asked.y);
}

static void
drag_end (Run *run)
{
  g_signal_emit_by_name (run->controller, "drag-end", run->asked.x,
                         run->asked.y);
}

static double
drag_applied (Run *run)
{
  EwRect now = ew_object_box (dragged (run));
  EwPoint done = { (now.x - run->box.x) * run->view.zoom,
                   (now.y - run->box.y) * run->view.zoom };

  return share (done, run->asked);
}

/* --- Zooming: two fingers ---------------------------------------------------
 */

static bool
zoom_begin (Run *run, GError **error)
{
  EwPoint middle = { run->view.width / 2, run->view.height / 2 };

  run->controller =
      find_controller (run->bench->canvas, GTK_TYPE_GESTURE_ZOOM, 0);
  point_at (run, middle);
  g_signal_emit_by_name (run->controller, "begin", NULL);
  return true;
}

static void
zoom_step (Run *run, JsonObject *step)
{
  run->zoom = json_object_get_double_member (step, "to");
  g_signal_emit_by_name (run->controller, "scale-changed",
                         run->zoom / run->view.zoom);
}

static void
zoom_end (Run *run)
{
  g_signal_emit_by_name (run->controller, "end", NULL);
}

static double
zoom_applied (Run *run)
{
  double done = log (ew_canvas_view (run->bench->canvas)->zoom);
  double from = log (run->view.zoom), to = log (run->zoom);

  return fabs (to - from) < 1e-9 ? 1 : (done - from) / (to - from);
}

static const Gesture gestures[] = {
  { "pan", pan_begin, pan_step, pan_end, pan_applied },
  { "drag", drag_begin, drag_step, drag_end, drag_applied },
  { "zoom", zoom_begin, zoom_step, zoom_end, zoom_applied },
};

/* --- At its pace ------------------------------------------------------------
 */

static gint64
due (const Run *run)
{
  return (gint64) ((run->bench->start + run->next * run->pace) * 1000);
}

static gboolean
take_step (Run *run)
{
  JsonArray *steps = run->steps;
  double now = bench_now ();

  g_array_append_val (run->bench->asked, now);
  run->gesture->step (run, json_array_get_object_element (steps, run->next));
  run->next++;
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  Run *run = data;

  take_step (run);
  if (run->next == json_array_get_length (run->steps))
    return G_SOURCE_REMOVE;
  g_source_set_ready_time (source, due (run));
  return G_SOURCE_CONTINUE;
}

static gboolean
never_called (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
start_pace (Run *run)
{
  static GSourceFuncs functions = { .dispatch = dispatch };
  GSource *source;

  if (json_array_get_length (run->steps) == 0)
    return;
  source = g_source_new (&functions, sizeof (GSource));
  g_source_set_callback (source, never_called, run, NULL);
  g_source_set_ready_time (source, due (run));
  g_source_attach (source, NULL);
  g_source_unref (source);
}

static bool
is_over (Bench *bench, gpointer data)
{
  const Run *run = data;

  return run->next == json_array_get_length (run->steps) &&
         bench->asked->len == 0;
}

static void
tell (Run *run, JsonObject *answer)
{
  Bench *bench = run->bench;

  json_object_set_int_member (answer, "steps", run->next);
  json_object_set_array_member (answer, "frames",
                                g_steal_pointer (&bench->drawn));
  json_object_set_array_member (answer, "latency",
                                g_steal_pointer (&bench->latency));
  json_object_set_double_member (
      answer, "applied", round (run->gesture->applied (run) * 1e4) / 1e4);
}

static bool
perform (Run *run, JsonObject *answer, GError **error)
{
  Bench *bench = run->bench;
  bool is_done;

  if (!run->gesture->begin (run, error))
    return false;
  bench->drawn = json_array_new ();
  bench->latency = json_array_new ();
  bench->start = bench_now ();
  start_pace (run);
  is_done = bench_wait (bench, is_over, run, error);
  run->gesture->end (run);
  tell (run, answer);
  return is_done;
}

static const Gesture *
find_gesture (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gestures); i++)
    if (strcmp (gestures[i].name, name) == 0)
      return &gestures[i];
  return NULL;
}

/* A note is put back, so that every gesture finds the same board. */
static void
put_back (Bench *bench)
{
  ew_session_undo (bench_session (bench), bench->board.board);
}

bool
bench_gesture (Bench *bench, JsonObject *request, JsonObject *answer,
               GError **error)
{
  const char *kind =
      json_object_get_string_member_with_default (request, "kind", "");
  Run run = {
    .bench = bench,
    .gesture = find_gesture (kind),
    .steps = json_object_get_array_member (request, "steps"),
    .pace = json_object_get_double_member_with_default (request, "pace_ms",
                                                        1000.0 / 60),
    .view = *ew_canvas_view (bench->canvas),
  };

  if (!run.gesture || !run.steps) {
    g_set_error (error, BENCH_ERROR, 0, "no such gesture");
    return false;
  }
  run.zoom = run.view.zoom;
  if (!perform (&run, answer, error))
    return false;
  if (strcmp (kind, "drag") == 0)
    put_back (bench);
  return true;
}
