/* The pin of a comment thread: a drop whose tip is where the talk is about.
 *
 * Painted at scale 1 around that point; whoever paints the board gives it one
 * size at every zoom. */
#include "ew-thread.h"

#include "ew-clash-mark.h"
#include "ew-pin.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define SHOWN_MAX 99

static const EwField fields[] = {
  { "about", N_ ("Began with"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwThread, about), .is_inner = true },
  { "anchor", N_ ("About"), EW_FIELD_ANCHOR,
    G_STRUCT_OFFSET (EwThread, anchor) },
  { "area", N_ ("Region"), EW_FIELD_COORDS, G_STRUCT_OFFSET (EwThread, area),
    .is_inner = true },
  { "asks", N_ ("Asks"), EW_FIELD_MAP, G_STRUCT_OFFSET (EwThread, asks),
    .record = &ew_ask_type },
  EW_COMMON_FIELDS,
  { "messages", N_ ("Messages"), EW_FIELD_MAP,
    G_STRUCT_OFFSET (EwThread, messages), .record = &ew_message_type },
  { "moment", N_ ("Moment"), EW_FIELD_INT, G_STRUCT_OFFSET (EwThread, moment),
    .is_inner = true },
  { "resolved", N_ ("Resolved"), EW_FIELD_BOOL,
    G_STRUCT_OFFSET (EwThread, resolved) },
  { "tour", N_ ("Walkthrough"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwThread, tour), .is_inner = true },
  EW_FIELD_END,
};

static const EwTextStyle style = {
  .size_max = 13,
  .size_min = 9,
  .bold = true,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

static const EwTextStyle badge_style = {
  .size_max = 9,
  .size_min = 9,
  .bold = true,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
};

/* A pin on a pin stays where it was made, or two pins on each other would ask
 * for each other's place for ever. */
static EwPoint
find_tip (const EwThread *thread, const EwBoard *board)
{
  const EwAnchor *anchor = &thread->anchor;
  const EwObject *about =
      *anchor->object ? ew_board_get (board, anchor->object) : NULL;

  if (about && ew_kind_has (about->kind, EW_KIND_PIN))
    return ew_coords_to_point (anchor->point);
  return ew_board_anchor_point (board, anchor);
}

/* Its tip is at the bottom left. */
static EwRect
pin_box (const EwThread *thread, const EwBoard *board)
{
  EwPoint tip = find_tip (thread, board);

  return (EwRect){ tip.x, tip.y - EW_PIN_SIZE, EW_PIN_SIZE, EW_PIN_SIZE };
}

static char *
count_text (const EwThread *thread)
{
  guint n = ew_map_size (thread->messages);

  if (n > SHOWN_MAX)
    return g_strdup_printf ("%d+", SHOWN_MAX);
  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

/* A question mark in the corner: here somebody waits for an answer. */
static void
paint_ask (const EwThread *thread, EwPen *pen, EwRect box)
{
  const EwPalette *palette = pen->palette;
  EwRect badge = { box.x + box.w - 9, box.y - 3, 13, 13 };
  g_autoptr (EwPath) disc = NULL;

  if (!ew_thread_waits_for (thread, NULL))
    return;
  disc = ew_path_new_ellipse (badge);
  ew_pen_fill (pen, disc, palette->card);
  ew_pen_stroke (pen, disc, palette->accent, 1);
  ew_text_draw (pen, "?", &badge_style, badge, palette->accent);
}

static void
thread_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwThread *thread = (const EwThread *) object;
  const EwPalette *palette = pen->palette;
  EwRect box = pin_box (thread, board);
  g_autoptr (EwPath) path = ew_pin_path (box);
  g_autofree char *count = count_text (thread);
  bool resolved = thread->resolved;

  ew_pen_shadow (pen, box, EW_PIN_SIZE / 2);
  ew_pen_fill (pen, path, resolved ? palette->card : palette->accent);
  if (resolved)
    ew_pen_stroke (pen, path, palette->line, 1);
  ew_text_draw (pen, count, &style, ew_rect_grow (box, -2),
                resolved ? palette->dim : palette->on_accent);
  paint_ask (thread, pen, box);
  ew_clash_mark_paint (object, board, pen);
}

static EwRect
thread_bounds (const EwObject *object, const EwBoard *board)
{
  return ew_rect_grow (pin_box ((const EwThread *) object, board),
                       EW_SHADOW_MARGIN);
}

static bool
thread_hit (const EwObject *object, const EwBoard *board, EwPoint point,
            double slop)
{
  EwRect box = pin_box ((const EwThread *) object, board);
  g_autoptr (EwPath) path = ew_pin_path (box);

  return ew_path_contains (path, point) ||
         ew_path_distance (path, point) <= slop;
}

static char *
thread_to_text (const EwObject *object)
{
  g_autoptr (GPtrArray) messages =
      ew_thread_messages ((const EwThread *) object);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++) {
    const EwMessage *message = g_ptr_array_index (messages, i);

    g_string_append_printf (text, text->len ? "\n%s" : "%s",
                            ew_message_text (message));
  }
  return g_strdup (text->len ? text->str : _ ("Comment"));
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u comment", "%u comments", n);
}

const EwKind ew_kind_thread = {
  .name = "thread",
  .title = N_ ("Comment"),
  .count = count,
  .icon = "ew-comment-symbolic",
  .shortcut = "C",
  .flags = EW_KIND_PIN,
  .layer = EW_LAYER_PINS,
  .type = { fields, sizeof (EwThread) },
  .paint = thread_paint,
  .hit = thread_hit,
  .bounds = thread_bounds,
  .to_text = thread_to_text,
};
