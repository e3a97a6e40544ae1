#include "ew-session-private.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (EwSession, ew_session, G_TYPE_OBJECT)

guint ew_session_signals[EW_SESSION_N_SIGNALS];

void
ew_open_board_free (EwOpenBoard *open)
{
  g_clear_pointer (&open->board, ew_board_unref);
  g_ptr_array_unref (open->faults);
  g_free (open);
}

static void
ew_session_dispose (GObject *object)
{
  EwSession *self = EW_SESSION (object);
  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  g_clear_handle_id (&self->marks_source, g_source_remove);
  ew_session_stop_planning (self);
  ew_session_stop_watching (self);
  g_clear_pointer (&self->git, ew_git_thread_free);
  g_clear_pointer (&self->journal, ew_journal_close);
  g_clear_pointer (&self->store, ew_store_free);
  g_clear_object (&self->sync_cancellable);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (ew_session_parent_class)->dispose (object);
}

static void
ew_session_finalize (GObject *object)
{
  EwSession *self = EW_SESSION (object);
  g_free (self->dir);
  g_free (self->name);
  g_free (self->remote);
  g_free (self->tip);
  g_free (self->sync_what);
  g_clear_error (&self->save_error);
  g_clear_error (&self->sync_error);
  g_free (self->git_tip);
  ew_identity_free (self->identity);
  g_ptr_array_unref (self->boards);
  g_ptr_array_unref (self->deleted);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->sync_waiters);
  g_ptr_array_unref (self->members);
  ew_marks_free (self->marks);
  ew_marks_free (self->unkept);
  g_hash_table_unref (self->known_threads);
  ew_namings_free (self->namings);
  g_hash_table_unref (self->loads);
  g_hash_table_unref (self->open);
  ew_history_free (self->history);
  ew_pending_free (self->pending);
  ew_pending_free (self->in_flight);
  ew_pending_free (self->unwritten);
  G_OBJECT_CLASS (ew_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params, GType first)
{
  GType types[] = { first };
  return g_signal_newv (name, EW_TYPE_SESSION, G_SIGNAL_RUN_LAST, NULL, NULL,
                        NULL, NULL, G_TYPE_NONE, n_params, types);
}

static void
ew_session_class_init (EwSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->dispose = ew_session_dispose;
  object_class->finalize = ew_session_finalize;

  ew_session_signals[EW_SESSION_CHANGED] = g_signal_new (
      "changed", EW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_INT);
  ew_session_signals[EW_SESSION_BOARDS_CHANGED] =
      add_signal ("boards-changed", 0, G_TYPE_NONE);
  ew_session_signals[EW_SESSION_STATE_CHANGED] =
      add_signal ("state-changed", 0, G_TYPE_NONE);
  ew_session_signals[EW_SESSION_FAULTS_CHANGED] =
      add_signal ("faults-changed", 1, G_TYPE_STRING);
  ew_session_signals[EW_SESSION_HISTORY_CHANGED] =
      add_signal ("history-changed", 0, G_TYPE_NONE);
  ew_session_signals[EW_SESSION_PEOPLE_CHANGED] =
      add_signal ("people-changed", 0, G_TYPE_NONE);
}

static void
ew_session_init (EwSession *self)
{
  self->git = ew_git_thread_new ();
  self->entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_entry_free);
  self->boards = g_ptr_array_new ();
  self->deleted = g_ptr_array_new ();
  self->sync_waiters = g_ptr_array_new_with_free_func (g_object_unref);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) ew_open_board_free);
  self->loads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->history = ew_history_new ();
  self->pending = ew_pending_new ();
  self->in_flight = ew_pending_new ();
  self->unwritten = ew_pending_new ();
  self->saved = true;
  self->members = g_ptr_array_new ();
  self->marks = ew_marks_new ();
  self->unkept = ew_marks_new ();
  self->known_threads = ew_session_known_threads_new ();
  self->namings = ew_namings_new ();
  self->closing = g_cancellable_new ();
}

void
ew_session_emit_state (EwSession *self)
{
  g_signal_emit (self, ew_session_signals[EW_SESSION_STATE_CHANGED], 0);
}

void
ew_session_set_error (GError **where, const GError *error)
{
  g_clear_error (where);
  *where = error ? g_error_copy (error) : NULL;
}

const char *
ew_session_dir (EwSession *self)
{
  return self->dir;
}

const char *
ew_session_name (EwSession *self)
{
  return self->name;
}

const EwIdentity *
ew_session_identity (EwSession *self)
{
  return self->identity;
}

const char *
ew_session_remote (EwSession *self)
{
  return self->remote;
}

static guint
count_to_share (EwSession *self)
{
  return self->unpublished + ew_pending_size (self->pending) +
         ew_pending_size (self->in_flight);
}

/* One in the background shows once something comes or goes. */
static bool
shows_sync (EwSession *self)
{
  return self->sync && (self->sync_wanted != EW_SYNC_IN_BACKGROUND ||
                        self->sync_what != NULL);
}

