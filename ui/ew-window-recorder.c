/* Recording a walkthrough: what happens in the window becomes events. */
#include "ew-window-private.h"

#include "ew-keep-dialog.h"
#include "ew-record-dialog.h"
#include "ew-recorder-bar.h"
#include "ew-recorder.h"
#include "ew-trim-words.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COUNT 3
/* How much of what shows a frame must fill to be where one is. */
#define FILLS 0.4

struct _EwWindowRecorder {
  EwRecording *recording; /* NULL while nothing is recorded */
  EwRecorder *recorder;
  EwRecorderBar *bar;
  char *microphone;
  int count; /* seconds until it begins */
  guint source; /* timeout: the countdown, then the clock */
  char *frame; /* the one entered last, or NULL */
  EwPoint at; /* where the card goes, px of the board */
  bool is_stopping; /* Stop was pressed */
};

/* --- Events ------------------------------------------------------------- */

static bool
is_recording (EwWindow *window)
{
  return window->recorder != NULL && window->recorder->recorder != NULL &&
         window->canvas != NULL;
}

static void
add (EwWindow *window, EwTrackEvent event)
{
  if (!is_recording (window))
    return;
  event.time = -1;
  ew_recorder_add (window->recorder->recorder, &event);
}

static void
add_view (EwWindow *window)
{
  const EwView *view;
  EwPoint center;

  if (!is_recording (window))
    return;
  view = ew_canvas_view (window->canvas);
  center = ew_rect_center (ew_view_visible (view));
  add (window, (EwTrackEvent){ EW_TRACK_WINDOW,
                               .center = { view->width, view->height } });
  add (window,
       (EwTrackEvent){ EW_TRACK_CAMERA, .center = center, .zoom = view->zoom });
}

static void
add_selection (EwWindow *window)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_auto (GStrv) words = NULL;

  if (!is_recording (window))
    return;
  ids = ew_selection_ids (window->selection);
  words = g_new0 (char *, ids->len + 1);
  for (guint i = 0; i < ids->len; i++)
    words[i] = g_strdup (ids->pdata[i]);
  add (window, (EwTrackEvent){ EW_TRACK_SELECTION, .ids = words });
}

static void
add_laser (EwWindow *window)
{
  bool on = is_recording (window) &&
            g_str_equal (ew_toolbox_tool (window->toolbox), "laser");

  add (window, (EwTrackEvent){ EW_TRACK_LASER, .on = on });
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y,
           EwWindow *window)
{
  const EwView *view;

  if (!is_recording (window))
    return;
  view = ew_canvas_view (window->canvas);
  add (window,
       (EwTrackEvent){ EW_TRACK_POINTER,
                       .center = ew_view_to_board (view, (EwPoint){ x, y }) });
}

static void
leave_cb (GtkEventControllerMotion *motion, EwWindow *window)
{
  add (window, (EwTrackEvent){ EW_TRACK_GONE });
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwWindow *window)
{
  g_auto (GStrv) words = NULL;

  if (!is_recording (window) || origin == EW_ORIGIN_REMOTE ||
      g_strcmp0 (board, window->board) != 0)
    return;
  words = g_new0 (char *, notice->ids->len + 1);
  for (guint i = 0; i < notice->ids->len; i++)
    words[i] = g_strdup (notice->ids->pdata[i]);
  add (window, (EwTrackEvent){ EW_TRACK_EDIT, .ids = words });
}

/* --- Chapters ----------------------------------------------------------- */

static const char *
frame_title (const EwObject *frame)
{
  const char *title = ew_object_get_string (frame, frame->kind->text);

  return *title != '\0' ? title : _ ("Chapter");
}

/* The frame that one looks at.  Returns: (nullable). */
static const EwObject *
frame_in_view (EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  EwRect seen = ew_view_visible (ew_canvas_view (window->canvas));
  const EwObject *frame =
      board ? ew_board_container_at (board, ew_rect_center (seen), NULL) : NULL;
  EwRect part;

  if (frame == NULL)
    return NULL;
  part = ew_rect_intersection (ew_object_box (frame), seen);
  return part.w * part.h >= FILLS * seen.w * seen.h ? frame : NULL;
}

