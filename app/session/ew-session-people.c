/* Members, their hours, and private marks. */
#include "ew-session-talk.h"

#include "ew-assets.h"
#include "ew-error.h"
#include "ew-session-private.h"
#include "ew-store-members.h"
#include "ew-string.h"

/* Reading on makes a mark a second; the disk hears of them together. */
#define KEEP_MS 200

GPtrArray *
ew_session_members (EwSession *self)
{
  return self->members;
}

char **
ew_session_my_emails (EwSession *self)
{
  g_autoptr (GStrvBuilder) emails = g_strv_builder_new ();
  const EwMember *own = NULL;

  if (self->identity) {
    g_strv_builder_add (emails, self->identity->email);
    own = ew_members_find (self->members, self->identity->email);
  }
  for (guint i = 0; own && i < ew_map_size (own->emails); i++)
    g_strv_builder_add (emails, ew_map_key (own->emails, i));
  return g_strv_builder_end (emails);
}

EwMember *
ew_session_my_profile (EwSession *self)
{
  const char *email = self->identity ? self->identity->email : "";
  const EwMember *own = ew_members_find (self->members, email);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (here);
  g_autoptr (GTimeZone) known = name ? ew_zone_find (name) : NULL;
  EwMember *member;

  if (own)
    return ew_member_copy (own);
  member = ew_member_new (self->identity ? self->identity->name : "", email);
  if (known)
    ew_string_set (&member->zone, name);
  return member;
}

EwHours
ew_session_hours_of (EwSession *self, const char *email)
{
  const EwMember *member = ew_members_find (self->members, email);

  return member ? ew_member_hours (member) : EW_HOURS_INIT;
}

static gint64
response (EwSession *self, const EwHours *hours)
{
  return self->response_days * ew_hours_in_day (hours);
}

gint64
ew_session_default_due (EwSession *self, const char *email, gint64 now)
{
  g_auto (EwHours) hours = ew_session_hours_of (self, email);

  return ew_hours_after (&hours, now, response (self, &hours));
}

#define LEAST_SECONDS 3600

gint64
ew_session_kinder_due (EwSession *self, const char *email, gint64 now,
                       gint64 due)
{
  g_auto (EwHours) hours = ew_session_hours_of (self, email);
  gint64 wished = MAX (due - now, LEAST_SECONDS);

  if (ew_hours_between (&hours, now, due) >= response (self, &hours))
    return 0;
  return ew_hours_after (&hours, now, MIN (wished, response (self, &hours)));
}

/* --- The profiles --------------------------------------------------------- */

static void
read_people_work (GTask *task, gpointer source, gpointer data,
                  GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;
  GPtrArray *members = ew_store_members (self->store, NULL, NULL, &error);

  if (members)
    g_task_return_pointer (task, members, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
people_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwSession *self = EW_SESSION (source);
  GPtrArray *members = g_task_propagate_pointer (G_TASK (result), NULL);

  /* What cannot be read now is read with the next version. */
  if (!members)
    return;
  g_ptr_array_unref (self->members);
  self->members = members;
  g_signal_emit (self, ew_session_signals[EW_SESSION_PEOPLE_CHANGED], 0);
}

void
ew_session_refresh_people (EwSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, people_read_cb, NULL);

  ew_git_thread_run (self->git, task, read_people_work);
}

/* What is being written. */
typedef struct {
  EwMember *member;
  GBytes *portrait; /* or NULL */
} Profile;

static void
profile_free (gpointer data)
{
  Profile *profile = data;

  ew_member_free (profile->member);
  g_clear_pointer (&profile->portrait, g_bytes_unref);
  g_free (profile);
}

static bool
put_portrait (EwSession *self, Profile *profile, GError **error)
{
  g_autofree char *asset = NULL;

  if (!profile->portrait)
    return true;
  asset = ew_store_put_asset (self->store, profile->portrait, "png", error);
  if (!asset)
    return false;
  ew_string_set (&profile->member->picture, asset);
  return true;
}

static void
put_member_work (GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable)
{
  EwSession *self = source;
  Profile *profile = data;
  GError *error = NULL;
  g_autofree char *tip =
      put_portrait (self, profile, &error)
          ? ew_store_put_member (self->store, profile->member, &error)
          : NULL;

  if (tip)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
taken_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  GError *error = NULL;

  if (ew_session_commit_finish (EW_SESSION (source), result, &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

/* The profile is a commit of its own: the next one finds it and moves on. */
static void
member_put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *outer = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    ew_session_commit_async (EW_SESSION (source), taken_in_cb, outer);
    return;
  }
  g_task_return_error (outer, error);
  g_object_unref (outer);
}

void
ew_session_set_profile_async (EwSession *self, const EwMember *member,
                              GBytes *portrait, GAsyncReadyCallback callback,
                              gpointer data)
{
  GTask *outer = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) task = g_task_new (self, NULL, member_put_cb, outer);
  Profile *profile = g_new (Profile, 1);

  *profile = (Profile){ ew_member_copy (member),
                        portrait ? g_bytes_ref (portrait) : NULL };
  g_task_set_task_data (task, profile, profile_free);
  ew_git_thread_run (self->git, task, put_member_work);
}

