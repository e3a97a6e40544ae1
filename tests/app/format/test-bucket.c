/* Buckets: what is written, and what is read from files that people, git and
 * full disks have been at.  The files are in tests/data/boards. */
#include "ew-bucket.h"

#include "random-object.h"

#include <string.h>

#define BUCKET 0x3f
#define NOTE "0198a1b2-c000-70e7-bc79-11a06278b44b"
#define FRAME "0198a1b2-c3d1-749f-b68e-7d7f3855c073"
#define PINK "0198a1b2-c7a2-77a1-b54d-c21952c7de1a"

typedef struct {
  GPtrArray *objects, *faults;
} Result;

static Result
read_text (const char *text, gsize length)
{
  Result result = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref),
    ew_faults_new (),
  };

  ew_bucket_read (BUCKET, text, length, "b/objects/3f.json", result.objects,
                  result.faults);
  for (guint i = 0; i < result.faults->len; i++) {
    g_autofree char *line =
        ew_fault_to_string (g_ptr_array_index (result.faults, i));

    g_test_message ("%s", line);
  }
  return result;
}

static char *
load (const char *name, gsize *length)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "boards", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static Result
read_file (const char *name)
{
  gsize length;
  g_autofree char *text = load (name, &length);

  return read_text (text, length);
}

static void
clear (Result *result)
{
  g_ptr_array_unref (result->objects);
  g_ptr_array_unref (result->faults);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear)

/* The fault at @index, from 0. */
static void
assert_fault (const Result *result, guint index, EwFaultLevel level, guint line,
              const char *words)
{
  const EwFault *fault;

  g_assert_cmpuint (index, <, result->faults->len);
  fault = g_ptr_array_index (result->faults, index);
  g_assert_cmpint (fault->level, ==, level);
  g_assert_cmpstr (fault->file, ==, "b/objects/3f.json");
  g_assert_cmpuint (fault->line, ==, line);
  g_assert_nonnull (strstr (fault->sentence, words));
}

static void
assert_counts (const Result *result, guint objects, guint faults)
{
  g_assert_cmpuint (result->objects->len, ==, objects);
  g_assert_cmpuint (result->faults->len, ==, faults);
}

static const EwObject *
find (const Result *result, const char *id)
{
  for (guint i = 0; i < result->objects->len; i++) {
    const EwObject *object = g_ptr_array_index (result->objects, i);

    if (strcmp (object->id, id) == 0)
      return object;
  }
  return NULL;
}

static void
test_of (void)
{
  /* From `printf %s ID | sha256sum`: every program must agree. */
  g_assert_cmpuint (ew_bucket_of ("a"), ==, 0xca);
  g_assert_cmpuint (ew_bucket_of ("board"), ==, 0x85);
  g_assert_cmpuint (ew_bucket_of (NOTE), ==, BUCKET);
  g_autofree char *file = ew_bucket_file (7);
  g_assert_cmpstr (file, ==, "objects/07.json");
}

static void
test_good (void)
{
  gsize length;
  g_autofree char *text = load ("good.json", &length);
  g_auto (Result) result = read_text (text, length);
  g_autofree char *again = ew_bucket_write (BUCKET, result.objects);

  assert_counts (&result, 4, 0);
  g_assert_cmpstr (again, ==, text);
}

static void
test_write_sorts (void)
{
  g_auto (Result) result = read_file ("good.json");
  g_autofree char *text = ew_bucket_write (BUCKET, result.objects);
  g_autofree char *turned = NULL;
  gpointer *objects = result.objects->pdata;
  gpointer first = objects[0];

  objects[0] = objects[3];
  objects[3] = first;
  turned = ew_bucket_write (BUCKET, result.objects);
  g_assert_cmpstr (turned, ==, text);
  g_assert_true (objects[3] == first);
}

static void
test_write_nothing (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_autofree char *text = ew_bucket_write (BUCKET, none);
  g_autofree char *expected =
      g_strdup_printf ("[{\"bucket\":\"%02x\",\"format\":1}\n]\n", BUCKET);

  g_assert_cmpstr (text, ==, expected);
}

