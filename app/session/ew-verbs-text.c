#include "ew-verbs-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static bool
is_box (const char *text, gssize at)
{
  return at > 0 && (gsize) at + 1 < strlen (text) && text[at - 1] == '[' &&
         strchr (" xX", text[at]) && text[at + 1] == ']';
}

EwEdit *
ew_verb_tick (const EwBoard *board, const char *id, gssize at)
{
  const EwObject *object;
  g_autoptr (EwObject) ticked = NULL;
  g_autofree char *text = NULL;
  bool was_ticked;
  EwEdit *edit;

  g_return_val_if_fail (board && id, NULL);

  object = ew_board_get (board, id);
  text = object && object->kind->text
             ? g_strdup (ew_object_get_string (object, object->kind->text))
             : g_strdup ("");
  was_ticked = is_box (text, at) && text[at] != ' ';
  edit = ew_edit_new (was_ticked ? _ ("Untick") : _ ("Tick"));
  if (!is_box (text, at))
    return edit;
  text[at] = was_ticked ? ' ' : 'x';
  ticked = ew_object_copy (object);
  ew_object_set_string (ticked, object->kind->text, text);
  ew_edit_add (edit, object, ticked);
  return edit;
}
