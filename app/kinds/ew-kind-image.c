/* An image: a picture among the workspace's assets, cut to its box. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define RADIUS 4.0
#define PADDING 12.0
#define LINE 1.5

typedef struct {
  EwObject object;
  char *alt; /* what it shows, for who cannot see it */
  char *asset; /* "<sha256>.png" */
  EwCoords natural; /* the picture's own size */
} EwImage;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "alt", N_ ("Description"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwImage, alt) },
  { "asset", N_ ("Image"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwImage, asset),
    .is_inner = true },
  { "natural", N_ ("Original Size"), EW_FIELD_COORDS,
    G_STRUCT_OFFSET (EwImage, natural), .is_inner = true },
  EW_FIELD_END,
};

static const EwTextStyle style = {
  .size_max = 14,
  .size_min = 10,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

/* The smallest place of the picture's proportions that covers the box. */
static EwRect
cover (const EwImage *image, EwRect box)
{
  EwPoint natural = ew_coords_to_point (image->natural);
  double scale;

  if (natural.x <= 0 || natural.y <= 0)
    return box;
  scale = MAX (box.w / natural.x, box.h / natural.y);
  return (EwRect){ box.x + (box.w - natural.x * scale) / 2,
                   box.y + (box.h - natural.y * scale) / 2, natural.x * scale,
                   natural.y * scale };
}

/* A quiet surface with the words; framed when the picture will never come. */
static void
paint_instead (const EwImage *image, EwRect box, const char *reason, EwPen *pen)
{
  const EwPalette *palette = pen->palette;
  EwRect words = ew_rect_grow (box, -MIN (PADDING, MIN (box.w, box.h) / 8));
  g_autofree char *both = NULL;

  ew_pen_fill_rect (pen, box, RADIUS, palette->card);
  ew_pen_stroke_rect (pen, ew_rect_grow (box, -LINE / 2), RADIUS,
                      reason ? palette->warning : palette->line, LINE);
  if (reason && *image->alt)
    both = g_strjoin ("\n", image->alt, reason, NULL);
  ew_text_draw (pen,
                both     ? both
                : reason ? reason
                         : image->alt,
                &style, words, palette->dim);
}

static void
image_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwImage *image = (const EwImage *) object;
  EwRect box = ew_object_box (object);
  const char *reason;
  bool drawn;

  ew_pen_push_clip (pen, box, RADIUS);
  drawn = ew_pen_image (pen, image->asset, cover (image, box), &reason);
  ew_pen_pop_clip (pen);
  if (!*image->asset)
    reason = _ ("No picture yet");
  if (!drawn)
    paint_instead (image, box, reason, pen);
  ew_marks_paint (object, board, pen);
}

static char *
image_to_text (const EwObject *object)
{
  const EwImage *image = (const EwImage *) object;

  return g_strdup (*image->alt ? image->alt : _ (object->kind->title));
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u image", "%u images", n);
}

const EwKind ew_kind_image = {
  .name = "image",
  .title = N_ ("Image"),
  .count = count,
  .icon = "ew-image-symbolic",
  .flags = EW_KIND_BOX | EW_KIND_RATIO,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwImage) },
  .size = { 320, 240 },
  .paint = image_paint,
  .to_text = image_to_text,
};
