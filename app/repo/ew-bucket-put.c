#include "ew-bucket-put.h"

#include "ew-bucket.h"

#include <string.h>

EwObject *
ew_change_settle (const EwChange *change, const EwObject *theirs,
                  const EwMergeTimes *times)
{
  if (ew_object_equal (theirs, change->before))
    return change->after ? ew_object_ref (change->after) : NULL;
  if (ew_object_equal (theirs, change->after))
    return theirs ? ew_object_ref ((EwObject *) theirs) : NULL;
  return ew_merge_object (change->before,
                          (const EwObject *const[]){ change->after, theirs },
                          times);
}

/* --- Line by line --------------------------------------------------------- */

typedef struct {
  const EwBucketPut *put;
  GArray *lines; /* of EwBucketLine, by id */
  guint next;
  GString *out;
  EwEdit *done;
} Lines;

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const EwChange *one = *(const EwChange *const *) a;
  const EwChange *other = *(const EwChange *const *) b;

  return strcmp (one->id, other->id);
}

static GPtrArray *
sort (GPtrArray *changes)
{
  GPtrArray *sorted = g_ptr_array_copy (changes, NULL, NULL);

  g_ptr_array_sort (sorted, compare_changes);
  return sorted;
}

/* As they are, those that come before @id; NULL: all that are left.
 * Returns: (nullable): the line of @id. */
static const EwBucketLine *
copy_until (Lines *lines, const char *id)
{
  EwBucketLine wanted = { .id = id, .id_length = id ? strlen (id) : 0 };

  for (; lines->next < lines->lines->len; lines->next++) {
    const EwBucketLine *line =
        &g_array_index (lines->lines, EwBucketLine, lines->next);
    int order = id ? ew_bucket_line_compare (line, &wanted) : -1;

    if (order > 0)
      return NULL;
    if (order == 0) {
      lines->next++;
      return line;
    }
    ew_bucket_add_line (lines->out, line->text, line->length);
  }
  return NULL;
}

static void
add_object (Lines *lines, const EwObject *object)
{
  g_string_append_c (lines->out, ',');
  ew_object_append_json (lines->out, object, EW_JSON_WRITE_CANONICAL);
  g_string_append_c (lines->out, '\n');
}

/* Returns: false when the line cannot be read. */
static bool
put_change (Lines *lines, const EwChange *change)
{
  const EwBucketLine *line = copy_until (lines, change->id);
  g_autoptr (EwObject) theirs = NULL;
  g_autoptr (EwObject) now = NULL;

  if (line &&
      !(theirs = ew_object_from_json (line->text, (gssize) line->length, NULL)))
    return false;
  now = ew_change_settle (change, theirs, &lines->put->times);
  if (now)
    add_object (lines, now);
  if (now || theirs)
    ew_edit_add (lines->done, theirs, now);
  return true;
}

/* Returns: (transfer full) (nullable): the file; NULL when it must be read as a
 * whole.  @done: what has changed in it. */
static char *
put_lines (const EwBucketPut *put, GPtrArray *changes, GBytes *bytes,
           EwEdit *done)
{
  gsize length = bytes ? g_bytes_get_size (bytes) : 0;
  g_autoptr (GPtrArray) sorted = sort (changes);
  g_autoptr (GArray) split =
      bytes ? ew_bucket_split (put->bucket, ew_bytes_text (bytes), length)
            : g_array_new (FALSE, FALSE, sizeof (EwBucketLine));
  Lines lines = { put, split, 0, NULL, done };
  bool ok = true;

  if (!split)
    return NULL;
  lines.out = ew_bucket_begin (put->bucket);
  for (guint i = 0; ok && i < sorted->len; i++)
    ok = put_change (&lines, sorted->pdata[i]);
  if (!ok) {
    g_string_free (lines.out, TRUE);
    return NULL;
  }
  copy_until (&lines, NULL);
  return ew_bucket_end (lines.out);
}

/* --- As a whole ----------------------------------------------------------- */

