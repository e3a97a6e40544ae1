/* What a note says of its author. */
#include "ew-author-labels.h"

#include "ew-store-authors.h"

static void
add (GHashTable *authors, const char *id, const char *author, gint64 made)
{
  EwAuthorship *authorship = g_new0 (EwAuthorship, 1);

  authorship->author = g_strdup (author);
  authorship->made = made;
  g_hash_table_insert (authors, g_strdup (id), authorship);
}

static void
test_labels (void)
{
  g_autoptr (GHashTable) authors = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) ew_authorship_free);
  g_autoptr (EwAuthorLabels) labels = NULL;

  add (authors, "a", "Ana", 1700000000);
  add (authors, "b", NULL, 0);
  labels = ew_author_labels_new (authors, "Chiara");
  g_assert_cmpstr (ew_author_labels_get (labels, "a"), ==, "Ana · 14 Nov 2023");
  /* Beyond what was searched, nothing is claimed. */
  g_assert_null (ew_author_labels_get (labels, "b"));
  /* Not in any commit yet. */
  g_assert_cmpstr (ew_author_labels_get (labels, "c"), ==, "Chiara");
}

static void
test_nobody (void)
{
  g_autoptr (GHashTable) authors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (EwAuthorLabels) labels = ew_author_labels_new (authors, NULL);

  g_assert_null (ew_author_labels_get (labels, "a"));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/author-labels/labels", test_labels);
  g_test_add_func ("/author-labels/nobody", test_nobody);
  return g_test_run ();
}
