#include "ew-reaction-click.h"

#include "ew-error.h"
#include "ew-reaction.h"
#include "ew-verbs-react.h"

static EwEdit *
toggle (EwToolbox *toolbox, const EwObject *object, const char *emoji,
        GError **error)
{
  const EwIdentity *me = ew_session_identity (toolbox->session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (!me) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_NO_IDENTITY, "");
    return NULL;
  }
  g_ptr_array_add (ids, object->id);
  return ew_verb_react (ew_toolbox_board (toolbox), ids, emoji, me->name,
                        me->email, error);
}

bool
ew_reaction_click_is_at (EwToolbox *toolbox, const EwObject *object,
                         const EwPointer *pointer)
{
  EwReactionChip chip;

  return !ew_toolbox_is_read_only (toolbox) && !pointer->ctrl &&
         !pointer->shift &&
         ew_reaction_chip_at (object, ew_toolbox_board (toolbox),
                              pointer->board, &chip);
}

bool
ew_reaction_click (EwToolbox *toolbox, const EwObject *object)
{
  const EwPointer *pointer = &toolbox->press.start;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwEdit) edit = NULL;
  EwReactionChip chip;

  if (!ew_reaction_click_is_at (toolbox, object, pointer) ||
      !ew_reaction_chip_at (object, ew_toolbox_board (toolbox), pointer->board,
                            &chip))
    return false;
  edit = toggle (toolbox, object, chip.emoji, &error);
  if (edit)
    ew_toolbox_apply (toolbox, edit);
  else
    toolbox->host->failed (error, toolbox->data);
  return true;
}
