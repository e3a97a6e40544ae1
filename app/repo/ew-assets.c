#include "ew-assets-private.h"

#include "ew-tree.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define FOLDER "assets"
#define SUM_LENGTH 64
#define EXT_MAX 8

static bool
is_hex (char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

static bool
is_ext (char c)
{
  return g_ascii_isdigit (c) || g_ascii_islower (c);
}

bool
ew_asset_name_is_valid (const char *asset)
{
  gsize length = strlen (asset), i = 0;

  if (length < SUM_LENGTH + 2 || length > SUM_LENGTH + 1 + EXT_MAX)
    return false;
  while (i < SUM_LENGTH)
    if (!is_hex (asset[i++]))
      return false;
  if (asset[i++] != '.')
    return false;
  while (asset[i])
    if (!is_ext (asset[i++]))
      return false;
  return true;
}

char *
ew_asset_name (GBytes *bytes, const char *ext)
{
  g_autofree char *sum =
      g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  GString *name = g_string_new (sum);
  gsize start;

  g_string_append_c (name, '.');
  start = name->len;
  for (; ext && *ext && name->len < start + EXT_MAX; ext++)
    if (is_ext (g_ascii_tolower (*ext)))
      g_string_append_c (name, g_ascii_tolower (*ext));
  if (name->len == start)
    g_string_append (name, "bin");
  return g_string_free (name, FALSE);
}

const char *
ew_object_asset (const EwObject *object)
{
  return ew_object_get_string (object, "asset");
}

/* Members that mention one; a walkthrough has two. */
static const char *const members[] = { "asset", "track" };

static bool
is_named_after (GBytes *bytes, const char *asset)
{
  g_autofree char *sum =
      g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return strncmp (asset, sum, SUM_LENGTH) == 0;
}

/* --- What waits for its commit ------------------------------------------ */

static char *
waiting_path (EwStore *store, const char *asset)
{
  return g_build_filename (store->private_dir, FOLDER, asset, NULL);
}

static char *
tree_path (EwStore *store, const char *asset)
{
  g_autofree char *file = g_strconcat (FOLDER "/", asset, NULL);

  return ew_store_path (store, file);
}

/* Returns: (transfer full) (nullable): NULL also when a crash or a disk made
 * something else of it. */
static GBytes *
read_waiting (EwStore *store, const char *asset)
{
  g_autofree char *path = waiting_path (store, asset);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  return is_named_after (bytes, asset) ? g_steal_pointer (&bytes) : NULL;
}

static bool
is_in_tree (EwStore *store, const git_tree *root, const char *asset)
{
  g_autofree char *path = tree_path (store, asset);

  return ew_tree_entry (root, path).mode == GIT_FILEMODE_BLOB;
}

/* Writing syncs the file and then its folder, but not what the folder lies in:
 * the first asset makes it. */
static bool
make_folder (EwStore *store, GError **error)
{
  g_autofree char *dir = g_build_filename (store->private_dir, FOLDER, NULL);

  if (g_mkdir_with_parents (dir, 0700) == 0)
    return true;
  return ew_errno_fail (error, errno, _ ("The file could not be added"));
}

static bool
write_waiting (EwStore *store, const char *asset, GBytes *bytes, GError **error)
{
  g_autofree char *path = waiting_path (store, asset);
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!make_folder (store, error))
    return false;
  if (g_file_set_contents_full (path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT |
                                    G_FILE_SET_CONTENTS_DURABLE,
                                0600, &reason))
    return true;
  g_set_error (error, EW_ERROR,
               g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
                   ? EW_ERROR_NO_SPACE
                   : EW_ERROR_FAILED,
               _ ("The file could not be added: %s"), reason->message);
  return false;
}

static bool
is_of_size (GBytes *bytes, GError **error)
{
  g_autofree char *size = g_format_size (g_bytes_get_size (bytes));
  g_autofree char *limit = g_format_size (EW_ASSET_MAX);

  if (g_bytes_get_size (bytes) <= EW_ASSET_MAX)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("This file is too large for a board: %s, and %s is the most. "
                  "Put it elsewhere and add a link."),
               size, limit);
  return false;
}

char *
ew_store_put_asset (EwStore *store, GBytes *bytes, const char *ext,
                    GError **error)
{
  g_autofree char *asset = NULL;
  g_autoptr (git_tree) root = NULL;

  g_return_val_if_fail (store && bytes, NULL);

  if (!is_of_size (bytes, error) ||
      !(root = ew_store_tree (store, NULL, error)))
    return NULL;
  asset = ew_asset_name (bytes, ext);
  if (!is_in_tree (store, root, asset) &&
      !write_waiting (store, asset, bytes, error))
    return NULL;
  return g_steal_pointer (&asset);
}

/* --- Reading ------------------------------------------------------------ */

static GBytes *
fail_missing (GError **error)
{
  g_set_error_literal (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                       _ ("This file is missing from the workspace. Who added "
                          "it may not have shared it yet."));
  return NULL;
}

