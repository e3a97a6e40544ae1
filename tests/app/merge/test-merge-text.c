/* Texts, word by word. */
#include "ew-merge-text.h"

#include <string.h>

typedef struct {
  const char *base, *earlier, *later;
  const char *shown; /* where they clash, with the later words */
  const char *other; /* … with the earlier; NULL: no clash */
} Case;

static const Case cases[] = {
  /* One side, or both the same. */
  { "a b c", "a x c", "a b c", "a x c", NULL },
  { "a b c", "a x c", "a x c", "a x c", NULL },
  { "", "", "", "", NULL },
  /* Different words. */
  { "a b c d", "x b c d", "a b c y", "x b c y", NULL },
  { "a b", "x b", "a y", "x y", NULL },
  { "Ship it on Friday.", "Ship it on Monday.", "Please ship it on Friday.",
    "Please ship it on Monday.", NULL },
  /* Insertions stay, the earlier first. */
  { "milk", "milk eggs", "milk bread", "milk eggs bread", NULL },
  { "- milk\n", "- milk\n- eggs\n", "- milk\n- bread\n",
    "- milk\n- eggs\n- bread\n", NULL },
  { "b", "a b", "b c", "a b c", NULL },
  { "a b", "a x", "a very b", "a very x", NULL },
  { "a b", "a very b", "a x", "a very x", NULL },
  { "a b", "a x b", "a x y b", "a x y b", NULL },
  { "", "eggs", "bread", "eggs|bread", NULL },
  { "", "eggs", "", "eggs", NULL },
  { "", "fresh eggs", "eggs", "fresh eggs", NULL },
  /* A word stays only if both kept it. */
  { "a b c", "a c", "a b c d", "a c d", NULL },
  { "a b c", "a c", "a x c", "a x c", NULL },
  { "a b c", "a c", "a b", "a", NULL },
  { "a b c", "", "a b c d", "d", NULL },
  { "a b c", "b c", "z a b c", "z b c", NULL },
  { "one two", "two", "one three", "three", NULL },
  { "a b c d", "a d", "a b x c d", "a x d", NULL },
  /* The same words rewritten: a clash, and the rest of both in both. */
  { "a", "x", "y", "y", "x" },
  { "a b c", "a x c", "a y c", "a y c", "a x c" },
  { "a b c d e", "a x c d E", "A y c d e", "A y c d E", "a x c d E" },
  { "a b c d", "a x d", "a b y", "a b y", "a x d" },
  { "Buy milk today", "Buy oat milk tonight", "Buy milk tomorrow",
    "Buy oat milk tomorrow", "Buy oat milk tonight" },
  { "b c", "x c", "b x", "x x", NULL },
  { "a", "a\n\nx", "x", "x", NULL },
  { "a b", "x", "x b", "x", NULL },
  { "a b", "x", "y x b", "y x", NULL },
  /* White space: who changed it; both: the later edit. */
  { "a b", "a\nb", "a b c", "a\nb c", NULL },
  { "a b", "a\nb", "a\n\nb", "a\n\nb", NULL },
  { "a b\n", "a b", "a b c\n", "a b c", NULL },
  { "  a", "  b a", "  a c", "  b a c", NULL },
  { "- [ ] done", "- [x] done", "- [ ] all done", "- [x] all done", NULL },
  { "a, b", "a b", "a, c", "a c", NULL },
};

static void
assert_merges (const Case *c, EwSide later)
{
  EwTextMerge merge = { .base = c->base, .later = later, .between = "|" };
  char *merged[EW_N_SIDES];
  EwSide earlier = EW_N_SIDES - 1 - later;

  merge.sides[later] = c->later;
  merge.sides[earlier] = c->earlier;
  ew_merge_text (&merge, merged);
  g_assert_cmpstr (merged[later], ==, c->shown);
  g_assert_cmpstr (merged[earlier], ==, c->other ? c->other : c->shown);
  g_free (merged[0]);
  g_free (merged[1]);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    assert_merges (&cases[i], EW_SIDE_OURS);
    assert_merges (&cases[i], EW_SIDE_THEIRS);
  }
}

/* --- Laws ----------------------------------------------------------------- */

static const char *const gaps[] = { " ", " ", " ", "\n", "\n\n", "  " };

/* Words that are all different: none is there by chance. */
static void
append_new_word (GString *text, int *counter)
{
  if (text->len > 0)
    g_string_append (text, gaps[g_test_rand_int_range (0, 6)]);
  g_string_append_printf (text, "w%d", (*counter)++);
}

