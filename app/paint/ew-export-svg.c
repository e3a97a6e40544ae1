#include "ew-export.h"

#include "ew-paint.h"
#include "ew-svg-pen.h"
#include "ew-svg-write.h"

#include <string.h>

static void
put_head (GString *out, const EwExport *export)
{
  const char *title = ew_board_title (export->board);
  EwRect area = export->area;

  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  ew_svg_attribute (out, "width", area.w);
  ew_svg_attribute (out, "height", area.h);
  g_string_append (out, " viewBox=\"");
  ew_svg_number (out, area.x);
  g_string_append_c (out, ' ');
  ew_svg_number (out, area.y);
  g_string_append_c (out, ' ');
  ew_svg_number (out, area.w);
  g_string_append_c (out, ' ');
  ew_svg_number (out, area.h);
  g_string_append (out, "\">\n<title>");
  ew_svg_text (out, title, strlen (title));
  g_string_append (out, "</title>\n");
}

static void
put_objects (GString *out, const EwExport *export)
{
  EwPen *pen = ew_svg_pen_new (out, export->palette);

  ew_svg_pen_set_images (pen, &export->images);
  ew_pen_fill_rect (pen, export->area, 0, export->palette->canvas);
  ew_paint_objects (pen, export->board, export->area);
  ew_svg_pen_free (pen);
}

GBytes *
ew_export_svg (const EwExport *export)
{
  GString *out;

  g_return_val_if_fail (export != NULL, NULL);
  g_return_val_if_fail (!ew_rect_is_empty (export->area), NULL);

  out = g_string_sized_new (64 * 1024);
  put_head (out, export);
  put_objects (out, export);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
