/* Buckets as lines. */
#include "ew-bucket-rows.h"

#include <string.h>

#define HEAD "[{\"bucket\":\"3f\",\"format\":1}\n"
#define A \
  ",{\"id\":\"a\",\"kind\":\"note\",\"text\":\"}\\n,{\\\"id\\\":\\\"c\"}\n"
#define B ",{\"id\":\"b-1\",\"kind\":\"note\"}\n"
#define C ",{\"id\":\"c\",\"kind\":\"text\"}\n"

static GArray *
split (const char *text)
{
  return ew_bucket_split (0x3f, text, strlen (text));
}

static void
test_split (void)
{
  g_autoptr (GArray) none = split (HEAD "]\n");
  g_autoptr (GArray) two = split (HEAD A B "]\n");
  const EwBucketLine *found = ew_bucket_lines_find (two, "b-1");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_nonnull (found);
  g_assert_cmpmem (found->text, found->length, B + 1, strlen (B) - 2);
  g_assert_nonnull (ew_bucket_lines_find (two, "a"));
  g_assert_null (ew_bucket_lines_find (two, "c"));
  g_assert_null (ew_bucket_lines_find (two, "b"));
  g_assert_null (ew_bucket_lines_find (none, "a"));
}

/* Whatever is not ours to the letter is for the reader that looks at it all. */
static void
test_other_forms (void)
{
  static const char *const texts[] = {
    "",
    HEAD,
    HEAD A,
    HEAD "]",
    HEAD A "]\n\n",
    HEAD B A "]\n",
    HEAD A A "]\n",
    HEAD "<<<<<<< ours\n" A "]\n",
    HEAD ", {\"id\":\"a\"}\n]\n",
    HEAD ",{\"kind\":\"note\",\"id\":\"a\"}\n]\n",
    HEAD ",{\"id\":\"a\\u0062\"}\n]\n",
    HEAD ",{\"id\":\"a\"},{\"id\":\"b\"\n]\n",
    "[{\"bucket\":\"40\",\"format\":1}\n]\n",
    "[{\"bucket\":\"3f\",\"format\":1,\"min_writer\":9}\n]\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (split (texts[i]));
}

static GBytes *
file (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

/* One id after the other, whoever has it. */
static void
test_rows (void)
{
  g_autoptr (GBytes) one = file (HEAD A B "]\n");
  g_autoptr (GBytes) two = file (HEAD B C "]\n");
  g_autoptr (GBytes) other = file ("[]\n");
  g_auto (EwBucketRows) rows = { 0 };
  g_auto (EwBucketRows) none = { 0 };
  const EwBucketLine *row[3];

  g_assert_true (
      ew_bucket_rows_begin (&rows, 0x3f, (GBytes *[]){ one, two, NULL }, 3));
  g_assert_true (ew_bucket_rows_next (&rows, row));
  g_assert_true (row[0] && !row[1] && !row[2]);
  g_assert_cmpuint (ew_bucket_rows_number (&rows, 0), ==, 2);
  g_assert_true (ew_bucket_rows_next (&rows, row));
  g_assert_true (row[0] && row[1] && !row[2]);
  g_assert_true (ew_bucket_line_equal (row[0], row[1]));
  g_assert_false (ew_bucket_line_equal (row[0], row[2]));
  g_assert_true (ew_bucket_rows_next (&rows, row));
  g_assert_true (!row[0] && row[1] && !row[2]);
  g_assert_false (ew_bucket_rows_next (&rows, row));
  g_assert_false (
      ew_bucket_rows_begin (&none, 0x3f, (GBytes *[]){ one, other }, 2));
}

static void
test_write (void)
{
  GString *out = ew_bucket_begin (0x3f);

  ew_bucket_add_line (out, B + 1, strlen (B) - 2);
  g_autofree char *text = ew_bucket_end (out);
  g_assert_cmpstr (text, ==, HEAD B "]\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bucket-lines/split", test_split);
  g_test_add_func ("/bucket-lines/rows", test_rows);
  g_test_add_func ("/bucket-lines/other-forms", test_other_forms);
  g_test_add_func ("/bucket-lines/write", test_write);
  return g_test_run ();
}
