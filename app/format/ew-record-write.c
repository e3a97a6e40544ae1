#include "ew-record-json.h"

#include "ew-json-write.h"
#include "ew-map.h"

#include <string.h>

static void
append_pair (GString *out, EwCoords pair)
{
  g_string_append_c (out, '[');
  ew_json_append_int (out, pair.x);
  g_string_append_c (out, ',');
  ew_json_append_int (out, pair.y);
  g_string_append_c (out, ']');
}

static void
append_anchor (GString *out, const EwAnchor *anchor)
{
  if (*anchor->object == '\0') {
    g_string_append (out, "{\"pos\":");
    append_pair (out, anchor->point);
  } else {
    g_string_append (out, "{\"id\":");
    ew_json_append_string (out, anchor->object);
    if (!ew_anchor_is_auto (anchor)) {
      g_string_append (out, ",\"at\":");
      append_pair (out, anchor->spot);
    }
  }
  g_string_append_c (out, '}');
}

static void
append_map (GString *out, const EwField *field, const EwMap *map,
            EwJsonWrite flags)
{
  EwRecordWriter writer = { .type = field->record, .flags = flags };

  g_string_append_c (out, '{');
  for (guint i = 0; i < ew_map_size (map); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    ew_json_append_string (out, ew_map_key (map, i));
    g_string_append (out, ":{");
    ew_record_append_members (out, &writer, ew_map_value (map, i), ",");
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, '}');
}

static void
append_set (GString *out, const EwMap *set)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < ew_map_size (set); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    ew_json_append_string (out, ew_map_key (set, i));
  }
  g_string_append_c (out, ']');
}

static void
append_field (GString *out, const EwField *field, const EwRecord *record,
              EwJsonWrite flags)
{
  switch (field->type) {
  case EW_FIELD_INT:
    ew_json_append_int (out, ew_field_get_int (field, record));
    break;
  case EW_FIELD_BOOL:
    g_string_append (out, ew_field_get_bool (field, record) ? "true" : "false");
    break;
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    ew_json_append_string (out, ew_field_get_string (field, record));
    break;
  case EW_FIELD_COORDS:
    append_pair (out, ew_field_get_coords (field, record));
    break;
  case EW_FIELD_ANCHOR:
    append_anchor (out, ew_field_get_anchor (field, record));
    break;
  case EW_FIELD_MAP:
    append_map (out, field, ew_field_get_map (field, record), flags);
    break;
  case EW_FIELD_SET:
    append_set (out, ew_field_get_map (field, record));
    break;
  }
}

static bool
is_apart (const EwRecordWriter *writer, const char *name)
{
  return writer->apart != NULL && g_strv_contains (writer->apart, name);
}

/* A field at its default stands aside for a member of its name that an unknown
 * kind brought along in a form of its own. */
static bool
is_written (const EwRecordWriter *writer, const EwField *field,
            const EwRecord *record)
{
  if (is_apart (writer, field->name))
    return false;
  if (!ew_field_is_default (field, record))
    return true;
  if (ew_map_get (record->unknown, field->name) != NULL)
    return false;
  return field == writer->always || (writer->flags & EW_JSON_WRITE_DEFAULTS);
}

static void
insert_by_name (const EwField **list, guint n, const EwField *field)
{
  while (n > 0 && strcmp (list[n - 1]->name, field->name) > 0) {
    list[n] = list[n - 1];
    n--;
  }
  list[n] = field;
}

static void
append_name (GString *out, const char *name, const char *separator)
{
  if (out->len == 0 || out->str[out->len - 1] != '{')
    g_string_append (out, separator);
  ew_json_append_string (out, name);
  g_string_append_c (out, ':');
}

static void
append_unknown (GString *out, const EwMap *unknown, guint index,
                const char *separator)
{
  const EwUnknown *value = (const EwUnknown *) ew_map_value (unknown, index);

  append_name (out, ew_map_key (unknown, index), separator);
  g_string_append (out, value->json);
}

/* Unknown members from @from on that come before @name; NULL: all the rest.
 * One of the same name is left out. */
static guint
append_unknown_until (GString *out, const EwRecordWriter *writer,
                      const EwMap *unknown, guint from, const char *name,
                      const char *separator)
{
  guint i;

  for (i = from; i < ew_map_size (unknown); i++) {
    int order = name ? strcmp (ew_map_key (unknown, i), name) : -1;

    if (order >= 0)
      return order == 0 ? i + 1 : i;
    if (!is_apart (writer, ew_map_key (unknown, i)))
      append_unknown (out, unknown, i, separator);
  }
  return i;
}

static guint
count_fields (const EwRecordType *type)
{
  guint n = 0;

  while (type->fields[n].name != NULL)
    n++;
  return n;
}

void
ew_record_append_members (GString *out, const EwRecordWriter *writer,
                          const EwRecord *record, const char *separator)
{
  const EwField **list =
      g_newa (const EwField *, count_fields (writer->type) + 1);
  guint n = 0, done = 0;

  for (const EwField *field = writer->type->fields; field->name; field++)
    if (is_written (writer, field, record))
      insert_by_name (list, n++, field);

  for (guint i = 0; i < n; i++) {
    done = append_unknown_until (out, writer, record->unknown, done,
                                 list[i]->name, separator);
    append_name (out, list[i]->name, separator);
    append_field (out, list[i], record, writer->flags);
  }
  append_unknown_until (out, writer, record->unknown, done, NULL, separator);
}
