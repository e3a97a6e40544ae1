#include "ew-neighbour.h"

#include <string.h>

static EwRect
box_of (const EwBoard *board, const EwObject *object)
{
  return ew_kind_has (object->kind, EW_KIND_BOX)
             ? ew_object_box (object)
             : ew_object_bounds (object, board);
}

/* @box turned so that going @way means going right. */
static EwRect
turn (EwRect box, EwWay way)
{
  switch (way) {
  case EW_WAY_LEFT:
    return (EwRect){ -box.x - box.w, box.y, box.w, box.h };
  case EW_WAY_UP:
    return (EwRect){ -box.y - box.h, box.x, box.h, box.w };
  case EW_WAY_DOWN:
    return (EwRect){ box.y, box.x, box.h, box.w };
  case EW_WAY_RIGHT:
  default:
    return box;
  }
}

/* How far apart two spans are; 0 when they overlap. */
static double
gap (double a, double a_size, double b, double b_size)
{
  return MAX (0, MAX (a - (b + b_size), b - (a + a_size)));
}

/* How far it is from @here to @there going right; negative when it is not that
 * way.  Centres break the ties of those that touch or overlap. */
static double
distance (EwRect here, EwRect there)
{
  EwPoint from = ew_rect_center (here), to = ew_rect_center (there);
  double ahead = to.x - from.x;
  double along = gap (here.x, here.w, there.x, there.w);
  double aside = gap (here.y, here.h, there.y, there.h);
  double off = ABS (to.y - from.y);

  if (ahead <= 0 || aside > ahead)
    return -1;
  return along + 2 * aside + (ahead + 2 * off) / 1000;
}

/* Owners of something: where one walks from child to child. */
static GHashTable *
find_owners (const EwBoard *board)
{
  GHashTable *owners = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ew_board_size (board); i++)
    g_hash_table_add (owners, ew_board_at (board, i)->parent);
  return owners;
}

static bool
can_meet (const EwObject *here, const EwObject *there, GHashTable *owners)
{
  if (here == there || ew_kind_has (there->kind, EW_KIND_LINE) ||
      ew_kind_has (there->kind, EW_KIND_PIN))
    return false;
  if (ew_kind_has (here->kind, EW_KIND_CONTAINER))
    return strcmp (here->parent, there->parent) == 0;
  return !ew_kind_has (there->kind, EW_KIND_CONTAINER) ||
         !g_hash_table_contains (owners, there->id);
}

const EwObject *
ew_neighbour_find (const EwBoard *board, const char *id, EwWay way)
{
  const EwObject *here, *nearest = NULL;
  g_autoptr (GHashTable) owners = NULL;
  double least = G_MAXDOUBLE;
  EwRect box;

  g_return_val_if_fail (board != NULL && id != NULL, NULL);

  here = ew_board_get (board, id);
  if (here == NULL || ew_kind_has (here->kind, EW_KIND_META))
    return NULL;
  owners = find_owners (board);
  box = turn (box_of (board, here), way);
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *there = ew_board_at (board, i);
    double far;

    if (!can_meet (here, there, owners))
      continue;
    far = distance (box, turn (box_of (board, there), way));
    if (far >= 0 && far < least) {
      least = far;
      nearest = there;
    }
  }
  return nearest;
}