/* A change of one object is a change of one line. */
static void
test_one_line (void)
{
  g_auto (Result) result = read_file ("good.json");
  g_autofree char *before = ew_bucket_write (BUCKET, result.objects);
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = NULL;
  g_autofree char *after = NULL;
  EwObject *copy = ew_object_copy (g_ptr_array_index (result.objects, 1));
  guint changed = 0;

  copy->pos.x += 64;
  ew_object_unref (g_ptr_array_index (result.objects, 1));
  result.objects->pdata[1] = copy;
  after = ew_bucket_write (BUCKET, result.objects);
  new_lines = g_strsplit (after, "\n", -1);

  g_assert_cmpuint (g_strv_length (old_lines), ==, g_strv_length (new_lines));
  for (guint i = 0; old_lines[i] != NULL; i++)
    changed += strcmp (old_lines[i], new_lines[i]) != 0;
  g_assert_cmpuint (changed, ==, 1);
}

static void
test_round_trip (void)
{
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++) {
    g_autoptr (EwObject) object = random_object (*kind, NOTE);
    g_autoptr (GPtrArray) list = g_ptr_array_new ();
    g_autofree char *text = NULL;
    g_auto (Result) result = { 0 };

    g_ptr_array_add (list, object);
    text = ew_bucket_write (BUCKET, list);
    result = read_text (text, strlen (text));
    if (ew_kind_has (*kind, EW_KIND_META))
      continue;
    assert_counts (&result, 1, 0);
    g_assert_true (
        ew_object_equal (object, g_ptr_array_index (result.objects, 0)));
  }
}

static void
test_cut_short (void)
{
  g_auto (Result) result = read_file ("cut-short.json");

  assert_counts (&result, 2, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 4, "closing quote");
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 4, "earlier version");
}

/* Cut anywhere at all, it is named, and whole lines are read. */
static void
test_cut_anywhere (void)
{
  gsize length;
  g_autofree char *text = load ("good.json", &length);

  for (gsize cut = 0; cut < length - 2; cut++) {
    g_auto (Result) result = read_text (text, cut);
    guint lines = 0;

    for (gsize i = 0; i < cut; i++)
      lines += text[i] == '\n';
    g_assert_true (ew_faults_have (result.faults, EW_FAULT_DAMAGE));
    g_assert_cmpuint (result.objects->len + 1, >=, lines);
  }
}

static void
test_cut_between_lines (void)
{
  g_auto (Result) result = read_file ("cut-between-lines.json");

  assert_counts (&result, 2, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 4, "too early");
}

static void
test_nonsense (void)
{
  g_auto (Result) result = read_file ("nonsense.json");

  assert_counts (&result, 3, 2);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 3, "Column 2");
  assert_fault (&result, 1, EW_FAULT_DAMAGE, 5, "pos: two whole numbers");
  g_assert_nonnull (find (&result, PINK));
}

static void
test_conflict_markers (void)
{
  g_auto (Result) result = read_file ("conflict-markers.json");

  assert_counts (&result, 2, 2);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 2, "holds git conflict markers");
  assert_fault (&result, 1, EW_FAULT_DAMAGE, 5, "twice");
  g_assert_cmpstr (ew_object_get_string (find (&result, NOTE), "text"), ==,
                   "Ship it today");
}

static void
test_duplicate_ids (void)
{
  g_auto (Result) result = read_file ("duplicate-ids.json");
  const EwFault *fault;

  assert_counts (&result, 2, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 3, "twice");
  fault = g_ptr_array_index (result.faults, 0);
  g_assert_cmpstr (fault->object, ==, NOTE);
  g_assert_cmpstr (ew_object_get_string (find (&result, NOTE), "text"), ==,
                   "Ship it");
}

/* @line after the first object of the good file. */
static Result
read_with_line (const char *line)
{
  gsize length;
  g_autofree char *text = load ("good.json", &length);
  g_autoptr (GString) file = g_string_new (text);
  const char *second = strstr (strchr (text, '\n') + 1, "\n") + 1;

  g_string_insert_c (file, second - text, '\n');
  g_string_insert (file, second - text, line);
  return read_text (file->str, file->len);
}

