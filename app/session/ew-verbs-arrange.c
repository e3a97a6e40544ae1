/* Objects among each other: aligned, spread out, held together, held fast. */
#include "ew-verbs-arrange.h"

#include "ew-group.h"
#include "ew-id.h"
#include "ew-string.h"
#include "ew-verbs-private.h"

#include <glib/gi18n-lib.h>

/* What moves as one: an object, or a group.  `ids` belong to the objects. */
typedef struct {
  GPtrArray *ids;
  EwRect box;
} Unit;

static void
unit_clear (Unit *unit)
{
  g_ptr_array_unref (unit->ids);
}

static bool
is_owned_by_any (const EwBoard *board, const EwObject *object, GHashTable *ids)
{
  for (guint depth = 0; depth < 64 && object && *object->parent; depth++) {
    if (g_hash_table_contains (ids, object->parent))
      return true;
    object = ew_board_get (board, object->parent);
  }
  return false;
}

static Unit *
unit_of (GArray *units, GHashTable *by_group, const EwObject *object)
{
  gpointer index;
  Unit unit = { g_ptr_array_new (), EW_RECT_EMPTY };

  if (*object->group &&
      g_hash_table_lookup_extended (by_group, object->group, NULL, &index)) {
    g_ptr_array_unref (unit.ids);
    return &g_array_index (units, Unit, GPOINTER_TO_UINT (index));
  }
  if (*object->group)
    g_hash_table_insert (by_group, object->group,
                         GUINT_TO_POINTER (units->len));
  g_array_append_val (units, unit);
  return &g_array_index (units, Unit, units->len - 1);
}

/* Lines follow what they hang on, and what a chosen frame owns goes with it. */
static GArray *
find_units (const EwBoard *board, GPtrArray *ids)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  g_autoptr (GHashTable) chosen = ew_verbs_set_of (unlocked);
  g_autoptr (GHashTable) by_group = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (units, (GDestroyNotify) unit_clear);
  for (guint i = 0; i < unlocked->len; i++) {
    const EwObject *object = ew_board_get (board, unlocked->pdata[i]);
    if (!ew_kind_has (object->kind, EW_KIND_BOX) ||
        is_owned_by_any (board, object, chosen))
      continue;
    Unit *unit = unit_of (units, by_group, object);
    g_ptr_array_add (unit->ids, object->id);
    unit->box = ew_rect_union (unit->box, ew_object_turned_box (object));
  }
  return units;
}

static const Unit *
unit_at (GArray *units, guint index)
{
  return &g_array_index (units, Unit, index);
}

static void
move_unit (const EwBoard *board, const Unit *unit, EwPoint by, EwEdit *edit)
{
  g_autoptr (EwEdit) move = ew_verb_move (board, unit->ids, by);
  ew_edit_append (edit, move);
}

static EwPoint
way_to_line (EwRect box, EwRect all, EwAlign align)
{
  EwPoint from = ew_rect_center (box), to = ew_rect_center (all);

  switch (align) {
  case EW_ALIGN_LEFT:
    return (EwPoint){ all.x - box.x, 0 };
  case EW_ALIGN_CENTER:
    return (EwPoint){ to.x - from.x, 0 };
  case EW_ALIGN_RIGHT:
    return (EwPoint){ all.x + all.w - box.x - box.w, 0 };
  case EW_ALIGN_TOP:
    return (EwPoint){ 0, all.y - box.y };
  case EW_ALIGN_MIDDLE:
    return (EwPoint){ 0, to.y - from.y };
  case EW_ALIGN_BOTTOM:
    return (EwPoint){ 0, all.y + all.h - box.y - box.h };
  }
  g_return_val_if_reached (((EwPoint){ 0, 0 }));
}

EwEdit *
ew_verb_align (const EwBoard *board, GPtrArray *ids, EwAlign align)
{
  EwEdit *edit =
      ew_verbs_new_edit (board, ids, _ ("Align %s"), _ ("Align %u Objects"));
  g_autoptr (GArray) units = find_units (board, ids);
  EwRect all = EW_RECT_EMPTY;

  for (guint i = 0; i < units->len; i++)
    all = ew_rect_union (all, unit_at (units, i)->box);
  for (guint i = 0; i < units->len; i++) {
    const Unit *unit = unit_at (units, i);
    move_unit (board, unit, way_to_line (unit->box, all, align), edit);
  }
  return edit;
}

