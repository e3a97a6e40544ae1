#include "ew-store-members.h"

#include "ew-assets-private.h"
#include "ew-board-files.h"
#include "ew-commit.h"
#include "ew-json-guard.h"
#include "ew-member-file.h"
#include "ew-set.h"
#include "ew-workspace-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "members"

/* Returns: (transfer full) (nullable): NULL, with a fault, when it cannot be
 * read. */
static EwMember *
load_member (EwStore *store, EwEntry entry, const char *path, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;

  if (!ew_entry_read (store->repo, entry, path, &bytes, &error)) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, path, 0, "", "%s", error->message);
    return NULL;
  }
  text = g_bytes_get_data (bytes, NULL);
  return ew_member_file_read (text ? text : "", g_bytes_get_size (bytes), path,
                              faults);
}

static void
add_member (EwStore *store, const git_tree_entry *entry, GPtrArray *members,
            GPtrArray *faults)
{
  const char *name = git_tree_entry_name (entry);
  g_autofree char *file = g_strconcat (FOLDER "/", name, NULL);
  g_autofree char *path = ew_store_path (store, file);
  EwMember *member;

  if (!g_str_has_suffix (name, ".json") ||
      git_tree_entry_type (entry) != GIT_OBJECT_BLOB)
    return;
  member = load_member (store, ew_entry_of (entry), path, faults);
  if (member)
    g_ptr_array_add (members, member);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const EwMember *one = *(const EwMember **) a;
  const EwMember *two = *(const EwMember **) b;

  return g_utf8_collate (one->name, two->name);
}

GPtrArray *
ew_store_members (EwStore *store, const char *rev, GPtrArray *faults,
                  GError **error)
{
  g_autoptr (GPtrArray) members =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_member_free);
  g_autoptr (GPtrArray) unasked = ew_faults_new ();
  g_autoptr (git_tree) root = ew_store_tree (store, rev, error);
  g_autofree char *path = ew_store_path (store, FOLDER);
  g_autoptr (git_tree) folder = NULL;

  if (!root || !(folder = ew_tree_folder (store->repo, root, path, error)))
    return NULL;
  for (gsize i = 0;
       i < git_tree_entrycount (folder) && members->len < EW_MEMBERS_MAX; i++)
    add_member (store, git_tree_entry_byindex (folder, i), members,
                faults ? faults : unasked);
  g_ptr_array_sort (members, compare_names);
  return g_steal_pointer (&members);
}

typedef struct {
  const EwMember *member;
  char *path;
} Profile;

/* A profile that a newer version wrote, or that cannot be read, stays. */
static bool
may_replace (EwStore *store, const git_tree *root, const char *path,
             GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  EwEntry entry = ew_tree_entry (root, path);

  if (entry.mode == 0)
    return true;
  ew_member_free (load_member (store, entry, path, faults));
  return ew_faults_allow_writing (faults, error);
}

static bool
fill_member (EwStore *store, const git_commit *tip, const git_tree *root,
             EwTreeWrite *files, gpointer data, GError **error)
{
  const Profile *profile = data;
  const char *picture = profile->member->picture;
  g_autofree char *text = ew_member_file_write (profile->member);

  return ew_store_may_write (store, root, error) &&
         may_replace (store, root, profile->path, error) &&
         (!ew_asset_name_is_valid (picture) ||
          ew_assets_put_one (store, root, files, picture, error)) &&
         ew_tree_write_put_text (files, profile->path, text, error);
}

static EwMember *
with_email (const EwMember *member, const char *email)
{
  EwMember *own = ew_member_copy (member);
  EwMap *emails;

  if (ew_member_has_email (own, email))
    return own;
  emails = ew_set_with (own->emails, email);
  ew_map_unref (own->emails);
  own->emails = emails;
  return own;
}

char *
ew_store_put_member (EwStore *store, const EwMember *member, GError **error)
{
  g_autoptr (EwIdentity) me = ew_store_identity (store, error);
  g_autoptr (EwMember) own = NULL;
  g_autofree char *id = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  if (!me)
    return NULL;
  own = with_email (member, me->email);
  id = ew_member_id (me->email);
  file = g_strconcat (FOLDER "/", id, ".json", NULL);
  path = ew_store_path (store, file);
  message = g_strdup_printf (_ ("%s: profile"), me->name);
  return ew_commit_onto_tip (store, fill_member, &(Profile){ own, path },
                             message, error);
}

static guint
response_of (const EwWorkspaceFile *file)
{
  g_autoptr (JsonNode) node =
      file->unknown ? ew_json_parse (file->unknown, strlen (file->unknown),
                                     EW_JSON_STRICT, NULL)
                    : NULL;
  JsonNode *days = node ? json_object_get_member (json_node_get_object (node),
                                                  "response_days")
                        : NULL;

  if (!days || !JSON_NODE_HOLDS_VALUE (days) ||
      json_node_get_value_type (days) != G_TYPE_INT64)
    return EW_RESPONSE_DAYS_DEFAULT;
  return CLAMP (json_node_get_int (days), 1, 60);
}

guint
ew_store_response_days (EwStore *store)
{
  g_autoptr (git_tree) root = ew_store_tree (store, NULL, NULL);
  g_autofree char *path = ew_store_path (store, EW_WORKSPACE_FILE);
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_auto (EwWorkspaceFile) file = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (!root ||
      !ew_entry_read (store->repo, ew_tree_entry (root, path), path, &bytes,
                      NULL) ||
      g_bytes_get_size (bytes) == 0 ||
      !ew_workspace_file_read (g_bytes_get_data (bytes, NULL),
                               g_bytes_get_size (bytes), &file, faults))
    return EW_RESPONSE_DAYS_DEFAULT;
  return response_of (&file);
}
