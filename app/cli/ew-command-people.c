/* Commands about the team: who tells what about themselves. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-session-talk.h"

#include <glib/gi18n-lib.h>

static void
add_field_json (JsonBuilder *json, const EwField *field, const EwRecord *record)
{
  g_autofree char *text = ew_field_to_text (field, record);

  ew_json_add (json, field->name, text ? text : "");
}

static void
print_member (EwCall *call, JsonBuilder *json, const EwMember *member)
{
  g_autofree char *name = ew_shown (member->name, 60);

  if (!call->json)
    g_print ("%s  %s\n",
             ew_map_size (member->emails) ? ew_map_key (member->emails, 0)
                                          : "-",
             name);
  json_builder_begin_object (json);
  for (const EwField *field = ew_member_type.fields; field->name; field++)
    add_field_json (json, field, &member->record);
  json_builder_end_object (json);
}

bool
ew_command_people (EwCall *call, GError **error)
{
  GPtrArray *members = ew_session_members (call->session);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < members->len; i++)
    print_member (call, json, g_ptr_array_index (members, i));
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
  return true;
}

static bool
set_field (EwMember *member, const char *assignment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  const EwField *field =
      parts[0] ? ew_record_type_find (&ew_member_type, parts[0]) : NULL;

  if (field && parts[1])
    return ew_field_from_text (field, &member->record, parts[1], error);
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” is none of name=, zone=, hours=, days=, work= and "
                  "away=."),
               assignment);
  return false;
}

bool
ew_command_profile (EwCall *call, GError **error)
{
  g_autoptr (EwMember) member = ew_session_my_profile (call->session);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < call->n_args; i++)
    if (!set_field (member, call->args[i], error))
      return false;
  ew_session_set_member_async (call->session, member, ew_ready_cb, &result);
  return ew_session_set_member_finish (call->session, ew_await (&result),
                                       error);
}
