/* Carrying commits onto another tip.
 *
 * Each commit becomes the three-way merge of what stood when the histories
 * parted, the commit, and the tip.  Author, time and message stay; what the tip
 * has already is dropped. */
#pragma once

#include "ew-remote.h"

typedef struct {
  EwStore *store;
  GArray *commits; /* of git_oid, each the first parent of the next */
  git_oid onto;
  const EwWatch *watch;
} EwCarry;

/* @tip: (out): the last new commit, or `onto` when nothing was left.  Touches
 * no branch.  A bucket that both sides changed and one of them damaged is
 * EW_ERROR_DAMAGED; a board that a newer version keeps, EW_ERROR_NEWER. */
bool ew_carry (const EwCarry *carry, git_oid *tip, GError **error);
