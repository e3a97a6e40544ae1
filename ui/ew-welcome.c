#include "ew-welcome.h"

#include "ew-verbs.h"

#include <glib/gi18n-lib.h>

/* Git's own way to sign something once: the program writes this board, and the
 * person may not have told git a name yet. */
static const char *const signature[][2] = {
  { "GIT_AUTHOR_NAME", "Elsewhen" },
  { "GIT_AUTHOR_EMAIL", "welcome@elsewhen.invalid" },
};

/* --- What stands on it -------------------------------------------------- */

typedef struct {
  const char *kind;
  EwRect box;
  const char *color;
  const char *field, *text; /* the one with words */
} Piece;

static const Piece pieces[] = {
  { "frame", { 0, 0, 680, 240 }, NULL, "title", N_ ("Start here") },
  { "note",
    { 20, 20, 200, 200 },
    "yellow",
    "text",
    N_ ("Double-click anywhere and type") },
  { "note",
    { 240, 20, 200, 200 },
    "green",
    "text",
    N_ ("Drag things where you like them. Ctrl+Z brings everything back.") },
  { "note",
    { 460, 20, 200, 200 },
    "pink",
    "text",
    N_ ("Press C and point at something to say what you think") },

  { "frame", { 0, 310, 680, 342 }, NULL, "title", N_ ("At different times") },
  { "note",
    { 80, 330, 200, 200 },
    "orange",
    "text",
    N_ ("Ana works in the morning and leaves a question") },
  { "note",
    { 400, 330, 200, 200 },
    "violet",
    "text",
    N_ ("Bo answers at night. Sync brings both together; nothing is lost.") },
};

/* Where in `pieces` the arrow goes, and what the comment is about. */
#define MORNING 5
#define NIGHT 6
#define COMMENTED 3
#define TOP_RIGHT ((EwCoords){ 1000, 0 })

static void
apply (EwBoard *board, EwEdit *edit)
{
  g_autoptr (EwEdit) owned = edit;
  g_autoptr (EwNotice) notice = ew_board_apply (board, owned);
}

static char *
add_piece (EwBoard *board, const Piece *piece)
{
  const char *fields[] = { piece->field, _ (piece->text),
                           piece->color ? "color" : NULL, piece->color, NULL };
  char *id = NULL;

  apply (board,
         ew_verb_create (board, ew_kind_by_name (piece->kind),
                         ew_rect_center (piece->box), piece->box, fields, &id));
  return id;
}

static void
add_cards (EwBoard *board)
{
  const char *recording[] = {
    "url",
    "https://example.org/recording",
    "title",
    _ ("A recorded tour, as an example"),
    "duration",
    "4:12",
    "chapters",
    _ ("0:00 What we wanted\n0:38 What we tried\n"
       "2:10 What we ask you"),
    NULL,
  };
  const char *link[] = { "url", "https://git-scm.com/book", "title",
                         _ ("About git, where boards live"), NULL };

  apply (board, ew_verb_create (board, ew_kind_by_name ("walkthrough"),
                                (EwPoint){ 0, 0 }, (EwRect){ 20, 552, 312, 80 },
                                recording, NULL));
  apply (board,
         ew_verb_create (board, ew_kind_by_name ("link"), (EwPoint){ 0, 0 },
                         (EwRect){ 352, 552, 308, 80 }, link, NULL));
}

static void
add_arrow (EwBoard *board, char *from, char *to)
{
  EwAnchor start = { .object = from, .spot = EW_SPOT_AUTO };
  EwAnchor end = { .object = to, .spot = EW_SPOT_AUTO };

  apply (board, ew_verb_connect (board, ew_kind_by_name ("connector"), &start,
                                 &end, NULL));
}

static void
add_comment (EwBoard *board, char *about)
{
  EwAnchor anchor = { .object = about, .spot = TOP_RIGHT };

  apply (
      board,
      ew_verb_comment (
          board, &anchor,
          _ ("This is a comment. Reply to it here, or tick it off when it is "
             "settled. Comments follow what they are about."),
          signature[0][1], signature[1][1], NULL));
}

static void
fill (EwBoard *board)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    g_ptr_array_add (ids, add_piece (board, &pieces[i]));
  add_cards (board);
  add_arrow (board, ids->pdata[MORNING], ids->pdata[NIGHT]);
  add_comment (board, ids->pdata[COMMENTED]);
}

/* --- How it gets there -------------------------------------------------- */

static void
set_signature (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signature); i++)
    g_setenv (signature[i][0], signature[i][1], FALSE);
}

static void
unset_signature (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signature); i++)
    if (g_strcmp0 (g_getenv (signature[i][0]), signature[i][1]) == 0)
      g_unsetenv (signature[i][0]);
}

static bool
add_board (EwSession *session, GError **error)
{
  g_autofree char *id =
      ew_session_new_board (session, _ ("Welcome to Elsewhen"), error);
  const EwBoard *empty;
  g_autoptr (EwBoard) full = NULL;
  g_autoptr (EwEdit) edit = NULL;

  if (id == NULL)
    return false;
  empty = ew_session_board (session, id);
  full = ew_board_snapshot (empty);
  fill (full);
  edit = ew_board_diff (empty, full);
  return ew_session_apply (session, id, edit, 0, error);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  unset_signature ();
  if (ew_session_close_finish (EW_SESSION (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (EwSession) session = ew_session_open_finish (result, &error);

  if (session != NULL && add_board (session, &error)) {
    ew_session_close_async (session, closed_cb, g_steal_pointer (&task));
    return;
  }
  unset_signature ();
  g_task_return_error (task, error);
}

void
ew_welcome_make_async (const char *dir, GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);

  g_return_if_fail (dir != NULL);

  set_signature ();
  /* Translators: the name of the first workspace. */
  ew_session_create_async (dir, _ ("My Workspace"), NULL, created_cb, task);
}

bool
ew_welcome_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
