/* `git log` reads like a diary. */
#include "session-for-tests.h"

static char *
last_message (EwSession *session)
{
  const char *argv[] = { "git", "-C", ew_session_dir (session),
                         "log", "-1", "--format=%B",
                         NULL };
  char *out = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH,
                               NULL, NULL, &out, NULL, NULL, NULL));
  return g_strchomp (out);
}

static void
assert_says (EwSession *session, const char *message)
{
  g_autofree char *said = NULL;

  test_commit (session);
  said = last_message (session);
  g_assert_cmpstr (said, ==, message);
}

static void
remove_objects (EwSession *session, const char *board, const char *id)
{
  g_autoptr (GPtrArray) ids = test_ids (id);

  test_apply (session, board,
              ew_verb_remove (ew_session_board (session, board), ids), 0);
}

static void
comment (EwSession *session, const char *board, const char *note)
{
  EwAnchor anchor = { .object = (char *) note };

  test_apply (session, board,
              ew_verb_comment (ew_session_board (session, board), &anchor,
                               "Why?", "Ana Lind", "ana@example.org", NULL),
              0);
}

static void
test_one_board (void)
{
  EwSession *session = test_create ("message-one");
  g_autofree char *board = test_new_board (session, "Retro October");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  assert_says (session, "Ana Lind: new board Retro October");
  first = test_note (session, board, "One", (EwPoint){ 0 });
  second = test_note (session, board, "Two", (EwPoint){ 300, 0 });
  comment (session, board, first);
  assert_says (session, "Ana Lind: 2 notes, 1 comment in Retro October");
  test_set (session, board, first, "color", "red");
  assert_says (session, "Ana Lind: 1 note in Retro October");
  remove_objects (session, board, second);
  assert_says (session, "Ana Lind: removed 1 note from Retro October");
  test_close (session);
}

static void
test_own (void)
{
  EwSession *session = test_create ("message-own");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *note = test_note (session, board, "One", (EwPoint){ 0 });

  assert_says (session, "Ana Lind: new board Retro; 1 note in Retro");
  ew_session_rename_board (session, board, "Roadmap", NULL);
  assert_says (session, "Ana Lind: renamed Retro to Roadmap");
  ew_session_delete_board (session, board, true, NULL);
  assert_says (session, "Ana Lind: deleted the board Roadmap");
  ew_session_delete_board (session, board, false, NULL);
  assert_says (session, "Ana Lind: brought the board Roadmap back");
  test_close (session);
}

static void
test_several (void)
{
  EwSession *session = test_create ("message-several");
  g_autofree char *retro = test_new_board (session, "Retro");
  g_autofree char *roadmap = test_new_board (session, "Roadmap");
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *said = NULL;

  test_commit (session);
  a = test_note (session, retro, "One", (EwPoint){ 0 });
  b = test_note (session, roadmap, "Two", (EwPoint){ 0 });
  test_commit (session);
  said = last_message (session);
  g_assert_true (g_str_has_prefix (said, "Ana Lind: 2 notes on 2 boards\n\n"));
  g_assert_nonnull (strstr (said, "\n1 note in Retro"));
  g_assert_nonnull (strstr (said, "\n1 note in Roadmap"));
  test_close (session);
}

/* A title is somebody else's text: it cannot forge lines of a message. */
static void
test_hostile_title (void)
{
  EwSession *session = test_create ("message-hostile");
  g_autofree char *board =
      test_new_board (session, "\x1b[31mRetro\nSigned-off-by: Bo");

  assert_says (session, "Ana Lind: new board [31mRetro");
  test_close (session);
}

static void
test_every_kind (void)
{
  for (const EwKind *const *kind = ew_kinds; *kind; kind++)
    for (guint n = 1; n < 3; n++) {
      g_autofree char *words = g_strdup_printf ((*kind)->count (n), n);

      g_assert_true (g_str_has_prefix (words, n == 1 ? "1 " : "2 "));
      g_assert_cmpint (g_str_has_suffix (words, "s"), ==, n == 2);
    }
}

int
main (int argc, char *argv[])
{
  test_home ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message/one-board", test_one_board);
  g_test_add_func ("/message/own", test_own);
  g_test_add_func ("/message/several", test_several);
  g_test_add_func ("/message/hostile-title", test_hostile_title);
  g_test_add_func ("/message/every-kind", test_every_kind);
  return g_test_run ();
}
