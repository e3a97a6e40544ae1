/* Boards as wholes, when commits are carried: which ones both sides changed,
 * whether we may write them, and what the sides broke only together. */
#pragma once

#include "ew-merge.h"
#include "ew-store-private.h"

typedef struct {
  git_tree *base, *side[EW_N_SIDES];
} EwCarrySides;

void ew_carry_sides_clear (EwCarrySides *sides);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwCarrySides, ew_carry_sides_clear)

/* Ids of the boards that both sides changed.  EW_ERROR_NEWER when one that we
 * changed is kept by a newer version there. */
GPtrArray *ew_carry_boards (EwStore *store, const EwCarrySides *sides,
                            GError **error);

/* Returns: (transfer full): @merged with @boards mended, maybe as it was.
 * @written: of git_oid, grows by what was stored. */
git_tree *ew_carry_mend (EwStore *store, const EwCarrySides *sides,
                         GPtrArray *boards, const git_tree *merged,
                         GArray *written, GError **error);
