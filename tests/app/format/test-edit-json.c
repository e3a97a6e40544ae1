/* An edit as one line of a journal. */
#include "ew-edit-json.h"

#include "ew-error.h"
#include "ew-object-json.h"
#include "random-object.h"

#include <string.h>

static EwEdit *
random_edit (void)
{
  g_autofree char *label = random_text ();
  EwEdit *edit = ew_edit_new (label);

  ew_edit_set_undoable (edit, g_test_rand_bit ());
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++) {
    g_autoptr (EwObject) before = random_object (*kind, NULL);
    g_autoptr (EwObject) after = random_change (before, 50);
    int which = g_test_rand_int_range (0, 3);

    ew_edit_add (edit, which == 0 ? NULL : before, which == 1 ? NULL : after);
  }
  return edit;
}

static void
assert_same (const EwEdit *a, const EwEdit *b)
{
  g_assert_cmpstr (ew_edit_label (a), ==, ew_edit_label (b));
  g_assert_true (ew_edit_is_undoable (a) == ew_edit_is_undoable (b));
  g_assert_cmpuint (ew_edit_size (a), ==, ew_edit_size (b));
  for (guint i = 0; i < ew_edit_size (a); i++) {
    g_assert_true (
        ew_object_equal (ew_edit_at (a, i)->before, ew_edit_at (b, i)->before));
    g_assert_true (
        ew_object_equal (ew_edit_at (a, i)->after, ew_edit_at (b, i)->after));
  }
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 100; i++) {
    g_autoptr (EwEdit) edit = random_edit ();
    g_autofree char *line = ew_edit_to_json ("0198-board", edit);
    g_autofree char *board = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (EwEdit) again =
        ew_edit_from_json (line, strlen (line), &board, &error);

    g_assert_no_error (error);
    g_assert_null (strchr (line, '\n'));
    g_assert_cmpstr (board, ==, "0198-board");
    assert_same (edit, again);
  }
}

static void
test_bytes (void)
{
  g_autoptr (EwEdit) edit = ew_edit_new ("Add Note");
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, "a");
  g_autofree char *line = NULL;

  note->size = (EwCoords){ 64, 64 };
  ew_edit_add (edit, NULL, note);
  line = ew_edit_to_json ("b", edit);
  g_assert_cmpstr (line, ==,
                   "{\"board\":\"b\",\"label\":\"Add Note\",\"undoable\":true,"
                   "\"changes\":[{\"after\":{\"id\":\"a\",\"kind\":\"note\","
                   "\"size\":[64,64]}}]}");
}

/* More than any file may hold, and as deep as any file may be. */
static void
test_without_limits (void)
{
  g_autoptr (EwEdit) edit = ew_edit_new ("Paste");
  g_autofree char *word = g_strnfill (1024 * 1024, 'w');
  g_autofree char *open = g_strnfill (62, '[');
  g_autofree char *close = g_strnfill (62, ']');
  g_autofree char *json = g_strdup_printf (
      "{\"id\":\"deep\",\"kind\":\"note\",\"later\":%s%s}", open, close);
  g_autoptr (EwObject) deep = ew_object_from_json (json, -1, NULL);
  g_autofree char *line = NULL;
  g_autoptr (EwEdit) again = NULL;

  for (int i = 0; i < 20; i++) {
    g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, NULL);

    ew_object_set_string (note, "text", word);
    ew_edit_add (edit, NULL, note);
  }
  ew_edit_add (edit, NULL, deep);

  line = ew_edit_to_json ("b", edit);
  g_assert_cmpuint (strlen (line), >, EW_JSON_SIZE_MAX);
  again = ew_edit_from_json (line, strlen (line), NULL, NULL);
  g_assert_nonnull (again);
  assert_same (edit, again);
}

static void
test_broken (void)
{
  static const char *const lines[] = {
    "",
    "{",
    "[]",
    "{}",
    "{\"board\":7,\"changes\":[]}",
    "{\"board\":\"b\"}",
    "{\"board\":\"b\",\"changes\":{}}",
    "{\"board\":\"b\",\"changes\":[1]}",
    "{\"board\":\"b\",\"changes\":[{}]}",
    "{\"board\":\"b\",\"changes\":[{\"after\":null}]}",
    "{\"board\":\"b\",\"changes\":[{\"after\":{\"id\":\"a\"}}]}",
    "{\"board\":\"b\",\"changes\":[{\"before\":{\"id\":\"a\",\"kind\":\"note\"}"
    ",\"after\":{\"id\":\"b\",\"kind\":\"note\"}}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *board = NULL;
    g_autoptr (EwEdit) edit =
        ew_edit_from_json (lines[i], strlen (lines[i]), &board, &error);

    g_assert_null (edit);
    g_assert_null (board);
    g_assert_error (error, EW_ERROR, EW_ERROR_DAMAGED);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-json/round-trip", test_round_trip);
  g_test_add_func ("/edit-json/bytes", test_bytes);
  g_test_add_func ("/edit-json/without-limits", test_without_limits);
  g_test_add_func ("/edit-json/broken", test_broken);
  return g_test_run ();
}
