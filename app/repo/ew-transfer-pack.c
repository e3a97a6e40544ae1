#include "ew-transfer-pack.h"

#include "ew-tree-depth.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define HELD_MAX (8 * 1024 * 1024)
#define LOOK_EVERY (G_USEC_PER_SEC / 50)

/* Shared by the thread that packs and the one that takes. */
typedef struct {
  gatomicrefcount refs;
  char *path; /* of the repository that is packed */
  git_oid tip;
  GArray *known;

  GMutex lock; /* guards what is below */
  GCond moved;
  GQueue chunks; /* of GBytes */
  gsize held; /* bytes in `chunks` */
  double packed; /* 0…1, -1: not known yet */
  bool is_left, is_done, is_deep;
  int code;
  char *said; /* what libgit2 says when it fails */
} Pack;

static void
pack_unref (gpointer data)
{
  Pack *pack = data;

  if (!g_atomic_ref_count_dec (&pack->refs))
    return;
  g_queue_clear_full (&pack->chunks, (GDestroyNotify) g_bytes_unref);
  g_array_unref (pack->known);
  g_mutex_clear (&pack->lock);
  g_cond_clear (&pack->moved);
  g_free (pack->path);
  g_free (pack->said);
  g_free (pack);
}

/* --- The thread that packs ------------------------------------------------ */

static int
building_cb (int stage, uint32_t current, uint32_t total, void *data)
{
  Pack *pack = data;
  bool is_left;

  g_mutex_lock (&pack->lock);
  pack->packed = total > 0 ? (double) current / total : -1;
  is_left = pack->is_left;
  g_mutex_unlock (&pack->lock);
  return is_left ? GIT_EUSER : 0;
}

static int
give_cb (void *buffer, size_t size, void *data)
{
  Pack *pack = data;
  bool is_left;

  g_mutex_lock (&pack->lock);
  while (pack->held > HELD_MAX && !pack->is_left)
    g_cond_wait (&pack->moved, &pack->lock);
  is_left = pack->is_left;
  if (!is_left) {
    g_queue_push_tail (&pack->chunks, g_bytes_new (buffer, size));
    pack->held += size;
    g_cond_broadcast (&pack->moved);
  }
  g_mutex_unlock (&pack->lock);
  return is_left ? GIT_EUSER : 0;
}

static EwTransfer
transfer_of (Pack *pack, git_repository *repo)
{
  return (EwTransfer){ .from = repo,
                       .tip = &pack->tip,
                       .known = (const git_oid *) (void *) pack->known->data,
                       .n_known = pack->known->len };
}

static int
look_at_depths (Pack *pack, git_repository *repo)
{
  EwTransfer transfer = transfer_of (pack, repo);
  g_autoptr (GHashTable) depths = ew_depths_new ();
  g_autoptr (git_revwalk) walk = NULL;
  git_oid oid;
  int code = ew_transfer_walk (&transfer, &walk);

  while (code == 0 && (code = git_revwalk_next (&oid, walk)) == 0) {
    g_autoptr (git_commit) commit = NULL;

    code = git_commit_lookup (&commit, repo, &oid);
    if (code == 0 &&
        !ew_tree_is_shallow (repo, git_commit_tree_id (commit), depths)) {
      g_mutex_lock (&pack->lock);
      pack->is_deep = true;
      g_mutex_unlock (&pack->lock);
      return GIT_EUSER;
    }
    if (code == 0)
      code = building_cb (0, 0, 0, pack);
  }
  return code == GIT_ITEROVER ? 0 : code;
}

static int
build (Pack *pack, git_repository *repo)
{
  EwTransfer transfer = transfer_of (pack, repo);
  g_autoptr (git_packbuilder) builder = NULL;
  g_autoptr (git_revwalk) walk = NULL;
  int code = git_packbuilder_new (&builder, repo);

  if (code == 0)
    code = git_packbuilder_set_callbacks (builder, building_cb, pack);
  if (code == 0)
    git_packbuilder_set_threads (builder, 0);
  if (code == 0)
    code = ew_transfer_walk (&transfer, &walk);
  if (code == 0)
    code = git_packbuilder_insert_walk (builder, walk);
  return code == 0 ? git_packbuilder_foreach (builder, give_cb, pack) : code;
}

static void
end (Pack *pack, int code)
{
  const git_error *last = code < 0 ? git_error_last () : NULL;

  g_mutex_lock (&pack->lock);
  pack->code = code;
  pack->said = g_strdup (last ? last->message : NULL);
  pack->is_done = true;
  g_cond_broadcast (&pack->moved);
  g_mutex_unlock (&pack->lock);
}

