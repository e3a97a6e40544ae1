/* Who is in front of whom. */
#include "ew-verbs-arrange.h"
#include "ew-verbs-private.h"

#include "ew-order.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

/* The objects of @ids that may be changed, back to front. */
static GPtrArray *
in_order (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  g_autoptr (GHashTable) chosen = ew_verbs_set_of (unlocked);
  GPtrArray *objects = g_ptr_array_new ();
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (g_hash_table_contains (chosen, object->id))
      g_ptr_array_add (objects, (gpointer) object);
  }
  return objects;
}

static void
set_order (EwEdit *edit, const EwObject *object, const char *z)
{
  g_autoptr (EwObject) moved = ew_object_copy (object);
  ew_string_set (&moved->z, z);
  ew_edit_add (edit, object, moved);
}

/* Each layer for itself: a frame never comes before a note. */
static void
raise_layer (const EwBoard *board, GPtrArray *objects, EwLayer layer,
             bool to_front, EwEdit *edit)
{
  char *edge = NULL;
  for (guint i = 0; i < objects->len; i++) {
    guint index = to_front ? i : objects->len - 1 - i;
    const EwObject *object = g_ptr_array_index (objects, index);
    if (object->kind->layer != layer)
      continue;
    if (edge == NULL)
      edge = to_front ? ew_board_front_key (board, layer)
                      : ew_board_back_key (board, layer);
    else
      ew_string_take (&edge, to_front ? ew_order_between (edge, NULL)
                                      : ew_order_between (NULL, edge));
    set_order (edit, object, edge);
  }
  g_clear_pointer (&edge, g_ref_string_release);
}

EwEdit *
ew_verb_raise (const EwBoard *board, GPtrArray *ids, bool to_front)
{
  EwEdit *edit = to_front
                     ? ew_verbs_new_edit (board, ids, _ ("Bring %s to Front"),
                                          _ ("Bring %u Objects to Front"))
                     : ew_verbs_new_edit (board, ids, _ ("Send %s to Back"),
                                          _ ("Send %u Objects to Back"));
  g_autoptr (GPtrArray) objects = in_order (board, ids);
  for (EwLayer layer = 0; layer <= EW_LAYER_PINS; layer++)
    raise_layer (board, objects, layer, to_front, edit);
  return edit;
}

static bool
touches_any (const EwBoard *board, const EwObject *object, GPtrArray *others)
{
  EwRect bounds = ew_object_bounds (object, board);
  for (guint i = 0; i < others->len; i++)
    if (ew_rect_intersects (bounds, ew_object_bounds (others->pdata[i], board)))
      return true;
  return false;
}

typedef struct {
  const EwBoard *board;
  GHashTable *chosen;
  int step; /* 1 forward, -1 backward */
} Walk;

static const EwObject *
object_at (const EwBoard *board, gint64 index)
{
  if (index < 0 || index >= ew_board_size (board))
    return NULL;
  return ew_board_at (board, (guint) index);
}

/* The next one, on the same layer, that is not moved and touches one that is;
 * @passed collects those that stay behind it. */
static const EwObject *
find_next (const Walk *walk, EwLayer layer, GPtrArray *passed, gint64 *index)
{
  gint64 i = walk->step > 0 ? 0 : (gint64) ew_board_size (walk->board) - 1;
  for (; object_at (walk->board, i); i += walk->step) {
    const EwObject *object = ew_board_at (walk->board, (guint) i);
    if (object->kind->layer != layer)
      continue;
    if (g_hash_table_contains (walk->chosen, object->id))
      g_ptr_array_add (passed, (gpointer) object);
    else if (touches_any (walk->board, object, passed)) {
      *index = i;
      return object;
    }
  }
  return NULL;
}

/* Puts @passed right behind @next, seen in the direction of the step. */
static void
step_over (const Walk *walk, GPtrArray *passed, gint64 index, EwEdit *edit)
{
  const EwObject *next = object_at (walk->board, index);
  const EwObject *then = object_at (walk->board, index + walk->step);
  const char *bound =
      then && then->kind->layer == next->kind->layer ? then->z : NULL;
  g_autoptr (GRefString) edge = g_ref_string_new (next->z);

  for (guint i = 0; i < passed->len; i++) {
    char *key = walk->step > 0 ? ew_order_between (edge, bound)
                               : ew_order_between (bound, edge);
    set_order (edit, passed->pdata[i], key);
    g_ref_string_release (edge);
    edge = key;
  }
}

static void
step_layer (const Walk *walk, EwLayer layer, EwEdit *edit)
{
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  gint64 index = 0;
  if (find_next (walk, layer, passed, &index))
    step_over (walk, passed, index, edit);
}

static void
step (const EwBoard *board, GPtrArray *ids, int direction, EwEdit *edit)
{
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  g_autoptr (GHashTable) chosen = ew_verbs_set_of (unlocked);
  Walk walk = { board, chosen, direction };
  for (EwLayer layer = 0; layer <= EW_LAYER_PINS; layer++)
    step_layer (&walk, layer, edit);
}

EwEdit *
ew_verb_forward (const EwBoard *board, GPtrArray *ids)
{
  EwEdit *edit = ew_verbs_new_edit (board, ids, _ ("Bring %s Forward"),
                                    _ ("Bring %u Objects Forward"));
  step (board, ids, 1, edit);
  return edit;
}

EwEdit *
ew_verb_backward (const EwBoard *board, GPtrArray *ids)
{
  EwEdit *edit = ew_verbs_new_edit (board, ids, _ ("Send %s Backward"),
                                    _ ("Send %u Objects Backward"));
  step (board, ids, -1, edit);
  return edit;
}
