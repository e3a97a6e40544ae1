/* Which kind of change it is. */
#include "ew-session-talk.h"

#include "ew-kinds.h"
#include "ew-reaction.h"

static EwObject *
note (const char *text)
{
  EwObject *object = ew_object_new (&ew_kind_note, "n");

  ew_object_set_string (object, "text", text);
  return object;
}

static EwObject *
reacted (const EwObject *object, const char *emoji, const char *email,
         bool reacts)
{
  return ew_object_react (object, emoji, "Somebody", email, reacts);
}

static void
assert_what (const EwObject *before, const EwObject *after, EwNewsWhat what,
             const char *emoji)
{
  EwNews news = { (EwObject *) before, (EwObject *) after, (char *) "Ana",
                  (char *) "ana@example.org", 0 };
  g_autofree char *found = ew_news_emoji (&news);

  g_assert_cmpint (ew_news_what (&news), ==, what);
  g_assert_cmpstr (found, ==, emoji);
}

static void
test_plain (void)
{
  g_autoptr (EwObject) one = note ("One");
  g_autoptr (EwObject) two = note ("Two");

  assert_what (NULL, one, EW_NEWS_NEW, NULL);
  assert_what (one, NULL, EW_NEWS_DELETED, NULL);
  assert_what (one, two, EW_NEWS_EDITED, NULL);
  assert_what (one, one, EW_NEWS_MOVED, NULL);
}

static void
test_reaction (void)
{
  g_autoptr (EwObject) one = note ("One");
  g_autoptr (EwObject) bo = reacted (one, "🎉", "bo@example.org", true);
  g_autoptr (EwObject) both = reacted (bo, "👍", "ana@example.org", true);
  g_autoptr (EwObject) less = reacted (both, "🎉", "bo@example.org", false);
  g_autoptr (EwObject) wrong = reacted (one, "words", "ana@example.org", true);

  assert_what (one, bo, EW_NEWS_REACTED, "🎉");
  assert_what (bo, both, EW_NEWS_REACTED, "👍");
  assert_what (one, both, EW_NEWS_REACTED, "👍");
  assert_what (both, less, EW_NEWS_REACTED, NULL);
  assert_what (one, wrong, EW_NEWS_REACTED, NULL);
}

/* Whoever changed the words did more than react. */
static void
test_more_than_a_reaction (void)
{
  g_autoptr (EwObject) one = note ("One");
  g_autoptr (EwObject) two = note ("Two");
  g_autoptr (EwObject) both = reacted (two, "👍", "ana@example.org", true);

  assert_what (one, both, EW_NEWS_EDITED, "👍");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/news-what/plain", test_plain);
  g_test_add_func ("/news-what/reaction", test_reaction);
  g_test_add_func ("/news-what/more-than-a-reaction",
                   test_more_than_a_reaction);
  return g_test_run ();
}
