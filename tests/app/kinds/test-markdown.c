#include "ew-markdown.h"

#include "ew-kinds.h"
#include "ew-string.h"
#include "ew-text-fit.h"
#include "ew-walkthrough.h"

#include "memo-pen.h"

#include <string.h>

static char *
shown (const char *source)
{
  g_autoptr (EwMarkdown) markdown = ew_markdown_parse (source);

  return g_strdup (markdown->text);
}

static void
assert_shown (const char *source, const char *expected)
{
  g_autofree char *text = shown (source);

  g_assert_cmpstr (text, ==, expected);
}

/* The words that have @mark, one after another, with a bar between. */
static char *
marked (const char *source, EwMark mark)
{
  g_autoptr (EwMarkdown) markdown = ew_markdown_parse (source);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < markdown->runs->len; i++) {
    const EwMarkRun *run = &g_array_index (markdown->runs, EwMarkRun, i);

    if (!(run->mark & mark))
      continue;
    g_string_append (words, words->len ? "|" : "");
    g_string_append_len (words, markdown->text + run->start,
                         run->end - run->start);
  }
  return g_string_free (words, FALSE);
}

static void
assert_marked (const char *source, EwMark mark, const char *expected)
{
  g_autofree char *words = marked (source, mark);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_spans (void)
{
  assert_shown ("Ship **now**, not *later*", "Ship now, not later");
  assert_marked ("Ship **now**, not *later*", EW_MARK_BOLD, "now");
  assert_marked ("Ship **now**, not *later*", EW_MARK_ITALIC, "later");
  assert_marked ("~~old~~ `code` new", EW_MARK_STRIKE, "old");
  assert_marked ("~~old~~ `code` new", EW_MARK_CODE, "code");
  assert_marked ("**a *b* c**", EW_MARK_ITALIC, "b");
  assert_marked ("**a *b* c**", EW_MARK_BOLD, "a b c");
  assert_shown ("snake_case and 2*3*4", "snake_case and 234");
  assert_marked ("# Goals\nfew", EW_MARK_BOLD, "Goals");
}

/* What is no Markdown, or none that we show, is there as it was typed. */
static void
test_plain_stays (void)
{
  const char *const plain[] = {
    "Too many tools",         "a\nb",       "a\n\n\nb",  "#1 idea",
    "<b>bold</b> & &amp; co", "|a|b|",      "5 < 6 > 4", "$x$ [[wiki]]",
    "شكرا\nthanks",           "2024. Year", "~",         "",
    "> five people",          "a\n> b",     "1 * 2 * 3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++) {
    g_autofree char *text = shown (plain[i]);
    g_auto (GStrv) words = g_strsplit (text, "\u2002", -1);
    g_autofree char *spaced = g_strjoinv (" ", words);

    g_assert_cmpstr (spaced, ==, plain[i]);
  }
}

static void
test_lists (void)
{
  g_autoptr (EwMarkdown) mixed = ew_markdown_parse ("Buy\n- milk\n- tea");
  g_autoptr (EwMarkdown) pure = ew_markdown_parse ("- milk\n- tea");

  g_assert_cmpstr (mixed->text, ==, "Buy\n•\u2002milk\n•\u2002tea");
  g_assert_true (mixed->has_list);
  g_assert_false (mixed->is_list);
  g_assert_true (pure->is_list);
  assert_shown ("1. one\n2. two", "1.\u2002one\n2.\u2002two");
  assert_shown ("- a\n  - b\n- c", "•\u2002a\n\u2003•\u2002b\n•\u2002c");
  assert_shown ("- a\n-\n- b", "•\u2002a\n•\u2002\n•\u2002b");
  assert_shown ("- **a**\n- *b*", "•\u2002a\n•\u2002b");
  assert_shown ("one\n\n---\n\ntwo", "one\n\n―――\n\ntwo");
}

static void
test_boxes (void)
{
  const char *source = "Todo\n- [ ] tea\n- [x] milk";
  g_autoptr (EwMarkdown) markdown = ew_markdown_parse (source);
  const EwMarkBox *box = &g_array_index (markdown->boxes, EwMarkBox, 0);
  g_autofree char *words = ew_markdown_to_text (source);

  g_assert_cmpuint (markdown->boxes->len, ==, 2);
  g_assert_false (box[0].ticked);
  g_assert_true (box[1].ticked);
  g_assert_cmpint (source[box[0].source], ==, ' ');
  g_assert_cmpint (source[box[1].source], ==, 'x');
  g_assert_true (g_str_has_prefix (markdown->text + box[1].at, "\u2003"));
  g_assert_cmpstr (words, ==, "Todo\n☐\u2002tea\n☑\u2002milk");
}

static void
test_links (void)
{
  assert_shown ("see [the plan](https://example.org/plan)", "see the plan");
  assert_marked ("see [the plan](https://example.org/plan)", EW_MARK_LINK,
                 "the plan");
  assert_marked ("at https://example.org/x.", EW_MARK_LINK,
                 "https://example.org/x");
  assert_marked ("[bank](javascript:alert(1))", EW_MARK_LINK, "");
  assert_marked ("[f](file:///etc/passwd)", EW_MARK_LINK, "");
  assert_shown ("[bank](javascript:alert(1))", "bank");
}

static char *
repeat (const char *piece, gsize length)
{
  GString *text = g_string_new (NULL);

  while (text->len + strlen (piece) <= length)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* Whatever is nested without end is read to its end, and shown no longer than
 * a few times what it was. */
static void
test_hostile (void)
{
  const char *const pieces[] = {
    "*",   "_a",      "**a*",    "[",     "![",   "> ",      "- ",
    "1. ", "`",       "~~",      "[a](",  "\\",   "- [ ] ",  "<",
    "&",   "#",       "*a **b ", "```\n", "www.", "http://", "[x]: y\n",
    "\n",  "  - a\n", "|",       "(",     "﷽",    "- -\n",   "-\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autofree char *source = repeat (pieces[i], EW_TEXT_SHOWN_MAX);
    g_autoptr (EwMarkdown) markdown = ew_markdown_parse (source);
    g_autoptr (PangoAttrList) looks = ew_markdown_attributes (markdown);

    g_assert_true (g_utf8_validate (markdown->text, -1, NULL));
    g_assert_cmpuint (strlen (markdown->text), <=, 4 * strlen (source) + 128);
  }
}

/* Words beyond what is ever shown can still be found. */
static void
test_long_words (void)
{
  g_autofree char *head = repeat ("word ", 200000);
  g_autofree char *source = g_strconcat ("**a** ", head, "needle", NULL);
  g_autofree char *words = ew_markdown_to_text (source);

  g_assert_true (g_str_has_prefix (words, "a word"));
  g_assert_true (g_str_has_suffix (words, "needle"));
}

static EwObject *
note_new (const char *text)
{
  EwObject *note = ew_object_new (&ew_kind_note, NULL);

  ew_object_set_string (note, "text", text);
  ew_object_set_box (note, (EwRect){ 100, 100, 200, 200 });
  return note;
}

/* Looks everywhere, as a pointer might. */
static GHashTable *
ticks_of (const EwObject *note)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (double y = 100; y < 300; y += 4)
    for (double x = 100; x < 300; x += 4) {
      gssize at = ew_object_tick_at (note, (EwPoint){ x, y });

      if (at >= 0)
        g_hash_table_add (found, GSIZE_TO_POINTER ((gsize) at));
    }
  return found;
}

static void
test_tick_at (void)
{
  g_autoptr (EwObject) note = note_new ("Todo\n- [ ] tea\n- [x] milk\n[ ] no");
  g_autoptr (EwObject) odd = note_new ("\u0301\u0301\u0301\u0301\u0301\u0301"
                                       "\u0301\u0301\u0301\u0301\n- [ ] tea");
  g_autoptr (EwObject) plain = note_new ("Too many tools");
  g_autoptr (GHashTable) ticks = ticks_of (note);
  g_autoptr (GHashTable) behind = ticks_of (odd);
  g_autoptr (GHashTable) none = ticks_of (plain);

  g_assert_cmpuint (g_hash_table_size (ticks), ==, 2);
  g_assert_true (g_hash_table_contains (ticks, GSIZE_TO_POINTER (8)));
  g_assert_true (g_hash_table_contains (ticks, GSIZE_TO_POINTER (18)));
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  /* Marks that are not shown do not shift the tick. */
  g_assert_true (g_hash_table_contains (behind, GSIZE_TO_POINTER (24)));
}

/* Without a pointer they are told by the words beside them. */
static void
test_ticks (void)
{
  g_autoptr (EwObject) note =
      note_new ("Todo\n- [ ] **tea**\n- [x] milk\n[ ] no");
  g_autoptr (EwObject) plain = note_new ("Too many [tools]");
  g_autoptr (GPtrArray) ticks = ew_object_ticks (note);
  g_autoptr (GPtrArray) none = ew_object_ticks (plain);
  const EwTick *tick;

  g_assert_cmpuint (ticks->len, ==, 2);
  tick = ticks->pdata[0];
  g_assert_cmpuint (tick->at, ==, 8);
  g_assert_false (tick->ticked);
  g_assert_cmpstr (tick->words, ==, "tea");
  tick = ticks->pdata[1];
  g_assert_cmpuint (tick->at, ==, 22);
  g_assert_true (tick->ticked);
  g_assert_cmpstr (tick->words, ==, "milk");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_link_at (void)
{
  g_autoptr (EwObject) note = note_new ("[here](https://example.org/)");
  g_autofree char *middle = ew_object_link_at (note, (EwPoint){ 200, 200 });
  g_autofree char *edge = ew_object_link_at (note, (EwPoint){ 110, 110 });

  g_assert_cmpstr (middle, ==, "https://example.org/");
  g_assert_null (edge);
}

static guint
strokes_of (const char *text)
{
  static const EwTextStyle style = { .size_max = 20,
                                     .size_min = 10,
                                     .markdown = true };
  MemoPen memo;
  guint n;

  memo_pen_init (&memo, 1);
  ew_text_draw (&memo.pen, text, &style, (EwRect){ 0, 0, 200, 200 },
                (EwColor){ 0, 0, 0, 1 });
  n = memo.n_strokes;
  memo_pen_clear (&memo);
  return n;
}

static void
test_boxes_are_drawn (void)
{
  g_assert_cmpuint (strokes_of ("plain"), ==, 0);
  g_assert_cmpuint (strokes_of ("- [ ] tea"), ==, 1);
  g_assert_cmpuint (strokes_of ("- [x] tea"), ==, 2);
}

static double
height_of (const EwObject *object)
{
  return ew_object_box (object).h;
}

static void
test_notes_grow (void)
{
  g_autofree char *words = repeat ("word ", 1500);
  g_autofree char *endless = repeat ("line\n", 200000);
  g_autoptr (EwObject) empty = note_new ("");
  g_autoptr (EwObject) full = note_new (words);
  g_autoptr (EwObject) tall = note_new (endless);
  g_autoptr (EwObject) back = NULL;

  ew_object_refit_text (full, empty);
  g_assert_cmpfloat (height_of (full), >, 200);
  ew_object_refit_text (tall, empty);
  g_assert_cmpfloat (height_of (tall), >, height_of (full));
  g_assert_cmpfloat (height_of (tall), <=, 2400);

  back = ew_object_copy (full);
  ew_object_set_string (back, "text", "few");
  ew_object_refit_text (back, full);
  g_assert_cmpfloat (height_of (back), ==, 200);
}

/* A height that a person chose stays, whatever is typed. */
static void
test_chosen_height_stays (void)
{
  g_autoptr (EwObject) before = note_new ("few words");
  g_autoptr (EwObject) after = NULL;

  ew_object_set_box (before, (EwRect){ 0, 0, 200, 500 });
  after = ew_object_copy (before);
  ew_object_set_string (after, "text", "few");
  ew_object_refit_text (after, before);
  g_assert_cmpfloat (height_of (after), ==, 500);
}

static void
test_to_text (void)
{
  g_autoptr (EwObject) note = note_new ("**Ship** [it](https://e.org)");
  g_autoptr (EwObject) empty = note_new ("");
  g_autofree char *words = ew_object_to_text (note);
  g_autofree char *kind = ew_object_to_text (empty);

  g_assert_cmpstr (words, ==, "Ship it");
  g_assert_cmpstr (kind, ==, "Sticky Note");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/spans", test_spans);
  g_test_add_func ("/markdown/plain-stays", test_plain_stays);
  g_test_add_func ("/markdown/lists", test_lists);
  g_test_add_func ("/markdown/boxes", test_boxes);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/long-words", test_long_words);
  g_test_add_func ("/markdown/tick-at", test_tick_at);
  g_test_add_func ("/markdown/ticks", test_ticks);
  g_test_add_func ("/markdown/link-at", test_link_at);
  g_test_add_func ("/markdown/boxes-are-drawn", test_boxes_are_drawn);
  g_test_add_func ("/markdown/notes-grow", test_notes_grow);
  g_test_add_func ("/markdown/chosen-height-stays", test_chosen_height_stays);
  g_test_add_func ("/markdown/to-text", test_to_text);
  return g_test_run ();
}
