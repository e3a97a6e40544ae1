#include "desk.h"

#include <glib/gstdio.h>
#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>

/* --- The host ---------------------------------------------------------- */

static void
refresh_cb (gpointer data)
{
}

static void
pan_cb (double dx, double dy, gpointer data)
{
  Desk *desk = data;

  desk->panned.x += dx;
  desk->panned.y += dy;
}

static void
note_down (char **where, const char *what)
{
  g_free (*where);
  *where = g_strdup (what);
}

static void
edit_cb (const char *id, bool select_all, gpointer data)
{
  Desk *desk = data;

  note_down (&desk->edited, id);
  desk->edited_all = select_all;
}

static void
open_cb (const char *url, gpointer data)
{
  note_down (&((Desk *) data)->opened, url);
}

static void
comment_cb (const EwAnchor *anchor, gpointer data)
{
  Desk *desk = data;

  desk->has_comment = true;
  note_down (&desk->comment_object, anchor->object);
  desk->comment_spot = anchor->spot;
  desk->comment_point = anchor->point;
}

static void
show_thread_cb (const char *id, gpointer data)
{
  note_down (&((Desk *) data)->thread, id);
}

static void
play_cb (const char *id, gint64 second, gpointer data)
{
  g_assert_not_reached ();
}

static void
ask_link_cb (const char *kind, EwPoint at, gpointer data)
{
  Desk *desk = data;

  note_down (&desk->asked_kind, kind);
  desk->asked_at = at;
}

static void
failed_cb (const GError *error, gpointer data)
{
  note_down (&((Desk *) data)->failure, error->message);
}

static const EwToolHost host = {
  .refresh = refresh_cb,
  .pan = pan_cb,
  .edit = edit_cb,
  .open = open_cb,
  .play = play_cb,
  .comment = comment_cb,
  .show_thread = show_thread_cb,
  .ask_link = ask_link_cb,
  .failed = failed_cb,
};

/* --- The session ------------------------------------------------------- */

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **where = data;

  *where = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
}

static EwSession *
session_new (const char *dir)
{
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) named = NULL;
  g_autoptr (GError) error = NULL;
  EwSession *session;

  ew_session_create_async (dir, "Test", NULL, result_cb, &made);
  wait_for (&made);
  session = ew_session_open_finish (made, &error);
  g_assert_no_error (error);
  ew_session_set_identity_async (session, "Ana", "ana@example.org", result_cb,
                                 &named);
  wait_for (&named);
  ew_session_set_identity_finish (session, named, &error);
  g_assert_no_error (error);
  return session;
}

static void
session_close (EwSession *session)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  ew_session_close_async (session, result_cb, &closed);
  wait_for (&closed);
  ew_session_close_finish (session, closed, &error);
  g_assert_no_error (error);
  g_object_unref (session);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static char *home;

static void
remove_home (void)
{
  remove_tree (home);
  g_clear_pointer (&home, g_free);
}

/* Who gives themselves a name here writes it into git's own file: never into
 * that of whoever runs the tests.  Once, before git is asked for anything. */
static void
move_in (void)
{
  g_autofree char *config = NULL;

  if (home)
    return;
  home = g_dir_make_tmp ("ew-home-XXXXXX", NULL);
  config = g_build_filename (home, ".gitconfig", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("GIT_CONFIG_GLOBAL", config, TRUE);
  atexit (remove_home);
}

void
desk_set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *workspace = NULL;

  move_in ();
  desk->dir = g_dir_make_tmp ("ew-tools-XXXXXX", &error);
  g_assert_no_error (error);
  workspace = g_build_filename (desk->dir, "workspace", NULL);
  desk->session = session_new (workspace);
  desk->board_id = ew_session_new_board (desk->session, "Desk", &error);
  g_assert_no_error (error);
  desk->selection = ew_selection_new ();
  desk->toolbox = ew_toolbox_new (desk->selection, &host, desk);
  ew_toolbox_set_board (desk->toolbox, desk->session, desk->board_id);
  desk->pointer.scale = 1;
}

