/* Clashes: texts that two people reworded at once.  One is shown, the other is
 * kept on the object until somebody settles it. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-map.h"
#include "ew-object-member.h"
#include "ew-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 60

/* As EwSettle has them. */
static const char *const way_words[] = {
  [EW_SETTLE_KEEP] = "keep",
  [EW_SETTLE_TAKE] = "take",
  [EW_SETTLE_BOTH] = "both",
};

static const EwClash *
clash_at (const EwObject *object, guint index)
{
  return (const EwClash *) ew_map_value (object->clash, index);
}

/* --- Listing ------------------------------------------------------------- */

static void
add_clash_json (JsonBuilder *json, const EwObject *object, const EwClash *clash)
{
  json_builder_begin_object (json);
  ew_json_add (json, "id", object->id);
  ew_json_add (json, "member", clash->member);
  ew_json_add (json, "shown", ew_object_member_text (object, clash->member));
  ew_json_add (json, "other", clash->text);
  json_builder_end_object (json);
}

static void
print_clash (const EwObject *object, const EwClash *clash)
{
  g_autofree char *shown =
      ew_shown (ew_object_member_text (object, clash->member), EXCERPT);
  g_autofree char *other = ew_shown (clash->text, EXCERPT);

  /* Translators: an object, and two versions of its text. */
  g_print (_ ("%s\n  shown  %s\n  other  %s\n"), object->id, shown, other);
}

static void
list_of (EwCall *call, JsonBuilder *json, const EwObject *object)
{
  for (guint i = 0; i < ew_map_size (object->clash); i++)
    if (call->json)
      add_clash_json (json, object, clash_at (object, i));
    else
      print_clash (object, clash_at (object, i));
}

static void
list (EwCall *call, const EwBoard *board)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  if (ew_board_self (board) != NULL)
    list_of (call, json, ew_board_self (board));
  for (guint i = 0; i < ew_board_size (board); i++)
    list_of (call, json, ew_board_at (board, i));
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
}

/* --- Settling ------------------------------------------------------------ */

static bool
parse_way (const char *word, EwSettle *way, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (way_words); i++)
    if (strcmp (word, way_words[i]) == 0) {
      *way = i;
      return true;
    }
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” is no way to settle it: say keep, take or both."),
               word);
  return false;
}

/* All its clashes, one after the other, as one step. */
static bool
settle (EwCall *call, const EwBoard *board, const char *id, EwSettle way,
        GError **error)
{
  const EwObject *object;
  guint gesture = ew_session_new_gesture (call->session);

  while ((object = ew_board_get (board, id)) &&
         ew_map_size (object->clash) > 0) {
    g_autoptr (EwEdit) edit =
        ew_verb_settle (board, id, ew_map_key (object->clash, 0), way);

    if (!ew_session_apply (call->session, ew_board_id (board), edit, gesture,
                           error))
      return false;
  }
  return true;
}

static bool
resolve (EwCall *call, const EwBoard *board, GError **error)
{
  const EwObject *object = ew_board_get (board, call->args[1]);
  EwSettle way;

  if (!parse_way (call->args[2], &way, error))
    return false;
  if (object == NULL || ew_map_size (object->clash) == 0) {
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("Nothing of “%s” clashes."), call->args[1]);
    return false;
  }
  return settle (call, board, call->args[1], way, error);
}

/* An id alone is enough for a thread; a clash needs to be told how. */
static bool
resolve_alone (EwCall *call, const EwBoard *board, GError **error)
{
  const EwObject *object = ew_board_get (board, call->args[1]);

  if (object == NULL || ew_map_size (object->clash) == 0)
    return ew_command_resolve_thread (call, error);
  g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                       _ ("Say how to settle it: keep, take or both."));
  return false;
}

bool
ew_command_resolve (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);

  if (board == NULL)
    return false;
  if (call->n_args == 2)
    return resolve_alone (call, board, error);
  if (call->n_args == 3)
    return resolve (call, board, error);
  list (call, board);
  return true;
}
