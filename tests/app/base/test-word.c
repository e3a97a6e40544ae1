/* Words, and what two texts have in common. */
#include "ew-word.h"

#include <string.h>

/* Gap and word in brackets, as in `[Ship][ it][.]`. */
static char *
to_brackets (GArray *words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++) {
    const EwWord *word = &g_array_index (words, EwWord, i);

    g_string_append_c (out, '[');
    g_string_append_len (out, word->gap, word->gap_length + word->length);
    g_string_append_c (out, ']');
  }
  return g_string_free (out, FALSE);
}

static void
assert_splits (const char *text, const char *expected)
{
  g_autoptr (GArray) words = ew_word_split (text);
  g_autofree char *brackets = to_brackets (words);

  g_assert_cmpstr (brackets, ==, expected);
}

static void
test_split (void)
{
  assert_splits ("", "[]");
  assert_splits ("  \n", "[  \n]");
  assert_splits ("Ship it", "[Ship][ it][]");
  assert_splits (" Ship it.\n", "[ Ship][ it][.][\n]");
  assert_splits ("(see 12.5).", "[(][see][ 12.5][)][.][]");
  assert_splits ("don't e-mail a_b", "[don't][ e-mail][ a_b][]");
  assert_splits ("- [ ] ticked?!", "[-][ [][ ]][ ticked][?][!][]");
  assert_splits ("漢字 かな。", "[漢][字][ か][な][。][]");
  assert_splits ("Grüße 👩🏽‍🚀!",
                 "[Grüße][ 👩🏽‍🚀][!][]");
}

/* What they have in common, as text; the end is `$`. */
static void
assert_common (const char *one, const char *other, const char *expected)
{
  g_autoptr (GArray) from = ew_word_split (one);
  g_autoptr (GArray) to = ew_word_split (other);
  g_autofree gint *match = ew_word_match (from, to);
  g_autoptr (GString) common = g_string_new (NULL);
  gint last = -1;

  for (guint i = 0; i < from->len; i++) {
    const EwWord *word = &g_array_index (from, EwWord, i);

    if (match[i] < 0)
      continue;
    g_assert_cmpint (match[i], >, last);
    last = match[i];
    g_assert_true (ew_word_equal (word, &g_array_index (to, EwWord, last)));
    g_string_append_len (common, word->bytes, word->length);
    g_string_append_c (common, word->length > 0 ? ' ' : '$');
  }
  g_assert_cmpint (last, ==, to->len - 1);
  g_assert_cmpstr (common->str, ==, expected);
}

static void
test_match (void)
{
  assert_common ("", "", "$");
  assert_common ("a b c", "a b c", "a b c $");
  assert_common ("a b c", "", "$");
  assert_common ("", "a", "$");
  assert_common ("a b c", "a x c", "a c $");
  assert_common ("a b c", "b c d", "b c $");
  assert_common ("a b c a b b a", "c b a b a c", "c a b a $");
  assert_common ("one two", "three four", "$");
  assert_common ("Ship it on Friday.", "Ship it, on Monday.", "Ship it on . $");
}

static char *
random_words (void)
{
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
    g_string_append_printf (text, "%c ", g_test_rand_int_range ('a', 'f'));
  return g_string_free (text, FALSE);
}

/* By the book: a table of all pairs. */
static guint
count_common (GArray *from, GArray *to)
{
  guint table[64][64] = { 0 };

  for (guint i = 0; i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      table[i + 1][j + 1] = ew_word_equal (&g_array_index (from, EwWord, i),
                                           &g_array_index (to, EwWord, j))
                                ? table[i][j] + 1
                                : MAX (table[i][j + 1], table[i + 1][j]);
  return table[from->len][to->len];
}

static void
test_as_many_as_can_be (void)
{
  for (int round = 0; round < 2000; round++) {
    g_autofree char *one = random_words ();
    g_autofree char *other = random_words ();
    g_autoptr (GArray) from = ew_word_split (one);
    g_autoptr (GArray) to = ew_word_split (other);
    g_autofree gint *match = ew_word_match (from, to);
    guint n = 0;
    gint last = -1;

    for (guint i = 0; i < from->len; i++) {
      if (match[i] < 0)
        continue;
      g_assert_cmpint (match[i], >, last);
      last = match[i];
      g_assert_true (ew_word_equal (&g_array_index (from, EwWord, i),
                                    &g_array_index (to, EwWord, last)));
      n++;
    }
    g_assert_cmpuint (n, ==, count_common (from, to));
  }
}

/* A hostile pair, megabytes with nothing in common, is told apart all the
 * same. */
static void
test_nothing_in_common (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GArray) from = NULL;
  g_autoptr (GArray) to = NULL;
  g_autofree gint *match = NULL;

  for (int i = 0; i < 100000; i++) {
    g_string_append_printf (one, "a%d ", i);
    g_string_append_printf (other, "b%d ", i);
  }
  from = ew_word_split (one->str);
  to = ew_word_split (other->str);
  match = ew_word_match (from, to);
  g_assert_cmpint (match[0], ==, -1);
  g_assert_cmpint (match[from->len - 1], ==, to->len - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/split", test_split);
  g_test_add_func ("/word/match", test_match);
  g_test_add_func ("/word/as-many-as-can-be", test_as_many_as_can_be);
  g_test_add_func ("/word/nothing-in-common", test_nothing_in_common);
  return g_test_run ();
}
