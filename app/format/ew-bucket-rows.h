/* Versions of one bucket side by side, id by id: what differs is found without
 * reading what does not. */
#pragma once

#include "ew-bucket-lines.h"

G_BEGIN_DECLS

#define EW_BUCKET_VERSIONS_MAX 3

typedef struct {
  guint n;
  GBytes *bytes[EW_BUCKET_VERSIONS_MAX];
  GArray *lines[EW_BUCKET_VERSIONS_MAX]; /* of EwBucketLine, by id */
  guint next[EW_BUCKET_VERSIONS_MAX];
} EwBucketRows;

/* @versions: @n files, NULL where there is none.  False when one of them is not
 * laid out as ew_bucket_write() does it.  To be cleared either way. */
bool ew_bucket_rows_begin (EwBucketRows *rows, guint bucket,
                           GBytes *const *versions, guint n);
void ew_bucket_rows_clear (EwBucketRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwBucketRows, ew_bucket_rows_clear)

/* @row: (out): the line of each version for the next id, NULL: it has none.
 * False at the end. */
bool ew_bucket_rows_next (EwBucketRows *rows, const EwBucketLine *row[]);
/* The number of the line that @version has had last, from 1. */
guint ew_bucket_rows_number (const EwBucketRows *rows, guint version);

G_END_DECLS