void
ew_session_set_member_async (EwSession *self, const EwMember *member,
                             GAsyncReadyCallback callback, gpointer data)
{
  ew_session_set_profile_async (self, member, NULL, callback, data);
}

bool
ew_session_set_member_finish (EwSession *self, GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- The marks ------------------------------------------------------------ */

const EwMarks *
ew_session_marks (EwSession *self)
{
  return self->marks;
}

static void
keep_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;

  if (ew_marks_write (ew_store_private_dir (self->store), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What could not be kept goes with what comes next. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwSession *self = EW_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (EwMarks) later = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return;
  later = g_steal_pointer (&self->unkept);
  self->unkept = ew_marks_copy (g_task_get_task_data (G_TASK (result)));
  ew_marks_add (self->unkept, later);
  ew_session_set_error (&self->save_error, error);
  ew_session_emit_state (self);
}

void
ew_session_keep_marks (EwSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, kept_cb, NULL);

  g_clear_handle_id (&self->marks_source, g_source_remove);
  g_task_set_task_data (task, g_steal_pointer (&self->unkept),
                        (GDestroyNotify) ew_marks_free);
  self->unkept = ew_marks_new ();
  ew_git_thread_run (self->git, task, keep_work);
}

static gboolean
keep_cb (gpointer data)
{
  EwSession *self = data;

  self->marks_source = 0;
  ew_session_keep_marks (self);
  return G_SOURCE_REMOVE;
}

bool
ew_session_mark_quietly (EwSession *self, EwMark mark, const char *key,
                         const char *value)
{
  if (g_str_equal (ew_marks_get (self->marks, mark, key), value))
    return false;
  ew_marks_set (self->marks, mark, key, value);
  ew_marks_set (self->unkept, mark, key, value);
  if (self->marks_source == 0)
    self->marks_source = g_timeout_add (KEEP_MS, keep_cb, self);
  return true;
}

void
ew_session_mark (EwSession *self, EwMark mark, const char *key,
                 const char *value)
{
  /* A draft changes with every key; neither it nor what the desktop was told is
   * shown by anybody else. */
  bool is_shown = mark != EW_MARK_DRAFT && mark != EW_MARK_TOLD;

  if (ew_session_mark_quietly (self, mark, key, value) && is_shown)
    g_signal_emit (self, ew_session_signals[EW_SESSION_PEOPLE_CHANGED], 0);
}

void
ew_session_look (EwSession *self, const char *board)
{
  ew_session_mark (self, EW_MARK_SEEN, board, self->tip);
}

#define EVER "workspace" /* no board has such an id */

/* Who opens a workspace for the first time begins here: what is old is not
 * news. */
void
ew_session_begin_marks (EwSession *self)
{
  if (*ew_marks_get (self->marks, EW_MARK_SEEN, EVER))
    return;
  for (guint i = 0; i < self->entries->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (self->entries, i);

    ew_session_look (self, entry->id);
  }
  ew_session_mark (self, EW_MARK_SEEN, EVER, "yes");
}

void
ew_session_read_thread (EwSession *self, const EwThread *thread)
{
  g_auto (GStrv) me = ew_session_my_emails (self);
  g_autofree char *count = g_strdup_printf (
      "%u", ew_inbox_others (thread, (const char *const *) me));

  ew_session_mark (self, EW_MARK_READ, thread->object.id, count);
}

guint
ew_session_unread (EwSession *self, const EwThread *thread)
{
  g_auto (GStrv) me = ew_session_my_emails (self);
  EwInboxView view = { .me = (const char *const *) me, .marks = self->marks };

  return ew_inbox_unread (&view, thread);
}

void
ew_session_inbox_done (EwSession *self, const EwInboxItem *item)
{
  g_autofree char *read = g_strdup_printf ("%u", item->others);

  ew_session_mark (self, EW_MARK_DONE, item->key, item->state);
  if (item->is_kept)
    ew_session_inbox_keep (self, item, false);
  if (item->what == EW_INBOX_NAMED)
    return;
  if (*item->thread == '\0')
    ew_session_look (self, item->board);
  else if (item->others > 0)
    ew_session_mark (self, EW_MARK_READ, item->thread, read);
}

void
ew_session_inbox_snooze (EwSession *self, const EwInboxItem *item, gint64 until)
{
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, until);

  ew_session_mark (self, EW_MARK_SNOOZED, item->key, time);
}

void
ew_session_inbox_keep (EwSession *self, const EwInboxItem *item, bool kept)
{
  g_autofree char *place = ew_inbox_item_place (item);

  ew_session_mark (self, EW_MARK_KEPT, place, kept ? "yes" : "");
}

bool
ew_session_follows (EwSession *self, const char *board)
{
  return *ew_marks_get (self->marks, EW_MARK_UNFOLLOWED, board) == '\0';
}

void
ew_session_follow (EwSession *self, const char *board, bool follows)
{
  ew_session_mark (self, EW_MARK_UNFOLLOWED, board, follows ? "" : "yes");
}
