#include "ew-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Up to here, comparing each name with each is quicker than sorting. */
#define FEW_NAMES 12

/* Only what scan_string() let through, so nothing can be wrong any more. */
static char *
decode (const char *at, const char *end)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *list = g_strdup_printf ("[%.*s]", (int) (end - at), at);

  if (!json_parser_load_from_data (parser, list, -1, NULL))
    return g_strndup (at, end - at);
  return g_strdup (json_array_get_string_element (
      json_node_get_array (json_parser_get_root (parser)), 0));
}

bool
ew_json_scan_name (EwJsonScan *scan)
{
  EwJsonName name = { scan->at + 1, 0, scan->at };
  bool escaped;

  if (!ew_json_scan_string (scan, &escaped))
    return false;

  name.length = scan->at - 1 - name.start;
  if (escaped) {
    name.start = decode (name.where, scan->at);
    name.length = strlen (name.start);
    g_ptr_array_add (scan->decoded, (gpointer) name.start);
  }
  g_array_append_val (scan->names, name);
  return true;
}

static int
compare_names (const EwJsonName *a, const EwJsonName *b)
{
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  return memcmp (a->start, b->start, a->length);
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  const EwJsonName *one = a, *other = b;
  int order = compare_names (one, other);

  if (order != 0)
    return order;
  return one->where < other->where ? -1 : 1;
}

static const EwJsonName *
find_twin_of_few (const EwJsonName *names, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (compare_names (&names[i], &names[j]) == 0)
        return &names[i];
  return NULL;
}

/* Sorted, not hashed: names can be chosen so that any fixed hash collides. */
static const EwJsonName *
find_twin_of_many (EwJsonName *names, guint n)
{
  qsort (names, n, sizeof *names, compare_names_cb);
  for (guint i = 1; i < n; i++)
    if (compare_names (&names[i], &names[i - 1]) == 0)
      return &names[i];
  return NULL;
}

bool
ew_json_scan_check_names (EwJsonScan *scan, guint first)
{
  EwJsonName *names = &g_array_index (scan->names, EwJsonName, first);
  guint n = scan->names->len - first;
  const EwJsonName *twin = n <= FEW_NAMES ? find_twin_of_few (names, n)
                                          : find_twin_of_many (names, n);

  if (twin != NULL) {
    scan->wrong = twin->where;
    scan->message = g_strdup_printf (_ ("the member “%.*s” is there twice"),
                                     (int) MIN (twin->length, 64), twin->start);
    return false;
  }
  g_array_set_size (scan->names, first);
  return true;
}
