/* Editing: what people do reaches the board, the journal and the history. */
#include "ew-session-private.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-kinds.h"
#include "ew-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A drag makes sixty edits a second of the same objects: the journal gets
 * their sum this often, well inside its half second. */
#define WRITE_MS 100

/* No edit for so long is a quiet moment, in which a commit is made. */
#define QUIET_SECONDS 30

void
ew_session_show_edit (EwSession *self, const char *board, const EwEdit *edit,
                      EwOrigin origin)
{
  EwOpenBoard *open = ew_session_get_open (self, board);
  const EwChange *own = ew_edit_find (edit, EW_BOARD_SELF);

  if (open) {
    g_autoptr (EwNotice) notice = ew_board_apply (open->board, edit);
    g_signal_emit (self, ew_session_signals[EW_SESSION_CHANGED], 0, board,
                   notice, origin);
  }
  if (own && own->after)
    ew_session_set_entry (self, board, own->after);
}

void
ew_session_write_journal (EwSession *self)
{
  g_clear_handle_id (&self->write_source, g_source_remove);
  g_autoptr (GPtrArray) edits = ew_pending_to_edits (self->unwritten);
  for (guint i = 0; i < edits->len; i++) {
    const EwBoardEdit *edit = g_ptr_array_index (edits, i);
    ew_journal_append (self->journal, edit->board, edit->edit);
  }
  g_clear_pointer (&self->unwritten, ew_pending_free);
  self->unwritten = ew_pending_new ();
}

static gboolean
write_cb (gpointer data)
{
  EwSession *self = data;
  self->write_source = 0;
  ew_session_write_journal (self);
  return G_SOURCE_REMOVE;
}

static gboolean
quiet_cb (gpointer data)
{
  EwSession *self = data;
  self->quiet_source = 0;
  /* While the others cannot be reached, the plan decides when to try again. */
  if (self->auto_failures > 0 || !ew_session_sync_by_itself (self))
    ew_session_commit_async (self, NULL, NULL);
  ew_session_tidy (self);
  return G_SOURCE_REMOVE;
}

void
ew_session_keep_edit (EwSession *self, const char *board, const EwEdit *edit,
                      EwOrigin origin)
{
  ew_pending_add (self->pending, board, edit);
  ew_pending_add (self->unwritten, board, edit);
  self->saved = false;
  if (self->write_source == 0)
    self->write_source = g_timeout_add (WRITE_MS, write_cb, self);
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  self->quiet_source = g_timeout_add_seconds (QUIET_SECONDS, quiet_cb, self);

  ew_session_show_edit (self, board, edit, origin);
  g_signal_emit (self, ew_session_signals[EW_SESSION_HISTORY_CHANGED], 0);
  ew_session_emit_state (self);
}

EwEdit *
ew_session_uncommitted (EwSession *self, const char *board)
{
  EwEdit *sum = ew_edit_new (NULL);
  const EwEdit *parts[] = { ew_pending_get (self->in_flight, board),
                            ew_pending_get (self->pending, board) };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      ew_edit_append (sum, parts[i]);
  return sum;
}

guint
ew_session_new_gesture (EwSession *self)
{
  return ++self->last_gesture;
}

static bool
may_edit (EwSession *self, const char *board, GError **error)
{
  EwOpenBoard *open = ew_session_get_open (self, board);

  if (self->identity == NULL) {
    g_set_error (error, EW_ERROR, EW_ERROR_NO_IDENTITY,
                 _ ("git does not know your name yet. Tell it who you are: "
                    "git config --global user.name and user.email."));
    return false;
  }
  if (open == NULL)
    return true;
  if (open->is_past) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("A past version stays as it was. Go back to now to edit, "
                    "or restore it first."));
    return false;
  }
  if (ew_faults_have (open->faults, EW_FAULT_NEWER)) {
    g_set_error (error, EW_ERROR, EW_ERROR_NEWER,
                 _ ("This board was written by a newer version of Elsewhen, "
                    "so it is read-only here."));
    return false;
  }
  if (ew_faults_have (open->faults, EW_FAULT_DAMAGE)) {
    g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
                 _ ("Parts of this board cannot be read. It is read-only "
                    "until it is repaired, so that nothing is overwritten."));
    return false;
  }
  return true;
}

bool
ew_session_apply (EwSession *self, const char *board, EwEdit *edit,
                  guint gesture, GError **error)
{
  g_return_val_if_fail (EW_IS_SESSION (self), false);
  g_return_val_if_fail (ew_session_get_open (self, board) != NULL, false);

  if (!may_edit (self, board, error))
    return false;
  if (ew_edit_is_empty (edit))
    return true;
  if (ew_edit_is_undoable (edit))
    ew_history_add (self->history, board, edit, gesture);
  ew_session_keep_edit (self, board, edit, EW_ORIGIN_LOCAL);
  return true;
}

/* Steps back or forth: a three-way merge onto what the board is now, so that
 * what a teammate changed meanwhile stays. */
