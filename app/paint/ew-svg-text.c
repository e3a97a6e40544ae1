#include "ew-svg-text.h"

#include "ew-svg-write.h"

#include <string.h>

#define ELLIPSIS "…"

static const char *
anchor_of (PangoAlignment align)
{
  if (align == PANGO_ALIGN_CENTER)
    return " text-anchor=\"middle\"";
  return align == PANGO_ALIGN_RIGHT ? " text-anchor=\"end\"" : "";
}

void
ew_svg_lines (GString *out, const EwTextLines *lines, EwColor color)
{
  g_string_append (out, "<text");
  ew_svg_attribute (out, "font-size", lines->size);
  if (lines->bold)
    g_string_append (out, " font-weight=\"700\"");
  g_string_append (out, anchor_of (lines->align));
  ew_svg_color (out, "fill", color);
  g_string_append_c (out, '>');
  for (guint i = 0; i < lines->n; i++) {
    guint start = lines->line[i].start, end = lines->line[i].end;

    g_string_append (out, "<tspan");
    ew_svg_attribute (out, "x", lines->x);
    ew_svg_attribute (out, "y", lines->baseline + i * lines->leading);
    g_string_append_c (out, '>');
    ew_svg_text (out, lines->text + start, end - start);
    g_string_append (out, "</tspan>");
  }
  g_string_append (out, "</text>\n");
}

/* --- Runs of a layout --------------------------------------------------- */

typedef struct {
  GString *out;
  const char *text; /* of the layout */
  EwColor color;
} Writer;

/* What of Pango's attributes an SVG can tell. */
typedef struct {
  bool underlined, struck;
  bool has_ground;
  EwColor ground;
} Look;

static EwColor
color_of (const PangoAttribute *attribute)
{
  PangoColor c = ((const PangoAttrColor *) attribute)->color;

  return (EwColor){ c.red / 65535.0f, c.green / 65535.0f, c.blue / 65535.0f,
                    1 };
}

static Look
find_look (const PangoItem *item)
{
  Look look = { 0 };
  float alpha = 1;

  for (const GSList *l = item->analysis.extra_attrs; l; l = l->next) {
    const PangoAttribute *attribute = l->data;
    int value = ((const PangoAttrInt *) attribute)->value;

    switch (attribute->klass->type) {
    case PANGO_ATTR_UNDERLINE:
      look.underlined = value != PANGO_UNDERLINE_NONE;
      break;
    case PANGO_ATTR_STRIKETHROUGH:
      look.struck = value != 0;
      break;
    case PANGO_ATTR_BACKGROUND:
      look.has_ground = true;
      look.ground = color_of (attribute);
      break;
    case PANGO_ATTR_BACKGROUND_ALPHA:
      alpha = (float) value / 65535;
      break;
    default:
      break;
    }
  }
  look.ground.a = alpha;
  return look;
}

static void
put_ground (GString *out, EwColor ground, EwRect rect)
{
  g_string_append (out, "<rect");
  ew_svg_rect (out, rect);
  ew_svg_color (out, "fill", ground);
  g_string_append (out, "/>");
}

/* The family is only told where it is not the one of the whole picture. */
static void
put_family (GString *out, const char *family)
{
  if (!family || g_str_has_prefix (EW_FONT_FAMILY, family))
    return;
  g_string_append (out, " font-family=\"'");
  ew_svg_text (out, family, strlen (family));
  g_string_append (out, "', " EW_FONT_FAMILY "\"");
}

static void
put_font (GString *out, PangoFont *font)
{
  PangoFontDescription *described =
      pango_font_describe_with_absolute_size (font);
  PangoStyle style = pango_font_description_get_style (described);
  int weight = pango_font_description_get_weight (described);

  ew_svg_attribute (out, "font-size",
                    (double) pango_font_description_get_size (described) /
                        PANGO_SCALE);
  put_family (out, pango_font_description_get_family (described));
  if (weight != PANGO_WEIGHT_NORMAL)
    ew_svg_attribute (out, "font-weight", weight);
  if (style != PANGO_STYLE_NORMAL)
    g_string_append (out, " font-style=\"italic\"");
  pango_font_description_free (described);
}

static void
put_decoration (GString *out, const Look *look)
{
  if (!look->underlined && !look->struck)
    return;
  g_string_append (out, " text-decoration=\"");
  g_string_append (out, look->underlined ? "underline" : "");
  g_string_append (out, look->underlined && look->struck ? " " : "");
  g_string_append (out, look->struck ? "line-through" : "");
  g_string_append_c (out, '"');
}

static bool
is_blank (const char *text, gsize length)
{
  return strspn (text, " \t\n") >= length;
}

static void
put_words (const Writer *writer, const PangoItem *item)
{
  const char *text = writer->text + item->offset;

  if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    g_string_append (writer->out, ELLIPSIS);
  else
    ew_svg_text (writer->out, text, (gsize) item->length);
}

/* @rect: what the run covers; a run of Arabic begins at its left, too. */
static void
put_run (const Writer *writer, const PangoItem *item, EwRect rect,
         double baseline)
{
  GString *out = writer->out;
  Look look = find_look (item);
  bool is_ellipsis = item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS;

  if (look.has_ground)
    put_ground (out, look.ground, rect);
  if (!is_ellipsis &&
      is_blank (writer->text + item->offset, (gsize) item->length))
    return;
  g_string_append (out, "<text");
  ew_svg_attribute (out, "x", rect.x);
  ew_svg_attribute (out, "y", baseline);
  put_font (out, item->analysis.font);
  put_decoration (out, &look);
  ew_svg_color (out, "fill", writer->color);
  g_string_append_c (out, '>');
  put_words (writer, item);
  g_string_append (out, "</text>");
}

static EwRect
run_rect (PangoLayoutIter *iter, EwPoint at)
{
  PangoRectangle r;

  pango_layout_iter_get_run_extents (iter, NULL, &r);
  return (EwRect){ at.x + (double) r.x / PANGO_SCALE,
                   at.y + (double) r.y / PANGO_SCALE,
                   (double) r.width / PANGO_SCALE,
                   (double) r.height / PANGO_SCALE };
}

void
ew_svg_layout (GString *out, PangoLayout *layout, EwPoint at, EwColor color)
{
  Writer writer = { out, pango_layout_get_text (layout), color };
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
    double baseline =
        at.y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

    if (run)
      put_run (&writer, run->item, run_rect (iter, at), baseline);
  } while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  g_string_append_c (out, '\n');
}
