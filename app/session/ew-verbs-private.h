/* What the files of the verbs share.  Private to them. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* An edit named after what it is done to: "Move 3 Objects", or of a single one
 * "Move Sticky Note".  Returns: (transfer full). */
EwEdit *ew_verbs_new_edit (const EwBoard *board, GPtrArray *ids,
                           const char *one, const char *many);
/* Those of @ids that are there and not locked.  Returns: (transfer container):
 * of char * that belong to the board's objects. */
GPtrArray *ew_verbs_unlocked (const EwBoard *board, GPtrArray *ids);
/* A set of @ids.  Returns: (transfer full). */
GHashTable *ew_verbs_set_of (GPtrArray *ids);
/* A set of @ids with all that frames among them own, down to the last. */
GHashTable *ew_verbs_with_children (const EwBoard *board, GPtrArray *ids);
/* A copy of @object at another place: its box, and ends that hang on nothing.
 * Returns: (transfer full). */
EwObject *ew_verbs_shifted (const EwObject *object, EwPoint by);
/* @object belongs to the frame it lies on that is not in @except (NULL: none).
 */
void ew_verbs_adopt (const EwBoard *board, EwObject *object,
                     GHashTable *except);
/* An edit that adds @object in front.  Returns: (transfer full). */
EwEdit *ew_verbs_add_object (const EwBoard *board, EwObject *object, char **id);
/* Gives @object the look of @like, as far as both kinds have it. */
void ew_verbs_copy_style (EwObject *object, const EwObject *like);

G_END_DECLS