static gpointer
pack_thread (gpointer data)
{
  Pack *pack = data;
  g_autoptr (git_repository) repo = NULL;
  int code = git_repository_open_ext (&repo, pack->path,
                                      GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);

  if (code == 0)
    code = look_at_depths (pack, repo);
  if (code == 0)
    code = build (pack, repo);
  end (pack, code);
  pack_unref (pack);
  return NULL;
}

static Pack *
pack_begin (const EwTransfer *transfer)
{
  Pack *pack = g_new0 (Pack, 1);

  g_atomic_ref_count_init (&pack->refs);
  g_mutex_init (&pack->lock);
  g_cond_init (&pack->moved);
  g_queue_init (&pack->chunks);
  pack->packed = -1;
  pack->path = g_strdup (git_repository_path (transfer->from));
  pack->tip = *transfer->tip;
  pack->known = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_array_append_vals (pack->known, transfer->known, (guint) transfer->n_known);
  g_atomic_ref_count_inc (&pack->refs);
  g_thread_unref (g_thread_new ("pack", pack_thread, pack));
  return pack;
}

/* --- The thread that takes ------------------------------------------------ */

/* The first half of the way is to pack, the second to unpack. */
static int
indexing_cb (const git_indexer_progress *stats, void *data)
{
  const EwTransfer *transfer = data;
  g_autofree char *size = NULL;
  g_autofree char *line = NULL;

  if (stats->total_objects == 0)
    return ew_transfer_report (transfer, -1);
  size = g_format_size (stats->received_bytes);
  line = g_strdup_printf (_ ("%s: %u of %u objects, %s"), transfer->what,
                          stats->received_objects, stats->total_objects, size);
  return ew_transfer_report_as (
      transfer, 0.5 + 0.5 * stats->indexed_objects / stats->total_objects,
      line);
}

/* Returns: (transfer full) (nullable): NULL when there is none now, or no more.
 */
static GBytes *
wait_for_chunk (Pack *pack, bool *is_done, double *packed)
{
  GBytes *chunk;

  g_mutex_lock (&pack->lock);
  if (g_queue_is_empty (&pack->chunks) && !pack->is_done)
    g_cond_wait_until (&pack->moved, &pack->lock,
                       g_get_monotonic_time () + LOOK_EVERY);
  chunk = g_queue_pop_head (&pack->chunks);
  if (chunk)
    pack->held -= g_bytes_get_size (chunk);
  *is_done = !chunk && pack->is_done;
  *packed = pack->packed;
  g_cond_broadcast (&pack->moved);
  g_mutex_unlock (&pack->lock);
  return chunk;
}

static int
take_all (const EwTransfer *transfer, Pack *pack, git_odb_writepack *out)
{
  git_indexer_progress stats = { 0 };
  bool is_done = false, has_begun = false;
  int code = 0;

  while (code == 0 && !is_done) {
    double packed;
    g_autoptr (GBytes) chunk = wait_for_chunk (pack, &is_done, &packed);

    has_begun |= chunk != NULL;
    if (chunk)
      code = out->append (out, g_bytes_get_data (chunk, NULL),
                          g_bytes_get_size (chunk), &stats);
    else if (g_cancellable_is_cancelled (transfer->watch->cancellable))
      code = GIT_EUSER;
    else if (!has_begun)
      code = ew_transfer_report (transfer, packed < 0 ? -1 : packed / 2);
  }
  if (code == 0)
    code = pack->code;
  return code == 0 ? out->commit (out, &stats) : code;
}

/* Returns: why it failed with @code, as far as the other thread knows. */
static int
leave (Pack *pack, int code)
{
  g_mutex_lock (&pack->lock);
  pack->is_left = true;
  g_cond_broadcast (&pack->moved);
  if (code != 0 && pack->is_deep)
    code = EW_TRANSFER_DEEP;
  else if (code != 0 && pack->said)
    git_error_set_str (GIT_ERROR_ODB, pack->said);
  g_mutex_unlock (&pack->lock);
  return code;
}

static int
take (const EwTransfer *transfer, Pack *pack)
{
  g_autoptr (git_odb) odb = NULL;
  git_odb_writepack *out = NULL;
  int code = git_repository_odb (&odb, transfer->to);

  if (code == 0)
    code = git_odb_write_pack (&out, odb, indexing_cb, (void *) transfer);
  if (code == 0)
    code = take_all (transfer, pack, out);
  if (out)
    out->free (out);
  return code;
}

int
ew_transfer_pack (const EwTransfer *transfer)
{
  Pack *pack = pack_begin (transfer);
  int code = leave (pack, take (transfer, pack));

  pack_unref (pack);
  return code;
}
