#include "ew-bucket.h"

#include "ew-bucket-lines.h"

#include <string.h>

guint
ew_bucket_of (const char *id)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_return_val_if_fail (id != NULL, 0);

  g_checksum_update (sum, (const guchar *) id, strlen (id));
  g_checksum_get_digest (sum, digest, &length);
  return digest[0];
}

char *
ew_bucket_file (guint bucket)
{
  g_return_val_if_fail (bucket < EW_BUCKETS, NULL);
  return g_strdup_printf ("objects/%02x.json", bucket);
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  const EwObject *one = *(const EwObject *const *) a;
  const EwObject *other = *(const EwObject *const *) b;

  return strcmp (one->id, other->id);
}

char *
ew_bucket_write (guint bucket, GPtrArray *objects)
{
  g_autoptr (GPtrArray) sorted = NULL;
  GString *out;

  g_return_val_if_fail (objects != NULL, NULL);
  g_return_val_if_fail (bucket < EW_BUCKETS, NULL);

  sorted = g_ptr_array_sized_new (objects->len);
  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (objects, i));
  g_ptr_array_sort (sorted, compare_ids_cb);

  out = ew_bucket_begin (bucket);
  for (guint i = 0; i < sorted->len; i++) {
    g_string_append_c (out, ',');
    ew_object_append_json (out, g_ptr_array_index (sorted, i),
                           EW_JSON_WRITE_CANONICAL);
    g_string_append_c (out, '\n');
  }
  return ew_bucket_end (out);
}