static void
begin_chapter (EwWindow *window, const char *title)
{
  add (window, (EwTrackEvent){ EW_TRACK_CHAPTER, .title = (char *) title });
}

static void
enter_frame (EwWindow *window)
{
  const EwObject *frame = frame_in_view (window);

  if (frame == NULL || g_strcmp0 (frame->id, window->recorder->frame) == 0)
    return;
  g_free (window->recorder->frame);
  window->recorder->frame = g_strdup (frame->id);
  begin_chapter (window, frame_title (frame));
}

static void
chapter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwObject *frame = frame_in_view (window);

  begin_chapter (window, frame ? frame_title (frame) : _ ("Chapter"));
}

/* --- The end ------------------------------------------------------------ */

static void
refresh (EwWindow *window)
{
  bool runs = window->recorder->recording != NULL;

  gtk_widget_set_visible (GTK_WIDGET (window->recorder->bar), runs);
  if (runs)
    gtk_widget_add_css_class (GTK_WIDGET (window->toasts), "recording");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (window->toasts), "recording");
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.record-pause", runs);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.record-redo", runs);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.record-chapter",
                                 runs);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.record-stop", runs);
}

/* Nothing is recorded any more.  Returns: (transfer full): what was. */
static EwRecording *
let_go (EwWindow *window)
{
  EwWindowRecorder *own = window->recorder;

  g_clear_handle_id (&own->source, g_source_remove);
  if (own->recorder != NULL)
    g_signal_handlers_disconnect_by_data (own->recorder, window);
  g_clear_object (&own->recorder);
  g_clear_pointer (&own->frame, g_free);
  own->is_stopping = false;
  return g_steal_pointer (&own->recording);
}

static void
keep_cb (EwKeepDialog *dialog, const char *title, gint64 from, gint64 to,
         EwWindow *window)
{
  EwKeeping keeping = { title, from, to, window->recorder->at };

  ew_window_keep_recording (window, let_go (window), &keeping);
  refresh (window);
}

static void
drop_cb (EwKeepDialog *dialog, EwWindow *window)
{
  ew_recording_delete (let_go (window));
  refresh (window);
}

static void
go_on_cb (EwKeepDialog *dialog, EwWindow *window)
{
  window->recorder->is_stopping = false;
}

static char *
words_at (gint64 ms, gpointer data)
{
  EwWindow *window = data;
  EwRecording *recording = window->recorder->recording;
  const EwBoard *board = ew_window_board (window);

  return recording != NULL && board != NULL
             ? ew_trim_words (ew_recording_track (recording), board, ms)
             : NULL;
}