static GHashTable *
own_by_id (GPtrArray *objects)
{
  GHashTable *by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) ew_object_unref);

  for (guint i = objects->len; i > 0; i--) {
    EwObject *object = ew_object_ref (objects->pdata[i - 1]);

    g_hash_table_replace (by_id, object->id, object);
  }
  return by_id;
}

static void
put_objects (const EwBucketPut *put, GPtrArray *changes, GHashTable *objects)
{
  for (guint i = 0; i < changes->len; i++) {
    const EwChange *change = changes->pdata[i];
    EwObject *now = ew_change_settle (
        change, g_hash_table_lookup (objects, change->id), &put->times);

    if (now)
      g_hash_table_replace (objects, now->id, now);
    else
      g_hash_table_remove (objects, change->id);
  }
}

static char *
write_values (guint bucket, GHashTable *objects)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, objects);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    g_ptr_array_add (values, object);
  return ew_bucket_write (bucket, values);
}

static bool
put_whole (const EwBucketPut *put, GPtrArray *changes, GBytes *bytes,
           char **text, GError **error)
{
  g_autoptr (GPtrArray) found = ew_objects_new ();
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GHashTable) objects = NULL;

  if (bytes)
    ew_bucket_read (put->bucket, ew_bytes_text (bytes),
                    g_bytes_get_size (bytes), put->path, found, faults);
  if (!ew_faults_allow_writing (faults, error))
    return false;
  objects = own_by_id (found);
  put_objects (put, changes, objects);
  *text = write_values (put->bucket, objects);
  return true;
}

/* --- Either --------------------------------------------------------------- */

bool
ew_bucket_put (const EwBucketPut *put, GPtrArray *changes, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GBytes) bytes =
      ew_bucket_open (put->store, put->entry, put->path, faults);
  g_autoptr (EwEdit) done = ew_edit_new ("");
  g_autofree char *text = NULL;
  EwEntry now;

  if (!ew_faults_allow_writing (faults, error))
    return false;
  text = put_lines (put, changes, bytes, done);
  if (!text)
    return put_whole (put, changes, bytes, &text, error) &&
           ew_tree_write_put_text (put->files, put->path, text, error);
  /* What nobody has need not be written. */
  if (put->entry.mode == 0 && ew_edit_is_empty (done))
    return ew_tree_write_put_text (put->files, put->path, NULL, error);
  if (!ew_tree_write_put_text (put->files, put->path, text, error))
    return false;
  now = ew_tree_write_at (put->files, put->path);
  ew_trail_note (put->store->trail, &put->entry.oid, &now.oid, done);
  return true;
}

/* --- What changed --------------------------------------------------------- */

/* Returns: false when a line cannot be read. */
static bool
read_line (const EwBucketLine *line, EwObject **object)
{
  *object = line ? ew_object_from_json (line->text, (gssize) line->length, NULL)
                 : NULL;
  return !line || *object;
}

static bool
add_row (EwEdit *edit, const EwBucketLine *const row[2])
{
  g_autoptr (EwObject) from = NULL;
  g_autoptr (EwObject) to = NULL;

  if (ew_bucket_line_equal (row[0], row[1]))
    return true;
  if (!read_line (row[0], &from) || !read_line (row[1], &to))
    return false;
  ew_edit_add (edit, from, to);
  return true;
}

EwEdit *
ew_bucket_changes (EwStore *store, EwEntry from, EwEntry to, const char *path,
                   guint bucket)
{
  g_autoptr (EwEdit) edit = ew_trail_find (store->trail, &from.oid, &to.oid);
  g_auto (EwBucketRows) rows = { 0 };
  const EwBucketLine *row[2];

  if (edit)
    return g_steal_pointer (&edit);
  if (!ew_bucket_open_both (store, (EwEntry[]){ from, to }, path, bucket,
                            &rows))
    return NULL;
  edit = ew_edit_new ("");
  while (ew_bucket_rows_next (&rows, row))
    if (!add_row (edit, row))
      return NULL;
  return g_steal_pointer (&edit);
}
