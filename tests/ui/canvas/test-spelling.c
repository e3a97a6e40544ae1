/* Wavy lines under words, with the dictionary that the tests install. */
#include "ew-spelling.h"

#include <string.h>

typedef struct {
  EwDictionary *dictionary;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  EwSpelling *spelling;
} Page;

static void
set_up (Page *page, gconstpointer data)
{
  static const char *const languages[] = { "en_US", NULL };

  page->view = g_object_ref_sink (gtk_text_view_new ());
  page->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page->view));
  page->dictionary = ew_dictionary_new (languages);
  g_assert_nonnull (page->dictionary);
  page->spelling =
      ew_spelling_new (GTK_TEXT_VIEW (page->view), page->dictionary);
}

static void
tear_down (Page *page, gconstpointer data)
{
  ew_spelling_free (page->spelling);
  g_assert_finalize_object (page->view);
  ew_dictionary_unref (page->dictionary);
}

static void
type (Page *page, const char *text)
{
  gtk_text_buffer_insert_at_cursor (page->buffer, text, -1);
  ew_spelling_flush (page->spelling);
}

static bool
is_wrong (Page *page, const char *word)
{
  g_autofree char *text = NULL;
  const char *found;

  g_object_get (page->buffer, "text", &text, NULL);
  found = strstr (text, word);
  g_assert_nonnull (found);
  return ew_spelling_is_wrong_at (
      page->spelling, (int) g_utf8_pointer_to_offset (text, found) + 1);
}

static void
test_marks_wrong_words (Page *page, gconstpointer data)
{
  type (page, "Too meny tools, and ");
  g_assert_true (is_wrong (page, "meny"));
  g_assert_false (is_wrong (page, "tools"));
  g_assert_false (is_wrong (page, "Too"));
}

/* Nobody is told that half a word is wrong while writing it. */
static void
test_waits_for_the_caret (Page *page, gconstpointer data)
{
  GtkTextIter start;

  type (page, "Too meny");
  g_assert_false (is_wrong (page, "meny"));
  gtk_text_buffer_get_start_iter (page->buffer, &start);
  gtk_text_buffer_place_cursor (page->buffer, &start);
  ew_spelling_flush (page->spelling);
  g_assert_true (is_wrong (page, "meny"));
}

static void
test_a_mended_word_is_right (Page *page, gconstpointer data)
{
  GtkTextIter start, end;

  type (page, "Too meny tools ");
  gtk_text_buffer_get_iter_at_offset (page->buffer, &start, 5);
  gtk_text_buffer_get_iter_at_offset (page->buffer, &end, 6);
  gtk_text_buffer_delete (page->buffer, &start, &end);
  gtk_text_buffer_insert (page->buffer, &start, "a", -1);
  ew_spelling_flush (page->spelling);
  g_assert_false (is_wrong (page, "many"));
}

static void
test_addresses_are_not_spelled (Page *page, gconstpointer data)
{
  type (page, "https://exmple.org/pln bo@exmple.org snke_case 3rdd `cde` ok ");
  g_assert_false (is_wrong (page, "exmple"));
  g_assert_false (is_wrong (page, "snke"));
  g_assert_false (is_wrong (page, "3rdd"));
  g_assert_false (is_wrong (page, "cde"));
}

static GMenuModel *
offered (Page *page)
{
  GMenuModel *menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (page->view));

  return menu ? g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION)
              : NULL;
}

static void
test_suggestions (Page *page, gconstpointer data)
{
  g_autoptr (GMenuModel) wrong = NULL;
  g_autofree char *text = NULL;

  type (page, "Too meny tools ");
  ew_spelling_offer (page->spelling, 1);
  g_assert_null (offered (page));
  ew_spelling_offer (page->spelling, 5);
  wrong = offered (page);
  g_assert_cmpint (g_menu_model_get_n_items (wrong), >, 1);
  gtk_widget_activate_action (page->view, "spelling.replace", "s", "many");
  g_object_get (page->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Too many tools ");
}

/* Be the menu faster than the marks: the word was typed just now, the caret is
 * in it, and nothing has looked at it yet. */
static void
test_suggestions_at_once (Page *page, gconstpointer data)
{
  g_autoptr (GMenuModel) wrong = NULL;

  gtk_text_buffer_insert_at_cursor (page->buffer, "Too meny", -1);
  ew_spelling_offer (page->spelling, 8);
  wrong = offered (page);
  g_assert_nonnull (wrong);
  g_assert_cmpint (g_menu_model_get_n_items (wrong), >, 1);
}

static void
test_no_dictionary (void)
{
  static const char *const none[] = { "C", "xx_XX", "en_US.UTF-8", NULL };

  g_assert_null (ew_dictionary_new (none));
}

#define CASE(name, function) \
  g_test_add ("/spelling/" name, Page, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  CASE ("marks-wrong-words", test_marks_wrong_words);
  CASE ("waits-for-the-caret", test_waits_for_the_caret);
  CASE ("a-mended-word-is-right", test_a_mended_word_is_right);
  CASE ("addresses-are-not-spelled", test_addresses_are_not_spelled);
  CASE ("suggestions", test_suggestions);
  CASE ("suggestions-at-once", test_suggestions_at_once);
  g_test_add_func ("/spelling/no-dictionary", test_no_dictionary);
  return g_test_run ();
}