static void
test_nested_brackets (void)
{
  g_autofree char *deep = g_strnfill (60000, '[');
  g_auto (Result) result = read_with_line (deep);

  assert_counts (&result, 4, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 3, "nested too deeply");
}

static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (200 * 1024, 'w');
  g_autofree char *line = g_strdup_printf (
      ",{\"id\":\"w120\",\"kind\":\"note\",\"text\":\"%s\"}", word);
  g_auto (Result) result = read_with_line (line);

  g_assert_cmpuint (ew_bucket_of ("w120"), ==, BUCKET);
  assert_counts (&result, 5, 0);
  g_assert_cmpstr (ew_object_get_string (find (&result, "w120"), "text"), ==,
                   word);
}

static void
test_newer (void)
{
  g_auto (Result) writer = read_file ("newer-writer.json");
  g_auto (Result) format = read_file ("newer-format.json");
  g_auto (Result) heading = { 0 };
  const char *text = "[{\"bucket\":\"3f\",\"format\":1,\"packed\":true}\n]\n";

  assert_counts (&writer, 1, 1);
  assert_fault (&writer, 0, EW_FAULT_NEWER, 1, "min_writer 2");
  assert_counts (&format, 1, 1);
  assert_fault (&format, 0, EW_FAULT_NEWER, 1, "format 7");
  heading = read_text (text, strlen (text));
  assert_fault (&heading, 0, EW_FAULT_NEWER, 1, "“packed”");
}

static void
test_unknown (void)
{
  gsize length;
  g_autofree char *text = load ("unknown.json", &length);
  g_auto (Result) result = read_text (text, length);
  g_autofree char *again = ew_bucket_write (BUCKET, result.objects);

  assert_counts (&result, 2, 0);
  g_assert_cmpstr (again, ==, text);
}

static void
test_wrong_bucket (void)
{
  g_auto (Result) result = read_file ("wrong-bucket.json");
  g_autofree char *home =
      g_strdup_printf ("belongs in objects/%02x.json",
                       ew_bucket_of ("0198a1b2-c000-7000-8000-000000000000"));

  assert_counts (&result, 2, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 3, home);
}

static void
test_board_entry (void)
{
  g_auto (Result) result = read_file ("board-entry.json");

  assert_counts (&result, 1, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 3, "belongs in board.json");
}

static void
test_bad_bytes (void)
{
  g_auto (Result) result = read_file ("bad-bytes.json");

  assert_counts (&result, 1, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 3, "UTF-8");
}

/* Written by hand in another form, it is the same board. */
static void
test_other_forms (void)
{
  gsize length;
  g_autofree char *text = load ("good.json", &length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines);
  g_auto (Result) windows = read_text (crlf, strlen (crlf));
  g_auto (Result) pretty = read_file ("pretty.json");
  g_auto (Result) bare = read_file ("no-heading.json");

  assert_counts (&windows, 4, 0);
  assert_counts (&pretty, 2, 0);
  assert_counts (&bare, 2, 1);
  assert_fault (&bare, 0, EW_FAULT_WARNING, 1, "heading");
}

static void
test_trailing_comma (void)
{
  g_auto (Result) result = read_file ("trailing-comma.json");

  assert_counts (&result, 2, 1);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 4, "comma too much");
}

/* Spread over lines there is nothing to pick out: told where it begins. */
static void
test_pretty_broken (void)
{
  g_auto (Result) result = read_file ("pretty-broken.json");

  assert_counts (&result, 0, 2);
  assert_fault (&result, 0, EW_FAULT_DAMAGE, 18, "comma");
  assert_fault (&result, 1, EW_FAULT_DAMAGE, 0, "lines cannot be read");
}

static void
test_no_list (void)
{
  static const char *const texts[] = { "{}", "1", "\"x\"", "null", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_auto (Result) result = read_text (texts[i], strlen (texts[i]));

    assert_counts (&result, 0, 1);
    assert_fault (&result, 0, EW_FAULT_DAMAGE, 1, "earlier version");
  }
}

