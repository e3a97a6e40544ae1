#include "ew-text-fit.h"

#include "ew-markdown.h"
#include "ew-text-bars.h"
#include "ew-text-fitted.h"
#include "ew-text-lines.h"
#include "ew-text-shown.h"
#include "ew-tick-box.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Beyond these, laying out costs seconds: letters without a space, marks on one
 * letter. */
#define WORD_MAX 10000
#define MARKS_MAX 100
#define WIDTH_MAX 100000.0 /* px; Pango counts 1/1024 px in an int */

PangoContext *
ew_text_context_new (void)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

#define MARKDOWN_KEY "ew-markdown"

const EwMarkdown *
ew_layout_markdown (PangoLayout *layout)
{
  return g_object_get_data (G_OBJECT (layout), MARKDOWN_KEY);
}

/* A word that is cut stays as it was typed: no hyphen is put in. */
static void
set_attributes (PangoLayout *layout, const EwMarkdown *markdown)
{
  g_autoptr (PangoAttrList) attributes =
      markdown ? ew_markdown_attributes (markdown) : pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
}

static void
set_text (PangoLayout *layout, const char *text, const EwTextStyle *style)
{
  EwMarkdown *markdown = style->markdown ? ew_markdown_parse (text) : NULL;
  bool is_left = markdown && markdown->has_list;

  pango_layout_set_text (layout, markdown ? markdown->text : text, -1);
  pango_layout_set_alignment (layout,
                              is_left ? PANGO_ALIGN_LEFT : style->align);
  set_attributes (layout, markdown);
  g_object_set_data_full (G_OBJECT (layout), MARKDOWN_KEY, markdown,
                          (GDestroyNotify) ew_markdown_free);
}

static PangoLayout *
layout_shown (PangoContext *context, const EwTextShown *shown,
              const EwTextStyle *style, double width)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_width (layout,
                          (int) (CLAMP (width, 1, WIDTH_MAX) * PANGO_SCALE));
  pango_layout_set_wrap (layout, shown->endless ? PANGO_WRAP_CHAR
                                                : PANGO_WRAP_WORD_CHAR);
  set_text (layout, shown->text, style);
  return layout;
}

/* The further lines of an item begin under its words, not under its bullet. */
static void
hang_lines (PangoLayout *layout)
{
  const EwMarkdown *markdown = ew_layout_markdown (layout);
  const char *text = pango_layout_get_text (layout);
  PangoRectangle first;

  if (!markdown || !markdown->is_list || g_utf8_strlen (text, 12) < 3)
    return;
  pango_layout_set_indent (layout, 0);
  pango_layout_index_to_pos (
      layout, (int) (g_utf8_offset_to_pointer (text, 2) - text), &first);
  pango_layout_set_indent (layout, -first.x);
}

static void
set_font (PangoLayout *layout, const EwTextStyle *style, double size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, EW_FONT_FAMILY);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  hang_lines (layout);
}

PangoLayout *
ew_text_layout (PangoContext *pango, const char *text, const EwTextStyle *style,
                double width)
{
  g_auto (EwTextShown) shown = { NULL };
  PangoLayout *layout;

  g_return_val_if_fail (PANGO_IS_CONTEXT (pango), NULL);
  g_return_val_if_fail (text != NULL && style != NULL, NULL);

  ew_text_shown_init (&shown, text);
  layout = layout_shown (pango, &shown, style, width);
  set_font (layout, style, style->size_max);
  return layout;
}

EwPoint
ew_text_layout_size (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (EwPoint){ (double) logical.width / PANGO_SCALE,
                    (double) logical.height / PANGO_SCALE };
}

EwPoint
ew_text_measure (const char *text, const EwTextStyle *style, double width)
{
  PangoContext *context = ew_text_context_new ();
  g_autoptr (PangoLayout) layout = ew_text_layout (context, text, style, width);

  g_object_unref (context);
  return ew_text_layout_size (layout);
}

/* A whole word that is ever so little too wide would then be cut in two. */
static bool
fits (PangoLayout *layout, const EwTextStyle *style, double size, EwRect box)
{
  double slack = pango_layout_get_wrap (layout) == PANGO_WRAP_WORD ? 0 : 0.5;
  EwPoint have;

  set_font (layout, style, size);
  have = ew_text_layout_size (layout);
  return have.x <= box.w + slack && have.y <= box.h;
}

