/* A plain board to try verbs on. */
#pragma once

#include "ew-kinds.h"
#include "ew-verbs-arrange.h"

/* Applies @edit, which it takes, and says whether it did anything. */
static inline bool
board_do (EwBoard *board, EwEdit *edit)
{
  g_autoptr (EwEdit) owned = edit;
  bool does = !ew_edit_is_empty (owned);

  ew_notice_free (ew_board_apply (board, owned));
  return does;
}

static inline const char *
board_add (EwBoard *board, const char *kind, const char *id, EwRect box)
{
  g_autoptr (EwObject) object = ew_object_new (ew_kind_by_name (kind), id);
  g_autoptr (EwEdit) edit = ew_edit_new ("add");
  g_autoptr (GRefString) z = ew_board_front_key (board, object->kind->layer);

  if (ew_kind_has (object->kind, EW_KIND_BOX))
    ew_object_set_box (object, box);
  ew_field_set_string (ew_kind_find_field (object->kind, "z"), &object->record,
                       z);
  ew_edit_add (edit, NULL, object);
  ew_notice_free (ew_board_apply (board, edit));
  return ew_board_get (board, id)->id;
}

/* FIELD=VALUE of one object. */
static inline void
board_set (EwBoard *board, const char *id, const char *field, const char *value)
{
  const EwObject *object = ew_board_get (board, id);
  g_autoptr (EwObject) copy = ew_object_copy (object);
  g_autoptr (EwEdit) edit = ew_edit_new ("set");
  g_autoptr (GError) error = NULL;

  ew_field_from_text (ew_kind_find_field (copy->kind, field), &copy->record,
                      value, &error);
  g_assert_no_error (error);
  ew_edit_add (edit, object, copy);
  ew_notice_free (ew_board_apply (board, edit));
}

static inline EwRect
board_box (const EwBoard *board, const char *id)
{
  return ew_object_box (ew_board_get (board, id));
}

/* Ids in one string, apart by spaces. */
static inline GPtrArray *
board_ids (const char *words)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  for (guint i = 0; split[i]; i++)
    g_ptr_array_add (ids, g_strdup (split[i]));
  return ids;
}

static inline void
board_assert_box (const EwBoard *board, const char *id, EwRect box)
{
  EwRect is = board_box (board, id);

  g_assert_cmpfloat_with_epsilon (is.x, box.x, 0.02);
  g_assert_cmpfloat_with_epsilon (is.y, box.y, 0.02);
  g_assert_cmpfloat_with_epsilon (is.w, box.w, 0.02);
  g_assert_cmpfloat_with_epsilon (is.h, box.h, 0.02);
}