static void
test_elements_that_are_no_objects (void)
{
  const char *text = "[{\"bucket\":\"3f\",\"format\":1}\n,1\n,null\n,[]\n,{}]";
  g_auto (Result) result = read_text (text, strlen (text));

  assert_counts (&result, 0, 4);
  for (guint i = 0; i < 4; i++)
    assert_fault (&result, i, EW_FAULT_DAMAGE, i + 2, "cannot be read");
}

/* What is only wrong between objects opens and is mended: nothing of it may
 * stop the bucket. */
static void
report_cb (const EwObject *object, const char *sentence, gpointer data)
{
  g_string_append (data, sentence);
}

static void
assert_mended (const char *file, const char *word)
{
  g_auto (Result) result = read_file (file);
  g_autoptr (EwBoard) board = ew_board_new_with ("b", result.objects);
  g_autoptr (EwEdit) edit = NULL;
  g_autoptr (EwNotice) notice = NULL;
  g_autoptr (EwEdit) rest = NULL;
  g_autoptr (GString) sentences = g_string_new (NULL);

  assert_counts (&result, 2, 0);
  edit = ew_board_mend (board, NULL, report_cb, sentences);
  g_assert_nonnull (strstr (sentences->str, word));
  g_assert_cmpuint (ew_edit_size (edit), ==, 1);
  notice = ew_board_apply (board, edit);
  rest = ew_board_mend (board, NULL, NULL, NULL);
  g_assert_true (ew_edit_is_empty (rest));
}

static void
test_dangling_connector (void)
{
  assert_mended ("dangling-connector.json", "tied");
}

static void
test_frame_in_itself (void)
{
  assert_mended ("frame-in-itself.json", "inside itself");
}

/* Any byte of a good file changed to any other: it is read or named. */
static void
test_any_byte (void)
{
  gsize length;
  g_autofree char *text = load ("good.json", &length);

  for (int i = 0; i < 5000; i++) {
    g_autofree char *broken = g_memdup2 (text, length);
    g_auto (Result) result = { 0 };

    for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
      broken[g_test_rand_int_range (0, length)] = g_test_rand_int ();
    result.objects =
        g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
    result.faults = ew_faults_new ();
    ew_bucket_read (BUCKET, broken, length, "x", result.objects, result.faults);
    g_assert_true (result.objects->len == 4 || result.faults->len > 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bucket/of", test_of);
  g_test_add_func ("/bucket/good", test_good);
  g_test_add_func ("/bucket/write-sorts", test_write_sorts);
  g_test_add_func ("/bucket/write-nothing", test_write_nothing);
  g_test_add_func ("/bucket/one-line", test_one_line);
  g_test_add_func ("/bucket/round-trip", test_round_trip);
  g_test_add_func ("/bucket/cut-short", test_cut_short);
  g_test_add_func ("/bucket/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/bucket/cut-between-lines", test_cut_between_lines);
  g_test_add_func ("/bucket/nonsense", test_nonsense);
  g_test_add_func ("/bucket/conflict-markers", test_conflict_markers);
  g_test_add_func ("/bucket/duplicate-ids", test_duplicate_ids);
  g_test_add_func ("/bucket/nested-brackets", test_nested_brackets);
  g_test_add_func ("/bucket/long-word", test_long_word);
  g_test_add_func ("/bucket/newer", test_newer);
  g_test_add_func ("/bucket/unknown", test_unknown);
  g_test_add_func ("/bucket/wrong-bucket", test_wrong_bucket);
  g_test_add_func ("/bucket/board-entry", test_board_entry);
  g_test_add_func ("/bucket/bad-bytes", test_bad_bytes);
  g_test_add_func ("/bucket/other-forms", test_other_forms);
  g_test_add_func ("/bucket/trailing-comma", test_trailing_comma);
  g_test_add_func ("/bucket/pretty-broken", test_pretty_broken);
  g_test_add_func ("/bucket/no-list", test_no_list);
  g_test_add_func ("/bucket/elements-that-are-no-objects",
                   test_elements_that_are_no_objects);
  g_test_add_func ("/bucket/dangling-connector", test_dangling_connector);
  g_test_add_func ("/bucket/frame-in-itself", test_frame_in_itself);
  g_test_add_func ("/bucket/any-byte", test_any_byte);
  return g_test_run ();
}
