/* A shape with a text in it: what diagrams are made of. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-object-words.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLOR "blue"
#define RADIUS 16.0
#define STROKE 1.6
#define PADDING 10.0

typedef struct {
  EwObject object;
  char *color, *shape, *text;
} EwShape;

static const char *const shapes[] = {
  "rectangle", "rounded", "ellipse", "diamond", "triangle", NULL,
};

static const char *const shape_titles[] = {
  N_ ("Rectangle"), N_ ("Rounded Rectangle"), N_ ("Ellipse"),
  N_ ("Diamond"),   N_ ("Triangle"),
};

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwShape, color),
    .fallback = COLOR, .choices = ew_color_names },
  { "shape", N_ ("Shape"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwShape, shape),
    .fallback = "rectangle", .choices = shapes, .choice_titles = shape_titles },
  { "text", N_ ("Text"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwShape, text) },
  EW_TURN_FIELDS,
  EW_FIELD_END,
};

static const EwTextStyle style = {
  .size_max = 18,
  .size_min = 9,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
  .markdown = true,
};

/* What each form is: its outline, and which part of its box holds the text, as
 * fractions. */
typedef struct {
  const char *name;
  EwPath *(*outline) (EwRect box);
  EwRect text;
} Form;

static EwPath *
rounded (EwRect box)
{
  return ew_path_new_rounded (box, RADIUS);
}

static EwPath *
diamond (EwRect b)
{
  EwPoint corners[] = { { b.x + b.w / 2, b.y },
                        { b.x + b.w, b.y + b.h / 2 },
                        { b.x + b.w / 2, b.y + b.h },
                        { b.x, b.y + b.h / 2 } };

  return ew_path_new_polygon (corners, G_N_ELEMENTS (corners));
}

static EwPath *
triangle (EwRect b)
{
  EwPoint corners[] = { { b.x + b.w / 2, b.y },
                        { b.x + b.w, b.y + b.h },
                        { b.x, b.y + b.h } };

  return ew_path_new_polygon (corners, G_N_ELEMENTS (corners));
}

static const Form forms[] = {
  { "rectangle", ew_path_new_rect, { 0, 0, 1, 1 } },
  { "rounded", rounded, { 0, 0, 1, 1 } },
  { "ellipse", ew_path_new_ellipse, { 0.14, 0.14, 0.72, 0.72 } },
  { "diamond", diamond, { 0.22, 0.22, 0.56, 0.56 } },
  { "triangle", triangle, { 0.25, 0.45, 0.5, 0.5 } },
};

static const Form *
form_of (const EwShape *shape)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (strcmp (forms[i].name, shape->shape) == 0)
      return &forms[i];
  }
  return &forms[0];
}

static EwRect
text_box (const EwShape *shape)
{
  EwRect box = ew_object_box (&shape->object), part = form_of (shape)->text;
  EwRect inside = { box.x + box.w * part.x, box.y + box.h * part.y,
                    box.w * part.w, box.h * part.h };

  if (part.w < 1)
    return inside;
  return ew_rect_grow (inside, -MIN (PADDING, MIN (box.w, box.h) / 8));
}

static void
paint_upright (const EwObject *object, EwPen *pen)
{
  const EwShape *shape = (const EwShape *) object;
  EwRect box = ew_object_box (object);
  EwColor fill = ew_palette_fill (pen->palette, shape->color, COLOR);
  EwColor line = ew_palette_stroke (pen->palette, shape->color, COLOR);
  g_autoptr (EwPath) outline =
      form_of (shape)->outline (ew_rect_grow (box, -STROKE / 2));

  ew_pen_fill (pen, outline, fill);
  ew_pen_stroke (pen, outline, line, STROKE);
  ew_text_draw (pen, shape->text, &style, text_box (shape),
                ew_palette_ink_on (pen->palette, fill));
}

static void
shape_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  double angle = ew_object_angle (object);

  if (angle == 0) {
    paint_upright (object, pen);
  } else {
    ew_pen_push_turn (pen, ew_rect_center (ew_object_box (object)), angle);
    paint_upright (object, pen);
    ew_pen_pop_turn (pen);
  }
  ew_marks_paint (object, board, pen);
}

static bool
shape_hit (const EwObject *object, const EwBoard *board, EwPoint point,
           double slop)
{
  const Form *form = form_of ((const EwShape *) object);
  g_autoptr (EwPath) outline = form->outline (ew_object_box (object));

  point = ew_object_unturn (object, point);
  return ew_path_contains (outline, point) ||
         ew_path_distance (outline, point) <= slop;
}

/* The point of a triangle's stroke reaches out a little. */
static EwRect
shape_bounds (const EwObject *object, const EwBoard *board)
{
  EwRect reach =
      ew_rect_grow (ew_object_box (object), 2 * STROKE + EW_TEXT_OVERHANG);

  return ew_rect_turn (reach, ew_object_angle (object));
}

static void
shape_text_spot (const EwObject *object, const EwBoard *board, EwTextSpot *spot)
{
  const EwShape *shape = (const EwShape *) object;

  spot->box = text_box (shape);
  spot->style = style;
  spot->color = shape->color;
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u shape", "%u shapes", n);
}

const EwKind ew_kind_shape = {
  .name = "shape",
  .title = N_ ("Shape"),
  .count = count,
  .icon = "ew-shape-symbolic",
  .shortcut = "S",
  .flags = EW_KIND_BOX | EW_KIND_TURNS,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwShape) },
  .text = "text",
  .size = { 160, 100 },
  .paint = shape_paint,
  .hit = shape_hit,
  .bounds = shape_bounds,
  .text_spot = shape_text_spot,
  .to_text = ew_object_words,
};
