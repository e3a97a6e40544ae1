/* Opening a workspace, and letting go of it. */
#include "ew-session-private.h"

#include "ew-error.h"
#include "ew-store-members.h"
#include "ew-remote-question.h"

#include <glib/gi18n-lib.h>

/* What the git thread works on while nobody else has the session yet. */
typedef struct {
  EwSession *session;
  char *dir;
  char *url; /* to clone from, or NULL    */
  char *branch, *folder; /* there; NULL: the usual    */
  char *name; /* of a new one, or NULL     */
  GPtrArray *recovered;
  GPtrArray *found; /* workspaces to choose from */
  EwProgress progress;
  gpointer progress_data;
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->session);
  g_free (opening->dir);
  g_free (opening->url);
  g_free (opening->branch);
  g_free (opening->folder);
  g_free (opening->name);
  g_clear_pointer (&opening->recovered, g_ptr_array_unref);
  g_clear_pointer (&opening->found, g_ptr_array_unref);
  g_free (opening);
}

typedef struct {
  EwProgress progress;
  gpointer data;
  double fraction;
  char *what;
} Report;

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  report->progress (report->fraction, report->what, report->data);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;
  g_free (report->what);
  g_free (report);
}

/* From the git thread over to the main one. */
static void
progress_cb (double fraction, const char *what, gpointer data)
{
  Opening *opening = data;
  if (opening->progress == NULL)
    return;
  Report *report = g_new (Report, 1);
  report->progress = opening->progress;
  report->data = opening->progress_data;
  report->fraction = fraction;
  report->what = g_strdup (what);
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, report, report_free);
}

static EwStore *
join_store (Opening *opening, GCancellable *cancellable, GError **error)
{
  EwPlace place = { opening->url, opening->branch, opening->folder };
  EwWish wish = { progress_cb, opening, cancellable,
                  ew_remote_question_prompter (), opening->found };
  return ew_store_join (&place, opening->dir, &wish, error);
}

static EwStore *
open_store (Opening *opening, GCancellable *cancellable, GError **error)
{
  if (opening->url)
    return join_store (opening, cancellable, error);
  if (opening->name)
    return ew_store_create (opening->dir, opening->name, error);
  return ew_store_open (opening->dir, error);
}

static void
journal_saved_cb (const GError *error, gpointer data)
{
  EwSession *self = data;
  self->saved = error == NULL && self->write_source == 0;
  ew_session_set_error (&self->save_error, error);
  ew_session_emit_state (self);
}

static bool
read_people (EwSession *self, GError **error)
{
  GPtrArray *members = ew_store_members (self->store, self->tip, NULL, error);

  if (members == NULL)
    return false;
  g_ptr_array_unref (self->members);
  self->members = members;
  self->response_days = ew_store_response_days (self->store);
  ew_marks_free (self->marks);
  self->marks = ew_marks_read (ew_store_private_dir (self->store));
  return true;
}

/* Everything the session knows from the start. */
static bool
read_store (Opening *opening, GError **error)
{
  EwSession *self = opening->session;

  ew_store_set_prompter (self->store, ew_remote_question_prompter ());
  self->tip = ew_store_tip (self->store, error);
  if (self->tip == NULL)
    return false;
  self->git_tip = g_strdup (self->tip);
  g_autoptr (GPtrArray) entries = ew_store_list (self->store, self->tip, error);
  if (entries == NULL)
    return false;
  g_ptr_array_unref (self->entries);
  self->entries = g_steal_pointer (&entries);
  self->remote = ew_store_remote (self->store, error);
  if (self->remote == NULL ||
      !ew_store_unpublished (self->store, &self->unpublished, error))
    return false;
  if (!read_people (self, error))
    return false;
  self->name = ew_store_name (self->store);
  self->identity = ew_store_identity (self->store, NULL);
  self->journal =
      ew_journal_open (ew_store_private_dir (self->store), &opening->recovered,
                       journal_saved_cb, self, error);
  return self->journal != NULL;
}

