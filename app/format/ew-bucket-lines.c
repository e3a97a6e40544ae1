#include "ew-bucket-lines.h"

#include <string.h>

#define BEFORE_ID "{\"id\":\""

GString *
ew_bucket_begin (guint bucket)
{
  GString *out = g_string_sized_new (4096);

  g_string_append_printf (out, "[{\"bucket\":\"%02x\",\"format\":%d}\n", bucket,
                          EW_FORMAT);
  return out;
}

void
ew_bucket_add_line (GString *out, const char *text, gsize length)
{
  g_string_append_c (out, ',');
  g_string_append_len (out, text, (gssize) length);
  g_string_append_c (out, '\n');
}

char *
ew_bucket_end (GString *out)
{
  g_string_append (out, "]\n");
  return g_string_free (out, FALSE);
}

/* Takes @words off the front of what lies between @at and @end. */
static bool
skip (const char **at, const char *end, const char *words)
{
  gsize length = strlen (words);

  if ((gsize) (end - *at) < length || memcmp (*at, words, length) != 0)
    return false;
  *at += length;
  return true;
}

/* An id with an escape in it is none of ours. */
static bool
find_id (EwBucketLine *line)
{
  const char *at = line->text, *end = line->text + line->length;
  const char *quote;

  if (!skip (&at, end, BEFORE_ID))
    return false;
  quote = memchr (at, '"', (gsize) (end - at));
  if (quote == NULL || memchr (at, '\\', (gsize) (quote - at)) != NULL)
    return false;
  line->id = at;
  line->id_length = (gsize) (quote - at);
  return end[-1] == '}';
}

int
ew_bucket_line_compare (const EwBucketLine *a, const EwBucketLine *b)
{
  int order = memcmp (a->id, b->id, MIN (a->id_length, b->id_length));

  if (order != 0 || a->id_length == b->id_length)
    return order;
  return a->id_length < b->id_length ? -1 : 1;
}

bool
ew_bucket_line_equal (const EwBucketLine *a, const EwBucketLine *b)
{
  if (!a || !b)
    return a == b;
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static bool
add_line (GArray *lines, const EwBucketLine *line)
{
  if (lines->len > 0 &&
      ew_bucket_line_compare (
          &g_array_index (lines, EwBucketLine, lines->len - 1), line) >= 0)
    return false;
  g_array_append_val (lines, *line);
  return true;
}

GArray *
ew_bucket_split (guint bucket, const char *text, gsize length)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EwBucketLine));
  g_autoptr (GString) head = ew_bucket_begin (bucket);
  const char *at = text, *end = text + length;

  if (length > EW_JSON_SIZE_MAX || !skip (&at, end, head->str))
    return NULL;
  while (skip (&at, end, ",")) {
    const char *next = memchr (at, '\n', (gsize) (end - at));
    EwBucketLine line = { .text = at };

    if (next == NULL)
      return NULL;
    line.length = (gsize) (next - at);
    if (!find_id (&line) || !add_line (lines, &line))
      return NULL;
    at = next + 1;
  }
  if (!skip (&at, end, "]\n") || at != end)
    return NULL;
  return g_steal_pointer (&lines);
}

const EwBucketLine *
ew_bucket_lines_find (GArray *lines, const char *id)
{
  EwBucketLine wanted = { .id = id, .id_length = strlen (id) };
  guint low = 0, high = lines->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const EwBucketLine *line = &g_array_index (lines, EwBucketLine, middle);
    int order = ew_bucket_line_compare (line, &wanted);

    if (order == 0)
      return line;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}
