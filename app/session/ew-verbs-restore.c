#include "ew-verbs-restore.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static bool
is_talk (const EwObject *object)
{
  return object && ew_thread_from_object (object);
}

/* Both boards as they will be: what is on the canvas, and what comes back. */
static bool
will_be_there (const EwBoard *board, const EwEdit *edit, const char *id)
{
  const EwChange *change = ew_edit_find (edit, id);

  return change ? change->after != NULL : ew_board_get (board, id) != NULL;
}

/* Whatever lost the object it was tied to is tied to it again, as it was. */
static void
tie_again (const EwBoard *board, const EwBoard *old, EwEdit *edit)
{
  const EwField *field = ew_kind_find_field (&ew_kind_thread, "anchor");

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    const EwThread *thread = ew_thread_from_object (object);
    const EwThread *was =
        thread ? ew_thread_from_object (ew_board_get (old, object->id)) : NULL;
    g_autoptr (EwObject) tied = NULL;

    if (!was || !ew_thread_is_orphan (thread) ||
        !will_be_there (board, edit, was->anchor.object))
      continue;
    tied = ew_object_copy (object);
    ew_field_set_anchor (field, &tied->record, &was->anchor);
    ew_edit_add (edit, object, tied);
  }
}

EwEdit *
ew_verb_restore_board (const EwBoard *board, const EwBoard *old)
{
  g_autoptr (EwEdit) back = ew_board_diff (board, old);
  EwEdit *edit = ew_edit_new (_ ("Restore Version"));

  for (guint i = 0; i < ew_edit_size (back); i++) {
    const EwChange *change = ew_edit_at (back, i);

    /* A thread that was removed comes back; one that is here stays as it is. */
    if (!is_talk (change->before))
      ew_edit_add (edit, change->before, change->after);
  }
  tie_again (board, old, edit);
  return edit;
}

/* --- Some objects --------------------------------------------------------- */

static bool
comes_back (const EwEdit *edit, const char *id)
{
  const EwChange *change = ew_edit_find (edit, id);

  return change && !change->before && change->after;
}

/* An end that was tied to what is not there any more stays where it was. */
static void
let_go_of_missing (const EwBoard *board, const EwBoard *old, EwObject *back,
                   const EwEdit *edit)
{
  for (const EwField *field = back->kind->type.fields; field->name; field++) {
    const EwAnchor *anchor;
    EwAnchor loose = { .object = (char *) "", .spot = EW_SPOT_AUTO };

    if (field->type != EW_FIELD_ANCHOR)
      continue;
    anchor = ew_field_get_anchor (field, &back->record);
    if (*anchor->object == '\0' || will_be_there (board, edit, anchor->object))
      continue;
    loose.point = ew_coords_from_point (ew_board_anchor_point (old, anchor));
    ew_field_set_anchor (field, &back->record, &loose);
  }
}

static void
put_back (const EwBoard *board, const EwBoard *old, const char *id,
          EwEdit *edit)
{
  g_autoptr (EwObject) back = ew_object_copy (ew_board_get (old, id));

  if (*back->parent && !will_be_there (board, edit, back->parent))
    ew_object_set_string (back, "parent", "");
  let_go_of_missing (board, old, back, edit);
  ew_edit_add (edit, ew_board_get (board, id), back);
}

/* Whatever lay in a frame that comes back, and went up when that was removed.
 */
static bool
lies_in_again (const EwObject *now, const EwObject *was, const EwEdit *edit)
{
  const EwChange *change = ew_edit_find (edit, was->parent);

  return comes_back (edit, was->parent) &&
         g_str_equal (now->parent, change->after->parent);
}

/* Returns: (transfer full) (nullable): @now, tied again; NULL when nothing was.
 */
static EwObject *
retied (const EwObject *now, const EwObject *was, const EwEdit *edit)
{
  g_autoptr (EwObject) again = ew_object_copy (now);

  if (*was->parent && lies_in_again (now, was, edit))
    ew_object_set_string (again, "parent", was->parent);
  for (const EwField *field = now->kind->type.fields; field->name; field++) {
    const EwAnchor *then;

    if (field->type != EW_FIELD_ANCHOR)
      continue;
    then = ew_field_get_anchor (field, &was->record);
    if (*ew_field_get_anchor (field, &now->record)->object == '\0' &&
        comes_back (edit, then->object))
      ew_field_set_anchor (field, &again->record, then);
  }
  return ew_object_equal (again, now) ? NULL : g_steal_pointer (&again);
}

static void
retie_others (const EwBoard *board, const EwBoard *old, EwEdit *edit)
{
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *now = ew_board_at (board, i);
    const EwObject *was = ew_board_get (old, now->id);
    g_autoptr (EwObject) again = NULL;

    if (!was || was->kind != now->kind || ew_edit_find (edit, now->id))
      continue;
    again = retied (now, was, edit);
    if (again)
      ew_edit_add (edit, now, again);
  }
}

static bool
were_there (const EwBoard *old, GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!ew_board_get (old, ids->pdata[i])) {
      g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                   _ ("There is no object “%s” in this version."),
                   (const char *) ids->pdata[i]);
      return false;
    }
  return true;
}

EwEdit *
ew_verb_restore_objects (const EwBoard *board, const EwBoard *old,
                         GPtrArray *ids, GError **error)
{
  EwEdit *edit;

  if (!were_there (old, ids, error))
    return NULL;
  edit = ew_edit_new (ids->len == 1 ? _ ("Restore Object")
                                    : _ ("Restore Objects"));
  /* First all of them, so that each knows who else comes back. */
  for (guint i = 0; i < ids->len; i++)
    ew_edit_add (edit, ew_board_get (board, ids->pdata[i]),
                 ew_board_get (old, ids->pdata[i]));
  for (guint i = 0; i < ids->len; i++)
    put_back (board, old, ids->pdata[i], edit);
  tie_again (board, old, edit);
  retie_others (board, old, edit);
  return edit;
}

EwEdit *
ew_verb_restore_object (const EwBoard *board, const EwBoard *old,
                        const char *id, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  return ew_verb_restore_objects (board, old, ids, error);
}
