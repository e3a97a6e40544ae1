#include "ew-svg-pen.h"

#include "ew-shadow.h"
#include "ew-svg-text.h"
#include "ew-svg-write.h"

/* Boxes of so many sizes share their shadow with those like them. */
#define SHADOWS_MAX 64
/* Pixels of a picture for a px of the board. */
#define IMAGE_SCALE 2
/* … up to what fills a good screen: a file is sent to people. */
#define IMAGE_SIDE_MAX 2048

typedef struct {
  double w, h, radius;
  EwColor color;
} ShadowKey;

typedef struct {
  EwPen pen;
  GString *out;
  GArray *shadows; /* of ShadowKey; the index is in the name */
  GArray *gradients; /* of ShadowKey: which of the gradients are defined */
  guint n_clips;
  EwCairoImages images; /* without a get: none */
} SvgPen;

/* --- Shapes ------------------------------------------------------------- */

static void
open_box (GString *out, EwRect rect, double radius)
{
  g_string_append (out, "<rect");
  ew_svg_rect (out, rect);
  if (radius > 0)
    ew_svg_attribute (out, "rx", radius);
}

static void
pen_box (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  GString *out = ((SvgPen *) pen)->out;

  open_box (out, rect, radius);
  ew_svg_color (out, "fill", color);
  g_string_append (out, "/>\n");
}

static void
pen_fill (EwPen *pen, const EwPath *path, EwColor color)
{
  GString *out = ((SvgPen *) pen)->out;
  EwRect rect;
  double radius;

  if (ew_path_is_rounded_rect (path, &rect, &radius)) {
    pen_box (pen, rect, radius, color);
    return;
  }
  g_string_append (out, "<path");
  ew_svg_path (out, path);
  ew_svg_color (out, "fill", color);
  if (!ew_path_is_winding (path))
    g_string_append (out, " fill-rule=\"evenodd\"");
  g_string_append (out, "/>\n");
}

static void
put_dashes (GString *out, const double *dashes, gsize n)
{
  if (n == 0)
    return;
  g_string_append (out, " stroke-dasharray=\"");
  for (gsize i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (out, ' ');
    ew_svg_number (out, dashes[i]);
  }
  g_string_append_c (out, '"');
}

static void
pen_stroke (EwPen *pen, const EwPath *path, EwColor color, double width,
            const double *dashes, gsize n_dashes)
{
  GString *out = ((SvgPen *) pen)->out;
  EwRect rect;
  double radius;

  if (ew_path_is_rounded_rect (path, &rect, &radius)) {
    open_box (out, rect, radius);
  } else {
    g_string_append (out, "<path");
    ew_svg_path (out, path);
  }
  g_string_append (out, " fill=\"none\" stroke-linecap=\"round\""
                        " stroke-linejoin=\"round\"");
  ew_svg_color (out, "stroke", color);
  ew_svg_attribute (out, "stroke-width", width);
  put_dashes (out, dashes, n_dashes);
  g_string_append (out, "/>\n");
}

/* --- Text --------------------------------------------------------------- */

static void
pen_text (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color)
{
  ew_svg_layout (((SvgPen *) pen)->out, layout, at, color);
}

static void
pen_lines (EwPen *pen, const EwTextLines *lines, EwColor color)
{
  ew_svg_lines (((SvgPen *) pen)->out, lines, color);
}

/* --- Shadows ------------------------------------------------------------ */

static bool
is_same (const ShadowKey *a, const ShadowKey *b)
{
  return a->w == b->w && a->h == b->h && a->radius == b->radius &&
         a->color.r == b->color.r && a->color.g == b->color.g &&
         a->color.b == b->color.b && a->color.a == b->color.a;
}

/* Returns: the index; as many as there are when it is not among them. */
static guint
find_key (const GArray *keys, const ShadowKey *key)
{
  guint i = 0;

  while (i < keys->len && !is_same (&g_array_index (keys, ShadowKey, i), key))
    i++;
  return i;
}

