/* A member of an object by its path, as a clash names it: "text", or
 * "messages/0198…/text" for one of a record in a map.  Of members we do not
 * know the path is "/NAME/json". */
#pragma once

#include "ew-object.h"

G_BEGIN_DECLS

/* @record: (out) (nullable): what holds it; NULL when the map lacks the key.
 * Returns: (nullable): its field; NULL when the kind has no such member. */
const EwField *ew_object_member_find (const EwObject *object, const char *path,
                                      const EwRecord **record);

/* Whether both have the same there; NULL objects, and what is missing in both,
 * are alike. */
bool ew_object_member_equal (const EwObject *a, const EwObject *b,
                             const char *path);

/* "" when it is not there, or no string. */
const char *ew_object_member_text (const EwObject *object, const char *path);
/* Does nothing when it is not there, or no string. */
void ew_object_member_set_text (EwObject *object, const char *path,
                                const char *text);

G_END_DECLS