static void
ask_to_keep (EwWindow *window)
{
  EwWindowRecorder *own = window->recorder;
  gint64 length = ew_recording_length (own->recording);
  GtkWidget *dialog =
      ew_keep_dialog_new (GTK_WINDOW (window), length, own->recorder != NULL);

  ew_keep_dialog_set_words (EW_KEEP_DIALOG (dialog), words_at, window);
  g_signal_connect_object (dialog, "keep", G_CALLBACK (keep_cb), window, 0);
  g_signal_connect_object (dialog, "drop", G_CALLBACK (drop_cb), window, 0);
  g_signal_connect_object (dialog, "go-on", G_CALLBACK (go_on_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- While it runs ------------------------------------------------------ */

static gboolean
clock_cb (gpointer data)
{
  EwWindow *window = data;
  EwWindowRecorder *own = window->recorder;

  ew_recorder_bar_set_time (own->bar, ew_recorder_time (own->recorder));
  if (ew_recorder_state (own->recorder) == EW_RECORDER_RUNNING)
    enter_frame (window);
  return G_SOURCE_CONTINUE;
}

static void
state_cb (EwRecorder *recorder, EwWindow *window)
{
  EwWindowRecorder *own = window->recorder;
  bool paused = ew_recorder_state (recorder) == EW_RECORDER_PAUSED;

  ew_recorder_bar_set_time (own->bar, ew_recorder_time (recorder));
  ew_recorder_bar_set_paused (own->bar, paused);
  if (ew_recorder_state (recorder) == EW_RECORDER_RUNNING) {
    add_view (window);
    add_selection (window);
    add_laser (window);
  }
  if (paused && own->is_stopping)
    ask_to_keep (window);
}

static void
level_cb (EwRecorder *recorder, double level, EwWindow *window)
{
  ew_recorder_bar_set_level (window->recorder->bar, level);
}

static void
failed_cb (EwRecorder *recorder, const GError *error, EwWindow *window)
{
  ew_window_say (window, error->message);
}

static void
begin (EwWindow *window)
{
  EwWindowRecorder *own = window->recorder;

  own->recorder = ew_recorder_new (own->recording, own->microphone);
  g_signal_connect_object (own->recorder, "changed", G_CALLBACK (state_cb),
                           window, 0);
  g_signal_connect_object (own->recorder, "level", G_CALLBACK (level_cb),
                           window, 0);
  g_signal_connect_object (own->recorder, "failed", G_CALLBACK (failed_cb),
                           window, 0);
  own->source = g_timeout_add (200, clock_cb, window);
  ew_recorder_run (own->recorder);
}

static gboolean
count_cb (gpointer data)
{
  EwWindow *window = data;
  EwWindowRecorder *own = window->recorder;

  ew_recorder_bar_set_count (own->bar, --own->count);
  if (own->count > 0)
    return G_SOURCE_CONTINUE;
  own->source = 0;
  begin (window);
  return G_SOURCE_REMOVE;
}

/* --- The beginning ------------------------------------------------------ */

/* @commit: of the board as it stands. */
static void
count_down (EwWindow *window, const char *commit)
{
  EwWindowRecorder *own = window->recorder;
  g_autofree char *root = ew_recordings_root ();
  g_autoptr (GError) error = NULL;

  if (own->recording != NULL || window->board == NULL)
    return;
  own->recording = ew_recording_begin (root, ew_session_dir (window->session),
                                       window->board, commit, &error);
  if (own->recording == NULL) {
    ew_window_say (window, error->message);
    return;
  }
  own->count = COUNT;
  ew_recorder_bar_set_paused (own->bar, FALSE);
  ew_recorder_bar_set_count (own->bar, COUNT);
  ew_recorder_bar_set_level (own->bar, own->microphone ? 0 : -1);
  own->source = g_timeout_add_seconds (1, count_cb, window);
  refresh (window);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static void
logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GPtrArray) versions =
      ew_session_log_finish (EW_SESSION (source), result, NULL);
  const EwVersion *last =
      versions && versions->len > 0 ? versions->pdata[0] : NULL;

  count_down (window, last ? last->rev : "");
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;

  ew_session_commit_finish (EW_SESSION (source), result, NULL);
  if (window->board != NULL)
    ew_session_log_async (window->session, window->board, logged_cb,
                          g_object_ref (window));
}

/* What is recorded stands on a version that stays. */
static void
start (EwWindow *window, gpointer data)
{
  ew_session_commit_async (window->session, committed_cb,
                           g_object_ref (window));
}

static void
record_cb (EwRecordDialog *dialog, const char *microphone, EwWindow *window)
{
  g_free (window->recorder->microphone);
  window->recorder->microphone = g_strdup (microphone);
  ew_window_with_identity (window, start, NULL, NULL);
}

static void
link_cb (EwRecordDialog *dialog, EwWindow *window)
{
  ew_window_ask_recording_link (window, window->recorder->at);
}

static void
write_cb (EwRecordDialog *dialog, EwWindow *window)
{
  ew_window_new_captions (window, window->recorder->at);
}

static void
microphones_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwRecordDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ew_microphones_finish (result, &error);

  for (guint i = 0; found && i < found->len; i++) {
    const EwMicrophone *one = found->pdata[i];

    ew_record_dialog_add_microphone (dialog, one->id, one->name);
  }
  if (error)
    ew_record_dialog_set_note (dialog, error->message);
  else if (found->len == 0)
    ew_record_dialog_set_note (dialog, _ ("No microphone was found"));
}

bool
ew_window_recorder_is_on (EwWindow *window)
{
  return window->recorder != NULL && window->recorder->recording != NULL;
}

void
ew_window_ask_walkthrough (EwWindow *window, EwPoint at)
{
  GtkWidget *dialog;

  if (window->recorder->recording != NULL)
    return;
  dialog = ew_record_dialog_new (GTK_WINDOW (window));
  window->recorder->at = at;
  g_signal_connect_object (dialog, "record", G_CALLBACK (record_cb), window, 0);
  g_signal_connect_object (dialog, "link", G_CALLBACK (link_cb), window, 0);
  g_signal_connect_object (dialog, "write", G_CALLBACK (write_cb), window, 0);
  ew_microphones_async (NULL, microphones_cb, g_object_ref (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Actions ------------------------------------------------------------ */

static void
pause_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwRecorder *recorder = EW_WINDOW (widget)->recorder->recorder;

  if (recorder == NULL)
    return;
  if (ew_recorder_state (recorder) == EW_RECORDER_PAUSED)
    ew_recorder_run (recorder);
  else
    ew_recorder_pause (recorder);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwRecorder *recorder = EW_WINDOW (widget)->recorder->recorder;

  if (recorder == NULL || ew_recorder_state (recorder) != EW_RECORDER_PAUSED)
    return;
  ew_recorder_redo (recorder, g_variant_get_int64 (parameter));
  ew_recorder_run (recorder);
}

/* Before it has begun there is nothing to keep. */
static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  EwWindowRecorder *own = window->recorder;

  if (own->recording == NULL || own->is_stopping)
    return;
  if (own->recorder == NULL) {
    ew_recording_delete (let_go (window));
    refresh (window);
    return;
  }
  own->is_stopping = true;
  if (ew_recorder_state (own->recorder) == EW_RECORDER_PAUSED)
    ask_to_keep (window);
  else
    ew_recorder_pause (own->recorder);
}

/* --- What a crash left -------------------------------------------------- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwWindow *window = EW_WINDOW (source);
  EwRecording *left = g_task_propagate_pointer (G_TASK (result), NULL);

  if (left == NULL)
    return;
  if (window->recorder->recording != NULL || ew_recording_length (left) == 0) {
    ew_recording_free (left);
    return;
  }
  window->recorder->recording = left;
  window->recorder->at = ew_canvas_place (window->canvas);
  ask_to_keep (window);
}

static void
open_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  g_autofree char *root = ew_recordings_root ();
  g_autoptr (GPtrArray) found = ew_recordings_find (root, data);

  g_task_return_pointer (
      task, found->len > 0 ? ew_recording_open (found->pdata[0], NULL) : NULL,
      (GDestroyNotify) ew_recording_free);
}

void
ew_window_offer_recording (EwWindow *window)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, opened_cb, NULL);

  g_task_set_task_data (task, g_strdup (ew_session_dir (window->session)),
                        g_free);
  g_task_run_in_thread (task, open_work);
  g_signal_connect_object (window->session, "changed", G_CALLBACK (changed_cb),
                           window, 0);
}

/* --- The window --------------------------------------------------------- */

void
ew_window_recorder_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.record-pause", NULL, pause_cb);
  gtk_widget_class_install_action (class, "win.record-redo", "x", redo_cb);
  gtk_widget_class_install_action (class, "win.record-chapter", NULL,
                                   chapter_cb);
  gtk_widget_class_install_action (class, "win.record-stop", NULL, stop_cb);
}

GtkWidget *
ew_window_recorder_init (EwWindow *window)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  window->recorder = g_new0 (EwWindowRecorder, 1);
  window->recorder->bar = EW_RECORDER_BAR (ew_recorder_bar_new ());
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), window, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas), motion);
  g_signal_connect_object (window->canvas, "view-changed",
                           G_CALLBACK (add_view), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->selection, "changed",
                           G_CALLBACK (add_selection), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->toolbox, "tool-changed",
                           G_CALLBACK (add_laser), window, G_CONNECT_SWAPPED);
  refresh (window);
  return GTK_WIDGET (window->recorder->bar);
}

/* What is being recorded stays on the disk, and is offered again. */
void
ew_window_recorder_end (EwWindow *window)
{
  EwRecording *left;

  if (window->recorder == NULL)
    return;
  if (window->recorder->recorder != NULL)
    ew_recorder_pause (window->recorder->recorder);
  left = let_go (window);
  g_clear_pointer (&left, ew_recording_free);
  g_free (window->recorder->microphone);
  g_clear_pointer (&window->recorder, g_free);
}
