#include "ew-tint.h"

#define LASTS (2 * G_USEC_PER_SEC)
/* Window px. */
#define GAP 6.0
#define RADIUS 8.0
#define WIDTH 3.0
#define STRENGTH 0.75
#define STRENGTH_NEW 0.45

struct _EwTint {
  GHashTable *since; /* id → gint64 *, when it changed */
  GHashTable *new_ones; /* ids */
};

EwTint *
ew_tint_new (void)
{
  EwTint *tint = g_new0 (EwTint, 1);

  tint->since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  tint->new_ones =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return tint;
}

void
ew_tint_free (EwTint *tint)
{
  g_hash_table_unref (tint->since);
  g_hash_table_unref (tint->new_ones);
  g_free (tint);
}

void
ew_tint_add (EwTint *tint, GPtrArray *ids, gint64 now)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_replace (tint->since, g_strdup (ids->pdata[i]),
                          g_memdup2 (&now, sizeof now));
}

void
ew_tint_clear (EwTint *tint)
{
  g_hash_table_remove_all (tint->since);
  g_hash_table_remove_all (tint->new_ones);
}

void
ew_tint_set_new (EwTint *tint, GPtrArray *ids)
{
  g_hash_table_remove_all (tint->new_ones);
  for (guint i = 0; ids && i < ids->len; i++)
    g_hash_table_add (tint->new_ones, g_strdup (ids->pdata[i]));
}

static gboolean
is_over (gpointer id, gpointer since, gpointer now)
{
  return *(gint64 *) now - *(gint64 *) since >= LASTS;
}

bool
ew_tint_is_seen (EwTint *tint, gint64 now)
{
  g_hash_table_foreach_remove (tint->since, is_over, &now);
  return g_hash_table_size (tint->since) > 0;
}

static void
paint_one (EwPen *pen, const EwObject *object, EwRect shown, double strength)
{
  EwColor color = ew_color_with_alpha (pen->palette->accent, strength);
  EwRect box;

  if (!object || !ew_kind_has (object->kind, EW_KIND_BOX))
    return;
  box = ew_rect_grow (ew_object_box (object), GAP / pen->scale);
  if (ew_rect_intersects (box, shown))
    ew_pen_stroke_rect (pen, box, RADIUS / pen->scale, color,
                        WIDTH / pen->scale);
}

static void
paint_new (EwTint *tint, EwPen *pen, const EwBoard *board, EwRect shown)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, tint->new_ones);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (tint->since, id))
      paint_one (pen, ew_board_get (board, id), shown, STRENGTH_NEW);
}

void
ew_tint_paint (EwTint *tint, EwPen *pen, const EwBoard *board, EwRect shown,
               gint64 now, bool fades)
{
  GHashTableIter iter;
  gpointer id, since;

  paint_new (tint, pen, board, shown);
  g_hash_table_iter_init (&iter, tint->since);
  while (g_hash_table_iter_next (&iter, &id, &since)) {
    double left = 1 - (double) (now - *(gint64 *) since) / LASTS;

    if (left > 0)
      paint_one (pen, ew_board_get (board, id), shown,
                 fades ? STRENGTH * left : STRENGTH);
  }
}
