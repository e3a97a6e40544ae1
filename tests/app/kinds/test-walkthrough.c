#include "ew-walkthrough.h"

static void
test_duration (void)
{
  const struct {
    const char *text;
    gint64 seconds; /* -1: none */
  } cases[] = {
    { "38", 38 },
    { "0:38", 38 },
    { "4:12", 252 },
    { "75:00", 4500 },
    { "1:02:03", 3723 },
    { "0", 0 },
    { "", -1 },
    { "4:1", -1 },
    { "4:60", -1 },
    { "1:60:00", -1 },
    { ":30", -1 },
    { "4:12 ", -1 },
    { "-3", -1 },
    { "1:2:3:4", -1 },
    { "00:01:02:03", -1 },
    { "99999999999999999999", -1 },
    { "soon", -1 },
    { "4:", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 seconds = -1;
    bool parsed = ew_duration_parse (cases[i].text, &seconds);

    g_assert_true (parsed == (cases[i].seconds >= 0));
    if (parsed)
      g_assert_cmpint (seconds, ==, cases[i].seconds);
  }
}

static void
test_duration_format (void)
{
  const struct {
    gint64 seconds;
    const char *text;
  } cases[] = {
    { 0, "0:00" },       { 38, "0:38" },      { 252, "4:12" },
    { 3600, "1:00:00" }, { 3723, "1:02:03" }, { -5, "0:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = ew_duration_format (cases[i].seconds);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
assert_chapters (const char *text, const char *want)
{
  g_autoptr (GPtrArray) chapters = ew_chapters_parse (text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < chapters->len; i++) {
    const EwChapter *chapter = g_ptr_array_index (chapters, i);

    g_string_append_printf (got, "%d=%s;", (int) chapter->seconds,
                            chapter->title);
  }
  g_assert_cmpstr (got->str, ==, want);
}

static void
test_chapters (void)
{
  assert_chapters ("", "");
  assert_chapters ("0:00 Start\n0:38 The plan", "0=Start;38=The plan;");
  assert_chapters ("1:00 Later\n0:30 Sooner", "30=Sooner;60=Later;");
  assert_chapters ("0:00 - Start\r\n 1:02:03 – End \n", "0=Start;3723=End;");
  assert_chapters ("Chapters:\n0:10 One\n\n3 ideas\n0:20x no", "10=One;");
  assert_chapters ("0:10", "10=;");
  assert_chapters ("0:10 a\n0:10 b", "10=a;10=b;");
}

static void
test_safe (void)
{
  const char *const safe[] = {
    "https://example.org",
    "http://example.org:8080/a?b=c#d",
    "HTTPS://Example.ORG/",
    "https://bücher.example/",
    "https://192.0.2.1/",
    "https://[2001:db8::1]/",
    "https://example.org/%ff?x=%00",
    "https://example.org/ä",
  };
  const char *const unsafe[] = {
    "",
    "example.org",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "mailto:a@example.org",
    "ftp://example.org/",
    "https:///path",
    "https://",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://good.example\\@evil.example/",
    "https://evil.example\\.good.example/",
    "https://example.org/a b",
    "https://example.org/\n",
    "https://exa\tmple.org/",
    "https://example.org/\x7f",
    "https://exa%0ample.org/",
    " https://example.org/",
    "https://example.org:port/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    g_assert_true (ew_url_is_safe (safe[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (ew_url_is_safe (unsafe[i]));
}

static void
assert_host (const char *url, const char *want)
{
  g_autofree char *host = ew_url_host (url);

  g_assert_cmpstr (host, ==, want);
}

/* Letters that only look like others are shown for what they are. */
static void
test_host (void)
{
  assert_host ("https://Wiki.Example.org:8443/x", "wiki.example.org");
  assert_host ("https://bücher.example/", "xn--bcher-kva.example");
  assert_host ("https://аpple.example/", "xn--pple-43d.example");
  assert_host ("https://user@example.org/", NULL);
  assert_host ("nonsense", NULL);
}

static void
test_recording (void)
{
  const char *const yes[] = {
    "https://www.loom.com/share/6f1e",
    "https://loom.com/share/6f1e",
    "https://youtu.be/abc",
    "https://www.youtube.com/watch?v=abc",
    "https://vimeo.com/12345",
    "https://tube.example/w/9c9de5e8",
    "https://tube.example/videos/watch/9c9de5e8",
    "https://example.org/talk.MP4",
    "http://example.org/a/talk.webm?download=1",
    "https://example.org/talk.opus#t=3",
  };
  const char *const no[] = {
    "https://example.org/",
    "https://example.org/page.html",
    "https://loom.com.evil.example/share/1",
    "https://notloom.com/share/1",
    "https://www.loom.com/",
    "https://example.org/mp4",
    "file:///home/a/talk.mp4",
    "talk.mp4",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (ew_url_is_recording (yes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (ew_url_is_recording (no[i]));
}

static void
assert_at (const char *url, const char *want)
{
  g_autofree char *timed = ew_url_at (url, 38);

  g_assert_cmpstr (timed, ==, want);
}

static void
test_at (void)
{
  assert_at ("https://www.youtube.com/watch?v=abc",
             "https://www.youtube.com/watch?v=abc&t=38s");
  assert_at ("https://youtu.be/abc?t=9", "https://youtu.be/abc?t=38s");
  assert_at ("https://youtu.be/abc?t=9&list=x",
             "https://youtu.be/abc?list=x&t=38s");
  assert_at ("https://www.loom.com/share/6f1e?sid=1%202",
             "https://www.loom.com/share/6f1e?sid=1%202&t=38");
  assert_at ("https://vimeo.com/1#t=5s", "https://vimeo.com/1#t=38s");
  assert_at ("https://tube.example/w/9c",
             "https://tube.example/w/9c?start=38s");
  assert_at ("https://example.org/talk.mp4",
             "https://example.org/talk.mp4#t=38");
  assert_at ("file:///talk.mp4", "file:///talk.mp4");
}

static EwObject *
make_card (double height, const char *url)
{
  EwObject *card = ew_object_new (&ew_kind_walkthrough, NULL);

  ew_object_set_box (card, (EwRect){ 1000, 500, 288, height });
  ew_object_set_string (card, "url", url);
  ew_object_set_string (card, "title", "How the release went");
  ew_object_set_string (card, "chapters",
                        "0:00 Start\n0:38 The plan\n1:20 Tests");
  return card;
}

static void
assert_link (const EwObject *card, double x, double y, const char *want)
{
  g_autofree char *url = ew_object_link_at (card, (EwPoint){ x, y });

  g_assert_cmpstr (url, ==, want);
}

/* The play button and the title open it; the rest of the card is for taking
 * hold of. */
static void
test_link_at (void)
{
  g_autoptr (EwObject) card = make_card (80, "https://youtu.be/abc");

  assert_link (card, 1040, 540, "https://youtu.be/abc");
  assert_link (card, 1100, 528, "https://youtu.be/abc");
  assert_link (card, 1005, 505, NULL);
  assert_link (card, 1100, 575, NULL);
  assert_link (card, 900, 540, NULL);
}

/* A high card lists its chapters, each with its own time. */
static void
test_link_at_chapter (void)
{
  g_autoptr (EwObject) high = make_card (220, "https://youtu.be/abc");
  g_autoptr (EwObject) full = make_card (140, "https://youtu.be/abc");

  assert_link (high, 1100, 590, "https://youtu.be/abc?t=0s");
  assert_link (high, 1100, 614, "https://youtu.be/abc?t=38s");
  assert_link (high, 1100, 638, "https://youtu.be/abc?t=80s");
  assert_link (high, 1100, 662, NULL);
  /* Two rows have room; the second says how many are left. */
  assert_link (full, 1100, 590, "https://youtu.be/abc?t=0s");
  assert_link (full, 1100, 614, NULL);
}

static void
test_link_at_is_safe (void)
{
  g_autoptr (EwObject) card = make_card (220, "file:///etc/passwd");
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, NULL);

  assert_link (card, 1040, 540, NULL);
  assert_link (card, 1100, 614, NULL);
  assert_link (note, 50, 50, NULL);
}

static void
test_link_card (void)
{
  g_autoptr (EwObject) card = ew_object_new (&ew_kind_link, NULL);

  ew_object_set_string (card, "url", "https://example.org/");
  assert_link (card, 34, 36, "https://example.org/");
  assert_link (card, 100, 26, "https://example.org/");
  assert_link (card, 3, 3, NULL);
  assert_link (card, -20, 36, NULL);
}

static void
assert_title (const EwKind *kind, const char *url, const char *want)
{
  g_autoptr (EwObject) card = ew_object_new (kind, NULL);

  kind->from_link (card, url);
  g_assert_cmpstr (ew_object_get_string (card, "url"), ==, url);
  g_assert_cmpstr (ew_object_get_string (card, "title"), ==, want);
}

/* Words in a link make a title; an id does not. */
static void
test_from_link (void)
{
  assert_title (&ew_kind_link, "https://example.org/2024/how-we-plan.html",
                "How we plan");
  assert_title (&ew_kind_link, "https://example.org/", "");
  assert_title (&ew_kind_link, "https://example.org/a%FFb-c", "");
  assert_title (&ew_kind_walkthrough, "https://www.loom.com/share/6f1e-77ab",
                "");
  assert_title (&ew_kind_walkthrough, "https://example.org/our_release.mp4",
                "Our release");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walkthrough/duration", test_duration);
  g_test_add_func ("/walkthrough/duration-format", test_duration_format);
  g_test_add_func ("/walkthrough/chapters", test_chapters);
  g_test_add_func ("/walkthrough/safe", test_safe);
  g_test_add_func ("/walkthrough/host", test_host);
  g_test_add_func ("/walkthrough/recording", test_recording);
  g_test_add_func ("/walkthrough/at", test_at);
  g_test_add_func ("/walkthrough/link-at", test_link_at);
  g_test_add_func ("/walkthrough/link-at-chapter", test_link_at_chapter);
  g_test_add_func ("/walkthrough/link-at-is-safe", test_link_at_is_safe);
  g_test_add_func ("/walkthrough/link-card", test_link_card);
  g_test_add_func ("/walkthrough/from-link", test_from_link);
  return g_test_run ();
}