static void
put_stops (GString *out, double flat, EwColor color)
{
  for (guint i = 0; i <= EW_SHADOW_STOPS; i++) {
    double strength, at = ew_shadow_stop (flat, i, &strength);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    EwColor opaque = { color.r, color.g, color.b, 1 };

    g_string_append (out, "<stop");
    ew_svg_attribute (out, "offset", at);
    ew_svg_color (out, "stop-color", opaque);
    g_string_append_printf (
        out, " stop-opacity=\"%s\"/>",
        g_ascii_formatd (number, sizeof number, "%.4f", color.a * strength));
  }
}

/* From the corner or side that is near the box outwards, over a part whatever
 * its size. */
static void
put_gradient (GString *out, EwPoint way, guint set, guint index)
{
  double x = way.x < 0 ? 1 : 0, y = way.y < 0 ? 1 : 0;
  bool is_corner = way.x != 0 && way.y != 0;

  g_string_append_printf (out, "<%sGradient id=\"g%u-%u\"",
                          is_corner ? "radial" : "linear", set, index);
  if (is_corner) {
    ew_svg_attribute (out, "cx", x);
    ew_svg_attribute (out, "cy", y);
    g_string_append (out, " r=\"1\"");
  } else {
    ew_svg_attribute (out, "x1", x);
    ew_svg_attribute (out, "y1", y);
    ew_svg_attribute (out, "x2", x + way.x);
    ew_svg_attribute (out, "y2", y + way.y);
  }
  g_string_append_printf (out, " xlink:href=\"#h%u\"/>", set);
}

static guint
define_gradients (SvgPen *self, const EwShadow *shadow, EwColor color)
{
  ShadowKey key = { .w = shadow->flat, .color = color };
  guint set = find_key (self->gradients, &key);
  GString *out = self->out;

  if (set < self->gradients->len)
    return set;
  g_array_append_val (self->gradients, key);
  g_string_append_printf (out, "<linearGradient id=\"h%u\">", set);
  put_stops (out, shadow->flat, color);
  g_string_append (out, "</linearGradient>\n");
  for (guint i = 0; i < EW_SHADOW_PARTS; i++)
    put_gradient (out, ew_shadow_part (shadow, i).way, set, i);
  g_string_append_c (out, '\n');
  return set;
}

static void
put_parts (GString *out, const EwShadow *shadow, guint set)
{
  for (guint i = 0; i < EW_SHADOW_PARTS; i++) {
    EwRect area = ew_shadow_part (shadow, i).area;

    if (ew_rect_is_empty (area))
      continue;
    g_string_append (out, "<rect");
    ew_svg_rect (out, area);
    g_string_append_printf (out, " fill=\"url(#g%u-%u)\"/>", set, i);
  }
}

/* The shadow of a box of that size at 0, 0. */
static void
define_shadow (SvgPen *self, const ShadowKey *key, guint index)
{
  EwShadow shadow =
      ew_shadow_of ((EwRect){ 0, 0, key->w, key->h }, key->radius);
  GString *out = self->out;
  guint set;

  g_string_append (out, "<defs>");
  set = define_gradients (self, &shadow, key->color);
  g_string_append_printf (out, "<g id=\"s%u\">", index);
  put_parts (out, &shadow, set);
  g_string_append (out, "</g></defs>\n");
}

static void
pen_shadow (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  SvgPen *self = (SvgPen *) pen;
  ShadowKey key = { rect.w, rect.h, radius, color };
  guint index = find_key (self->shadows, &key);
  EwShadow shadow;

  if (index == SHADOWS_MAX) {
    shadow = ew_shadow_of (rect, radius);
    put_parts (self->out, &shadow, define_gradients (self, &shadow, color));
    return;
  }
  if (index == self->shadows->len) {
    g_array_append_val (self->shadows, key);
    define_shadow (self, &key, index);
  }
  g_string_append (self->out, "<use");
  ew_svg_attribute (self->out, "x", rect.x);
  ew_svg_attribute (self->out, "y", rect.y);
  g_string_append_printf (self->out, " xlink:href=\"#s%u\"/>\n", index);
}

