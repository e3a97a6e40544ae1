#include "ew-verbs-intent.h"

#include "ew-merge.h"

#include <glib/gi18n-lib.h>

EwEdit *
ew_verb_state_intent (const EwBoard *board, const EwObject *before,
                      const EwIntent *intent)
{
  g_autoptr (EwEdit) wish = ew_edit_new (_ ("Change Purpose and People"));
  g_autoptr (EwObject) after = NULL;

  g_return_val_if_fail (board && before && intent, NULL);

  after = ew_intent_put (before, intent);
  ew_edit_add (wish, before, after);
  return ew_merge_carry (board, wish);
}
