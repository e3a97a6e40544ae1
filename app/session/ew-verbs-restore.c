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

EwEdit *
ew_verb_restore_object (const EwBoard *board, const EwBoard *old,
                        const char *id, GError **error)
{
  const EwObject *was = ew_board_get (old, id);
  g_autoptr (EwObject) back = NULL;
  EwEdit *edit;

  if (!was) {
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no object “%s” in this version."), id);
    return NULL;
  }
  back = ew_object_copy (was);
  if (*back->parent && !ew_board_get (board, back->parent))
    ew_object_set_string (back, "parent", "");
  edit = ew_edit_new (_ ("Restore Object"));
  ew_edit_add (edit, ew_board_get (board, id), back);
  tie_again (board, old, edit);
  return edit;
}
