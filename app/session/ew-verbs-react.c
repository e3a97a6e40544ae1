#include "ew-verbs-react.h"

#include "ew-error.h"
#include "ew-reaction.h"

#include <glib/gi18n-lib.h>

static const EwObject *
reactable (const EwBoard *board, const char *id)
{
  const EwObject *object = ew_board_get (board, id);

  if (!object || !ew_kind_find_field (object->kind, "reactions") ||
      ew_kind_has (object->kind, EW_KIND_PIN) ||
      ew_kind_has (object->kind, EW_KIND_META))
    return NULL;
  return object;
}

static bool
all_have_it (const EwBoard *board, GPtrArray *ids, const char *emoji,
             const char *email)
{
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = reactable (board, ids->pdata[i]);

    if (object && !ew_object_has_reaction (object, emoji, email))
      return false;
  }
  return true;
}

EwEdit *
ew_verb_react (const EwBoard *board, GPtrArray *ids, const char *emoji,
               const char *name, const char *email, GError **error)
{
  bool reacts = !all_have_it (board, ids, emoji, email);
  g_autofree char *label = NULL;
  EwEdit *edit;

  if (!ew_emoji_is_valid (emoji)) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("“%s” is no emoji to react with."), emoji);
    return NULL;
  }
  /* Translators: what is undone; %s is an emoji. */
  label = g_strdup_printf (reacts ? _ ("React with %s") : _ ("Take %s Back"),
                           emoji);
  edit = ew_edit_new (label);
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = reactable (board, ids->pdata[i]);
    g_autoptr (EwObject) after = NULL;

    if (!object || ew_object_has_reaction (object, emoji, email) == reacts)
      continue;
    after = ew_object_react (object, emoji, name, email, reacts);
    ew_edit_add (edit, object, after);
  }
  return edit;
}
