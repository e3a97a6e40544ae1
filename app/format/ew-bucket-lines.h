/* A bucket as lines, for who wants a few of its many objects.
 *
 * A file that is laid out as ew_bucket_write() does it need not be read to know
 * which line holds which object, nor to see that a line is the same as in
 * another version. */
#pragma once

#include "ew-bucket.h"

G_BEGIN_DECLS

/* Spans of the file's text; not terminated. */
typedef struct {
  const char *id;
  gsize id_length;
  const char *text; /* `{"id":…}`, not checked further */
  gsize length;
} EwBucketLine;

/* Returns: (transfer full) (nullable): of EwBucketLine, by id; NULL when the
 * file is laid out in any other way, maybe damaged. */
GArray *ew_bucket_split (guint bucket, const char *text, gsize length);

/* Returns: (nullable). */
const EwBucketLine *ew_bucket_lines_find (GArray *lines, const char *id);

/* As strcmp(), of their ids. */
int ew_bucket_line_compare (const EwBucketLine *a, const EwBucketLine *b);
/* Whether they are the same to the letter; NULL is only the same as NULL. */
bool ew_bucket_line_equal (const EwBucketLine *a, const EwBucketLine *b);

/* The first and last lines of a file, with all between them. */
GString *ew_bucket_begin (guint bucket);
void ew_bucket_add_line (GString *out, const char *text, gsize length);
/* Returns: (transfer full). */
char *ew_bucket_end (GString *out);

G_END_DECLS
