/* Laying changes over one bucket, and telling what changed in one. */
#pragma once

#include "ew-board-files.h"
#include "ew-merge.h"
#include "ew-tree-write.h"

typedef struct {
  EwStore *store;
  EwTreeWrite *files;
  EwMergeTimes times; /* of the changes, and of what stands in the file */
  const char *path;
  guint bucket;
  EwEntry entry; /* the file as it stands; mode 0: there is none */
} EwBucketPut;

/* What @change makes of @theirs, what stands there now: where another program
 * was there first, its work is a side of its own.
 * Returns: (transfer full) (nullable). */
EwObject *ew_change_settle (const EwChange *change, const EwObject *theirs,
                            const EwMergeTimes *times);

/* @changes: of EwChange, all of this bucket.  Only the lines that change are
 * read and written anew; a file that is laid out otherwise is written anew as a
 * whole, one that is damaged is EW_ERROR_DAMAGED. */
bool ew_bucket_put (const EwBucketPut *put, GPtrArray *changes, GError **error);

/* What makes the file @from the file @to, from what is known of it or by
 * reading both.
 * Returns: (transfer full) (nullable): NULL when a file cannot be read, or is
 * laid out otherwise. */
EwEdit *ew_bucket_changes (EwStore *store, EwEntry from, EwEntry to,
                           const char *path, guint bucket);
