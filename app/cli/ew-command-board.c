/* Commands about one board and what is on it. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-object-json.h"
#include "ew-string.h"
#include "ew-thread.h"
#include "ew-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const EwBoard *
ew_call_board (EwCall *call, GError **error)
{
  g_autofree char *id =
      ew_session_find_board (call->session, call->args[0], error);
  if (id == NULL)
    return NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_load_async (call->session, id, NULL, ew_ready_cb, &result);
  return ew_session_load_finish (call->session, ew_await (&result), error);
}

static bool
apply (EwCall *call, const EwBoard *board, EwEdit *edit, guint gesture,
       GError **error)
{
  return ew_session_apply (call->session, ew_board_id (board), edit, gesture,
                           error);
}

const EwObject *
ew_call_object (const EwBoard *board, const char *id, GError **error)
{
  const EwObject *object = ew_board_get (board, id);
  if (object == NULL)
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no object “%s” on this board."), id);
  return object;
}

static void
add_object_json (JsonBuilder *json, const EwObject *object)
{
  json_builder_add_value (json,
                          ew_object_to_node (object, EW_JSON_WRITE_DEFAULTS));
}

/* {"board":{…},"objects":[…]} with every field. */
static void
print_board_json (const EwBoard *board)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const EwObject *own = ew_board_self (board);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "board");
  if (own) {
    g_autoptr (EwObject) named = ew_object_copy_as (own, ew_board_id (board));
    add_object_json (json, named);
  } else {
    json_builder_add_null_value (json);
  }
  json_builder_set_member_name (json, "objects");
  json_builder_begin_array (json);
  for (guint i = 0; i < ew_board_size (board); i++)
    add_object_json (json, ew_board_at (board, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  ew_print_json (json);
}

static void
print_board (const EwBoard *board)
{
  g_print ("%s\n", ew_board_title (board));
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    g_autofree char *text = ew_object_to_text (object);
    g_autofree char *excerpt = ew_string_excerpt (text, 60);
    g_print ("%s  %-11s %s\n", object->id, ew_object_kind_name (object),
             excerpt);
  }
}

static EwBoard *
load_version (EwCall *call, GError **error)
{
  g_autofree char *id =
      ew_session_find_board (call->session, call->args[0], error);
  if (id == NULL)
    return NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_load_at_async (call->session, id, call->at, NULL, ew_ready_cb,
                            &result);
  return ew_session_load_at_finish (call->session, ew_await (&result), error);
}

static void
warn_about_faults (EwCall *call, const EwBoard *board)
{
  GPtrArray *faults = ew_session_faults (call->session, ew_board_id (board));
  for (guint i = 0; faults && i < faults->len; i++) {
    g_autofree char *line = ew_fault_to_string (g_ptr_array_index (faults, i));
    g_printerr ("elsewhen-cli: %s\n", line);
  }
}

bool
ew_command_show (EwCall *call, GError **error)
{
  g_autoptr (EwBoard) old = call->at ? load_version (call, error) : NULL;
  const EwBoard *board = call->at ? old : ew_call_board (call, error);
  if (board == NULL)
    return false;
  warn_about_faults (call, board);
  if (call->json)
    print_board_json (board);
  else
    print_board (board);
  return true;
}

/* An id that something refers to must be there. */
static bool
check_reference (const EwBoard *board, const EwField *field,
                 const EwRecord *record, GError **error)
{
  const char *id = "";
  if (field->type == EW_FIELD_REF)
    id = ew_field_get_string (field, record);
  else if (field->type == EW_FIELD_ANCHOR)
    id = ew_field_get_anchor (field, record)->object;
  return *id == '\0' || ew_call_object (board, id, error) != NULL;
}

/* Sets FIELD=VALUE on @object, which nobody else holds yet. */
static bool
set_field (const EwBoard *board, EwObject *object, const char *assignment,
           GError **error)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  if (g_strv_length (parts) != 2) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("“%s” is not of the form FIELD=VALUE."), assignment);
    return false;
  }
  const EwField *field = ew_kind_find_field (object->kind, parts[0]);
  if (field == NULL) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("A %s has no field “%s”; `elsewhen-cli kinds` lists what "
                    "it has."),
                 ew_object_kind_name (object), parts[0]);
    return false;
  }
  return ew_field_from_text (field, &object->record, parts[1], error) &&
         check_reference (board, field, &object->record, error);
}

static bool
set_fields (const EwBoard *board, EwObject *object, char **assignments,
            GError **error)
{
  for (guint i = 0; assignments[i]; i++)
    if (!set_field (board, object, assignments[i], error))
      return false;
  ew_object_fit_text (object);
  return true;
}

static const EwKind *
find_kind (const char *name, GError **error)
{
  const EwKind *kind = ew_kind_by_name (name);
  if (kind && !ew_kind_has (kind, EW_KIND_META) &&
      !ew_kind_has (kind, EW_KIND_PIN))
    return kind;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               kind ? _ ("A %s cannot be added like this; threads begin with "
                         "`comment`.")
                    : _ ("There is no kind “%s”; `elsewhen-cli kinds` lists "
                         "them."),
               name);
  return NULL;
}

