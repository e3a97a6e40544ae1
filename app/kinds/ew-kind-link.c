/* A link card: where it leads, in words and with the host's true name. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-card.h"
#include "ew-link-at.h"
#include "ew-string.h"
#include "ew-text-fit.h"
#include "ew-url.h"

#include <glib/gi18n-lib.h>

#define DISC 18.0 /* radius of the round glyph */
#define LEFT 68.0 /* where the words begin */
#define MARGIN 16.0
#define HOST_HEIGHT 18.0
#define LINE_HEIGHT 22.0

typedef struct {
  EwObject object;
  char *title, *url;
} EwLink;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "title", N_ ("Title"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwLink, title),
    .is_prose = true },
  { "url", N_ ("Link"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwLink, url) },
  EW_FIELD_END,
};

static const EwTextStyle title_style = {
  .size_max = 15,
  .size_min = 15,
  .bold = true,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};
static const EwTextStyle host_style = {
  .size_max = 12,
  .size_min = 12,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};

typedef struct {
  EwPoint disc;
  EwRect title, host;
} Plan;

/* Two links of a chain, lying at an angle. */
static void
paint_glyph (EwPen *pen, EwPoint at, EwColor color)
{
  g_autoptr (EwPath) path = ew_path_new ();
  const double a = 2.2, b = 6.6, c = 3.4;

  for (int side = -1; side <= 1; side += 2) {
    double s = side;

    ew_path_move (path, (EwPoint){ at.x + s * a, at.y - s * c });
    ew_path_line (path, (EwPoint){ at.x + s * b * 0.62, at.y - s * b * 0.78 });
    ew_path_curve (path, (EwPoint){ at.x + s * 6.8, at.y - s * 7.8 },
                   (EwPoint){ at.x + s * 9.8, at.y - s * 4.4 },
                   (EwPoint){ at.x + s * 7.4, at.y - s * 2.0 });
    ew_path_line (path, (EwPoint){ at.x + s * 4.0, at.y + s * 1.6 });
  }
  ew_path_move (path, (EwPoint){ at.x - 2.4, at.y + 2.4 });
  ew_path_line (path, (EwPoint){ at.x + 2.4, at.y - 2.4 });
  ew_pen_stroke (pen, path, color, 1.8);
}

static char *
shown_title (const EwLink *link)
{
  g_autofree char *host = ew_url_host (link->url);

  if (*link->title)
    return g_strdup (link->title);
  return host ? g_strdup (host) : g_strdup (_ ("Link"));
}

static char *
shown_host (const EwLink *link)
{
  g_autofree char *host = ew_url_host (link->url);

  if (!*link->url)
    return g_strdup (_ ("No address yet"));
  return host ? g_steal_pointer (&host)
              : g_strdup (_ ("This address cannot be opened"));
}

/* Glyph, title and host share the middle of the card; in a high one the title
 * may have several lines. */
static Plan
make_plan (const EwLink *link, const char *title)
{
  EwRect box = ew_object_box (&link->object);
  double width = MAX (box.w - LEFT - MARGIN, 1);
  double spare = box.h - 2 * MARGIN - HOST_HEIGHT, height = LINE_HEIGHT, top;

  if (spare > LINE_HEIGHT)
    height = MIN (ew_text_measure (title, &title_style, width).y, spare);
  height = MAX (height, LINE_HEIGHT);
  top = box.y + (box.h - height - HOST_HEIGHT) / 2;
  return (Plan){
    .disc = { box.x + LEFT / 2, box.y + box.h / 2 },
    .title = { box.x + LEFT, top, width, height },
    .host = { box.x + LEFT, top + height + 1, width, HOST_HEIGHT },
  };
}

static void
link_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwLink *link = (const EwLink *) object;
  const EwPalette *palette = pen->palette;
  EwRect box = ew_object_box (object);
  g_autofree char *title = shown_title (link);
  Plan plan = make_plan (link, title);
  EwRect disc = { plan.disc.x - DISC, plan.disc.y - DISC, 2 * DISC, 2 * DISC };
  g_autofree char *host = shown_host (link);

  ew_card_begin (pen, box);
  ew_pen_fill_rect (pen, disc, DISC,
                    ew_color_with_alpha (palette->accent, 0.14f));
  paint_glyph (pen, plan.disc, palette->accent);
  ew_text_draw (pen, title, &title_style, plan.title, palette->ink);
  ew_text_draw (pen, host, &host_style, plan.host, palette->dim);
  ew_card_end (pen);
  ew_marks_paint (object, board, pen);
}

char *
ew_link_card_at (const EwObject *object, EwPoint point)
{
  const EwLink *link = (const EwLink *) object;
  g_autofree char *title = shown_title (link);
  Plan plan = make_plan (link, title);

  if (!ew_rect_contains (ew_object_box (object), point))
    return NULL;
  if (ew_point_distance (plan.disc, point) <= DISC ||
      ew_rect_contains (plan.title, point) ||
      ew_rect_contains (plan.host, point))
    return g_strdup (link->url);
  return NULL;
}

static void
link_text_spot (const EwObject *object, const EwBoard *board, EwTextSpot *spot)
{
  const EwLink *link = (const EwLink *) object;
  g_autofree char *title = shown_title (link);

  spot->box = make_plan (link, title).title;
  spot->style = title_style;
  spot->color = "";
}

static char *
link_to_text (const EwObject *object)
{
  const EwLink *link = (const EwLink *) object;
  g_autofree char *title = shown_title (link);

  return *link->url ? g_strjoin ("\n", title, link->url, NULL)
                    : g_steal_pointer (&title);
}

static void
link_from_link (EwObject *object, const char *url)
{
  EwLink *link = (EwLink *) object;
  g_autofree char *words = ew_url_words (url);

  ew_string_set (&link->url, url);
  ew_string_set (&link->title, words);
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n);
}

const EwKind ew_kind_link = {
  .name = "link",
  .title = N_ ("Link"),
  .count = count,
  .icon = "ew-link-symbolic",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwLink) },
  .text = "title",
  .link = "url",
  .size = { 288, 72 },
  .paint = link_paint,
  .text_spot = link_text_spot,
  .to_text = link_to_text,
  .from_link = link_from_link,
};
