/* What a board is for: said, and changed. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-session-talk.h"
#include "ew-set.h"
#include "ew-verbs-intent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Said ----------------------------------------------------------------- */

static void
add_reviewers (JsonBuilder *json, const EwMap *reviewers)
{
  json_builder_set_member_name (json, "reviewers");
  json_builder_begin_array (json);
  for (guint i = 0; i < ew_map_size (reviewers); i++)
    json_builder_add_string_value (json, ew_map_key (reviewers, i));
  json_builder_end_array (json);
}

void
ew_json_add_intent (JsonBuilder *json, const EwObject *self)
{
  EwIntent intent = ew_intent_of (self);

  ew_json_add (json, "purpose", intent.purpose);
  ew_json_add (json, "dri", intent.driver);
  add_reviewers (json, intent.reviewers);
  ew_json_add_int (json, "due", intent.due);
  ew_json_add (json, "wanted", intent.wanted);
}

static void
print_line (const char *name, const char *value)
{
  g_autofree char *shown = ew_shown (value, 200);

  if (*shown)
    g_print ("%-10s %s\n", name, shown);
}

static char *
format_due (gint64 due)
{
  g_autoptr (GDateTime) time =
      due ? g_date_time_new_from_unix_local (due) : NULL;

  return time ? g_date_time_format (time, "%F %R") : g_strdup ("");
}

static void
print_intent (const EwObject *self)
{
  EwIntent intent = ew_intent_of (self);
  g_autofree char *reviewers = ew_set_to_text (intent.reviewers);
  g_autofree char *due = format_due (intent.due);

  print_line ("purpose", intent.purpose);
  print_line ("dri", *intent.driver || !ew_intent_is_stated (&intent)
                         ? intent.driver
                         : _ ("(nobody yet)"));
  print_line ("reviewers", reviewers);
  print_line ("due", due);
  print_line ("wanted", intent.wanted);
}

/* --- Changed -------------------------------------------------------------- */

/* What is typed, until the edit is made. */
typedef struct {
  EwIntent intent;
  EwMap *reviewers;
  const char *due; /* a date, or NULL: as it was */
} Wish;

static void
wish_clear (Wish *wish)
{
  g_clear_pointer (&wish->reviewers, ew_map_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static bool
take_word (Wish *wish, const char *name, const char *value)
{
  if (strcmp (name, "purpose") == 0) {
    wish->intent.purpose = value;
  } else if (strcmp (name, "wanted") == 0) {
    wish->intent.wanted = value;
  } else if (strcmp (name, "dri") == 0) {
    wish->intent.driver = value;
  } else if (strcmp (name, "due") == 0) {
    wish->due = value;
  } else if (strcmp (name, "reviewers") == 0) {
    g_clear_pointer (&wish->reviewers, ew_map_unref);
    wish->reviewers = ew_set_from_text (value);
    wish->intent.reviewers = wish->reviewers;
  } else {
    return false;
  }
  return true;
}

static bool
read_word (Wish *wish, char *assignment, GError **error)
{
  char *value = strchr (assignment, '=');

  if (value)
    *value++ = '\0';
  if (value && take_word (wish, assignment, value))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” is none of purpose=, dri=, reviewers=, due= and "
                  "wanted=."),
               assignment);
  return false;
}

/* A date is the end of the day of whoever drives the board. */
static bool
read_date (EwCall *call, Wish *wish, GError **error)
{
  g_auto (EwHours) hours =
      ew_session_hours_of (call->session, wish->intent.driver);

  if (!wish->due)
    return true;
  wish->intent.due = *wish->due ? ew_hours_date (&hours, wish->due) : 0;
  if (!*wish->due || wish->intent.due != 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” is no date: write 2026-12-03 or 2026-12-03T14:30."),
               wish->due);
  return false;
}

static bool
change (EwCall *call, const EwBoard *board, const EwObject *self,
        GError **error)
{
  g_auto (Wish) wish = { ew_intent_of (self) };
  g_autoptr (EwEdit) edit = NULL;

  for (guint i = 1; i < call->n_args; i++)
    if (!read_word (&wish, call->args[i], error))
      return false;
  if (!read_date (call, &wish, error))
    return false;
  edit = ew_verb_state_intent (board, self, &wish.intent);
  return ew_session_apply (call->session, ew_board_id (board), edit, 0, error);
}

bool
ew_command_intent (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  const EwObject *self =
      board ? ew_call_object (board, EW_BOARD_SELF, error) : NULL;
  g_autoptr (JsonBuilder) json = NULL;

  if (self == NULL)
    return false;
  if (call->n_args > 1)
    return change (call, board, self, error);
  if (!call->json) {
    print_intent (self);
    return true;
  }
  json = json_builder_new ();
  json_builder_begin_object (json);
  ew_json_add_intent (json, self);
  json_builder_end_object (json);
  ew_print_json (json);
  return true;
}
