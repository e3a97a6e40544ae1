/* The versions that an object keeps of texts that two people rewrote at once:
 * what becomes of them when it is merged.  The inside of ew-merge.h. */
#pragma once

#include "ew-merge.h"

G_BEGIN_DECLS

/* An empty text has nothing that could be lost. */
void ew_merge_keep_text (EwObject *object, const char *member,
                         const char *text);

/* @out has the clashes of both sides; @base may be NULL.  A clash of the base
 * that both went on with becomes one again, where their words allow. */
void ew_merge_join_clashes (EwObject *out, const EwObject *base,
                            const EwObject *const sides[EW_N_SIDES]);
/* What one side did to the text is done to what the other side kept of it. */
void ew_merge_follow_edits (EwObject *out, const EwObject *base,
                            const EwObject *const sides[EW_N_SIDES]);
void ew_merge_drop_shown (EwObject *out);

G_END_DECLS
