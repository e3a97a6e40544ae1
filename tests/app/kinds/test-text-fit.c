#include "ew-text-fit.h"

#include "memo-pen.h"

#include <string.h>

static const EwTextStyle note_style = {
  .size_max = 24,
  .size_min = 10,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};
static const EwRect box = { 100, 50, 176, 176 };
static const EwColor ink = { 0, 0, 0, 1 };

static char *
repeat (const char *piece, guint times)
{
  GString *text = g_string_new (NULL);

  while (times--)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static double
fit_size (const char *text)
{
  MemoPen memo;
  double size;

  memo_pen_init (&memo, 1);
  size = ew_text_fit_size (memo.pen.pango, text, &note_style, box);
  memo_pen_clear (&memo);
  return size;
}

/* Draws @text in the box, and that is where it must be. */
static MemoPen
draw (const char *text, double scale)
{
  MemoPen memo;

  memo_pen_init (&memo, scale);
  ew_text_draw (&memo.pen, text, &note_style, box, ink);
  return memo;
}

static void
assert_drawn_inside (const char *text)
{
  MemoPen memo = draw (text, 1);

  g_assert_cmpuint (memo.n_texts, ==, 1);
  g_assert_true (ew_rect_covers (ew_rect_grow (box, 1), memo.written));
  memo_pen_clear (&memo);
}

static void
test_short_is_large (void)
{
  MemoPen memo = draw ("Ship it", 1);
  EwPoint middle = ew_rect_center (memo.written);

  g_assert_cmpfloat (fit_size ("Ship it"), ==, 24);
  g_assert_cmpfloat_with_epsilon (middle.x, ew_rect_center (box).x, 1);
  g_assert_cmpfloat_with_epsilon (middle.y, ew_rect_center (box).y, 1);
  memo_pen_clear (&memo);
}

static void
test_long_shrinks (void)
{
  double before = 24;

  for (guint words = 1; words < 200; words += 20) {
    g_autofree char *text = repeat ("word ", words);
    double size = fit_size (text);

    g_assert_cmpfloat (size, <=, before);
    g_assert_cmpfloat (size, >=, 10);
    assert_drawn_inside (text);
    before = size;
  }
  g_assert_cmpfloat (before, ==, 10);
}

static guint
count_lines (const char *text)
{
  MemoPen memo;
  g_autoptr (PangoLayout) layout = NULL;
  EwTextStyle style = note_style;
  guint n;

  memo_pen_init (&memo, 1);
  style.size_max = ew_text_fit_size (memo.pen.pango, text, &note_style, box);
  layout = ew_text_layout (memo.pen.pango, text, &style, box.w);
  n = (guint) pango_layout_get_line_count (layout);
  memo_pen_clear (&memo);
  return n;
}

/* A smaller font, rather than a word cut in two. */
static void
test_words_stay_whole (void)
{
  g_assert_cmpuint (count_lines ("Internationalisation"), ==, 1);
  g_assert_cmpfloat (fit_size ("Internationalisation"), <, 24);
  g_assert_cmpfloat (fit_size ("Internationalisation"), >=, 10);
}

static void
test_endless_word (void)
{
  g_autofree char *word = repeat ("wonderful", 22000);
  MemoPen memo = draw (word, 1);

  g_assert_cmpuint (strlen (memo.text), <=, EW_TEXT_SHOWN_MAX);
  g_assert_true (g_str_has_prefix (word, memo.text));
  g_assert_true (ew_rect_covers (ew_rect_grow (box, 1), memo.written));
  memo_pen_clear (&memo);
}

static void
test_endless_text (void)
{
  g_autofree char *text = repeat ("a b\n", 50000);
  MemoPen memo = draw (text, 1);

  g_assert_true (g_str_has_suffix (memo.text, "a b…"));
  memo_pen_clear (&memo);
  assert_drawn_inside (text);
}

/* Accents may pile up, but not to the moon. */
static void
test_marks (void)
{
  g_autofree char *marks = repeat ("\xcc\x81", 10000);
  g_autofree char *text = g_strconcat ("a", marks, "b", NULL);
  g_autofree char *joiners = repeat ("\xe2\x80\x8d", 10000);
  MemoPen memo = draw (text, 1), bare = draw (joiners, 1);

  g_assert_cmpint (g_utf8_strlen (memo.text, -1), <, 20);
  g_assert_true (g_str_has_prefix (memo.text, "a\xcc\x81"));
  g_assert_cmpint (g_utf8_strlen (bare.text, -1), <, 20);
  memo_pen_clear (&memo);
  memo_pen_clear (&bare);
}

/* What people really write is left as it is. */
static void
test_scripts_stay (void)
{
  const char *const texts[] = {
    "Ünïcödé ᾧ é",
    "नमस्ते दुनिया क्ष्म्य",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽",
    "同じことを違う時間に",
    "line\nline\ttab",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    MemoPen memo = draw (texts[i], 1);

    g_assert_cmpstr (memo.text, ==, texts[i]);
    memo_pen_clear (&memo);
  }
}

static void
test_control_characters (void)
{
  MemoPen memo = draw ("a\x01\x1b[31mb\r\x7f", 1);

  g_assert_cmpstr (memo.text, ==, "a[31mb");
  memo_pen_clear (&memo);
}

static void
test_broken_bytes (void)
{
  MemoPen memo = draw ("caf\xe9 au lait", 1);

  g_assert_true (g_utf8_validate (memo.text, -1, NULL));
  g_assert_nonnull (strstr (memo.text, " au lait"));
  memo_pen_clear (&memo);
}

static void
test_empty (void)
{
  MemoPen memo = draw ("", 1), far = draw ("", 0.01);

  g_assert_cmpuint (memo.n_texts + memo.n_fills, ==, 0);
  g_assert_cmpuint (far.n_texts + far.n_fills, ==, 0);
  memo_pen_clear (&memo);
  memo_pen_clear (&far);
}

/* Right-to-left text begins at the right. */
static void
test_right_to_left (void)
{
  EwTextStyle style = { .size_max = 14,
                        .size_min = 14,
                        .align = PANGO_ALIGN_LEFT };
  MemoPen memo;

  memo_pen_init (&memo, 1);
  ew_text_draw (&memo.pen, "שלום", &style, box, ink);
  g_assert_cmpfloat_with_epsilon (memo.written.x + memo.written.w,
                                  box.x + box.w, 1);
  g_assert_cmpfloat (memo.written.x, >, ew_rect_center (box).x);
  memo_pen_clear (&memo);
}

/* From afar there are bars: as many as lines, about where the text is. */
static void
test_bars (void)
{
  g_autofree char *text = repeat ("some words ", 30);
  MemoPen memo = draw (text, 0.1);

  g_assert_cmpuint (memo.n_texts, ==, 0);
  g_assert_cmpuint (memo.n_fills, >, 3);
  g_assert_true (ew_rect_covers (ew_rect_grow (box, 0.01), memo.filled));
  g_assert_cmpfloat (memo.filled.w, >, box.w / 2);
  memo_pen_clear (&memo);
}

static void
test_tiny_boxes (void)
{
  const double sizes[] = { 0, 0.001, 1, 7 };
  MemoPen memo;

  memo_pen_init (&memo, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    EwRect tiny = { 5, 5, sizes[i], sizes[i] };

    ew_text_draw (&memo.pen, "Some text", &note_style, tiny, ink);
  }
  g_assert_cmpuint (memo.n_texts, ==, 3);
  g_assert_cmpuint (memo.n_clips, >=, 2);
  memo_pen_clear (&memo);
}

static void
test_measure (void)
{
  EwPoint one = ew_text_measure ("one", &note_style, 500);
  EwPoint two = ew_text_measure ("one\ntwo", &note_style, 500);
  EwPoint wrapped = ew_text_measure ("one two three", &note_style, 60);

  g_assert_cmpfloat (one.y, >=, 24);
  g_assert_cmpfloat_with_epsilon (two.y, 2 * one.y, 1);
  g_assert_cmpfloat (wrapped.y, >=, 2 * one.y - 1);
  g_assert_cmpfloat (wrapped.x, <=, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-fit/short-is-large", test_short_is_large);
  g_test_add_func ("/text-fit/long-shrinks", test_long_shrinks);
  g_test_add_func ("/text-fit/words-stay-whole", test_words_stay_whole);
  g_test_add_func ("/text-fit/endless-word", test_endless_word);
  g_test_add_func ("/text-fit/endless-text", test_endless_text);
  g_test_add_func ("/text-fit/marks", test_marks);
  g_test_add_func ("/text-fit/scripts-stay", test_scripts_stay);
  g_test_add_func ("/text-fit/control-characters", test_control_characters);
  g_test_add_func ("/text-fit/broken-bytes", test_broken_bytes);
  g_test_add_func ("/text-fit/empty", test_empty);
  g_test_add_func ("/text-fit/right-to-left", test_right_to_left);
  g_test_add_func ("/text-fit/bars", test_bars);
  g_test_add_func ("/text-fit/tiny-boxes", test_tiny_boxes);
  g_test_add_func ("/text-fit/measure", test_measure);
  return g_test_run ();
}
