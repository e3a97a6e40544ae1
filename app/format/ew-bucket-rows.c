#include "ew-bucket-rows.h"

static GArray *
split (GBytes *bytes, guint bucket)
{
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  if (!bytes)
    return g_array_new (FALSE, FALSE, sizeof (EwBucketLine));
  return ew_bucket_split (bucket, text ? text : "", length);
}

bool
ew_bucket_rows_begin (EwBucketRows *rows, guint bucket, GBytes *const *versions,
                      guint n)
{
  g_return_val_if_fail (n <= EW_BUCKET_VERSIONS_MAX, false);

  *rows = (EwBucketRows){ .n = n };
  for (guint i = 0; i < n; i++) {
    rows->bytes[i] = versions[i] ? g_bytes_ref (versions[i]) : NULL;
    rows->lines[i] = split (versions[i], bucket);
    if (!rows->lines[i])
      return false;
  }
  return true;
}

void
ew_bucket_rows_clear (EwBucketRows *rows)
{
  for (guint i = 0; i < rows->n; i++) {
    g_clear_pointer (&rows->lines[i], g_array_unref);
    g_clear_pointer (&rows->bytes[i], g_bytes_unref);
  }
}

static const EwBucketLine *
peek (const EwBucketRows *rows, guint version)
{
  GArray *all = rows->lines[version];
  guint next = rows->next[version];

  return next < all->len ? &g_array_index (all, EwBucketLine, next) : NULL;
}

bool
ew_bucket_rows_next (EwBucketRows *rows, const EwBucketLine *row[])
{
  const EwBucketLine *first = NULL;

  for (guint i = 0; i < rows->n; i++) {
    const EwBucketLine *line = peek (rows, i);

    if (line && (!first || ew_bucket_line_compare (line, first) < 0))
      first = line;
  }
  for (guint i = 0; first && i < rows->n; i++) {
    const EwBucketLine *line = peek (rows, i);

    row[i] = line && ew_bucket_line_compare (line, first) == 0 ? line : NULL;
    rows->next[i] += row[i] != NULL;
  }
  return first != NULL;
}

guint
ew_bucket_rows_number (const EwBucketRows *rows, guint version)
{
  return rows->next[version] + 1;
}
