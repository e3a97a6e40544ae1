#include "ew-merge-driver.h"

#include "ew-bucket-merge.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Who changed what when ------------------------------------------------ */

typedef struct {
  EwStore store; /* only its repository: what blame reads from */
  const EwMergeDriver *call;
  EwFileMerge merge;
  EwBlame *blame[EW_N_SIDES]; /* NULL: nobody knows */
} Driver;

static void
driver_clear (Driver *driver)
{
  for (int i = 0; i < EW_N_SIDES; i++)
    g_clear_pointer (&driver->blame[i], ew_blame_free);
  ew_file_merge_clear (&driver->merge);
  g_clear_pointer (&driver->store.repo, git_repository_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Driver, driver_clear)

static gint64
time_of (const EwBlamed *what, EwSide side, gpointer data)
{
  Driver *driver = data;

  return driver->blame[side] ? ew_blame_time (driver->blame[side], what) : 0;
}

/* Whether @rev is a commit that has @content at the driver's path. */
static bool
is_version (Driver *driver, const char *rev, GBytes *content, git_oid *commit)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) peeled = NULL;
  g_autoptr (git_tree) tree = NULL;
  git_oid oid;

  if (git_revparse_single (&object, driver->store.repo, rev) < 0 ||
      git_object_peel (&peeled, object, GIT_OBJECT_COMMIT) < 0 ||
      git_commit_tree (&tree, (git_commit *) peeled) < 0)
    return false;
  git_odb_hash (&oid, g_bytes_get_data (content, NULL),
                g_bytes_get_size (content), GIT_OBJECT_BLOB);
  if (!ew_entry_equal (ew_tree_entry (tree, driver->call->path),
                       (EwEntry){ oid, GIT_FILEMODE_BLOB }))
    return false;
  *commit = *git_object_id (peeled);
  return true;
}

/* `pick 3f2a… # Move a note`.  Returns: (transfer full) (nullable). */
static char *
last_pick (git_repository *repo)
{
  g_autofree char *path = g_build_filename (git_repository_path (repo),
                                            "rebase-merge", "done", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  char *rev = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

    if (words[0] && words[1]) {
      g_free (rev);
      rev = g_strdup (words[1]);
    }
  }
  return rev;
}

/* Returns: (transfer full): of char *, revisions that may be the other side. */
static GPtrArray *
list_others (git_repository *repo)
{
  static const char *const heads[] = { "MERGE_HEAD", "CHERRY_PICK_HEAD",
                                       "REVERT_HEAD" };
  GPtrArray *revs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = g_listenv ();
  char *pick = last_pick (repo);

  for (guint i = 0; names[i]; i++)
    if (g_str_has_prefix (names[i], "GITHEAD_"))
      g_ptr_array_add (revs, g_strdup (names[i] + strlen ("GITHEAD_")));
  if (pick)
    g_ptr_array_add (revs, pick);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (revs, g_strdup (heads[i]));
  return revs;
}

static bool
find_other (Driver *driver, git_oid *commit)
{
  g_autoptr (GPtrArray) revs = list_others (driver->store.repo);

  for (guint i = 0; i < revs->len; i++)
    if (is_version (driver, revs->pdata[i], driver->merge.side[EW_SIDE_THEIRS],
                    commit))
      return true;
  return false;
}

static void
find_histories (Driver *driver)
{
  git_oid ours, theirs, fork = { 0 };

  if (!is_version (driver, "HEAD", driver->merge.side[EW_SIDE_OURS], &ours) ||
      !find_other (driver, &theirs))
    return;
  git_merge_base (&fork, driver->store.repo, &ours, &theirs);
  driver->blame[EW_SIDE_OURS] = ew_blame_new (&driver->store, &ours, &fork);
  driver->blame[EW_SIDE_THEIRS] = ew_blame_new (&driver->store, &theirs, &fork);
}

/* --- Which file ----------------------------------------------------------- */

typedef enum {
  FILE_BUCKET,
  FILE_BOARD,
  FILE_WHOLE, /* of a workspace: the later one stays */
  FILE_FOREIGN,
} FileRole;

/* The workspace may lie in any folder of the repository. */
static FileRole
role_of (const char *path, guint *bucket)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_name = g_path_get_basename (folder);

  if (strcmp (folder_name, "objects") == 0 &&
      ew_bucket_parse_name (name, bucket))
    return FILE_BUCKET;
  if (strcmp (name, "board.json") == 0)
    return FILE_BOARD;
  if (strcmp (name, EW_WORKSPACE_FILE) == 0 ||
      strcmp (folder_name, "members") == 0)
    return FILE_WHOLE;
  return FILE_FOREIGN;
}

/* --- Merging -------------------------------------------------------------- */

static GBytes *
read_file (const char *name, GError **error)
{
  char *text;
  gsize length;

  if (!g_file_get_contents (name, &text, &length, error))
    return NULL;
  return g_bytes_new_take (text, length);
}

