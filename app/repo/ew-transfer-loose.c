#include "ew-transfer-loose.h"

#include "ew-tree.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define DEPTH_MAX 32

typedef struct {
  git_repository *repo;
  GArray *oids;
  guint depth;
} Gather;

static bool gather (Gather *gather, EwEntry old, EwEntry new);

static bool
add (Gather *gather, const git_oid *oid)
{
  g_array_append_vals (gather->oids, oid, 1);
  return gather->oids->len <= EW_LOOSE_MAX;
}

static git_tree *
open_tree (Gather *gather, EwEntry entry)
{
  if (entry.mode != GIT_FILEMODE_TREE)
    return ew_tree_empty (gather->repo, NULL);
  return ew_tree_open (gather->repo, &entry.oid, NULL);
}

static bool
gather_inside (Gather *gathering, EwEntry old, EwEntry new)
{
  g_autoptr (git_tree) before = open_tree (gathering, old);
  g_autoptr (git_tree) after = open_tree (gathering, new);

  if (!before || !after || gathering->depth > DEPTH_MAX)
    return false;
  for (gsize i = 0; i < git_tree_entrycount (after); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (after, i);
    const git_tree_entry *same =
        git_tree_entry_byname (before, git_tree_entry_name (entry));

    if (!gather (gathering, ew_entry_of (same), ew_entry_of (entry)))
      return false;
  }
  return true;
}

/* What lies unchanged where it lay before is at the other end with it. */
static bool
gather (Gather *gathering, EwEntry old, EwEntry new)
{
  bool ok = true;

  if (ew_entry_equal (old, new) || new.mode == GIT_FILEMODE_COMMIT)
    return true;
  if (new.mode == GIT_FILEMODE_TREE) {
    gathering->depth++;
    ok = gather_inside (gathering, old, new);
    gathering->depth--;
  }
  return ok && add (gathering, &new.oid);
}

static bool
gather_commit (Gather *gathering, const git_oid *oid)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_commit) parent = NULL;
  EwEntry old = { 0 };
  EwEntry new = { .mode = GIT_FILEMODE_TREE };

  if (git_commit_lookup (&commit, gathering->repo, oid) < 0)
    return false;
  if (git_commit_parentcount (commit) > 0) {
    if (git_commit_parent (&parent, commit, 0) < 0)
      return false;
    old = (EwEntry){ *git_commit_tree_id (parent), GIT_FILEMODE_TREE };
  }
  new.oid = *git_commit_tree_id (commit);
  return gather (gathering, old, new) && add (gathering, oid);
}

GArray *
ew_transfer_gather (const EwTransfer *transfer, git_revwalk *walk)
{
  g_autoptr (GArray) oids = g_array_new (FALSE, FALSE, sizeof (git_oid));
  Gather gathering = { transfer->from, oids, 0 };
  git_oid oid;

  git_revwalk_sorting (walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
  while (git_revwalk_next (&oid, walk) == 0)
    if (!gather_commit (&gathering, &oid))
      return NULL;
  return g_steal_pointer (&oids);
}

/* A folder that others write to must let them write to what we make in it; git
 * does so by `core.sharedRepository`, libgit2 does not. */
static void
make_room (const EwTransfer *transfer, const git_oid *oid)
{
  g_autofree char *objects = g_build_filename (
      git_repository_commondir (transfer->to), "objects", NULL);
  g_autofree char *word = g_strdup_printf ("%02x", oid->id[0]);
  g_autofree char *folder = g_build_filename (objects, word, NULL);
  GStatBuf status;

  if (g_stat (objects, &status) == 0 && g_mkdir (folder, 0777) == 0)
    g_chmod (folder, status.st_mode & 07777);
}

static int
copy_one (const EwTransfer *transfer, git_odb *from, git_odb *to,
          const git_oid *oid)
{
  g_autoptr (git_odb_object) object = NULL;
  git_oid written;
  int code = git_odb_read (&object, from, oid);

  if (code < 0)
    return code;
  make_room (transfer, oid);
  return git_odb_write (&written, to, git_odb_object_data (object),
                        git_odb_object_size (object),
                        git_odb_object_type (object));
}

int
ew_transfer_copy (const EwTransfer *transfer, GArray *oids)
{
  g_autoptr (git_odb) from = NULL;
  g_autoptr (git_odb) to = NULL;
  int code = git_repository_odb (&from, transfer->from);

  if (code == 0)
    code = git_repository_odb (&to, transfer->to);
  for (guint i = 0; code == 0 && i < oids->len; i++) {
    code = ew_transfer_report (transfer, (double) i / oids->len);
    if (code == 0)
      code = copy_one (transfer, from, to, &g_array_index (oids, git_oid, i));
  }
  return code;
}
