#include "ew-transfer.h"

#include "ew-transfer-loose.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct {
  const EwTransfer *transfer;
  git_odb_writepack *pack;
  git_indexer_progress stats;
} Sink;

int
ew_transfer_report (const EwTransfer *transfer, double fraction)
{
  const EwWatch *watch = transfer->watch;

  if (watch->progress)
    watch->progress (fraction, transfer->what, watch->data);
  return g_cancellable_is_cancelled (watch->cancellable) ? GIT_EUSER : 0;
}

static int
building_cb (int stage, uint32_t current, uint32_t total, void *data)
{
  return ew_transfer_report (data, -1);
}

static int
indexing_cb (const git_indexer_progress *stats, void *data)
{
  if (stats->total_objects == 0)
    return ew_transfer_report (data, -1);
  return ew_transfer_report (data, (double) stats->indexed_objects /
                                       stats->total_objects);
}

static int
append_cb (void *buffer, size_t size, void *data)
{
  Sink *sink = data;

  return sink->pack->append (sink->pack, buffer, size, &sink->stats);
}

static int
hide_known (const EwTransfer *transfer, git_revwalk *walk)
{
  g_autoptr (git_odb) odb = NULL;
  int code = git_repository_odb (&odb, transfer->from);

  for (gsize i = 0; code == 0 && i < transfer->n_known; i++)
    if (!git_oid_is_zero (&transfer->known[i]) &&
        git_odb_exists (odb, &transfer->known[i]))
      code = git_revwalk_hide (walk, &transfer->known[i]);
  return code;
}

static int
walk_new (const EwTransfer *transfer, git_revwalk **walk)
{
  int code = git_revwalk_new (walk, transfer->from);

  if (code == 0)
    code = git_revwalk_push (*walk, transfer->tip);
  if (code == 0)
    code = hide_known (transfer, *walk);
  return code;
}

static int
send (const EwTransfer *transfer, git_packbuilder *builder)
{
  g_autoptr (git_odb) odb = NULL;
  Sink sink = { .transfer = transfer };
  int code = git_repository_odb (&odb, transfer->to);

  if (code == 0)
    code = git_odb_write_pack (&sink.pack, odb, indexing_cb, (void *) transfer);
  if (code == 0)
    code = git_packbuilder_foreach (builder, append_cb, &sink);
  if (code == 0)
    code = sink.pack->commit (sink.pack, &sink.stats);
  if (sink.pack)
    sink.pack->free (sink.pack);
  return code;
}

static int
send_packed (const EwTransfer *transfer)
{
  g_autoptr (git_packbuilder) builder = NULL;
  g_autoptr (git_revwalk) walk = NULL;
  int code = git_packbuilder_new (&builder, transfer->from);

  if (code == 0)
    code =
        git_packbuilder_set_callbacks (builder, building_cb, (void *) transfer);
  if (code == 0)
    git_packbuilder_set_threads (builder, 0);
  if (code == 0)
    code = walk_new (transfer, &walk);
  if (code == 0)
    code = git_packbuilder_insert_walk (builder, walk);
  return code == 0 ? send (transfer, builder) : code;
}

static int
run (const EwTransfer *transfer)
{
  g_autoptr (git_revwalk) walk = NULL;
  g_autoptr (GArray) few = NULL;
  int code = walk_new (transfer, &walk);

  if (code != 0)
    return code;
  few = ew_transfer_gather (transfer, walk);
  return few ? ew_transfer_copy (transfer, few) : send_packed (transfer);
}

bool
ew_transfer (const EwTransfer *transfer, GError **error)
{
  int code = run (transfer);

  if (code == 0)
    return true;
  if (ew_is_cancelled (transfer->watch->cancellable, error))
    return false;
  return ew_git_fail (error, code, "%s", transfer->failure);
}