void
desk_tear_down (Desk *desk, gconstpointer data)
{
  g_assert_cmpstr (desk->failure, ==, NULL);
  g_assert_finalize_object (desk->toolbox);
  g_assert_finalize_object (desk->selection);
  session_close (desk->session);
  remove_tree (desk->dir);
  g_free (desk->dir);
  g_free (desk->board_id);
  g_free (desk->edited);
  g_free (desk->opened);
  g_free (desk->thread);
  g_free (desk->asked_kind);
  g_free (desk->comment_object);
}

/* --- The board --------------------------------------------------------- */

const EwBoard *
desk_board (Desk *desk)
{
  return ew_session_board (desk->session, desk->board_id);
}

char *
desk_add (Desk *desk, const char *kind, EwRect box, const char *const *fields)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  g_autoptr (EwEdit) edit =
      ew_verb_create (desk_board (desk), ew_kind_by_name (kind),
                      ew_rect_center (box), box, fields, &id);

  ew_session_apply (desk->session, desk->board_id, edit, 0, &error);
  g_assert_no_error (error);
  return id;
}

static const EwObject *
get (Desk *desk, const char *id)
{
  const EwObject *object = ew_board_get (desk_board (desk), id);

  g_assert_nonnull (object);
  return object;
}

EwRect
desk_box (Desk *desk, const char *id)
{
  return ew_object_box (get (desk, id));
}

const char *
desk_get (Desk *desk, const char *id, const char *field)
{
  return ew_object_get_string (get (desk, id), field);
}

const EwAnchor *
desk_anchor (Desk *desk, const char *id, const char *field)
{
  const EwObject *object = get (desk, id);
  const EwField *found = ew_kind_find_field (object->kind, field);

  g_assert_nonnull (found);
  return ew_field_get_anchor (found, &object->record);
}

bool
desk_has (Desk *desk, const char *id)
{
  return ew_board_get (desk_board (desk), id) != NULL;
}

guint
desk_size (Desk *desk)
{
  return ew_board_size (desk_board (desk));
}

const EwObject *
desk_selected (Desk *desk)
{
  const char *id = ew_selection_single (desk->selection);

  g_assert_nonnull (id);
  return get (desk, id);
}

/* --- The pointer ------------------------------------------------------- */

static void
point_at (Desk *desk, double x, double y)
{
  desk->pointer.board = (EwPoint){ x, y };
  desk->pointer.window =
      (EwPoint){ x * desk->pointer.scale, y * desk->pointer.scale };
}

void
desk_press (Desk *desk, double x, double y)
{
  point_at (desk, x, y);
  if (desk->pointer.presses == 0)
    desk->pointer.presses = 1;
  ew_toolbox_press (desk->toolbox, &desk->pointer);
}

void
desk_drag (Desk *desk, double x, double y)
{
  point_at (desk, x, y);
  ew_toolbox_drag (desk->toolbox, &desk->pointer);
}

void
desk_release (Desk *desk)
{
  ew_toolbox_release (desk->toolbox, &desk->pointer);
  desk->pointer.presses = 0;
}

void
desk_hover (Desk *desk, double x, double y)
{
  point_at (desk, x, y);
  ew_toolbox_hover (desk->toolbox, &desk->pointer);
}

void
desk_click (Desk *desk, double x, double y)
{
  desk_press (desk, x, y);
  desk_release (desk);
}

void
desk_double_click (Desk *desk, double x, double y)
{
  desk_click (desk, x, y);
  desk->pointer.presses = 2;
  desk_click (desk, x, y);
}

void
desk_sweep (Desk *desk, EwPoint from, EwPoint to)
{
  desk_press (desk, from.x, from.y);
  for (int i = 1; i <= 3; i++)
    desk_drag (desk, from.x + (to.x - from.x) * i / 3,
               from.y + (to.y - from.y) * i / 3);
  desk_release (desk);
}

void
desk_assert_rect (EwRect is, double x, double y, double w, double h)
{
  g_assert_cmpfloat_with_epsilon (is.x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (is.y, y, 0.01);
  g_assert_cmpfloat_with_epsilon (is.w, w, 0.01);
  g_assert_cmpfloat_with_epsilon (is.h, h, 0.01);
}
