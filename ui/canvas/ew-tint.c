#include "ew-tint.h"

#define LASTS (2 * G_USEC_PER_SEC)
/* Window px. */
#define GAP 6.0
#define RADIUS 8.0
#define WIDTH 3.0
#define STRENGTH 0.75

struct _EwTint {
  GHashTable *since; /* id → gint64 *, when it changed */
};

EwTint *
ew_tint_new (void)
{
  EwTint *tint = g_new0 (EwTint, 1);

  tint->since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return tint;
}

void
ew_tint_free (EwTint *tint)
{
  g_hash_table_unref (tint->since);
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
paint_one (EwPen *pen, EwRect bounds, double strength)
{
  EwColor color = ew_color_with_alpha (pen->palette->accent, strength);

  ew_pen_stroke_rect (pen, ew_rect_grow (bounds, GAP / pen->scale),
                      RADIUS / pen->scale, color, WIDTH / pen->scale);
}

void
ew_tint_paint (EwTint *tint, EwPen *pen, const EwBoard *board, gint64 now,
               bool fades)
{
  GHashTableIter iter;
  gpointer id, since;

  g_hash_table_iter_init (&iter, tint->since);
  while (g_hash_table_iter_next (&iter, &id, &since)) {
    const EwObject *object = ew_board_get (board, id);
    double left = 1 - (double) (now - *(gint64 *) since) / LASTS;

    if (!object || left <= 0 || !ew_kind_has (object->kind, EW_KIND_BOX))
      continue;
    paint_one (pen, ew_object_box (object), fades ? STRENGTH * left : STRENGTH);
  }
}
