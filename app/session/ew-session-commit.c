/* Commits at quiet moments, and what they bring back. */
#include "ew-session-private.h"

#include "ew-error.h"
#include "ew-merge.h"

#include <string.h>

/* What the git thread needs, and what it brings back. */
typedef struct {
  GPtrArray *edits; /* of EwBoardEdit */
  char *message;
  char *new_tip;
  GPtrArray *diff; /* what turned one tip into the other */
  guint unpublished;
  guint journal_mark;
  bool is_alone; /* nobody else moved the tip meanwhile */
} Committing;

static void
committing_free (Committing *work)
{
  g_clear_pointer (&work->edits, g_ptr_array_unref);
  g_clear_pointer (&work->diff, g_ptr_array_unref);
  g_free (work->message);
  g_free (work->new_tip);
  g_free (work);
}

GPtrArray *
ew_session_diff_to (EwSession *self, const char *tip, GError **error)
{
  GPtrArray *diff =
      ew_store_diff (self->store, self->git_tip, tip, NULL, error);
  if (diff == NULL)
    return NULL;
  g_free (self->git_tip);
  self->git_tip = g_strdup (tip);
  return diff;
}

static bool
stands_on (EwSession *self, const char *tip)
{
  g_autofree char *now = ew_store_tip (self->store, NULL);

  return g_strcmp0 (now, tip) == 0;
}

static bool
commit (EwSession *self, Committing *work, GError **error)
{
  work->is_alone = stands_on (self, self->git_tip);
  work->new_tip =
      work->edits->len > 0
          ? ew_store_commit (self->store, work->edits, work->message, error)
          : ew_store_tip (self->store, error);
  if (work->new_tip == NULL ||
      !ew_store_unpublished (self->store, &work->unpublished, error))
    return false;
  work->diff = ew_session_diff_to (self, work->new_tip, error);
  return work->diff != NULL;
}

static void
commit_work (GTask *task, gpointer source, gpointer data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  if (commit (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* One object, seen three ways: as it was at the old tip, as the new tip has it,
 * and as it is on the board with what is being typed. */
static void
carry_change (const EwBoard *board, const EwChange *change, EwEdit *out)
{
  const EwObject *now = ew_board_get (board, change->id);
  if (ew_object_equal (now, change->after))
    return;

  const EwObject *sides[EW_N_SIDES] = {
    [EW_SIDE_OURS] = now,
    [EW_SIDE_THEIRS] = change->after,
  };
  /* What is in nobody's commit yet is the later edit. */
  EwMergeTimes times = { .time = { [EW_SIDE_OURS] = G_MAXINT64 } };
  g_autoptr (EwObject) merged = ew_merge_object (change->before, sides, &times);
  if (now || merged)
    ew_edit_add (out, now, merged);
}

static void
carry_under (EwSession *self, EwOpenBoard *open, const EwEdit *theirs)
{
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  for (guint i = 0; i < ew_edit_size (theirs); i++)
    carry_change (open->board, ew_edit_at (theirs, i), edit);
  if (!ew_edit_is_empty (edit))
    ew_session_show_edit (self, ew_board_id (open->board), edit,
                          EW_ORIGIN_REMOTE);
}

/* A board that is not open has only its entry in the list. */
static void
carry_entry (EwSession *self, const char *board, const EwEdit *theirs)
{
  const EwChange *own = ew_edit_find (theirs, EW_BOARD_SELF);
  g_autoptr (EwEdit) local = ew_session_uncommitted (self, board);
  if (own && own->after && !ew_edit_find (local, EW_BOARD_SELF))
    ew_session_set_entry (self, board, own->after);
}

void
ew_session_advance (EwSession *self, const char *tip, GPtrArray *edits)
{
  bool is_moved = g_strcmp0 (self->tip, tip) != 0;
  g_free (self->tip);
  self->tip = g_strdup (tip);
  if (is_moved)
    ew_session_refresh_people (self);
  for (guint i = 0; i < edits->len; i++) {
    const EwBoardEdit *edit = g_ptr_array_index (edits, i);
    EwOpenBoard *open = ew_session_get_open (self, edit->board);
    if (open)
      carry_under (self, open, edit->edit);
    else
      carry_entry (self, edit->board, edit->edit);
  }
}

/* It did not work: what was on its way waits again, before what came later. */
static void
take_back (EwSession *self)
{
  ew_pending_append (self->in_flight, self->pending);
  ew_pending_free (self->pending);
  self->pending = g_steal_pointer (&self->in_flight);
  self->in_flight = ew_pending_new ();
}

/* Whoever had seen all of a board has seen what they did on it themselves: the
 * next change of somebody else is the only news. */
static void
look_on (EwSession *self, const Committing *work)
{
  for (guint i = 0; work->is_alone && i < work->edits->len; i++) {
    const EwBoardEdit *edit = g_ptr_array_index (work->edits, i);
    const char *seen = ew_marks_get (self->marks, EW_MARK_SEEN, edit->board);

    if (g_strcmp0 (seen, self->tip) == 0)
      ew_session_mark_quietly (self, EW_MARK_SEEN, edit->board, work->new_tip);
  }
}

static void
finish_commit (EwSession *self, Committing *work)
{
  look_on (self, work);
  g_clear_pointer (&self->in_flight, ew_pending_free);
  self->in_flight = ew_pending_new ();
  ew_journal_forget (self->journal, work->journal_mark);
  self->unpublished = work->unpublished;
  ew_session_advance (self, work->new_tip, work->diff);
}

static void
commit_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  EwSession *self = EW_SESSION (source);
  GError *error = NULL;

  bool is_done = g_task_propagate_boolean (G_TASK (result), &error);
  self->is_committing = false;
  if (is_done) {
    finish_commit (self, g_task_get_task_data (G_TASK (result)));
  } else {
    take_back (self);
  }
  ew_session_set_error (&self->save_error, error);
  ew_session_emit_state (self);

  if (is_done)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

static void
start_commit (EwSession *self, GTask *outer)
{
  Committing *work = g_new0 (Committing, 1);

  ew_session_write_journal (self);
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  work->journal_mark = ew_journal_rotate (self->journal);
  work->edits = ew_pending_to_edits (self->pending);
  work->message = ew_session_commit_message (self, work->edits);
  ew_pending_free (self->in_flight);
  self->in_flight = self->pending;
  self->pending = ew_pending_new ();
  self->is_committing = true;

  g_autoptr (GTask) task = g_task_new (self, NULL, commit_done_cb, outer);
  g_task_set_task_data (task, work, (GDestroyNotify) committing_free);
  ew_git_thread_run (self->git, task, commit_work);
}

static void
nothing_work (GTask *task, gpointer source, gpointer data,
              GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

static void waited_cb (GObject *source, GAsyncResult *result, gpointer data);

/* One commit is on its way at a time; a further one comes after it. */
static void
commit_in_turn (EwSession *self, GTask *outer)
{
  if (!self->is_committing) {
    start_commit (self, outer);
    return;
  }
  g_autoptr (GTask) wait = g_task_new (self, NULL, waited_cb, outer);
  ew_git_thread_run (self->git, wait, nothing_work);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  commit_in_turn (EW_SESSION (source), data);
}

void
ew_session_commit_async (EwSession *self, GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));
  commit_in_turn (self, g_task_new (self, NULL, callback, data));
}

bool
ew_session_commit_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
