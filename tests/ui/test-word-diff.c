#include "ew-word-diff.h"

typedef struct {
  guint gone, new; /* letters */
} Count;

static gboolean
count_cb (PangoAttribute *attribute, gpointer data)
{
  Count *count = data;

  if (attribute->klass->type == PANGO_ATTR_STRIKETHROUGH)
    count->gone += attribute->end_index - attribute->start_index;
  if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
    count->new += attribute->end_index - attribute->start_index;
  return FALSE;
}

static void
assert_diff (const char *before, const char *after, const char *expected,
             Count counts)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = ew_word_diff (before, after, &attributes);
  Count count = { 0, 0 };

  g_assert_cmpstr (text, ==, expected);
  g_assert_null (pango_attr_list_filter (attributes, count_cb, &count));
  g_assert_cmpuint (count.gone, ==, counts.gone);
  g_assert_cmpuint (count.new, ==, counts.new);
}

static void
test_words (void)
{
  assert_diff ("the slow fox", "the quick fox", "the slow quick fox",
               (Count){ 4, 5 });
  assert_diff ("one", "one two", "one two", (Count){ 0, 3 });
  assert_diff ("one two", "one", "one two", (Count){ 3, 0 });
  assert_diff ("", "new", "new", (Count){ 0, 3 });
  assert_diff ("", "", "", (Count){ 0, 0 });
}

/* What stayed is left out where it is far from any change. */
static void
test_around (void)
{
  assert_diff ("a b c d e f g h i j", "a b c d e f g h i x", "… f g h i j x",
               (Count){ 1, 1 });
}

static void
test_bounded (void)
{
  g_autoptr (GString) much = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (much, "w%d ", i);
  text = ew_word_diff ("", much->str, &attributes);
  g_assert_cmpuint (strlen (text), <, 700);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/around", test_around);
  g_test_add_func ("/word-diff/bounded", test_bounded);
  return g_test_run ();
}
