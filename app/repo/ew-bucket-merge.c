#include "ew-bucket-merge.h"

#include "ew-board-file.h"
#include "ew-bucket.h"

#include <string.h>

typedef struct {
  GPtrArray *objects;
  GHashTable *by_id;
} Version;

static void
version_clear (Version *version)
{
  g_clear_pointer (&version->by_id, g_hash_table_unref);
  g_clear_pointer (&version->objects, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Version, version_clear)

static void
read_version (const EwFileMerge *merge, EwEntry entry, Version *version,
              GPtrArray *faults)
{
  version->objects = ew_objects_new ();
  ew_bucket_load (merge->store, entry, merge->path, version->objects, faults);
  version->by_id = ew_objects_by_id (version->objects);
}

static EwObject *
merge_one (const EwFileMerge *merge, const char *id, const EwObject *base,
           const EwObject *const sides[EW_N_SIDES])
{
  EwMergeTimes times = { 0 };

  if (ew_object_equal (base, sides[EW_SIDE_OURS]))
    return sides[EW_SIDE_THEIRS] ? ew_object_ref (sides[EW_SIDE_THEIRS]) : NULL;
  if (ew_object_equal (base, sides[EW_SIDE_THEIRS]) ||
      ew_object_equal (sides[EW_SIDE_OURS], sides[EW_SIDE_THEIRS]))
    return sides[EW_SIDE_OURS] ? ew_object_ref (sides[EW_SIDE_OURS]) : NULL;
  for (int i = 0; i < EW_N_SIDES; i++)
    times.time[i] = merge->time_of (merge->path, id, i, merge->data);
  return ew_merge_object (base, sides, &times);
}

/* The base has nothing of its own to add: what neither side has, both
 * deleted. */
static GPtrArray *
merge_versions (const EwFileMerge *merge, const Version *base,
                const Version sides[EW_N_SIDES])
{
  GPtrArray *merged = ew_objects_new ();
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (int s = 0; s < EW_N_SIDES; s++)
    for (guint i = 0; i < sides[s].objects->len; i++) {
      const EwObject *object = sides[s].objects->pdata[i];
      const EwObject *both[EW_N_SIDES] = {
        g_hash_table_lookup (sides[EW_SIDE_OURS].by_id, object->id),
        g_hash_table_lookup (sides[EW_SIDE_THEIRS].by_id, object->id),
      };
      EwObject *one = NULL;

      if (!g_hash_table_add (done, object->id))
        continue;
      one = merge_one (merge, object->id,
                       g_hash_table_lookup (base->by_id, object->id), both);
      if (one)
        g_ptr_array_add (merged, one);
    }
  return merged;
}

bool
ew_file_merge_bucket (const EwFileMerge *merge, char **text, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GPtrArray) unread = ew_faults_new ();
  g_autoptr (GPtrArray) merged = NULL;
  g_auto (Version) base = { 0 };
  Version sides[EW_N_SIDES] = { 0 };
  guint bucket;
  bool ok;

  read_version (merge, merge->base, &base, unread);
  for (int i = 0; i < EW_N_SIDES; i++)
    read_version (merge, merge->side[i], &sides[i], faults);
  ok = ew_faults_allow_writing (faults, error);
  if (ok) {
    ew_bucket_parse_name (strrchr (merge->path, '/') + 1, &bucket);
    merged = merge_versions (merge, &base, sides);
    *text = ew_bucket_write (bucket, merged);
  }
  for (int i = 0; i < EW_N_SIDES; i++)
    version_clear (&sides[i]);
  return ok;
}

bool
ew_file_merge_board (const EwFileMerge *merge, char **text, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GPtrArray) unread = ew_faults_new ();
  g_autoptr (EwObject) base = NULL;
  g_autoptr (EwObject) ours = NULL;
  g_autoptr (EwObject) theirs = NULL;
  g_autoptr (EwObject) merged = NULL;

  base = ew_board_self_load (merge->store, merge->base, merge->path, unread);
  ours = ew_board_self_load (merge->store, merge->side[EW_SIDE_OURS],
                             merge->path, faults);
  theirs = ew_board_self_load (merge->store, merge->side[EW_SIDE_THEIRS],
                               merge->path, faults);
  if (!ew_faults_allow_writing (faults, error))
    return false;
  merged = merge_one (merge, EW_BOARD_SELF, base,
                      (const EwObject *const[]){ ours, theirs });
  *text = merged ? ew_board_file_write (merged) : NULL;
  return true;
}
