#include "ew-captions.h"

#include "ew-walkthrough.h"

static void
assert_captions (const char *text, const char *want)
{
  g_autoptr (GPtrArray) captions = ew_captions_parse (text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < captions->len; i++) {
    const EwCaption *caption = captions->pdata[i];

    g_string_append_printf (got, "%d-%d=%s;", (int) caption->start,
                            (int) caption->end, caption->text);
  }
  g_assert_cmpstr (got->str, ==, want);
}

static void
test_parse (void)
{
  assert_captions ("", "");
  assert_captions ("0:03.2 – 0:05.9 So", "3200-5900=So;");
  assert_captions ("0:03 --> 0:05 So", "3000-5000=So;");
  assert_captions ("0:01 One\n0:02.25 Two", "1000-2250=One;2250-9250=Two;");
  assert_captions ("0:09 Later\n0:01 Sooner", "1000-8000=Sooner;"
                                              "9000-16000=Later;");
  assert_captions ("Ana says:\n0:01 One\n  and a half\n\n",
                   "1000-8000=One\nand "
                   "a half;");
  assert_captions ("1:02:03.5 Late", "3723500-3730500=Late;");
}

/* Words that only look like times stay words. */
static void
test_words (void)
{
  assert_captions ("3 ideas", "");
  assert_captions ("0:01x no", "");
  assert_captions ("0:01 – but then", "1000-8000=– but then;");
  assert_captions ("0:05 – 0:02 backwards", "5000-12000=backwards;");
  assert_captions ("0:01\n0:02 Two", "2000-9000=Two;");
}

static void
assert_round_trip (const char *text)
{
  g_autoptr (GPtrArray) first = ew_captions_parse (text);
  g_autofree char *written = ew_captions_format (first);
  g_autoptr (GPtrArray) second = ew_captions_parse (written);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++) {
    const EwCaption *a = first->pdata[i], *b = second->pdata[i];

    g_assert_cmpint (a->start, ==, b->start);
    g_assert_cmpint (a->end, ==, b->end);
    g_assert_cmpstr (a->text, ==, b->text);
  }
}

static void
test_round_trip (void)
{
  assert_round_trip ("0:01 One\n0:02.25 Two\n0:30 – 0:31 Three");
  assert_round_trip ("0:01 One\nand more\n1:02:03.007 – 1:02:04 Late");
  assert_round_trip ("0:01 – 0:09 - 0:05 is a time\n0:20 End");
}

static void
test_at (void)
{
  g_autoptr (GPtrArray) captions =
      ew_captions_parse ("0:01 – 0:02 One\n0:05 Two");

  g_assert_null (ew_captions_at (captions, 999));
  g_assert_cmpstr (ew_captions_at (captions, 1000)->text, ==, "One");
  g_assert_null (ew_captions_at (captions, 2000));
  g_assert_cmpstr (ew_captions_at (captions, 5000)->text, ==, "Two");
  g_assert_cmpint (ew_captions_end (captions), ==, 12000);
}

static EwObject *
new_walkthrough (const char *field, const char *value)
{
  EwObject *object = ew_object_new (&ew_kind_walkthrough, NULL);

  ew_object_set_string (object, field, value);
  ew_object_set_string (object, "chapters", "0:38 The plan");
  ew_object_set_box (object, (EwRect){ 0, 0, 288, 120 });
  return object;
}

/* What was recorded here plays here, from where it is pressed. */
static void
test_plays (void)
{
  g_autoptr (EwObject) here = new_walkthrough ("captions", "0:01 Hello");
  g_autoptr (EwObject) there = new_walkthrough ("url", "https://loom.com/x");

  g_assert_cmpint (ew_object_play_at (here, (EwPoint){ 40, 40 }), ==, 0);
  g_assert_cmpint (ew_object_play_at (here, (EwPoint){ 90, 85 }), ==, 38);
  g_assert_cmpint (ew_object_play_at (here, (EwPoint){ 10, 110 }), ==, -1);
  g_assert_null (ew_object_link_at (here, (EwPoint){ 40, 40 }));
  g_assert_cmpint (ew_object_play_at (there, (EwPoint){ 40, 40 }), ==, -1);
  g_assert_cmpint (ew_walkthrough_length (ew_walkthrough_from_object (here)),
                   ==, 8000);
}

static void
assert_put (const char *text, int index, gint64 start, const char *words,
            const char *want)
{
  g_autofree char *got = ew_captions_put (text, index, start, words);

  g_assert_cmpstr (got, ==, want);
}

/* Ends that follow from what comes next go on following from it. */
static void
test_put (void)
{
  assert_put ("", -1, 1000, " One ", "0:01 One");
  assert_put ("0:01 One\n0:05 Three", -1, 3000, "Two",
              "0:01 One\n0:03 Two\n0:05 Three");
  assert_put ("0:01 One\n0:03 Two", 1, 4500, "Two", "0:01 One\n0:04.500 Two");
  assert_put ("0:01 One\n0:03 Two", 1, 0, "Zero", "0:00 Zero\n0:01 One");
  assert_put ("0:01 – 0:02 One\n0:09 Two", 0, 2000, "One",
              "0:02 – 0:03 One\n0:09 Two");
  assert_put ("0:01 One", 0, 1000, "Uno\nydos", "0:01 Uno\nydos");
  assert_put ("0:01 One\n0:02 Two", 0, 1000, " ", "0:02 Two");
}

static void
test_take (void)
{
  g_autofree char *got = ew_captions_take ("0:01 One\n0:03 Two\n0:05 Three", 1);

  g_assert_cmpstr (got, ==, "0:01 One\n0:05 Three");
}

static void
test_time (void)
{
  g_autofree char *written = ew_caption_time_format (63200);
  gint64 ms = 0;

  g_assert_cmpstr (written, ==, "1:03.2");
  g_assert_true (ew_caption_time_parse (" 1:03.2 ", &ms));
  g_assert_cmpint (ms, ==, 63200);
  g_assert_false (ew_caption_time_parse ("1:03 and", &ms));
  g_assert_false (ew_caption_time_parse ("soon", &ms));
}

static void
test_search (void)
{
  g_autoptr (EwObject) object = new_walkthrough ("captions", "0:01 Lighthouse");
  g_autofree char *text = ew_object_to_text (object);

  g_assert_nonnull (strstr (text, "Lighthouse"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/captions/parse", test_parse);
  g_test_add_func ("/captions/words", test_words);
  g_test_add_func ("/captions/round-trip", test_round_trip);
  g_test_add_func ("/captions/at", test_at);
  g_test_add_func ("/captions/put", test_put);
  g_test_add_func ("/captions/take", test_take);
  g_test_add_func ("/captions/time", test_time);
  g_test_add_func ("/captions/plays", test_plays);
  g_test_add_func ("/captions/search", test_search);
  return g_test_run ();
}
