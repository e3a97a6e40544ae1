#include "ew-pins.h"

#include "ew-thread.h"

#include <math.h>

/* Nearer than this, in window px, two pins are one … */
#define REACH 24.0
/* … from this zoom on outwards: nearer, each can be told from the other. */
#define FAR 0.7
/* What is just outside still decides how those inside are stacked. */
#define EDGE 64.0

typedef struct {
  const EwBoard *board;
  const EwView *view;
  GArray *stacks; /* of EwPinStack */
  GHashTable *cells; /* cell → index of the stack that lies in it, plus one */
} Stacking;

EwPoint
ew_pin_tip (const EwBoard *board, const EwObject *pin)
{
  const EwField *field = ew_kind_find_field (pin->kind, "anchor");
  EwRect bounds;

  if (field != NULL)
    return ew_board_anchor_point (board,
                                  ew_field_get_anchor (field, &pin->record));
  bounds = ew_object_bounds (pin, board);
  return (EwPoint){ bounds.x, bounds.y };
}

EwRect
ew_pin_box (const EwBoard *board, const EwView *view, const EwObject *pin)
{
  EwPoint tip = ew_pin_tip (board, pin);
  EwPoint at = ew_view_to_window (view, tip);
  EwRect box = ew_rect_grow (ew_object_bounds (pin, board), -EW_SHADOW_MARGIN);

  return (EwRect){ at.x + box.x - tip.x, at.y + box.y - tip.y, box.w, box.h };
}

static gpointer
cell_at (EwPoint tip, int dx, int dy)
{
  gint64 column = (gint64) floor (tip.x / REACH) + dx + 4096;
  gint64 row = (gint64) floor (tip.y / REACH) + dy + 4096;

  return GINT_TO_POINTER ((int) (column << 15 | row));
}

static EwPinStack *
find_near (const Stacking *stacking, EwPoint tip)
{
  for (int i = 0; i < 9; i++) {
    guint at = GPOINTER_TO_UINT (g_hash_table_lookup (
        stacking->cells, cell_at (tip, i % 3 - 1, i / 3 - 1)));
    EwPinStack *stack =
        at > 0 ? &g_array_index (stacking->stacks, EwPinStack, at - 1) : NULL;

    if (stack != NULL && ew_point_distance (stack->tip, tip) < REACH)
      return stack;
  }
  return NULL;
}

static bool
is_waiting (const EwObject *pin)
{
  const EwThread *thread = ew_thread_from_object (pin);

  return thread != NULL && !thread->resolved;
}

static void
put (Stacking *stacking, guint index, EwPoint tip)
{
  const EwObject *pin = ew_board_at (stacking->board, index);
  bool is_far = stacking->view->zoom < FAR;
  EwPinStack *near = is_far ? find_near (stacking, tip) : NULL;
  EwPinStack own = { index, tip, 1, is_waiting (pin) };

  if (near != NULL) {
    near->n++;
    near->waits |= own.waits;
    return;
  }
  g_array_append_val (stacking->stacks, own);
  if (is_far)
    g_hash_table_insert (stacking->cells, cell_at (tip, 0, 0),
                         GUINT_TO_POINTER (stacking->stacks->len));
}

static guint
first_pin (const EwBoard *board)
{
  guint first = ew_board_size (board);

  while (first > 0 &&
         ew_kind_has (ew_board_at (board, first - 1)->kind, EW_KIND_PIN))
    first--;
  return first;
}

static bool
is_near_view (const EwView *view, EwPoint tip)
{
  return tip.x > -EDGE && tip.y > -EDGE && tip.x < view->width + EDGE &&
         tip.y < view->height + EDGE;
}

GArray *
ew_pins_stack (const EwBoard *board, const EwView *view)
{
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  GArray *stacks = g_array_new (FALSE, FALSE, sizeof (EwPinStack));
  Stacking stacking = { board, view, stacks, cells };
  guint n = ew_board_size (board);

  for (guint i = first_pin (board); i < n; i++) {
    EwPoint tip =
        ew_view_to_window (view, ew_pin_tip (board, ew_board_at (board, i)));

    if (is_near_view (view, tip))
      put (&stacking, i, tip);
  }
  return stacks;
}

static const EwPinStack *
nearest (GArray *stacks, EwPoint tip)
{
  for (guint i = 0; i < stacks->len; i++) {
    const EwPinStack *stack = &g_array_index (stacks, EwPinStack, i);

    if (ew_point_distance (stack->tip, tip) < REACH)
      return stack;
  }
  return NULL;
}

GPtrArray *
ew_pins_with (const EwBoard *board, const EwView *view, const char *id)
{
  g_autoptr (GArray) stacks = ew_pins_stack (board, view);
  GPtrArray *pins = g_ptr_array_new ();
  const EwObject *pin = ew_board_get (board, id);
  const EwPinStack *stack =
      pin ? nearest (stacks, ew_view_to_window (view, ew_pin_tip (board, pin)))
          : NULL;
  guint n = ew_board_size (board);

  for (guint i = first_pin (board); i < n; i++) {
    const EwObject *each = ew_board_at (board, i);
    EwPoint tip = ew_view_to_window (view, ew_pin_tip (board, each));
    bool is_with =
        stack && stack->n > 1 && ew_point_distance (stack->tip, tip) < REACH;

    if (each == pin || is_with)
      g_ptr_array_add (pins, (gpointer) each);
  }
  return pins;
}