static char *
edit_randomly (const char *text, int *counter)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  GString *edited = g_string_new (NULL);

  for (guint i = 0; words[i]; i++) {
    if (*words[i] == '\0')
      continue;
    if (g_test_rand_int_range (0, 6) == 0)
      append_new_word (edited, counter);
    if (g_test_rand_int_range (0, 5) == 0)
      continue;
    if (edited->len > 0)
      g_string_append (edited, gaps[g_test_rand_int_range (0, 6)]);
    g_string_append (edited, words[i]);
  }
  if (g_test_rand_int_range (0, 3) == 0)
    append_new_word (edited, counter);
  return g_string_free (edited, FALSE);
}

static GHashTable *
word_set (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n|", -1);
  GHashTable *set =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i]; i++)
    if (*words[i] != '\0' && !g_hash_table_add (set, g_strdup (words[i])))
      g_assert_not_reached ();
  return set;
}

/* word_set() fails on a word that is there twice. */
static void
check_words (const char *base_text, char *const texts[EW_N_SIDES],
             char *const merged[EW_N_SIDES])
{
  g_autoptr (GHashTable) base = word_set (base_text);
  g_autoptr (GHashTable) ours = word_set (texts[0]);
  g_autoptr (GHashTable) theirs = word_set (texts[1]);
  g_autoptr (GHashTable) one = word_set (merged[0]);
  g_autoptr (GHashTable) other = word_set (merged[1]);
  bool clash = strcmp (merged[0], merged[1]) != 0;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (base, word))
      g_assert_true (g_hash_table_contains (one, word));
  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (base, word))
      g_assert_true (g_hash_table_contains (other, word));
  g_hash_table_iter_init (&iter, base);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    bool kept_here = g_hash_table_contains (ours, word);
    bool kept_there = g_hash_table_contains (theirs, word);

    if (kept_here && kept_there)
      g_assert_true (g_hash_table_contains (one, word));
    if ((!clash && !(kept_here && kept_there)) || (!kept_here && !kept_there))
      g_assert_false (g_hash_table_contains (one, word) ||
                      g_hash_table_contains (other, word));
  }
}

static void
merge_into (const char *base, const char *ours, const char *theirs,
            EwSide later, char *merged[EW_N_SIDES])
{
  EwTextMerge merge = { base, { ours, theirs }, later, "|" };

  ew_merge_text (&merge, merged);
}

static void
free_both (char *merged[EW_N_SIDES])
{
  g_free (merged[0]);
  g_free (merged[1]);
}

static void
check_symmetric (const char *base, char *const texts[EW_N_SIDES], EwSide later,
                 char *const merged[EW_N_SIDES])
{
  char *turned[EW_N_SIDES];

  merge_into (base, texts[1], texts[0], EW_N_SIDES - 1 - later, turned);
  g_assert_cmpstr (turned[0], ==, merged[1]);
  g_assert_cmpstr (turned[1], ==, merged[0]);
  free_both (turned);
}

/* Who has the result has all of both. */
static void
check_idempotent (char *const texts[EW_N_SIDES], char *const merged[EW_N_SIDES])
{
  for (int i = 0; i < EW_N_SIDES; i++) {
    char *again[EW_N_SIDES];

    merge_into (texts[i], merged[0], texts[i], EW_SIDE_OURS, again);
    g_assert_cmpstr (again[0], ==, merged[0]);
    g_assert_cmpstr (again[1], ==, merged[0]);
    free_both (again);
  }
}

static void
test_laws (void)
{
  int rounds = g_test_slow () ? 1000000 : 20000;

  for (int round = 0; round < rounds; round++) {
    int counter = 0;
    g_autofree char *start = NULL;
    g_autofree char *base = NULL;
    GString *first = g_string_new (NULL);
    char *texts[EW_N_SIDES], *merged[EW_N_SIDES];
    EwSide later = g_test_rand_bit () ? EW_SIDE_OURS : EW_SIDE_THEIRS;

    for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
      append_new_word (first, &counter);
    base = g_string_free (first, FALSE);
    for (int i = 0; i < EW_N_SIDES; i++)
      texts[i] = edit_randomly (base, &counter);
    merge_into (base, texts[0], texts[1], later, merged);
    check_words (base, texts, merged);
    check_symmetric (base, texts, later, merged);
    check_idempotent (texts, merged);
    free_both (texts);
    free_both (merged);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-text/cases", test_cases);
  g_test_add_func ("/merge-text/laws", test_laws);
  return g_test_run ();
}