/* The largest whole size that fits, or 0. */
static double
search_size (PangoLayout *layout, const EwTextStyle *style, EwRect box)
{
  double low = style->size_min, high = style->size_max;

  if (fits (layout, style, high, box))
    return high;
  if (low >= high || !fits (layout, style, low, box))
    return 0;
  while (high - low > 1) {
    double middle = floor ((low + high) / 2);

    if (fits (layout, style, middle, box))
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* A smaller font is better than a word cut in two, so whole words are tried
 * first.  Leaves the size it returns in @layout. */
static double
fit (PangoLayout *layout, const EwTextStyle *style, EwRect box)
{
  PangoWrapMode wrap = pango_layout_get_wrap (layout);
  double size = 0;

  if (wrap != PANGO_WRAP_CHAR) {
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
    size = search_size (layout, style, box);
    pango_layout_set_wrap (layout, wrap);
  }
  if (size <= 0)
    size = search_size (layout, style, box);
  if (size <= 0)
    size = style->size_min;
  set_font (layout, style, size);
  return size;
}

/* The byte at which the last line that fits begins. */
static int
last_line_start (PangoLayout *layout, double height)
{
  double bottom = 0;
  int start = 0;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
    PangoRectangle logical;

    pango_layout_line_get_extents (line, NULL, &logical);
    bottom += (double) logical.height / PANGO_SCALE;
    if (i > 0 && bottom > height)
      break;
    start = line->start_index;
  }
  return start;
}

/* Pango shows a line of every paragraph, whatever the height, so those that
 * have no room are taken away first. */
static void
cut_paragraphs (PangoLayout *layout, double height)
{
  const char *text = pango_layout_get_text (layout);
  const char *last = text + last_line_start (layout, height);
  g_autoptr (GString) rest = g_string_new (text);
  int end, next;

  pango_find_paragraph_boundary (last, -1, &end, &next);
  if (last[end] == '\0')
    return;
  g_string_truncate (rest, (gsize) (last - text) + (gsize) end);
  g_string_append (rest, "…");
  pango_layout_set_text (layout, rest->str, -1);
}

static void
cut_to_height (PangoLayout *layout, double height)
{
  cut_paragraphs (layout, height);
  pango_layout_set_height (layout,
                           (int) (MIN (height, WIDTH_MAX) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

PangoLayout *
ew_text_fitted (PangoContext *pango, const char *text, const EwTextStyle *style,
                EwRect box, double *size)
{
  PangoLayout *layout = ew_text_layout (pango, text, style, box.w);

  *size = fit (layout, style, box);
  if (style->ellipsize && ew_text_layout_size (layout).y > box.h)
    cut_to_height (layout, box.h);
  return layout;
}

double
ew_text_fit_size (PangoContext *pango, const char *text,
                  const EwTextStyle *style, EwRect box)
{
  g_autoptr (PangoLayout) layout = NULL;
  double size;

  g_return_val_if_fail (PANGO_IS_CONTEXT (pango), style->size_max);

  layout = ew_text_fitted (pango, text, style, box, &size);
  return size;
}

static bool
inks_outside (PangoLayout *layout, EwPoint at, EwRect box)
{
  PangoRectangle ink;
  EwRect rect;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  rect = (EwRect){ at.x + ink.x, at.y + ink.y, ink.width, ink.height };
  return !ew_rect_is_empty (rect) && !ew_rect_covers (box, rect);
}

EwPoint
ew_text_top_left (PangoLayout *layout, const EwTextStyle *style, EwRect box)
{
  double spare = box.h - ew_text_layout_size (layout).y;

  return (EwPoint){ box.x, box.y + (style->middle ? MAX (0, spare / 2) : 0) };
}

static void
draw_letters (EwPen *pen, PangoLayout *layout, const EwTextStyle *style,
              EwRect box, EwColor color)
{
  EwPoint at = ew_text_top_left (layout, style, box);
  EwRect room = ew_rect_grow (box, EW_TEXT_OVERHANG);
  bool clip = style->ellipsize && inks_outside (layout, at, room);

  if (clip)
    ew_pen_push_clip (pen, room, 0);
  ew_pen_text (pen, layout, at, color);
  ew_tick_boxes_draw (pen, layout, at, color);
  if (clip)
    ew_pen_pop_clip (pen);
}

static bool
draw_lines (EwPen *pen, const char *text, const EwTextStyle *style, EwRect box,
            EwColor color)
{
  EwTextLines lines;

  if (!pen->class->lines ||
      !ew_text_lines_find (pen->pango, text, style, box, &lines))
    return false;
  pen->class->lines (pen, &lines, color);
  return true;
}

void
ew_text_draw (EwPen *pen, const char *text, const EwTextStyle *style,
              EwRect box, EwColor color)
{
  g_autoptr (PangoLayout) layout = NULL;
  double size;

  g_return_if_fail (pen != NULL && text != NULL && style != NULL);

  if (*text == '\0' || ew_rect_is_empty (box))
    return;
  if (!ew_pen_is_readable (pen, ew_text_bars_size (text, style, box))) {
    ew_text_bars_draw (pen, text, style, box, color);
    return;
  }
  if (draw_lines (pen, text, style, box, color))
    return;
  layout = ew_text_fitted (pen->pango, text, style, box, &size);
  draw_letters (pen, layout, style, box, color);
}

bool
ew_text_can_be_typed (const char *text)
{
  guint word = 0, marks = 0;

  g_return_val_if_fail (text != NULL, false);

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);

    word = g_unichar_isspace (letter) ? 0 : word + 1;
    marks = g_unichar_iszerowidth (letter) ? marks + 1 : 0;
    if (word > WORD_MAX || marks > MARKS_MAX)
      return false;
  }
  return true;
}
