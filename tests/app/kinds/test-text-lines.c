#include "ew-text-lines.h"

#include "ew-text-fitted.h"

#include <string.h>

static const char *const words[] = {
  "plan",    "Ship",     "user",  "interview", "risk",      "A",
  "To",      "AV",       "why?",  "it's",      "Übergröße", "the",
  "Yes.",    "feedback", "Ty",    "Wa!",       "prototype", "12",
  "wait...", "so,",      "naïve", "of",        "LTWAY",     "one;",
};

static const EwTextStyle note = { .size_max = 24,
                                  .size_min = 10,
                                  .align = PANGO_ALIGN_CENTER,
                                  .middle = true,
                                  .ellipsize = true,
                                  .markdown = true };

static char *
random_text (GRand *random)
{
  GString *text = g_string_new ("Now");
  guint n = (guint) g_rand_int_range (random, 0, 24);

  while (n--)
    g_string_append_printf (
        text, " %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* Every line begins at the same byte, at the same place, in the same size. */
static void
assert_as_laid_out (PangoContext *pango, const EwTextStyle *style, EwRect box,
                    const EwTextLines *lines)
{
  double size;
  g_autoptr (PangoLayout) layout =
      ew_text_fitted (pango, lines->text, style, box, &size);
  EwPoint at = ew_text_top_left (layout, style, box);
  g_autofree char *shown = g_strdup (pango_layout_get_text (layout));

  g_assert_cmpstr (shown, ==, lines->text);
  g_assert_cmpfloat (lines->size, ==, size);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, (int) lines->n);
  for (guint i = 0; i < lines->n; i++) {
    PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
    PangoRectangle pos;

    g_assert_cmpint (line->start_index, ==, (int) lines->line[i].start);
    pango_layout_index_to_pos (layout, line->start_index, &pos);
    g_assert_cmpfloat_with_epsilon (
        at.y + (double) pango_layout_get_baseline (layout) / PANGO_SCALE +
            (double) pos.y / PANGO_SCALE,
        lines->baseline + i * lines->leading, 0.1);
  }
}

/* Whatever is said without a layout, a layout says too. */
static void
test_same (void)
{
  g_autoptr (GObject) owner = G_OBJECT (ew_text_context_new ());
  PangoContext *pango = PANGO_CONTEXT (owner);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint found = 0, all = 4000;

  for (guint i = 0; i < all; i++) {
    g_autofree char *text = random_text (random);
    EwRect box = { g_rand_double_range (random, -500, 500), 40,
                   g_rand_double_range (random, 20, 260),
                   g_rand_double_range (random, 20, 260) };
    EwTextStyle style = note;
    EwTextLines lines;

    style.bold = i % 3 == 0;
    style.size_max = g_rand_int_range (random, 10, 30);
    style.align = (PangoAlignment) (i % 3);
    style.middle = i % 2 == 0;
    if (!ew_text_lines_find (pango, text, &style, box, &lines))
      continue;
    found++;
    assert_as_laid_out (pango, &style, box, &lines);
  }
  /* Else all of this would be for nothing. */
  g_assert_cmpuint (found, >, all / 2);
}

static bool
is_found (const char *text)
{
  g_autoptr (GObject) owner = G_OBJECT (ew_text_context_new ());
  PangoContext *pango = PANGO_CONTEXT (owner);
  EwRect box = { 0, 0, 176, 176 };
  EwTextLines lines;

  return ew_text_lines_find (pango, text, &note, box, &lines);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",          "**bold**",  "two\nlines", "- item",      "1. one",
    " indented", "ملاحظة",    "日本語",     "a  b",        "well-known",
    "end ",      "www.a.b",   "a/b",        "😀",           "tab\tbed",
    "`code`",    "<b>no</b>", "e\u0301",    "\xff broken", "3 × 4",
  };
  g_autofree char *endless = g_strnfill (300, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (is_found (texts[i]));
  g_assert_false (is_found (endless));
  g_assert_true (is_found ("Ship it, then ask!"));
}

/* What does not fit at the smallest size is cut, which takes a layout. */
static void
test_too_much (void)
{
  GString *text = g_string_new ("Many");

  while (text->len < 3000)
    g_string_append (text, " words");
  g_assert_false (is_found (text->str));
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-lines/same", test_same);
  g_test_add_func ("/text-lines/refused", test_refused);
  g_test_add_func ("/text-lines/too-much", test_too_much);
  return g_test_run ();
}
