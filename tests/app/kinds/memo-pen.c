#include "memo-pen.h"

#include "ew-text-fit.h"

static void
memo_fill (EwPen *pen, const EwPath *path, EwColor color)
{
  MemoPen *memo = (MemoPen *) pen;

  memo->n_fills++;
  memo->filled = ew_rect_union (memo->filled, ew_path_bounds (path));
}

static void
memo_stroke (EwPen *pen, const EwPath *path, EwColor color, double width,
             const double *dashes, gsize n_dashes)
{
  ((MemoPen *) pen)->n_strokes++;
  ((MemoPen *) pen)->n_dashes = n_dashes;
}

static void
memo_text (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color)
{
  MemoPen *memo = (MemoPen *) pen;
  PangoRectangle r;

  pango_layout_get_extents (layout, NULL, &r);
  memo->n_texts++;
  memo->written = (EwRect){ at.x + (double) r.x / PANGO_SCALE,
                            at.y + (double) r.y / PANGO_SCALE,
                            (double) r.width / PANGO_SCALE,
                            (double) r.height / PANGO_SCALE };
  g_free (memo->text);
  memo->text = g_strdup (pango_layout_get_text (layout));
}

static void
memo_shadow (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  ((MemoPen *) pen)->n_shadows++;
}

static void
memo_push_clip (EwPen *pen, EwRect rect, double radius)
{
  ((MemoPen *) pen)->n_clips++;
  ((MemoPen *) pen)->clip_depth++;
}

static void
memo_pop_clip (EwPen *pen)
{
  g_assert_cmpint (((MemoPen *) pen)->clip_depth--, >, 0);
}

static void
memo_push_turn (EwPen *pen, EwPoint center, double degrees)
{
  ((MemoPen *) pen)->n_turns++;
  ((MemoPen *) pen)->clip_depth++;
}

static const EwPenClass memo_class = {
  .fill = memo_fill,
  .stroke = memo_stroke,
  .text = memo_text,
  .shadow = memo_shadow,
  .push_clip = memo_push_clip,
  .pop_clip = memo_pop_clip,
  .push_turn = memo_push_turn,
  .pop_turn = memo_pop_clip,
};

void
memo_pen_init (MemoPen *memo, double scale)
{
  *memo = (MemoPen){ .pen = { .class = &memo_class, .scale = scale } };
  memo->pen.palette = ew_palette_get (EW_SCHEME_LIGHT);
  memo->pen.pango = ew_text_context_new ();
}

void
memo_pen_clear (MemoPen *memo)
{
  g_assert_cmpint (memo->clip_depth, ==, 0);
  g_object_unref (memo->pen.pango);
  g_free (memo->text);
}
