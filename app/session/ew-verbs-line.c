/* Lines between objects: made, tied elsewhere, grown with a new object. */
#include "ew-verbs-arrange.h"
#include "ew-verbs-private.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>

EwEdit *
ew_verb_connect (const EwBoard *board, const EwKind *kind, const EwAnchor *from,
                 const EwAnchor *to, char **id)
{
  g_autoptr (EwObject) object = ew_object_new (kind, NULL);
  const EwField *from_field = ew_kind_find_field (kind, "from");
  const EwField *to_field = ew_kind_find_field (kind, "to");
  g_return_val_if_fail (from_field && to_field, NULL);

  ew_field_set_anchor (from_field, &object->record, from);
  ew_field_set_anchor (to_field, &object->record, to);
  return ew_verbs_add_object (board, object, id);
}

EwEdit *
ew_verb_tie (const EwBoard *board, const char *line, const char *field,
             const EwAnchor *anchor)
{
  const EwObject *object = ew_board_get (board, line);
  const EwField *end = object ? ew_kind_find_field (object->kind, field) : NULL;
  EwEdit *edit = ew_edit_new (_ ("Move End of Line"));

  g_return_val_if_fail (anchor != NULL, edit);
  if (end == NULL || end->type != EW_FIELD_ANCHOR || object->locked)
    return edit;
  g_autoptr (EwObject) tied = ew_object_copy (object);
  ew_field_set_anchor (end, &tied->record, anchor);
  ew_edit_add (edit, object, tied);
  return edit;
}

/* What branches off looks like what it comes from, when that is something one
 * types into; a card or a frame would be nothing but empty. */
static const EwKind *
kind_of_branch (const EwKind *kind)
{
  bool types = ew_kind_has (kind, EW_KIND_BOX) && kind->text && !kind->link &&
               !ew_kind_has (kind, EW_KIND_CONTAINER);
  return types && kind->text_spot ? kind : &ew_kind_note;
}

static EwObject *
new_branch (const EwBoard *board, const EwObject *from, EwPoint at)
{
  const EwKind *kind = kind_of_branch (from->kind);
  EwObject *branch = ew_object_new (kind, NULL);
  EwRect box = ew_object_box (kind == from->kind ? from : branch);

  box.x = at.x - box.w / 2;
  box.y = at.y - box.h / 2;
  ew_object_set_box (branch, box);
  ew_verbs_copy_style (branch, from);
  ew_object_fit_text (branch);
  ew_verbs_adopt (board, branch, NULL);
  return branch;
}

EwEdit *
ew_verb_branch (const EwBoard *board, const char *id, EwPoint at, char **branch)
{
  const EwObject *from = ew_board_get (board, id);
  g_return_val_if_fail (from != NULL, NULL);

  g_autoptr (EwObject) object = new_branch (board, from, at);
  EwEdit *edit = ew_verbs_add_object (board, object, branch);
  EwAnchor start = { .object = from->id, .spot = EW_SPOT_AUTO };
  EwAnchor end = { .object = object->id, .spot = EW_SPOT_AUTO };
  g_autoptr (EwEdit) line =
      ew_verb_connect (board, &ew_kind_connector, &start, &end, NULL);
  ew_edit_append (edit, line);
  return edit;
}
