/* What lies exactly under many others. */
#include "ew-board.h"

#include <string.h>

/* As many boxes are remembered at once; a power of two. */
#define SLOTS 1024
/* So many sheets on each other are drawn. */
#define SHEETS 24

typedef struct {
  EwRect bounds;
  guint n; /* 0: free */
} Pile;

static guint
slot_of (EwRect bounds)
{
  const double parts[] = { bounds.x, bounds.y, bounds.w, bounds.h };
  guint64 hash = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    guint64 bits;

    memcpy (&bits, &parts[i], sizeof bits);
    hash = (hash ^ bits) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  }
  return hash >> 54;
}

static bool
is_same (EwRect a, EwRect b)
{
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

/* Forgetting a pile for another one only means that more is drawn. */
static bool
is_buried (Pile *piles, EwRect bounds)
{
  Pile *pile = &piles[slot_of (bounds)];

  if (pile->n == 0 || !is_same (pile->bounds, bounds))
    *pile = (Pile){ bounds, 0 };
  return pile->n++ >= SHEETS;
}

void
ew_board_drop_buried (const EwBoard *board, GArray *found)
{
  g_autofree Pile *piles = NULL;
  guint to = found->len;

  if (found->len <= SHEETS)
    return;
  piles = g_new0 (Pile, SLOTS);
  for (guint i = found->len; i-- > 0;) {
    guint index = g_array_index (found, guint, i);

    if (!is_buried (piles, ew_board_bounds_at (board, index)))
      g_array_index (found, guint, --to) = index;
  }
  g_array_remove_range (found, 0, to);
}