static bool
sets_parent (char **assignments)
{
  for (guint i = 0; assignments[i]; i++)
    if (g_str_has_prefix (assignments[i], "parent="))
      return true;
  return false;
}

/* Where it came to lie decides to which frame it belongs, unless said. */
static bool
adopt (EwCall *call, const EwBoard *board, const char *id, guint gesture,
       GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_ptr_array_add (ids, (char *) id);
  g_autoptr (EwEdit) edit = ew_verb_reparent (board, ids);
  return apply (call, board, edit, gesture, error);
}

bool
ew_command_add (EwCall *call, GError **error)
{
  const EwKind *kind = find_kind (call->args[1], error);
  const EwBoard *board = kind ? ew_call_board (call, error) : NULL;
  if (board == NULL)
    return false;

  char **assignments = call->args + 2;
  guint gesture = ew_session_new_gesture (call->session);
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) made =
      ew_verb_create (board, kind, (EwPoint){ 0, 0 }, EW_RECT_EMPTY, NULL, &id);
  g_autoptr (EwObject) object = ew_object_copy (ew_edit_at (made, 0)->after);
  if (!set_fields (board, object, assignments, error))
    return false;
  ew_edit_add (made, NULL, object);
  if (!apply (call, board, made, gesture, error))
    return false;
  if (!sets_parent (assignments) && !adopt (call, board, id, gesture, error))
    return false;
  g_print ("%s\n", id);
  return true;
}

bool
ew_command_set (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  const EwObject *object =
      board ? ew_call_object (board, call->args[1], error) : NULL;
  if (object == NULL)
    return false;
  g_autoptr (EwObject) changed = ew_object_copy (object);
  if (!set_fields (board, changed, call->args + 2, error))
    return false;
  g_autoptr (EwEdit) edit = ew_edit_new (_ ("Change"));
  ew_edit_add (edit, object, changed);
  return apply (call, board, edit, 0, error);
}

bool
ew_command_remove (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  if (board == NULL)
    return false;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 1; i < call->n_args; i++) {
    if (ew_call_object (board, call->args[i], error) == NULL)
      return false;
    g_ptr_array_add (ids, call->args[i]);
  }
  g_autoptr (EwEdit) edit = ew_verb_remove (board, ids);
  return apply (call, board, edit, 0, error);
}

/* Whoever has no name yet is refused, and told what to do, by the session. */
static const EwIdentity *
author (EwCall *call)
{
  static const EwIdentity nobody = { (char *) "", (char *) "" };
  const EwIdentity *who = ew_session_identity (call->session);
  return who ? who : &nobody;
}

bool
ew_command_comment (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  const EwObject *object =
      board ? ew_call_object (board, call->args[1], error) : NULL;
  if (object == NULL)
    return false;

  const EwIdentity *who = author (call);
  EwAnchor anchor = { .object = object->id, .spot = { 1000, 0 } };
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit = ew_verb_comment (board, &anchor, call->args[2],
                                             who->name, who->email, &id);
  if (!apply (call, board, edit, 0, error))
    return false;
  g_print ("%s\n", id);
  return true;
}

bool
ew_command_reply (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  if (board == NULL)
    return false;
  const EwIdentity *who = ew_session_identity (call->session);
  g_autoptr (EwEdit) edit = ew_verb_reply (board, call->args[1], call->args[2],
                                           who->name, who->email, error);
  return edit && apply (call, board, edit, 0, error);
}

bool
ew_command_repair (EwCall *call, GError **error)
{
  g_autofree char *id =
      ew_session_find_board (call->session, call->args[0], error);
  if (id == NULL)
    return false;
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_repair_async (call->session, id, ew_ready_cb, &result);
  return ew_session_repair_finish (call->session, ew_await (&result), error);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  return time ? g_date_time_format (time, "%F %R") : g_strdup ("?");
}

static void
add_version_json (JsonBuilder *json, const EwVersion *version)
{
  json_builder_begin_object (json);
  ew_json_add (json, "rev", version->rev);
  ew_json_add (json, "author", version->author);
  ew_json_add (json, "email", version->email);
  ew_json_add_int (json, "time", version->time);
  ew_json_add (json, "message", version->message);
  json_builder_end_object (json);
}

static void
print_versions (EwCall *call, GPtrArray *versions)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < versions->len; i++) {
    const EwVersion *version = g_ptr_array_index (versions, i);
    g_autofree char *time = format_time (version->time);
    g_autofree char *message = ew_shown (version->message, 72);
    if (call->json)
      add_version_json (json, version);
    else
      g_print ("%.10s  %s  %s\n", version->rev, time, message);
  }
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
}

bool
ew_command_log (EwCall *call, GError **error)
{
  g_autofree char *id = NULL;
  if (call->n_args > 0 &&
      !(id = ew_session_find_board (call->session, call->args[0], error)))
    return false;
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_log_async (call->session, id, ew_ready_cb, &result);
  g_autoptr (GPtrArray) versions =
      ew_session_log_finish (call->session, ew_await (&result), error);
  if (versions == NULL)
    return false;
  print_versions (call, versions);
  return true;
}