static double
start_of (const Unit *unit, EwAxis axis)
{
  return axis == EW_AXIS_HORIZONTAL ? unit->box.x : unit->box.y;
}

static double
length_of (const Unit *unit, EwAxis axis)
{
  return axis == EW_AXIS_HORIZONTAL ? unit->box.w : unit->box.h;
}

static int
compare_units (gconstpointer a, gconstpointer b, gpointer axis)
{
  EwAxis along = GPOINTER_TO_INT (axis);
  double x = start_of (a, along) + length_of (a, along) / 2;
  double y = start_of (b, along) + length_of (b, along) / 2;

  return (x > y) - (x < y);
}

/* From the end of the first to the start of the last, less what lies between.
 */
static double
gap_of (GArray *units, EwAxis axis)
{
  const Unit *first = unit_at (units, 0);
  double room = start_of (unit_at (units, units->len - 1), axis) -
                start_of (first, axis) - length_of (first, axis);

  for (guint i = 1; i + 1 < units->len; i++)
    room -= length_of (unit_at (units, i), axis);
  return room / (units->len - 1);
}

EwEdit *
ew_verb_distribute (const EwBoard *board, GPtrArray *ids, EwAxis axis)
{
  EwEdit *edit = ew_verbs_new_edit (board, ids, _ ("Distribute %s"),
                                    _ ("Distribute %u Objects"));
  g_autoptr (GArray) units = find_units (board, ids);
  double gap, at;

  if (units->len < 3)
    return edit;
  g_array_sort_with_data (units, compare_units, GINT_TO_POINTER (axis));
  gap = gap_of (units, axis);
  at = start_of (unit_at (units, 0), axis);
  for (guint i = 0; i + 1 < units->len; i++) {
    const Unit *unit = unit_at (units, i);
    double by = at - start_of (unit, axis);
    EwPoint way =
        axis == EW_AXIS_HORIZONTAL ? (EwPoint){ by, 0 } : (EwPoint){ 0, by };
    move_unit (board, unit, way, edit);
    at += length_of (unit, axis) + gap;
  }
  return edit;
}

static void
set_group (const EwBoard *board, const char *id, const char *word, EwEdit *edit)
{
  const EwObject *object = ew_board_get (board, id);
  g_autoptr (EwObject) grouped = ew_object_copy (object);
  ew_string_set (&grouped->group, word);
  ew_edit_add (edit, object, grouped);
}

EwEdit *
ew_verb_group (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) all = ew_group_expand (board, ids);
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, all);
  EwEdit *edit = ew_verbs_new_edit (board, unlocked, _ ("Group %s"),
                                    _ ("Group %u Objects"));
  g_autoptr (GRefString) word = ew_id_new ();

  if (unlocked->len < 2 || ew_group_is_one (board, unlocked))
    return edit;
  for (guint i = 0; i < unlocked->len; i++)
    set_group (board, unlocked->pdata[i], word, edit);
  return edit;
}

EwEdit *
ew_verb_ungroup (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) all = ew_group_expand (board, ids);
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, all);
  EwEdit *edit = ew_verbs_new_edit (board, unlocked, _ ("Ungroup %s"),
                                    _ ("Ungroup %u Objects"));
  for (guint i = 0; i < unlocked->len; i++)
    set_group (board, unlocked->pdata[i], "", edit);
  return edit;
}

static void
set_locked (const EwBoard *board, GPtrArray *ids, gboolean locked, EwEdit *edit)
{
  g_autoptr (GPtrArray) all = ew_group_expand (board, ids);
  for (guint i = 0; i < all->len; i++) {
    const EwObject *object = ew_board_get (board, all->pdata[i]);
    if (object == NULL)
      continue;
    g_autoptr (EwObject) copy = ew_object_copy (object);
    copy->locked = locked;
    ew_edit_add (edit, object, copy);
  }
}

EwEdit *
ew_verb_lock (const EwBoard *board, GPtrArray *ids)
{
  EwEdit *edit =
      ew_verbs_new_edit (board, ids, _ ("Lock %s"), _ ("Lock %u Objects"));
  set_locked (board, ids, TRUE, edit);
  return edit;
}

EwEdit *
ew_verb_unlock (const EwBoard *board, GPtrArray *ids)
{
  EwEdit *edit =
      ew_verbs_new_edit (board, ids, _ ("Unlock %s"), _ ("Unlock %u Objects"));
  set_locked (board, ids, FALSE, edit);
  return edit;
}
