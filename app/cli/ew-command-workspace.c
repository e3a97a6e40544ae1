/* Commands about a whole workspace. */
#include "ew-command.h"

#include "ew-error.h"

#include "ew-string.h"

#include <glib/gi18n-lib.h>

void
ew_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

void
ew_json_add (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
ew_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

char *
ew_shown (const char *text, gsize max)
{
  g_autofree char *line = ew_string_excerpt (text, max);
  GString *shown = g_string_new (NULL);

  for (const char *at = line; *at; at = g_utf8_next_char (at))
    if (g_unichar_isprint (g_utf8_get_char (at)))
      g_string_append_unichar (shown, g_utf8_get_char (at));
  return g_string_free (shown, FALSE);
}

static bool
finish_making (EwCall *call, GAsyncResult *result, GError **error)
{
  g_autoptr (EwSession) session = ew_session_open_finish (result, error);
  if (session == NULL)
    return false;
  g_autoptr (GAsyncResult) closed = NULL;
  ew_session_close_async (session, ew_ready_cb, &closed);
  return ew_session_close_finish (session, ew_await (&closed), error);
}

bool
ew_command_init (EwCall *call, GError **error)
{
  g_autofree char *folder = g_path_get_basename (call->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_create_async (call->workspace, call->name ? call->name : folder,
                           NULL, ew_ready_cb, &result);
  return finish_making (call, ew_await (&result), error);
}

bool
ew_command_clone (EwCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  EwPlace place = { call->args[0], call->branch, call->folder };
  ew_session_join_async (&place, call->workspace, NULL, NULL, NULL, ew_ready_cb,
                         &result);
  return finish_making (call, ew_await (&result), error);
}

static void
add_board_json (JsonBuilder *json, const EwBoardEntry *entry)
{
  json_builder_begin_object (json);
  ew_json_add (json, "id", entry->id);
  ew_json_add (json, "title",
               entry->self ? ew_object_get_string (entry->self, "title") : "");
  ew_json_add_intent (json, entry->self);
  json_builder_end_object (json);
}

bool
ew_command_boards (EwCall *call, GError **error)
{
  GPtrArray *boards = ew_session_boards (call->session);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < boards->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (boards, i);
    add_board_json (json, entry);
    if (!call->json)
      g_print ("%s  %s\n", entry->id,
               entry->self ? ew_object_get_string (entry->self, "title")
                           : _ ("(cannot be read)"));
  }
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
  return true;
}

bool
ew_command_new_board (EwCall *call, GError **error)
{
  g_autofree char *id =
      ew_session_new_board (call->session, call->args[0], error);
  if (id == NULL)
    return false;
  g_print ("%s\n", id);
  return true;
}

static void
add_fault_json (JsonBuilder *json, const EwFault *fault)
{
  static const char *const levels[] = { "warning", "damage", "newer" };
  json_builder_begin_object (json);
  ew_json_add (json, "level", levels[fault->level]);
  ew_json_add (json, "file", fault->file);
  ew_json_add_int (json, "line", fault->line);
  ew_json_add (json, "object", fault->object);
  ew_json_add (json, "sentence", fault->sentence);
  json_builder_end_object (json);
}

static void
print_faults (EwCall *call, GPtrArray *faults)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < faults->len; i++) {
    const EwFault *fault = g_ptr_array_index (faults, i);
    g_autofree char *line = ew_fault_to_string (fault);
    if (call->json)
      add_fault_json (json, fault);
    else
      g_print ("%s\n", line);
  }
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
}

bool
ew_command_check (EwCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_check_async (call->session, NULL, ew_ready_cb, &result);
  g_autoptr (GPtrArray) faults =
      ew_session_check_finish (call->session, ew_await (&result), error);
  if (faults == NULL)
    return false;

  print_faults (call, faults);
  if (faults->len == 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               ngettext ("%u fault found.", "%u faults found.", faults->len),
               faults->len);
  return false;
}