/* --- Groups ------------------------------------------------------------- */

static void
pen_push_clip (EwPen *pen, EwRect rect, double radius)
{
  SvgPen *self = (SvgPen *) pen;
  guint index = self->n_clips++;

  g_string_append_printf (self->out, "<clipPath id=\"c%u\">", index);
  open_box (self->out, rect, radius);
  g_string_append_printf (self->out,
                          "/></clipPath><g clip-path=\"url(#c%u)\">\n", index);
}

static void
pen_push_turn (EwPen *pen, EwPoint center, double degrees)
{
  GString *out = ((SvgPen *) pen)->out;

  g_string_append (out, "<g transform=\"rotate(");
  ew_svg_number (out, degrees);
  g_string_append_c (out, ' ');
  ew_svg_number (out, center.x);
  g_string_append_c (out, ' ');
  ew_svg_number (out, center.y);
  g_string_append (out, ")\">\n");
}

static void
pen_pop (EwPen *pen)
{
  g_string_append (((SvgPen *) pen)->out, "</g>\n");
}

/* --- Pictures ----------------------------------------------------------- */

static cairo_status_t
collect_cb (void *bytes, const guchar *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
put_picture (GString *out, cairo_surface_t *surface)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autofree char *text = NULL;

  cairo_surface_write_to_png_stream (surface, collect_cb, png);
  text = g_base64_encode (png->data, png->len);
  g_string_append (out, " xlink:href=\"data:image/png;base64,");
  g_string_append (out, text);
  g_string_append_c (out, '"');
}

static bool
pen_image (EwPen *pen, const char *asset, EwRect rect, const char **reason)
{
  SvgPen *self = (SvgPen *) pen;
  cairo_surface_t *surface = NULL;

  if (self->images.get)
    surface = self->images.get (
        asset, MIN (MAX (rect.w, rect.h) * IMAGE_SCALE, IMAGE_SIDE_MAX), reason,
        self->images.data);
  if (!surface)
    return false;
  g_string_append (self->out, "<image preserveAspectRatio=\"none\"");
  ew_svg_rect (self->out, rect);
  put_picture (self->out, surface);
  g_string_append (self->out, "/>\n");
  cairo_surface_destroy (surface);
  return true;
}

static const EwPenClass class = {
  .fill = pen_fill,
  .stroke = pen_stroke,
  .text = pen_text,
  .shadow = pen_shadow,
  .push_clip = pen_push_clip,
  .pop_clip = pen_pop,
  .push_turn = pen_push_turn,
  .pop_turn = pen_pop,
  .image = pen_image,
  .box = pen_box,
  .lines = pen_lines,
};

EwPen *
ew_svg_pen_new (GString *out, const EwPalette *palette)
{
  SvgPen *self;

  g_return_val_if_fail (out != NULL && palette != NULL, NULL);

  self = g_new0 (SvgPen, 1);
  self->pen.class = &class;
  self->pen.palette = palette;
  self->pen.scale = 1;
  self->pen.pango = ew_text_context_new ();
  self->out = out;
  self->shadows = g_array_new (FALSE, FALSE, sizeof (ShadowKey));
  self->gradients = g_array_new (FALSE, FALSE, sizeof (ShadowKey));
  g_string_append (out, "<g font-family=\"" EW_FONT_FAMILY
                        "\" xml:space=\"preserve\">\n");
  return &self->pen;
}

void
ew_svg_pen_set_images (EwPen *pen, const EwCairoImages *images)
{
  SvgPen *self = (SvgPen *) pen;

  g_return_if_fail (pen != NULL && pen->class == &class);

  self->images = images ? *images : (EwCairoImages){ 0 };
}

void
ew_svg_pen_free (EwPen *pen)
{
  SvgPen *self = (SvgPen *) pen;

  if (!pen)
    return;
  pen_pop (pen);
  g_array_unref (self->shadows);
  g_array_unref (self->gradients);
  g_object_unref (pen->pango);
  g_free (self);
}