static void
open_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  opening->session->store = open_store (opening, cancellable, &error);
  if (opening->session->store == NULL || !read_store (opening, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* What a crash left becomes pending work again. */
static void
take_recovered (EwSession *self, GPtrArray *recovered)
{
  for (guint i = 0; recovered && i < recovered->len; i++) {
    const EwBoardEdit *edit = g_ptr_array_index (recovered, i);
    const EwChange *own = ew_edit_find (edit->edit, EW_BOARD_SELF);
    ew_pending_add (self->pending, edit->board, edit->edit);
    if (own && own->after)
      ew_session_set_entry (self, edit->board, own->after);
  }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  Opening *opening = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (outer, error);
    return;
  }
  EwSession *self = opening->session;
  ew_session_refresh_boards (self);
  take_recovered (self, opening->recovered);
  ew_session_begin_marks (self);
  g_task_return_pointer (outer, g_object_ref (self), g_object_unref);
}

static void
start_opening (Opening *opening, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer data)
{
  EwSession *self = g_object_new (EW_TYPE_SESSION, NULL);
  self->dir = g_canonicalize_filename (opening->dir, NULL);
  opening->session = self;

  GTask *outer = g_task_new (NULL, cancellable, callback, data);
  if (opening->found)
    g_task_set_task_data (outer, g_ptr_array_ref (opening->found),
                          (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, opened_cb, outer);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  ew_git_thread_run (self->git, task, open_work);
}

void
ew_session_open_async (const char *dir, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  Opening *opening = g_new0 (Opening, 1);
  opening->dir = g_strdup (dir);
  start_opening (opening, cancellable, callback, data);
}

void
ew_session_clone_async (const char *url, const char *dir, EwProgress progress,
                        gpointer progress_data, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  EwPlace place = { .url = url };
  ew_session_join_async (&place, dir, progress, progress_data, cancellable,
                         callback, data);
}

void
ew_session_join_async (const EwPlace *place, const char *dir,
                       EwProgress progress, gpointer progress_data,
                       GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  Opening *opening = g_new0 (Opening, 1);
  opening->dir = g_strdup (dir);
  opening->url = g_strdup (place->url);
  opening->branch = g_strdup (place->branch);
  opening->folder = g_strdup (place->folder);
  opening->progress = progress;
  opening->progress_data = progress_data;
  opening->found = g_ptr_array_new_with_free_func (g_free);
  start_opening (opening, cancellable, callback, data);
}

void
ew_session_create_async (const char *dir, const char *name,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  Opening *opening = g_new0 (Opening, 1);
  opening->dir = g_strdup (dir);
  opening->name = g_strdup (name);
  start_opening (opening, cancellable, callback, data);
}

EwSession *
ew_session_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
ew_session_join_found (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

static void
close_committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  EwSession *self = EW_SESSION (source);
  g_autoptr (GError) error = NULL;

  bool committed = ew_session_commit_finish (self, result, &error);
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  /* What could not be committed is safe once the journal has it.  What could
   * be must be gone from there before the program ends: it would come back when
   * the next one opens, over whatever was done meanwhile. */
  bool is_settled = ew_journal_flush (self->journal, NULL);
  if (!committed && !is_settled)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
ew_session_close_async (EwSession *self, GAsyncReadyCallback callback,
                        gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));
  GTask *task = g_task_new (self, NULL, callback, data);
  ew_session_stop_planning (self);
  ew_session_stop_watching (self);
  ew_session_cancel_sync (self);
  ew_session_keep_marks (self);
  g_cancellable_cancel (self->closing);
  ew_session_commit_async (self, close_committed_cb, task);
}

bool
ew_session_close_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
identity_work (GTask *task, gpointer source, gpointer data,
               GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;
  if (!ew_store_set_identity (self->store, data, &error)) {
    g_task_return_error (task, error);
    return;
  }
  EwIdentity *identity = ew_store_identity (self->store, &error);
  if (identity == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, identity, (GDestroyNotify) ew_identity_free);
}

void
ew_session_set_identity_async (EwSession *self, const char *name,
                               const char *email, GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));
  EwIdentity *identity = g_new0 (EwIdentity, 1);
  identity->name = g_strdup (name);
  identity->email = g_strdup (email);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (task, identity, (GDestroyNotify) ew_identity_free);
  ew_git_thread_run (self->git, task, identity_work);
}

bool
ew_session_set_identity_finish (EwSession *self, GAsyncResult *result,
                                GError **error)
{
  EwIdentity *identity = g_task_propagate_pointer (G_TASK (result), error);
  if (identity == NULL)
    return false;
  g_clear_pointer (&self->identity, ew_identity_free);
  self->identity = identity;
  return true;
}
