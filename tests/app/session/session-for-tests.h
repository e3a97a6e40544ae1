/* A session in a folder of its own, with a git identity of its own. */
#pragma once

#include "ew-kinds.h"
#include "ew-session.h"
#include "ew-verbs.h"

#include <glib/gstdio.h>
#include <string.h>

/* Before the first test: nothing of the real home is read or written. */
static inline void
test_home (void)
{
  g_autofree char *home = g_dir_make_tmp ("ew-session-XXXXXX", NULL);
  g_autofree char *config = g_build_filename (home, ".gitconfig", NULL);
  g_assert_true (g_file_set_contents (
      config, "[user]\n\tname = Ana Lind\n\temail = ana@example.org\n", -1,
      NULL));
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("GIT_CONFIG_GLOBAL", config, TRUE);
  g_unsetenv ("GIT_AUTHOR_NAME");
  g_unsetenv ("GIT_AUTHOR_EMAIL");
}

static inline char *
test_folder (const char *name)
{
  return g_build_filename (g_get_home_dir (), name, NULL);
}

static inline void
test_ready_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

static inline GAsyncResult *
test_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static inline EwSession *
test_opened (GAsyncResult **slot)
{
  g_autoptr (GError) error = NULL;
  EwSession *session = ew_session_open_finish (test_await (slot), &error);
  g_assert_no_error (error);
  return session;
}

static inline EwSession *
test_create (const char *name)
{
  g_autofree char *dir = test_folder (name);
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_create_async (dir, name, NULL, test_ready_cb, &result);
  return test_opened (&result);
}

static inline EwSession *
test_open (const char *name)
{
  g_autofree char *dir = test_folder (name);
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_open_async (dir, NULL, test_ready_cb, &result);
  return test_opened (&result);
}

static inline void
test_commit (EwSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ew_session_commit_async (session, test_ready_cb, &result);
  ew_session_commit_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
}

static inline void
test_close (EwSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ew_session_close_async (session, test_ready_cb, &result);
  ew_session_close_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);

  /* The git thread may still hand back what it held; a leak waits for ever. */
  gpointer alive = session;
  g_object_add_weak_pointer (G_OBJECT (session), &alive);
  g_object_unref (session);
  while (alive)
    g_main_context_iteration (NULL, TRUE);
}

static inline const EwBoard *
test_load (EwSession *session, const char *board)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ew_session_load_async (session, board, NULL, test_ready_cb, &result);
  const EwBoard *loaded =
      ew_session_load_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return loaded;
}

static inline char *
test_new_board (EwSession *session, const char *title)
{
  g_autoptr (GError) error = NULL;
  char *id = ew_session_new_board (session, title, &error);
  g_assert_no_error (error);
  return id;
}

static inline void
test_apply (EwSession *session, const char *board, EwEdit *edit, guint gesture)
{
  g_autoptr (GError) error = NULL;
  ew_session_apply (session, board, edit, gesture, &error);
  g_assert_no_error (error);
  ew_edit_unref (edit);
}

/* A note at a place, saying something.  Returns: (transfer full): its id. */
static inline char *
test_note (EwSession *session, const char *board, const char *text, EwPoint at)
{
  const char *fields[] = { "text", text, NULL };
  char *id = NULL;
  EwEdit *edit = ew_verb_create (ew_session_board (session, board),
                                 &ew_kind_note, at, EW_RECT_EMPTY, fields, &id);
  test_apply (session, board, edit, 0);
  return id;
}

static inline GPtrArray *
test_ids (const char *id)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (ids, g_strdup (id));
  return ids;
}

static inline void
test_set (EwSession *session, const char *board, const char *id,
          const char *field, const char *value)
{
  g_autoptr (GPtrArray) ids = test_ids (id);
  g_autoptr (GError) error = NULL;
  EwEdit *edit = ew_verb_set (ew_session_board (session, board), ids, field,
                              value, &error);
  g_assert_no_error (error);
  test_apply (session, board, edit, 0);
}

static inline const char *
test_get (EwSession *session, const char *board, const char *id,
          const char *field)
{
  const EwObject *object = ew_board_get (ew_session_board (session, board), id);
  g_assert_nonnull (object);
  return ew_object_get_string (object, field);
}
