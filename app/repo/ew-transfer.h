/* Commits and all they need, from one repository on this machine to another.
 *
 * Many arrive as one pack, indexed and checked object by object; until it is
 * whole nothing of it shows.  Few go one by one: see ew-transfer-loose.h. */
#pragma once

#include "ew-remote.h"

typedef struct {
  git_repository *from, *to;
  const git_oid *tip;
  const git_oid *known; /* commits that @to has already; zero ones and those
                           that @from does not know are passed over */
  gsize n_known;
  const char *what, *failure; /* for the progress, and when it fails */
  const EwWatch *watch;
} EwTransfer;

bool ew_transfer (const EwTransfer *transfer, GError **error);
/* Tells the progress; -1 when it is not known.  Returns: GIT_EUSER when
 * cancelled, else 0. */
int ew_transfer_report (const EwTransfer *transfer, double fraction);
int ew_transfer_report_as (const EwTransfer *transfer, double fraction,
                           const char *line);
/* In place of a code of libgit2: see ew-tree-depth.h. */
#define EW_TRANSFER_DEEP (-1000)
