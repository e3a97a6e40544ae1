/* What a note says of its author: “Ana · 12 Oct”.  Private to this room. */
#pragma once

#include "ew-object.h"

G_BEGIN_DECLS

typedef struct _EwAuthorLabels EwAuthorLabels;

/* @authors: id → EwAuthorship.  @own: the name of who writes here, which is on
 * everything that is in no commit yet; may be NULL. */
EwAuthorLabels *ew_author_labels_new (GHashTable *authors, const char *own);
void ew_author_labels_free (EwAuthorLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwAuthorLabels, ew_author_labels_free)

/* Returns: (nullable): NULL when nobody knows. */
const char *ew_author_labels_get (EwAuthorLabels *labels, const char *id);

G_END_DECLS
