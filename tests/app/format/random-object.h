/* Objects that nobody would think of, made by the field tables: for tests that
 * try a law on all kinds.  The seed is that of g_test_rand_int(), so a failure
 * is repeated by `--seed`. */
#pragma once

#include "ew-kinds.h"

/* Returns: (transfer full): texts with everything that can go wrong in them. */
char *random_text (void);
/* Any kind, the unknown ones too.  @id NULL: a new one.
 * Returns: (transfer full). */
EwObject *random_object (const EwKind *kind, const char *id);
/* Another value for each field with a chance of @percent.
 * Returns: (transfer full). */
EwObject *random_change (const EwObject *object, int percent);
/* NULL-terminated: ew_kinds[] and one unknown kind. */
const EwKind *const *all_kinds (void);