static EwSyncPhase
current_phase (EwSession *self, guint to_share)
{
  if (shows_sync (self))
    return EW_SYNC_RUNNING;
  if (self->save_error)
    return EW_SYNC_NEEDS_YOU;
  if (g_error_matches (self->sync_error, EW_ERROR, EW_ERROR_OFFLINE))
    return EW_SYNC_OFFLINE;
  if (self->sync_error)
    return EW_SYNC_NEEDS_YOU;
  if (*self->remote == '\0')
    return EW_SYNC_LOCAL;
  return to_share > 0 ? EW_SYNC_WAITING : EW_SYNC_CURRENT;
}

EwSessionState
ew_session_state (EwSession *self)
{
  guint to_share = count_to_share (self);
  return (EwSessionState){
    .phase = current_phase (self, to_share),
    .to_share = to_share,
    .fraction = self->sync_fraction,
    .what = self->sync_what ? self->sync_what : "",
    .error = self->save_error ? self->save_error : self->sync_error,
    .saved = self->saved,
    .synced_at = self->synced_at,
    .next_at = self->auto_due,
  };
}

GPtrArray *
ew_session_boards (EwSession *self)
{
  return self->boards;
}

GPtrArray *
ew_session_deleted_boards (EwSession *self)
{
  return self->deleted;
}

EwBoardEntry *
ew_session_get_entry (EwSession *self, const char *board)
{
  for (guint i = 0; i < self->entries->len; i++) {
    EwBoardEntry *entry = g_ptr_array_index (self->entries, i);
    if (strcmp (entry->id, board) == 0)
      return entry;
  }
  return NULL;
}

static const char *
entry_title (const EwBoardEntry *entry)
{
  return entry->self ? ew_object_get_string (entry->self, "title") : "";
}

static bool
is_deleted (const EwBoardEntry *entry)
{
  const EwField *field =
      entry->self ? ew_kind_find_field (entry->self->kind, "deleted") : NULL;
  return field && ew_field_get_bool (field, &entry->self->record);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const EwBoardEntry *x = *(EwBoardEntry *const *) a;
  const EwBoardEntry *y = *(EwBoardEntry *const *) b;
  int order = g_utf8_collate (entry_title (x), entry_title (y));
  return order != 0 ? order : strcmp (x->id, y->id);
}

void
ew_session_refresh_boards (EwSession *self)
{
  g_ptr_array_sort (self->entries, compare_entries);
  g_ptr_array_set_size (self->boards, 0);
  g_ptr_array_set_size (self->deleted, 0);
  for (guint i = 0; i < self->entries->len; i++) {
    EwBoardEntry *entry = g_ptr_array_index (self->entries, i);
    g_ptr_array_add (is_deleted (entry) ? self->deleted : self->boards, entry);
  }
  g_signal_emit (self, ew_session_signals[EW_SESSION_BOARDS_CHANGED], 0);
}

void
ew_session_set_entry (EwSession *self, const char *board,
                      const EwObject *object)
{
  EwBoardEntry *entry = ew_session_get_entry (self, board);
  if (entry == NULL) {
    entry = g_new0 (EwBoardEntry, 1);
    entry->id = g_strdup (board);
    g_ptr_array_add (self->entries, entry);
  }
  EwObject *old = entry->self;
  entry->self = ew_object_ref (object);
  ew_object_unref (old);
  ew_session_refresh_boards (self);
}

char *
ew_session_find_board (EwSession *self, const char *id_or_title, GError **error)
{
  const char *found = NULL;
  guint n = 0;

  if (ew_session_get_entry (self, id_or_title))
    return g_strdup (id_or_title);
  for (guint i = 0; i < self->boards->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (self->boards, i);
    if (strcmp (entry_title (entry), id_or_title) != 0)
      continue;
    found = entry->id;
    n++;
  }
  if (n == 1)
    return g_strdup (found);
  g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
               n == 0 ? _ ("There is no board “%s” here.")
                      : _ ("Several boards are called “%s”: use the id."),
               id_or_title);
  return NULL;
}

EwOpenBoard *
ew_session_get_open (EwSession *self, const char *board)
{
  return board ? g_hash_table_lookup (self->open, board) : NULL;
}

const EwBoard *
ew_session_board (EwSession *self, const char *board)
{
  EwOpenBoard *open = ew_session_get_open (self, board);
  return open ? open->board : NULL;
}

GPtrArray *
ew_session_faults (EwSession *self, const char *board)
{
  EwOpenBoard *open = ew_session_get_open (self, board);
  return open ? open->faults : NULL;
}

bool
ew_session_is_read_only (EwSession *self, const char *board)
{
  EwOpenBoard *open = ew_session_get_open (self, board);
  return open &&
         (open->is_past || ew_faults_have (open->faults, EW_FAULT_DAMAGE));
}

void
ew_session_unload (EwSession *self, const char *board)
{
  g_hash_table_remove (self->open, board);
}
