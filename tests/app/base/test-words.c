/* Ids, order keys and short strings. */
#include "ew-id.h"
#include "ew-order.h"
#include "ew-string.h"

#include <string.h>

static void
test_id_form (void)
{
  gint64 before = g_get_real_time () / 1000;
  char *id = ew_id_new ();
  gint64 after = g_get_real_time () / 1000;

  g_assert_cmpuint (strlen (id), ==, 36);
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_true (ew_id_is_valid (id));
  g_assert_cmpint (id[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", id[19]));
  g_assert_cmpint (ew_id_time (id), >=, before);
  g_assert_cmpint (ew_id_time (id), <=, after);
  g_ref_string_release (id);
}

static void
test_ids_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (
      g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, NULL);
  for (int i = 0; i < 10000; i++)
    g_assert_true (g_hash_table_add (seen, ew_id_new ()));
}

static void
test_foreign_ids (void)
{
  g_autofree char *long_id = g_strnfill (EW_ID_MAX + 1, 'a');
  g_assert_true (ew_id_is_valid ("note-1_B"));
  g_assert_false (ew_id_is_valid (""));
  g_assert_false (ew_id_is_valid (NULL));
  g_assert_false (ew_id_is_valid ("../../etc"));
  g_assert_false (ew_id_is_valid ("a b"));
  g_assert_false (ew_id_is_valid ("é"));
  g_assert_false (ew_id_is_valid (long_id));
  g_assert_cmpint (ew_id_time ("note-1"), ==, 0);
}

static void
assert_between (const char *low, const char *key, const char *high)
{
  g_assert_true (ew_order_is_valid (key));
  if (low)
    g_assert_cmpstr (low, <, key);
  if (high)
    g_assert_cmpstr (key, <, high);
}

/* Always into the same gap, from either side: the hardest use. */
static void
test_order_narrows (void)
{
  char *low = ew_order_between (NULL, NULL);
  char *high = ew_order_between (low, NULL);
  for (int i = 0; i < 500; i++) {
    char *middle = ew_order_between (low, high);
    assert_between (low, middle, high);
    if (g_random_boolean ())
      ew_string_take (&low, middle);
    else
      ew_string_take (&high, middle);
  }
  g_ref_string_release (low);
  g_ref_string_release (high);
}

static void
test_order_at_the_ends (void)
{
  char *first = ew_order_between (NULL, NULL);
  char *last = g_ref_string_acquire (first);
  for (int i = 0; i < 2000; i++) {
    char *before = ew_order_between (NULL, first);
    assert_between (NULL, before, first);
    ew_string_take (&first, before);
    char *after = ew_order_between (last, NULL);
    assert_between (last, after, NULL);
    ew_string_take (&last, after);
  }
  /* Thousands at an end make no long keys. */
  g_assert_cmpuint (strlen (first), <=, 10);
  g_assert_cmpuint (strlen (last), <=, 10);
  g_ref_string_release (first);
  g_ref_string_release (last);
}

static void
test_order_tolerates_anything (void)
{
  static const char *const broken[] = { "", "zz zz", "é", "a-", "\n" };
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    char *key = ew_order_between (broken[i], broken[i]);
    g_assert_true (ew_order_is_valid (key));
    g_ref_string_release (key);
  }
  /* Crossed bounds: at least above the lower. */
  char *key = ew_order_between ("m5", "b5");
  assert_between ("m5", key, NULL);
  g_ref_string_release (key);
}

static void
test_two_people_differ (void)
{
  char *a = ew_order_between ("a1", "a2");
  char *b = ew_order_between ("a1", "a2");
  g_assert_cmpstr (a, !=, b);
  g_ref_string_release (a);
  g_ref_string_release (b);
}

static void
test_excerpt (void)
{
  g_autofree char *whole = ew_string_excerpt ("Fix login", 20);
  g_autofree char *line = ew_string_excerpt ("\n  Fix\nlogin", 20);
  g_autofree char *cut = ew_string_excerpt ("Größe ändern bitte", 8);
  g_assert_cmpstr (whole, ==, "Fix login");
  g_assert_cmpstr (line, ==, "Fix");
  g_assert_cmpstr (cut, ==, "Größe ä…");
}

static gpointer
take_and_leave_thread (gpointer data)
{
  for (guint i = 0; i < 200000; i++) {
    g_autoptr (GRefString) word = ew_string_intern ("teal");
    g_autoptr (GRefString) none = ew_string_new ("");

    g_assert_cmpstr (word, ==, "teal");
    g_assert_cmpstr (none, ==, "");
  }
  return NULL;
}

/* One lets go of a word for good at the moment when another asks for it. */
static void
test_intern_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", take_and_leave_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A board from elsewhere may have any number of them, of any length. */
static void
test_intern_many (void)
{
  g_autofree char *long_word = g_strnfill (100000, 'x');
  g_autoptr (GRefString) same = ew_string_intern (long_word);

  g_assert_cmpstr (same, ==, long_word);
  for (guint i = 0; i < 20000; i++) {
    g_autofree char *word = g_strdup_printf ("word-%u", i);
    g_autoptr (GRefString) interned = ew_string_intern (word);

    g_assert_cmpstr (interned, ==, word);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/form", test_id_form);
  g_test_add_func ("/id/differ", test_ids_differ);
  g_test_add_func ("/id/foreign", test_foreign_ids);
  g_test_add_func ("/order/narrows", test_order_narrows);
  g_test_add_func ("/order/at-the-ends", test_order_at_the_ends);
  g_test_add_func ("/order/tolerates", test_order_tolerates_anything);
  g_test_add_func ("/order/two-people", test_two_people_differ);
  g_test_add_func ("/string/excerpt", test_excerpt);
  g_test_add_func ("/string/intern-threads", test_intern_threads);
  g_test_add_func ("/string/intern-many", test_intern_many);
  return g_test_run ();
}