static GBytes *
read_tree (EwStore *store, const git_tree *root, const char *asset,
           GError **error)
{
  g_autofree char *path = tree_path (store, asset);
  EwEntry entry = ew_tree_entry (root, path);
  g_autoptr (GBytes) bytes = NULL;

  if (entry.mode == 0)
    return fail_missing (error);
  if (!ew_entry_read (store->repo, entry, path, &bytes, error))
    return NULL;
  if (is_named_after (bytes, asset))
    return g_steal_pointer (&bytes);
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               _ ("“%s” is not the file that was added: its content is "
                  "another. Add the file again."),
               path);
  return NULL;
}

GBytes *
ew_store_get_asset (EwStore *store, const char *asset, GError **error)
{
  g_autoptr (git_tree) root = NULL;
  GBytes *bytes;

  g_return_val_if_fail (store && asset, NULL);

  if (!ew_asset_name_is_valid (asset))
    return fail_missing (error);
  bytes = read_waiting (store, asset);
  if (bytes)
    return bytes;
  root = ew_store_tree (store, NULL, error);
  return root ? read_tree (store, root, asset, error) : NULL;
}

/* --- Commits ------------------------------------------------------------ */

/* Of the members of all changes, the one numbered @index. */
static const char *
mentioned (const EwEdit *edit, guint index)
{
  guint n = G_N_ELEMENTS (members);
  const EwObject *after = ew_edit_at (edit, index / n)->after;
  const char *asset =
      after ? ew_object_get_string (after, members[index % n]) : "";

  return ew_asset_name_is_valid (asset) ? asset : NULL;
}

static guint
n_mentioned (const EwEdit *edit)
{
  return ew_edit_size (edit) * G_N_ELEMENTS (members);
}

static bool
put_waiting (EwStore *store, EwTreeWrite *files, const char *asset,
             GError **error)
{
  g_autoptr (GBytes) bytes = read_waiting (store, asset);
  g_autofree char *path = tree_path (store, asset);

  return !bytes || ew_tree_write_put_bytes (files, path, bytes, error);
}

bool
ew_assets_put_one (EwStore *store, const git_tree *root, EwTreeWrite *files,
                   const char *asset, GError **error)
{
  return is_in_tree (store, root, asset) ||
         put_waiting (store, files, asset, error);
}

bool
ew_assets_put (EwStore *store, const git_tree *root, EwTreeWrite *files,
               const EwEdit *edit, GError **error)
{
  for (guint i = 0; i < n_mentioned (edit); i++) {
    const char *asset = mentioned (edit, i);

    if (asset && !ew_assets_put_one (store, root, files, asset, error))
      return false;
  }
  return true;
}

void
ew_assets_settle (EwStore *store, const EwEdit *edit)
{
  g_autoptr (git_tree) root = NULL;

  for (guint i = 0; i < n_mentioned (edit); i++) {
    const char *asset = mentioned (edit, i);
    g_autofree char *path = asset ? waiting_path (store, asset) : NULL;

    if (!asset || g_access (path, F_OK) != 0)
      continue;
    if (!root && !(root = ew_store_tree (store, NULL, NULL)))
      return;
    if (is_in_tree (store, root, asset))
      g_unlink (path);
  }
}

/* --- The check ---------------------------------------------------------- */

static void
check_one (EwStore *store, const git_tree *root, const char *name,
           GPtrArray *faults)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = tree_path (store, name);
  g_autoptr (GBytes) bytes = NULL;

  /* Whatever else lies there is nobody's business. */
  if (!ew_asset_name_is_valid (name))
    return;
  bytes = read_tree (store, root, name, &reason);
  if (!bytes)
    ew_faults_add (faults, EW_FAULT_DAMAGE, path, 0, "", "%s", reason->message);
}

bool
ew_assets_check (EwStore *store, const git_tree *root, GPtrArray *faults,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = ew_store_path (store, FOLDER);
  g_autoptr (git_tree) folder =
      ew_tree_folder (store->repo, root, path, &reason);

  if (!folder) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, path, 0, "", "%s", reason->message);
    return true;
  }
  for (gsize i = 0; i < git_tree_entrycount (folder); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (folder, i);

    if (ew_is_cancelled (cancellable, error))
      return false;
    check_one (store, root, git_tree_entry_name (entry), faults);
  }
  return true;
}

static void
check_member (EwStore *store, const git_tree *root, const EwObject *object,
              const char *asset, GPtrArray *faults)
{
  g_autofree char *path = tree_path (store, asset);

  if (*asset &&
      (!ew_asset_name_is_valid (asset) || !is_in_tree (store, root, asset)))
    ew_faults_add (faults, EW_FAULT_WARNING, path, 0, object->id,
                   _ ("The file that an object shows is missing. Add it "
                      "again, or ask who added it to share it."));
}

void
ew_assets_check_board (EwStore *store, const git_tree *root,
                       const EwBoard *board, GPtrArray *faults)
{
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    for (guint m = 0; m < G_N_ELEMENTS (members); m++)
      check_member (store, root, object,
                    ew_object_get_string (object, members[m]), faults);
  }
}

static bool
is_older (const char *path, gint64 before)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) &&
         status.st_mtime < before;
}

guint
ew_assets_sweep (EwStore *store, gint64 before)
{
  g_autofree char *dir = g_build_filename (store->private_dir, FOLDER, NULL);
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  guint swept = 0;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    if (is_older (path, before) && g_unlink (path) == 0)
      swept++;
  }
  return swept;
}
