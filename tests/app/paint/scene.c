#include "scene.h"

#include "ew-cairo-pen.h"
#include "ew-object-json.h"
#include "ew-paint.h"

#include <math.h>

#define GAP 8 /* px between panels */
#define MARGIN \
  16 /* px of the picture around the objects, for a pin from afar */

/* From afar words are bars, and there are no shadows. */
#define NEAR 1.0
#define FAR 0.1

const ScenePanel scene_panels[SCENE_PANELS] = {
  { "light", EW_SCHEME_LIGHT, NEAR },
  { "dark", EW_SCHEME_DARK, NEAR },
  { "light-far", EW_SCHEME_LIGHT, FAR },
  { "dark-far", EW_SCHEME_DARK, FAR },
};

void
scene_use_own_fonts (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "fonts", "fonts.conf", NULL);

  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

char *
scene_path (const char *kind, const char *end)
{
  g_autofree char *name = g_strconcat (kind, ".", end, NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "references", name, NULL);
}

EwBoard *
scene_board (const char *kind)
{
  g_autofree char *path = scene_path (kind, "json");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_ptr_array_add (objects, ew_object_from_json (lines[i], -1, &error));
    g_assert_no_error (error);
  }
  return ew_board_new_with (kind, objects);
}

/* A picture that is there, one that never will be, and one on its way. */
static cairo_surface_t *
image_cb (const char *asset, double side, const char **reason, gpointer data)
{
  g_autofree char *path = NULL;

  if (g_str_equal (asset, "gone.png"))
    *reason = "This picture is damaged.";
  if (!g_str_equal (asset, "harbour.png"))
    return NULL;
  path = g_test_build_filename (G_TEST_DIST, "data", "pictures", asset, NULL);
  return cairo_image_surface_create_from_png (path);
}

static EwRect
area_of (const EwBoard *board, double scale)
{
  EwRect extent = ew_rect_grow (ew_board_extent (board), MARGIN / scale);
  double x = floor (extent.x), y = floor (extent.y);

  return (EwRect){ x, y, ceil (extent.x + extent.w) - x,
                   ceil (extent.y + extent.h) - y };
}

cairo_surface_t *
scene_paint (const EwBoard *board, const ScenePanel *panel,
             const EwPalette *palette)
{
  EwRect area = area_of (board, panel->scale);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (area.w * panel->scale),
      (int) ceil (area.h * panel->scale));
  cairo_t *cr = cairo_create (surface);
  EwPen *pen = ew_cairo_pen_new (cr, palette, panel->scale);
  EwColor paper = palette->canvas;

  pen->me = "ana@example.org";
  ew_cairo_pen_set_images (pen, &(EwCairoImages){ image_cb, NULL });
  cairo_set_source_rgb (cr, paper.r, paper.g, paper.b);
  cairo_paint (cr);
  cairo_scale (cr, panel->scale, panel->scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board_with (cr, pen, board, area);
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

EwRect
scene_place (const EwBoard *board, guint panel)
{
  EwRect near = area_of (board, NEAR), far = area_of (board, FAR);
  double w = ceil (near.w * NEAR), h = ceil (near.h * NEAR);
  double far_w = ceil (far.w * FAR), far_h = ceil (far.h * FAR);

  switch (panel) {
  case 0:
    return (EwRect){ 0, 0, w, h };
  case 1:
    return (EwRect){ w + GAP, 0, w, h };
  case 2:
    return (EwRect){ 0, h + GAP, far_w, far_h };
  case 3:
    return (EwRect){ w + GAP, h + GAP, far_w, far_h };
  default:
    return (EwRect){ 0, 0, 2 * w + GAP, h + GAP + far_h };
  }
}

cairo_surface_t *
scene_sheet (const EwBoard *board)
{
  EwRect whole = scene_place (board, SCENE_PANELS);
  cairo_surface_t *sheet = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) whole.w, (int) whole.h);
  cairo_t *cr = cairo_create (sheet);

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  for (guint i = 0; i < SCENE_PANELS; i++) {
    const ScenePanel *panel = &scene_panels[i];
    EwRect place = scene_place (board, i);
    cairo_surface_t *picture =
        scene_paint (board, panel, ew_palette_get (panel->scheme));

    cairo_set_source_surface (cr, picture, place.x, place.y);
    cairo_paint (cr);
    cairo_surface_destroy (picture);
  }
  cairo_destroy (cr);
  cairo_surface_flush (sheet);
  return sheet;
}
