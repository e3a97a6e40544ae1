#include "ew-vtt.h"

#include "ew-captions.h"
#include "ew-error.h"

#include <string.h>

static void
assert_vtt (const char *text, const char *want)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) captions = ew_vtt_read (text, strlen (text), &error);
  g_autoptr (GString) got = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < captions->len; i++) {
    const EwCaption *caption = captions->pdata[i];

    g_string_append_printf (got, "%d-%d=%s;", (int) caption->start,
                            (int) caption->end, caption->text);
  }
  g_assert_cmpstr (got->str, ==, want);
}

static void
test_read (void)
{
  assert_vtt ("WEBVTT", "");
  assert_vtt ("WEBVTT – Harbour\nKind: captions\n\n"
              "00:01.000 --> 00:02.500\nHello\n\n"
              "intro\n01:02:03.004 --> 01:02:04.000 align:left line:0\n"
              "Two\nlines\n",
              "1000-2500=Hello;3723004-3724000=Two\nlines;");
  assert_vtt ("\xef\xbb\xbfWEBVTT\r\n\r\n00:05.000 --> 00:06.000\r\nLater\r\n"
              "\r\n00:01.000 --> 00:02.000\r\nSooner\r\n",
              "1000-2000=Sooner;5000-6000=Later;");
  assert_vtt ("WEBVTT\n\nNOTE a --> b\nnot said\n\nSTYLE\n::cue{}\n\n"
              "00:01.000 --> 00:02.000\nSaid",
              "1000-2000=Said;");
}

static void
test_marks (void)
{
  assert_vtt ("WEBVTT\n\n00:01.000 --> 00:02.000\n"
              "<v.loud Ana>It is <b>A &amp; B</b> &lt;3",
              "1000-2000=Ana: It is A & B <3;");
  assert_vtt ("WEBVTT\n\n00:01.000 --> 00:02.000\n1 < 2 &unknown;",
              "1000-2000=1 < 2 &unknown;;");
}

static void
assert_wrong (const char *text, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ew_vtt_read (text, strlen (text), &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_wrong (void)
{
  assert_wrong ("", "Line 1");
  assert_wrong ("1\n00:00:01,000 --> 00:00:02,000\nHello", "WEBVTT");
  assert_wrong ("WEBVTTX\n", "WEBVTT");
  assert_wrong ("WEBVTT\n\n00:01 --> 00:02\nx", "Line 3");
  assert_wrong ("WEBVTT\n\n00:61.000 --> 00:62.000\nx", "Line 3");
  assert_wrong ("WEBVTT\n\nid\n\nx", "Line 4");
  assert_wrong ("WEBVTT\n\n00:02.000 --> 00:01.000\nx", "before the beginning");
  assert_wrong ("WEBVTT\n\n\xff\xfe", "UTF-8");
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) captions = ew_captions_parse (
      "0:01 – 0:02.5 A & B <c> --> d\n1:00:00.007 – 1:00:01 Two\nlines");
  g_autofree char *text = ew_vtt_write (captions);

  g_assert_true (g_str_has_prefix (text, "WEBVTT\n\n00:00:01.000 --> "
                                         "00:00:02.500\n"));
  assert_vtt (text, "1000-2500=A & B <c> --> d;"
                    "3600007-3601000=Two\nlines;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vtt/read", test_read);
  g_test_add_func ("/vtt/marks", test_marks);
  g_test_add_func ("/vtt/wrong", test_wrong);
  g_test_add_func ("/vtt/round-trip", test_round_trip);
  return g_test_run ();
}
