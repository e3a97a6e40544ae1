/* Sessions that share through a bare repository. */
#pragma once

#include "session-for-tests.h"

static inline char *
test_git (const char *dir, const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  char *out = NULL;
  int status = -1;

  g_ptr_array_add (argv, "git");
  g_ptr_array_add (argv, "-C");
  g_ptr_array_add (argv, (char *) dir);
  for (; *words; words++)
    g_ptr_array_add (argv, (char *) *words);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, NULL,
                               G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return g_strchomp (out);
}
#define test_git(dir, ...) \
  test_git (dir, (const char *const[]){ __VA_ARGS__, NULL })

static inline char *
test_remote (const char *name)
{
  char *dir = test_folder (name);
  g_autofree char *said = test_git ("/", "init", "-q", "--bare", dir);

  return dir;
}

static inline void
test_share (EwSession *session, const char *url)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ew_session_set_remote_async (session, url, test_ready_cb, &result);
  ew_session_set_remote_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
}

static inline EwSession *
test_join (const char *url, const char *name)
{
  g_autofree char *dir = test_folder (name);
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_clone_async (url, dir, NULL, NULL, NULL, test_ready_cb, &result);
  return test_opened (&result);
}

static inline bool
test_try_sync (EwSession *session, EwSyncManner manner, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_sync_as_async (session, manner, test_ready_cb, &result);
  return ew_session_sync_finish (session, test_await (&result), NULL, NULL,
                                 error);
}

static inline void
test_sync (EwSession *session)
{
  g_autoptr (GError) error = NULL;

  test_try_sync (session, EW_SYNC_ASKED, &error);
  g_assert_no_error (error);
}

/* Waits for what must come to pass by itself. */
#define test_wait_for(condition) \
  G_STMT_START \
  { \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
  } \
  G_STMT_END
