/* picture OUT.png [light|dark|light-contrast|dark-contrast] [SCALE]
 *
 * Paints the sample board, to be looked at. */
#include "sample-board.h"

#include "ew-export.h"
#include "ew-paint.h"

#include <string.h>

static const char *const schemes[] = {
  "light", "dark", "light-contrast", "dark-contrast", NULL,
};

static EwScheme
parse_scheme (const char *name)
{
  for (guint i = 0; schemes[i]; i++) {
    if (g_str_equal (schemes[i], name))
      return (EwScheme) i;
  }
  g_error ("No scheme is called “%s”", name);
}

static int
write_svg (const EwBoard *board, const char *path, const EwPalette *palette)
{
  EwExport all = ew_export_all (board);
  g_autoptr (GBytes) bytes = NULL;

  all.palette = palette;
  bytes = ew_export_svg (&all);
  return !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes), NULL);
}

int
main (int argc, char **argv)
{
  const EwPalette *palette =
      ew_palette_get (argc > 2 ? parse_scheme (argv[2]) : EW_SCHEME_LIGHT);
  double scale = argc > 3 ? g_ascii_strtod (argv[3], NULL) : 1;
  EwRect area = { 0, 0, 1240, 800 };
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (area.w * scale), (int) (area.h * scale));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (EwBoard) board = sample_board_new ();

  g_return_val_if_fail (argc > 1, 2);
  if (g_str_has_suffix (argv[1], ".svg"))
    return write_svg (board, argv[1], palette);
  cairo_set_source_rgb (cr, palette->canvas.r, palette->canvas.g,
                        palette->canvas.b);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ew_paint_board (cr, board, area, palette, scale);
  cairo_surface_write_to_png (surface, argv[1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
