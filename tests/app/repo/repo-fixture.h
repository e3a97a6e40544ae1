/* Real repositories in a folder of their own, and the git program as the other
 * client. */
#pragma once

#include "ew-bucket.h"
#include "ew-error.h"
#include "ew-id.h"
#include "ew-kinds.h"
#include "ew-store.h"
#include "ew-sync.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A home of its own, so that nobody's git configuration plays a part.  Call it
 * before anything else. */
void fixture_init (int *argc, char ***argv);
/* Removes everything; _run() runs the tests before. */
void fixture_clean (void);
int fixture_run (void);

/* A fresh folder, never two tests in one.  Returns: (transfer full). */
char *fixture_dir (const char *name);

/* Runs a program in @dir, which must succeed.  Returns: what it says. */
char *run_in (const char *dir, const char *command, ...) G_GNUC_PRINTF (2, 3);
/* Whether it succeeds. */
bool try_in (const char *dir, const char *command, ...) G_GNUC_PRINTF (2, 3);

/* Whose commits follow, and when: seconds since 1970. */
void author_is (const char *name, gint64 when);

EwStore *new_store (const char *dir);
/* A bare repository and its path. */
char *new_remote (void);
/* A new workspace that shares through @remote. */
EwStore *join (const char *remote);

EwObject *note (const char *id, const char *text);
EwObject *with_text (const EwObject *object, const char *text);

/* One commit that turns @before into @after.  Returns: the new tip. */
char *put (EwStore *store, const char *board, const EwObject *before,
           const EwObject *after);
char *put_title (EwStore *store, const char *board, const char *title);
/* A board with a title. */
char *new_board (EwStore *store, const char *title);

EwBoard *load (EwStore *store, const char *board);
/* Text of the object @id on @board, NULL when it is not there. */
char *text_of (EwStore *store, const char *board, const char *id);
void assert_text (EwStore *store, const char *board, const char *id,
                  const char *text);
/* Nothing but a healthy workspace. */
void assert_sound (EwStore *store);

/* Syncs, which must succeed. */
EwSyncResult sync_now (EwStore *store);
void assert_same_tip (EwStore *a, EwStore *b);

char *bucket_path (const char *board, const char *id);

#define assert_ew_error(error, kind, words) \
  G_STMT_START \
  { \
    g_assert_error (error, EW_ERROR, (int) (kind)); \
    if (!strstr ((error)->message, words)) \
      g_error ("“%s” does not say “%s”", (error)->message, words); \
  } \
  G_STMT_END
