/* What one commit did to the objects of one board.
 *
 * Whoever wants to know who did what walks back over the commits and asks here
 * at each.  Most of them do not touch the board; they cost a look at its
 * folder. */
#pragma once

#include "ew-store-private.h"

typedef struct {
  const git_commit *commit, *parent; /* parent: NULL, the first has none */
} EwCommitStep;

/* @author: of the commit. */
typedef void (*EwChangeFunc) (const EwChange *change,
                              const git_signature *author, gpointer data);

/* Calls @func for each object of @board that the step made, changed or took
 * away. */
bool ew_commit_each_change (EwStore *store, const char *board,
                            EwCommitStep step, EwChangeFunc func, gpointer data,
                            GError **error);

/* The first parent.  Returns: (transfer full) (nullable). */
git_commit *ew_commit_parent (const git_commit *commit);
