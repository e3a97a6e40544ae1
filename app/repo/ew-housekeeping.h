/* Keeping a workspace in order: libgit2 has no `git gc`.
 *
 * Every commit leaves a few loose files.  Above a thousand they are packed into
 * one; a loose file goes only when the pack has been read back and holds the
 * same object, so nothing that anybody may still need is ever removed, however
 * new or unreachable it is.  Pictures that were put and that no commit has
 * taken for a month go too.
 *
 * Blocks on the disk; the store's thread. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

#define EW_LOOSE_OBJECTS_MAX 1000

typedef struct {
  guint packed; /* loose objects that are in a pack now */
  guint swept; /* pictures and files that nobody took  */
} EwTidying;

/* Looks, and does what is needed: often nothing, which costs a millisecond.
 * Cancelled, it leaves everything as it was. */
bool ew_store_tidy (EwStore *store, GCancellable *cancellable,
                    EwTidying *tidying, GError **error);

G_END_DECLS