static bool
apply_step (EwSession *self, const char *board, EwEdit *step)
{
  EwOpenBoard *open = ew_session_get_open (self, board);
  if (step == NULL || open == NULL || !may_edit (self, board, NULL))
    return false;
  g_autoptr (EwEdit) edit = ew_merge_edit (open->board, step);
  ew_session_keep_edit (self, board, edit, EW_ORIGIN_UNDO);
  return true;
}

void
ew_session_cancel_gesture (EwSession *self, const char *board, guint gesture)
{
  g_autoptr (EwEdit) step = ew_history_cancel (self->history, board, gesture);
  apply_step (self, board, step);
}

bool
ew_session_undo (EwSession *self, const char *board)
{
  g_autoptr (EwEdit) step = ew_history_undo (self->history, board);
  return apply_step (self, board, step);
}

bool
ew_session_redo (EwSession *self, const char *board)
{
  g_autoptr (EwEdit) step = ew_history_redo (self->history, board);
  return apply_step (self, board, step);
}

const char *
ew_session_undo_label (EwSession *self, const char *board)
{
  const EwEdit *edit = ew_history_peek_undo (self->history, board);
  return edit ? ew_edit_label (edit) : NULL;
}

const char *
ew_session_redo_label (EwSession *self, const char *board)
{
  const EwEdit *edit = ew_history_peek_redo (self->history, board);
  return edit ? ew_edit_label (edit) : NULL;
}

/* Changes the board's own entry, whether the board is open or not. */
static bool
change_self (EwSession *self, const char *board, const EwObject *after,
             const char *label, GError **error)
{
  const EwBoardEntry *entry = ew_session_get_entry (self, board);
  if (!may_edit (self, board, error))
    return false;
  if (entry == NULL || entry->self == NULL) {
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("The board’s own file cannot be read."));
    return false;
  }
  g_autoptr (EwEdit) edit = ew_edit_new (label);
  ew_edit_add (edit, entry->self, after);
  if (ew_edit_is_empty (edit))
    return true;
  ew_history_add (self->history, board, edit, 0);
  ew_session_keep_edit (self, board, edit, EW_ORIGIN_LOCAL);
  return true;
}

/* Returns: (transfer full) (nullable): the own entry of @board to change. */
static EwObject *
copy_self (EwSession *self, const char *board)
{
  const EwBoardEntry *entry = ew_session_get_entry (self, board);
  if (entry == NULL || entry->self == NULL)
    return ew_object_new (&ew_kind_board, EW_BOARD_SELF);
  return ew_object_copy (entry->self);
}

bool
ew_session_rename_board (EwSession *self, const char *board, const char *title,
                         GError **error)
{
  g_autoptr (EwObject) after = copy_self (self, board);
  ew_object_set_string (after, "title", title);
  return change_self (self, board, after, _ ("Rename Board"), error);
}

static void
set_deleted (EwObject *object, bool deleted)
{
  const EwField *field = ew_kind_find_field (object->kind, "deleted");
  ew_field_set_bool (field, &object->record, deleted);
}

bool
ew_session_delete_board (EwSession *self, const char *board, bool deleted,
                         GError **error)
{
  g_autoptr (EwObject) after = copy_self (self, board);
  set_deleted (after, deleted);
  return change_self (self, board, after,
                      deleted ? _ ("Delete Board") : _ ("Restore Board"),
                      error);
}

/* Undoing a new board deletes it, so that even then nothing is lost. */
static void
remember_creation (EwSession *self, const char *board, const EwObject *object)
{
  g_autoptr (EwEdit) step = ew_edit_new (_ ("New Board"));
  g_autoptr (EwObject) before = ew_object_copy (object);
  set_deleted (before, true);
  ew_edit_add (step, before, object);
  ew_history_add (self->history, board, step, 0);
}

static char *
new_board_id (void)
{
  char *id = ew_id_new ();
  char *copy = g_strdup (id);
  g_ref_string_release (id);
  return copy;
}

char *
ew_session_new_board (EwSession *self, const char *title, GError **error)
{
  g_return_val_if_fail (EW_IS_SESSION (self), NULL);
  if (!may_edit (self, NULL, error))
    return NULL;

  g_autofree char *id = new_board_id ();
  g_autoptr (EwObject) own = ew_object_new (&ew_kind_board, EW_BOARD_SELF);
  ew_object_set_string (own, "title", title);
  EwOpenBoard *open = g_new0 (EwOpenBoard, 1);
  open->board = ew_board_new (id);
  open->faults = ew_faults_new ();
  g_hash_table_insert (self->open, g_strdup (id), open);

  g_autoptr (EwEdit) edit = ew_edit_new (_ ("New Board"));
  ew_edit_add (edit, NULL, own);
  remember_creation (self, id, own);
  ew_session_keep_edit (self, id, edit, EW_ORIGIN_LOCAL);
  return g_steal_pointer (&id);
}