static bool
open_repository (Driver *driver, GError **error)
{
  int code;

  ew_git_init ();
  code = git_repository_open_ext (&driver->store.repo, NULL,
                                  GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
  return code == 0 ||
         ew_git_fail (error, code, _ ("There is no git repository here"));
}

/* An empty base is how git says that there is none. */
static bool
read_versions (Driver *driver, GError **error)
{
  const EwMergeDriver *call = driver->call;
  EwFileMerge *merge = &driver->merge;

  if (!(merge->base = read_file (call->base, error)) ||
      !(merge->side[EW_SIDE_OURS] = read_file (call->ours, error)) ||
      !(merge->side[EW_SIDE_THEIRS] = read_file (call->theirs, error)))
    return false;
  if (g_bytes_get_size (merge->base) == 0)
    g_clear_pointer (&merge->base, g_bytes_unref);
  return true;
}

static bool
pick (const EwFileMerge *merge, char **text)
{
  GBytes *side;

  if (!ew_file_merge_lines (merge, text)) {
    side = merge->side[ew_file_merge_pick (merge)];
    *text = g_strndup (g_bytes_get_data (side, NULL), g_bytes_get_size (side));
  }
  return true;
}

static bool
merge_lines (const EwFileMerge *merge, char **text, GError **error)
{
  if (ew_file_merge_lines (merge, text))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               _ ("%s: both sides changed the same lines."), merge->path);
  return false;
}

static bool
merge_file (Driver *driver, char **text, GError **error)
{
  guint bucket;

  switch (role_of (driver->call->path, &bucket)) {
  case FILE_BUCKET:
    return ew_file_merge_bucket (&driver->merge, bucket, text, error);
  case FILE_BOARD:
    return ew_file_merge_board (&driver->merge, text, error);
  case FILE_WHOLE:
    return pick (&driver->merge, text);
  case FILE_FOREIGN:
    return merge_lines (&driver->merge, text, error);
  }
  g_return_val_if_reached (false);
}

bool
ew_merge_driver_run (const EwMergeDriver *call, GError **error)
{
  g_auto (Driver) driver = { .call = call };
  g_autofree char *text = NULL;

  g_return_val_if_fail (call->base && call->ours && call->theirs, false);

  driver.merge.path = call->path;
  driver.merge.time_of = time_of;
  driver.merge.data = &driver;
  if (!open_repository (&driver, error) || !read_versions (&driver, error))
    return false;
  find_histories (&driver);
  if (merge_file (&driver, &text, error))
    return g_file_set_contents (call->ours, text ? text : "", -1, error);
  text = ew_file_merge_mark (&driver.merge);
  g_file_set_contents (call->ours, text, -1, NULL);
  return false;
}

/* --- Setting it up -------------------------------------------------------- */

static const char *const patterns[] = {
  "elsewhen.json",
  "**/members/*.json",
  "**/board.json",
  "**/objects/[0-9a-f][0-9a-f].json",
};

#define ATTRIBUTES " merge=elsewhen -text"

static int
set_config (git_repository *repo, const char *driver)
{
  g_autoptr (git_config) config = NULL;
  int code = git_repository_config (&config, repo);

  if (code == 0)
    code = git_config_set_string (config, "merge.elsewhen.name",
                                  "Elsewhen boards, by meaning");
  if (code == 0)
    code = git_config_set_string (config, "merge.elsewhen.driver", driver);
  if (code == 0)
    code = git_config_set_bool (config, "merge.renames", false);
  return code;
}

static bool
has_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

/* Beside the repository's own configuration, so that nothing has to be
 * committed, and no other file of the project is touched. */
static bool
add_attributes (git_repository *repo, GError **error)
{
  g_autofree char *folder =
      g_build_filename (git_repository_commondir (repo), "info", NULL);
  g_autofree char *path = g_build_filename (folder, "attributes", NULL);
  g_autofree char *old = NULL;
  g_autoptr (GString) text = NULL;

  g_file_get_contents (path, &old, NULL, NULL);
  text = g_string_new (old);
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++) {
    g_autofree char *line = g_strconcat (patterns[i], ATTRIBUTES, NULL);

    if (!old || !has_line (old, line))
      g_string_append_printf (text, "%s\n", line);
  }
  if (g_mkdir_with_parents (folder, 0777) < 0)
    return ew_errno_fail (error, errno, _ ("“%s” could not be made"), folder);
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

char *
ew_merge_driver_set_up (const char *dir, const char *program, GError **error)
{
  g_autoptr (git_repository) repo = NULL;
  g_autofree char *driver =
      g_strconcat (program, " merge-driver %O %A %B %P", NULL);
  int code;

  ew_git_init ();
  code = git_repository_open_ext (&repo, dir, 0, NULL);
  if (code < 0) {
    ew_git_fail (error, code, _ ("“%s” is no git repository"), dir);
    return NULL;
  }
  code = set_config (repo, driver);
  if (code < 0) {
    ew_git_fail (error, code, _ ("git’s configuration could not be changed"));
    return NULL;
  }
  if (!add_attributes (repo, error))
    return NULL;
  return g_strdup (git_repository_workdir (repo) ? git_repository_workdir (repo)
                                                 : git_repository_path (repo));
}
