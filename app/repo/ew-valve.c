#include "ew-valve.h"

#include <git2/sys/odb_backend.h>
#include <glib/gi18n-lib.h>

/* Asked before those that have the objects, and has none. */
#define BEFORE_ALL 100

struct _EwValve {
  git_odb_backend parent;
  GCancellable *cancellable;
};

static int
pass (git_odb_backend *backend)
{
  EwValve *valve = (EwValve *) backend;

  if (!g_cancellable_is_cancelled (valve->cancellable))
    return GIT_ENOTFOUND;
  git_error_set_str (GIT_ERROR_CALLBACK, "cancelled");
  return GIT_EUSER;
}

static int
read_cb (void **data, size_t *size, git_object_t *type,
         git_odb_backend *backend, const git_oid *oid)
{
  return pass (backend);
}

static int
read_header_cb (size_t *size, git_object_t *type, git_odb_backend *backend,
                const git_oid *oid)
{
  return pass (backend);
}

/* It has none. */
static int
foreach_cb (git_odb_backend *backend, git_odb_foreach_cb func, void *data)
{
  return 0;
}

static void
free_cb (git_odb_backend *backend)
{
  EwValve *valve = (EwValve *) backend;

  g_clear_object (&valve->cancellable);
  g_free (valve);
}

EwValve *
ew_valve_new (git_repository *repo, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  EwValve *valve = g_new0 (EwValve, 1);
  int code;

  git_odb_init_backend (&valve->parent, GIT_ODB_BACKEND_VERSION);
  valve->parent.read = read_cb;
  valve->parent.read_header = read_header_cb;
  valve->parent.foreach = foreach_cb;
  valve->parent.free = free_cb;
  code = git_repository_odb (&odb, repo);
  if (code == 0)
    code = git_odb_add_backend (odb, &valve->parent, BEFORE_ALL);
  if (code == 0)
    return valve;
  free_cb (&valve->parent);
  ew_git_fail (error, code, _ ("The repository could not be read"));
  return NULL;
}

void
ew_valve_watch (EwValve *valve, GCancellable *cancellable)
{
  g_set_object (&valve->cancellable, cancellable);
}
