/* What of a text can be pressed, and where it lies. */
#include "ew-text-fitted.h"

#include "ew-text-shown.h"
#include "ew-tick-box.h"

#include <string.h>

PangoAlignment
ew_text_alignment (const char *text, const EwTextStyle *style)
{
  g_auto (EwTextShown) shown = { NULL };
  g_autoptr (EwMarkdown) markdown = NULL;

  g_return_val_if_fail (text != NULL, style->align);

  if (!style->markdown)
    return style->align;
  ew_text_shown_init (&shown, text);
  markdown = ew_markdown_parse (shown.text);
  return markdown->has_list ? PANGO_ALIGN_LEFT : style->align;
}

void
ew_text_hit_clear (EwTextHit *hit)
{
  g_clear_pointer (&hit->url, g_free);
}

static char *
link_at (PangoLayout *layout, EwPoint at, EwPoint point)
{
  const EwMarkdown *markdown = ew_layout_markdown (layout);
  int index, trailing;

  if (!pango_layout_xy_to_index (layout, (int) ((point.x - at.x) * PANGO_SCALE),
                                 (int) ((point.y - at.y) * PANGO_SCALE), &index,
                                 &trailing))
    return NULL;
  for (guint i = 0; i < markdown->runs->len; i++) {
    const EwMarkRun *run = &g_array_index (markdown->runs, EwMarkRun, i);

    if (run->url && (guint) index >= run->start && (guint) index < run->end)
      return g_strdup (run->url);
  }
  return NULL;
}

/* Most texts have nothing to press, and the pointer passes over many. */
static bool
may_have_hits (const char *text)
{
  gssize length = (gssize) strnlen (text, EW_TEXT_SHOWN_MAX * 4);

  return g_strstr_len (text, length, "[") ||
         g_strstr_len (text, length, "://") ||
         g_strstr_len (text, length, "www.");
}

static void
find (PangoLayout *layout, EwPoint at, const char *text, EwPoint point,
      EwTextHit *hit)
{
  const EwMarkBox *tick = ew_tick_box_find (layout, at, point);

  if (tick)
    hit->tick = ew_text_shown_source (text, tick->source);
  else
    hit->url = link_at (layout, at, point);
}

bool
ew_text_hit_find (const char *text, const EwTextStyle *style, EwRect box,
                  EwPoint point, EwTextHit *hit)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoContext *context;
  double size;

  g_return_val_if_fail (text && style && hit, false);

  *hit = (EwTextHit){ -1, NULL };
  if (!style->markdown || !ew_rect_contains (box, point) ||
      !may_have_hits (text))
    return false;
  context = ew_text_context_new ();
  layout = ew_text_fitted (context, text, style, box, &size);
  g_object_unref (context);
  find (layout, ew_text_top_left (layout, style, box), text, point, hit);
  return hit->tick >= 0 || hit->url;
}
