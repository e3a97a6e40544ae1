/* An immutable map from a word to a record, in order of its keys.
 *
 * The messages of a thread, the clashes of an object, the members we do not
 * know.  NULL is the empty map everywhere.  Changing one gives another; records
 * inside are shared.  Reference counted, any thread. */
#pragma once

#include "ew-field.h"

G_BEGIN_DECLS

/* Records of this type hold one STRING, `json`: members we do not know. */
typedef struct {
  EwRecord record;
  char *json; /* canonical JSON */
} EwUnknown;
extern const EwRecordType ew_unknown_type;

EwMap *ew_map_ref (EwMap *map);
void ew_map_unref (EwMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwMap, ew_map_unref)

guint ew_map_size (const EwMap *map);
const char *ew_map_key (const EwMap *map, guint index);
const EwRecord *ew_map_value (const EwMap *map, guint index);
/* Returns: (nullable): NULL when there is no such key. */
const EwRecord *ew_map_get (const EwMap *map, const char *key);
bool ew_map_equal (const EwMap *a, const EwMap *b);

/* Of many keys at once: @keys of char *, in any order, @values of EwRecord, one
 * each.  Of a key that comes again, one stays.
 * Returns: (transfer full) (nullable). */
EwMap *ew_map_new (const EwRecordType *type, GPtrArray *keys,
                   GPtrArray *values);

/* A copy of @map in which @key holds a copy of @value.
 * Returns: (transfer full). */
EwMap *ew_map_with (const EwMap *map, const EwRecordType *type, const char *key,
                    const EwRecord *value);
/* Returns: (transfer full) (nullable): without @key. */
EwMap *ew_map_without (const EwMap *map, const char *key);

G_END_DECLS
