#include "ew-debug.h"

#define MARGIN 8.0f

void
ew_debug_init (EwDebug *debug)
{
  *debug = (EwDebug){ .shown = g_getenv ("ELSEWHEN_DEBUG_CANVAS") != NULL };
}

void
ew_debug_damage (EwDebug *debug, EwRect area)
{
  debug->damages[debug->n_damages++ % EW_DEBUG_DAMAGES] = area;
}

void
ew_debug_begin (EwDebug *debug)
{
  debug->began = g_get_monotonic_time ();
  if (debug->last > 0)
    debug->interval = (double) (debug->began - debug->last) / 1000;
  debug->last = debug->began;
}

char *
ew_debug_text (const EwDebug *debug, const EwTiles *tiles,
               const EwNodeCache *cache)
{
  return g_strdup_printf (
      "frame %.1f ms, canvas %.2f ms · tiles %u, painted %u · pictures %u, "
      "painted %u · damages %u",
      debug->interval, debug->spent, ew_tiles_count (tiles),
      ew_tiles_painted (tiles), ew_node_cache_size (cache),
      ew_node_cache_painted (cache), debug->n_damages);
}

/* The older, the fainter. */
static void
append_damage (const EwDebug *debug, guint age, GtkSnapshot *snapshot,
               const EwView *view)
{
  guint index = (debug->n_damages - 1 - age) % EW_DEBUG_DAMAGES;
  EwRect area = ew_view_rect_to_window (view, debug->damages[index]);
  float strength = 0.3f * (EW_DEBUG_DAMAGES - age) / EW_DEBUG_DAMAGES;

  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ 1, 0, 0.4f, strength },
      &GRAPHENE_RECT_INIT (area.x, area.y, area.w, area.h));
}

static void
append_line (GtkSnapshot *snapshot, PangoLayout *layout)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ 0, 0, 0, 0.75f },
      &GRAPHENE_RECT_INIT (0, 0, width + 2 * MARGIN, height + 2 * MARGIN));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

void
ew_debug_append (EwDebug *debug, GtkSnapshot *snapshot, const EwView *view,
                 PangoLayout *layout)
{
  guint n = MIN (debug->n_damages, EW_DEBUG_DAMAGES);

  debug->spent = (double) (g_get_monotonic_time () - debug->began) / 1000;
  for (guint age = 0; age < n; age++)
    append_damage (debug, age, snapshot, view);
  append_line (snapshot, layout);
}
