/* What two sides break together. */
#include "ew-merge.h"

#include "ew-kinds.h"
#include "ew-string.h"

#include <string.h>

static EwBoard *
board_of (const EwObject *const *objects, gsize n)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (list, ew_object_ref (objects[i]));
  return ew_board_new_with ("b", list);
}

static EwObject *
frame (const char *id, const char *parent)
{
  EwObject *object = ew_object_new (&ew_kind_frame, id);

  ew_string_set (&object->parent, parent);
  return object;
}

static EwObject *
self (const char *title, bool deleted)
{
  EwObject *object = ew_object_new (&ew_kind_board, EW_BOARD_SELF);

  ew_object_set_string (object, "title", title);
  ew_field_set_bool (ew_kind_find_field (object->kind, "deleted"),
                     &object->record, deleted);
  return object;
}

/* Merges object by object, as a store does, then mends.  (transfer full) */
static EwBoard *
merge_boards (const EwBoard *base, const EwBoard *ours, const EwBoard *theirs)
{
  const EwBoard *const sides[] = { ours, theirs };
  EwMergeTimes times = { { 1, 2 } };
  EwBoard *merged = ew_board_snapshot (ours);
  g_autoptr (EwEdit) diff = ew_board_diff (base, theirs);
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  g_autoptr (EwEdit) mending = NULL;
  g_autoptr (EwNotice) done = NULL;
  g_autoptr (EwNotice) mended = NULL;

  for (guint i = 0; i < ew_edit_size (diff); i++) {
    const EwChange *change = ew_edit_at (diff, i);
    const EwObject *mine = ew_board_get (ours, change->id);
    const EwObject *const pair[] = { mine, change->after };
    g_autoptr (EwObject) object =
        ew_merge_object (change->before, pair, &times);

    if (mine != NULL || object != NULL)
      ew_edit_add (edit, mine, object);
  }
  done = ew_board_apply (merged, edit);
  mending = ew_merge_mend (merged, base, sides);
  mended = ew_board_apply (merged, mending);
  return merged;
}

/* A into B here, B into A there. */
static void
test_circle (void)
{
  g_autoptr (EwObject) a = frame ("a", NULL);
  g_autoptr (EwObject) b = frame ("b", NULL);
  g_autoptr (EwObject) a_in_b = frame ("a", "b");
  g_autoptr (EwObject) b_in_a = frame ("b", "a");
  g_autoptr (EwBoard) base = board_of ((const EwObject *[]){ a, b }, 2);
  g_autoptr (EwBoard) ours = board_of ((const EwObject *[]){ a_in_b, b }, 2);
  g_autoptr (EwBoard) theirs = board_of ((const EwObject *[]){ a, b_in_a }, 2);
  g_autoptr (EwBoard) one = merge_boards (base, ours, theirs);
  g_autoptr (EwBoard) other = merge_boards (base, theirs, ours);
  g_autoptr (EwEdit) difference = ew_board_diff (one, other);
  guint free_ones = (*ew_board_get (one, "a")->parent == '\0') +
                    (*ew_board_get (one, "b")->parent == '\0');

  g_assert_cmpuint (free_ones, ==, 1);
  g_assert_true (ew_edit_is_empty (difference));
}

/* They tied a connector to what we deleted: its end stays where that was. */
static void
test_tied_to_deleted (void)
{
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, "n");
  g_autoptr (EwObject) line = ew_object_new (&ew_kind_connector, "c");
  EwAnchor anchor = { .object = (char *) "n", .spot = EW_SPOT_AUTO };
  const EwField *from = ew_kind_find_field (line->kind, "from");
  g_autoptr (EwBoard) base = NULL;
  g_autoptr (EwBoard) ours = ew_board_new ("b");
  g_autoptr (EwBoard) theirs = NULL;
  g_autoptr (EwBoard) merged = NULL;
  const EwAnchor *end;

  note->pos = (EwCoords){ 64000, 64000 };
  ew_field_set_anchor (from, &line->record, &anchor);
  base = board_of ((const EwObject *[]){ note }, 1);
  theirs = board_of ((const EwObject *[]){ note, line }, 2);
  merged = merge_boards (base, ours, theirs);

  g_assert_null (ew_board_get (merged, "n"));
  end = ew_field_get_anchor (from, &ew_board_get (merged, "c")->record);
  g_assert_cmpstr (end->object, ==, "");
  g_assert_cmpint (end->point.x, >=, 63000);
}

static bool
is_deleted (const EwBoard *board)
{
  const EwObject *entry = ew_board_self (board);

  return ew_field_get_bool (ew_kind_find_field (entry->kind, "deleted"),
                            &entry->record);
}

/* Whether a board is gone when one deletes it and the other makes @worked of
 * it. */
static bool
is_gone_after (const EwObject *start, const EwObject *worked,
               const EwObject *added)
{
  g_autoptr (EwObject) put_away = self ("Plan", true);
  g_autoptr (EwBoard) base = board_of (&start, 1);
  g_autoptr (EwBoard) ours = board_of ((const EwObject *[]){ put_away }, 1);
  g_autoptr (EwBoard) theirs =
      board_of ((const EwObject *[]){ worked, added }, added != NULL ? 2 : 1);
  g_autoptr (EwBoard) one = merge_boards (base, ours, theirs);
  g_autoptr (EwBoard) other = merge_boards (base, theirs, ours);

  g_assert_true (is_deleted (one) == is_deleted (other));
  return is_deleted (one);
}

static void
test_deleted_board (void)
{
  g_autoptr (EwObject) plan = self ("Plan", false);
  g_autoptr (EwObject) renamed = self ("Plan B", false);
  g_autoptr (EwObject) deleted = self ("Plan", true);
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, "n");

  g_assert_true (is_gone_after (plan, plan, NULL));
  g_assert_true (is_gone_after (plan, deleted, NULL));
  g_assert_true (is_gone_after (plan, deleted, note));
  g_assert_false (is_gone_after (plan, plan, note));
  g_assert_false (is_gone_after (plan, renamed, NULL));
  /* It was away before: that they worked on it all the same changes nothing. */
  g_assert_true (is_gone_after (deleted, deleted, note));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-mend/circle", test_circle);
  g_test_add_func ("/merge-mend/tied-to-deleted", test_tied_to_deleted);
  g_test_add_func ("/merge-mend/deleted-board", test_deleted_board);
  return g_test_run ();
}
