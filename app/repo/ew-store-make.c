#define _GNU_SOURCE
#include "ew-store-private.h"

#include "ew-commit.h"
#include "ew-id.h"
#include "ew-workspace-file.h"

#include <errno.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static int
remove_one (const char *path, const struct stat *status, int type,
            struct FTW *ftw)
{
  return remove (path);
}

/* Follows no link. */
static void
remove_folder (const char *dir)
{
  nftw (dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static bool
is_free (const char *dir, GError **error)
{
  g_autoptr (GDir) listing = NULL;

  if (!g_file_test (dir, G_FILE_TEST_EXISTS))
    return true;
  listing = g_dir_open (dir, 0, NULL);
  if (listing && !g_dir_read_name (listing))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("“%s” is in use already. Choose a new folder for the "
                  "workspace."),
               dir);
  return false;
}

static bool
make_parents (const char *dir, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (dir);

  if (g_mkdir_with_parents (parent, 0777) == 0)
    return true;
  return ew_errno_fail (error, errno, _ ("The folder “%s” could not be made"),
                        parent);
}

static EwStore *
init_bare (const char *dir, GError **error)
{
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  g_autoptr (git_repository) repo = NULL;
  int code;

  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKDIR |
                  GIT_REPOSITORY_INIT_NO_REINIT;
  options.initial_head = "main";
  code = git_repository_init_ext (&repo, dir, &options);
  if (code == 0)
    return ew_store_open (dir, error);
  ew_git_fail (error, code, _ ("The workspace “%s” could not be made"), dir);
  return NULL;
}

/* Appears all at once: a crash leaves no half workspace where one is looked
 * for. */
static bool
put_in_place (const char *from, const char *to, GError **error)
{
  if (rename (from, to) == 0)
    return true;
  return ew_errno_fail (error, errno,
                        _ ("The workspace “%s” could not be made"), to);
}

static bool
make_in (const char *dir, EwStoreFill fill, gpointer data, GError **error)
{
  g_autoptr (EwStore) store = init_bare (dir, error);

  return store && fill (store, data, error);
}

EwStore *
ew_store_make (const char *dir, EwStoreFill fill, gpointer data, GError **error)
{
  g_autofree char *place = g_canonicalize_filename (dir, NULL);
  g_autofree char *folder = g_path_get_dirname (place);
  char *word = ew_id_new ();
  g_autofree char *hidden = g_strdup_printf ("%s/.elsewhen-%s", folder, word);

  g_ref_string_release (word);
  ew_git_init ();
  if (!is_free (place, error) || !make_parents (place, error))
    return NULL;
  if (make_in (hidden, fill, data, error) &&
      put_in_place (hidden, place, error))
    return ew_store_open (place, error);
  remove_folder (hidden);
  return NULL;
}

/* Whoever makes a workspace may not have told git a name yet; then the
 * workspace itself stands as the author of its first, empty version. */
static git_signature *
first_signature (EwStore *store, GError **error)
{
  git_signature *signature = ew_store_signature (store, NULL);
  int code;

  if (signature)
    return signature;
  code = git_signature_now (&signature, "Elsewhen", "elsewhen@localhost");
  if (code < 0)
    ew_git_fail (error, code, _ ("The workspace could not be made"));
  return signature;
}

static bool
commit_first (EwStore *store, const git_commit *tip, EwTreeWrite *files,
              const git_tree *tree, GError **error)
{
  g_autoptr (git_signature) author = first_signature (store, error);
  EwCommitWish wish = { tree, tip, author, author, "Begin the workspace\n" };
  git_oid from = { 0 }, first;
  bool raced;

  if (!author)
    return false;
  if (tip)
    from = *git_commit_id (tip);
  return ew_commit_write (store, &wish, ew_tree_write_written (files), &first,
                          error) &&
         ew_commit_adopt (store, &from, &first, &raced, error);
}

/* What a project says about its own files stays. */
static bool
put_attributes (EwStore *store, const git_tree *root, EwTreeWrite *files,
                GError **error)
{
  g_autofree char *path = ew_store_path (store, ".gitattributes");

  return ew_tree_entry (root, path).mode != 0 ||
         ew_tree_write_put_text (files, path, "*.json merge=elsewhen -text\n",
                                 error);
}

static bool
put_first (EwStore *store, const char *name, const git_tree *root,
           EwTreeWrite *files, GError **error)
{
  EwWorkspaceFile workspace = { .name = (char *) name };
  g_autofree char *text = ew_workspace_file_write (&workspace);
  g_autofree char *path = ew_store_path (store, EW_WORKSPACE_FILE);

  return ew_tree_write_put_text (files, path, text, error) &&
         put_attributes (store, root, files, error);
}

bool
ew_store_begin (EwStore *store, const char *name, GError **error)
{
  g_autoptr (EwTreeWrite) files = ew_tree_write_new (store->repo);
  g_autoptr (git_commit) tip = NULL;
  g_autoptr (git_tree) root = NULL;
  g_autoptr (git_tree) tree = NULL;

  return ew_store_lookup (store, NULL, &tip, error) &&
         (root = ew_commit_tree (store, tip, error)) &&
         put_first (store, name, root, files, error) &&
         (tree = ew_tree_write_finish (files, root, error)) &&
         commit_first (store, tip, files, tree, error);
}

bool
ew_store_set_branch (EwStore *store, const char *branch, GError **error)
{
  int code = git_repository_set_head (store->repo, branch);

  if (code < 0)
    return ew_git_fail (error, code, _ ("The branch “%s” cannot be used"),
                        branch);
  g_free (store->branch);
  store->branch = g_strdup (branch);
  return true;
}

static bool
fill_new (EwStore *store, gpointer name, GError **error)
{
  return ew_store_begin (store, name, error);
}

EwStore *
ew_store_create (const char *dir, const char *name, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (dir, NULL);

  folder = g_path_get_basename (dir);
  return ew_store_make (dir, fill_new, (char *) (name && *name ? name : folder),
                        error);
}
