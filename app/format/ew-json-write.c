#include "ew-json-write.h"

#include "ew-json-guard.h"

#include <math.h>
#include <string.h>

/* What JSON cannot hold as it is: quote, backslash, control characters. */
static void
append_escape (GString *out, guchar c)
{
  static const char plain[] = "\b\f\n\r\t\"\\";
  static const char letters[] = "bfnrt\"\\";
  const char *at = c != '\0' ? strchr (plain, c) : NULL;

  if (at != NULL) {
    g_string_append_c (out, '\\');
    g_string_append_c (out, letters[at - plain]);
  } else {
    g_string_append_printf (out, "\\u%04x", c);
  }
}

static void
append_escaped (GString *out, const char *text)
{
  const char *from = text;
  const char *p;

  for (p = text; *p != '\0'; p++) {
    guchar c = *p;

    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    g_string_append_len (out, from, p - from);
    append_escape (out, c);
    from = p + 1;
  }
  g_string_append_len (out, from, p - from);
}

void
ew_json_append_string (GString *out, const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  append_escaped (out, text);
  g_string_append_c (out, '"');
}

void
ew_json_append_int (GString *out, gint64 value)
{
  char digits[24];
  char *p = digits + sizeof digits;
  guint64 rest;

  value = CLAMP (value, -EW_JSON_INT_MAX, EW_JSON_INT_MAX);
  rest = ABS (value);
  do
    *--p = '0' + rest % 10;
  while ((rest /= 10) != 0);
  if (value < 0)
    *--p = '-';

  g_string_append_len (out, p, digits + sizeof digits - p);
}

static void
append_double (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, isfinite (value)
                            ? g_ascii_dtostr (digits, sizeof digits, value)
                            : "null");
}

static void
append_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    ew_json_append_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    ew_json_append_int (out, json_node_get_int (node));
  else
    append_double (out, json_node_get_double (node));
}

static void
append_array (GString *out, JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    ew_json_append_node (out, json_array_get_element (array, i));
  }
  g_string_append_c (out, ']');
}

static void
append_object (GString *out, JsonObject *object)
{
  g_autoptr (GList) names =
      g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  g_string_append_c (out, '{');
  for (GList *l = names; l != NULL; l = l->next) {
    if (l != names)
      g_string_append_c (out, ',');
    ew_json_append_string (out, l->data);
    g_string_append_c (out, ':');
    ew_json_append_node (out, json_object_get_member (object, l->data));
  }
  g_string_append_c (out, '}');
}

void
ew_json_append_node (GString *out, JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    append_object (out, json_node_get_object (node));
    break;
  case JSON_NODE_ARRAY:
    append_array (out, json_node_get_array (node));
    break;
  case JSON_NODE_VALUE:
    append_value (out, node);
    break;
  case JSON_NODE_NULL:
    g_string_append (out, "null");
    break;
  }
}

char *
ew_json_canonical (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  ew_json_append_node (out, node);
  return g_string_free (out, FALSE);
}
