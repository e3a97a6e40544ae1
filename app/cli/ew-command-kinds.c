/* The kinds of objects, from their tables. */
#include "ew-command.h"

static const char *
type_word (EwFieldType type)
{
  static const char *const words[] = {
    [EW_FIELD_INT] = "number",    [EW_FIELD_BOOL] = "true|false",
    [EW_FIELD_STRING] = "line",   [EW_FIELD_TEXT] = "text",
    [EW_FIELD_COORDS] = "X,Y",    [EW_FIELD_REF] = "id",
    [EW_FIELD_ANCHOR] = "id|X,Y", [EW_FIELD_MAP] = "map",
    [EW_FIELD_SET] = "word,word",
  };
  return words[type];
}

static void
add_field_json (JsonBuilder *json, const EwField *field)
{
  json_builder_begin_object (json);
  ew_json_add (json, "name", field->name);
  ew_json_add (json, "type", type_word (field->type));
  ew_json_add (json, "default", field->fallback ? field->fallback : "");
  if (field->choices) {
    json_builder_set_member_name (json, "choices");
    json_builder_begin_array (json);
    for (guint i = 0; field->choices[i]; i++)
      json_builder_add_string_value (json, field->choices[i]);
    json_builder_end_array (json);
  }
  json_builder_end_object (json);
}

static void
add_kind_json (JsonBuilder *json, const EwKind *kind)
{
  json_builder_begin_object (json);
  ew_json_add (json, "name", kind->name);
  json_builder_set_member_name (json, "fields");
  json_builder_begin_array (json);
  for (const EwField *field = kind->type.fields; field->name; field++)
    add_field_json (json, field);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_kind (const EwKind *kind)
{
  g_print ("%s\n", kind->name);
  for (const EwField *field = kind->type.fields; field->name; field++) {
    g_autofree char *choices =
        field->choices ? g_strjoinv (" ", (char **) field->choices) : NULL;
    g_print ("  %-10s %-10s %s\n", field->name, type_word (field->type),
             choices ? choices : "");
  }
}

bool
ew_command_kinds (EwCall *call, GError **error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; ew_kinds[i]; i++) {
    if (call->json)
      add_kind_json (json, ew_kinds[i]);
    else
      print_kind (ew_kinds[i]);
  }
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
  return true;
}
