#include "ew-transfer.h"

#include "ew-transfer-loose.h"
#include "ew-transfer-pack.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

int
ew_transfer_report_as (const EwTransfer *transfer, double fraction,
                       const char *line)
{
  const EwWatch *watch = transfer->watch;

  if (watch->progress)
    watch->progress (fraction, line, watch->data);
  return g_cancellable_is_cancelled (watch->cancellable) ? GIT_EUSER : 0;
}

int
ew_transfer_report (const EwTransfer *transfer, double fraction)
{
  return ew_transfer_report_as (transfer, fraction, transfer->what);
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

int
ew_transfer_walk (const EwTransfer *transfer, git_revwalk **walk)
{
  int code = git_revwalk_new (walk, transfer->from);

  if (code == 0)
    code = git_revwalk_push (*walk, transfer->tip);
  if (code == 0)
    code = hide_known (transfer, *walk);
  return code;
}

static int
run (const EwTransfer *transfer)
{
  g_autoptr (git_revwalk) walk = NULL;
  g_autoptr (GArray) few = NULL;
  int code = ew_transfer_walk (transfer, &walk);

  if (code != 0)
    return code;
  few = ew_transfer_gather (transfer, walk);
  return few ? ew_transfer_copy (transfer, few) : ew_transfer_pack (transfer);
}

bool
ew_transfer (const EwTransfer *transfer, GError **error)
{
  int code = run (transfer);

  if (code == 0)
    return true;
  if (ew_is_cancelled (transfer->watch->cancellable, error))
    return false;
  if (code == EW_TRANSFER_DEEP) {
    g_set_error (error, EW_ERROR, EW_ERROR_REFUSED,
                 _ ("%s: folders lie deeper in folders there than a disk could "
                    "have them."),
                 transfer->failure);
    return false;
  }
  return ew_git_fail (error, code, "%s", transfer->failure);
}
