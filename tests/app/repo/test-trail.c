#include "repo-fixture.h"

#include "ew-trail.h"

static git_oid
version (guint number)
{
  git_oid oid = { { 0 } };

  oid.id[0] = (guchar) number;
  oid.id[1] = (guchar) (number >> 8);
  return oid;
}

static void
note_step (EwTrail *trail, guint from, guint to, const EwObject *before,
           const EwObject *after)
{
  g_autoptr (EwEdit) edit = ew_edit_new ("");
  git_oid one = version (from), other = version (to);

  ew_edit_add (edit, before, after);
  ew_trail_note (trail, &one, &other, edit);
}

static EwEdit *
find (EwTrail *trail, guint from, guint to)
{
  git_oid one = version (from), other = version (to);

  return ew_trail_find (trail, &one, &other);
}

static void
test_steps (void)
{
  g_autoptr (EwTrail) trail = ew_trail_new ();
  g_autoptr (EwObject) a = note ("a", "one");
  g_autoptr (EwObject) b = note ("b", "two");
  g_autoptr (EwObject) b2 = with_text (b, "two and more");
  g_autoptr (EwEdit) whole = NULL;
  g_autoptr (EwEdit) part = NULL;
  g_autoptr (EwEdit) nothing = NULL;

  note_step (trail, 0, 1, NULL, a);
  note_step (trail, 1, 2, NULL, b);
  note_step (trail, 2, 3, b, b2);
  note_step (trail, 3, 4, a, NULL);
  whole = find (trail, 0, 4);
  g_assert_cmpint (ew_edit_size (whole), ==, 1);
  g_assert_null (ew_edit_at (whole, 0)->before);
  g_assert_true (ew_object_equal (ew_edit_at (whole, 0)->after, b2));
  part = find (trail, 2, 4);
  g_assert_cmpint (ew_edit_size (part), ==, 2);
  nothing = find (trail, 2, 2);
  g_assert_true (ew_edit_is_empty (nothing));
  g_assert_null (find (trail, 5, 4));
  g_assert_null (find (trail, 4, 2));
}

/* Taken back, and done again, and back. */
static void
test_round (void)
{
  g_autoptr (EwTrail) trail = ew_trail_new ();
  g_autoptr (EwObject) a = note ("a", "one");
  g_autoptr (EwObject) a2 = with_text (a, "two");
  g_autoptr (EwEdit) there = NULL;
  g_autoptr (EwEdit) back = NULL;

  note_step (trail, 1, 2, a, a2);
  note_step (trail, 2, 1, a2, a);
  note_step (trail, 1, 2, a, a2);
  there = find (trail, 1, 2);
  g_assert_true (ew_object_equal (ew_edit_at (there, 0)->after, a2));
  back = find (trail, 2, 1);
  g_assert_true (ew_object_equal (ew_edit_at (back, 0)->after, a));
  g_assert_null (find (trail, 7, 1));
}

static void
test_bounded (void)
{
  g_autoptr (EwTrail) trail = ew_trail_new ();
  g_autoptr (EwObject) a = note ("a", "one");
  g_autoptr (EwObject) a2 = with_text (a, "two");
  g_autoptr (EwEdit) late = NULL;

  for (guint i = 0; i < 3000; i++)
    note_step (trail, i, i + 1, i % 2 ? a2 : a, i % 2 ? a : a2);
  g_assert_null (find (trail, 0, 3000));
  late = find (trail, 2999, 3000);
  g_assert_cmpint (ew_edit_size (late), ==, 1);
}

/* --- Beside others in one file -------------------------------------------- */

static const char *
board_id (void)
{
  return "01930000-0000-7000-8000-0000000000b0";
}

/* Another id of the same bucket.  Returns: (transfer full): a #GRefString. */
static char *
neighbour (const char *id)
{
  for (;;) {
    char *other = ew_id_new ();

    if (ew_bucket_of (other) == ew_bucket_of (id))
      return other;
    g_ref_string_release (other);
  }
}

static char *
file_of (const char *dir, const char *id)
{
  g_autofree char *path = bucket_path (board_id (), id);

  return run_in (dir, "git show 'main:%s'", path);
}

/* Adds, rewords and deletes between lines that nobody reads: to the byte what
 * writing the whole file would give. */
static void
test_lines (void)
{
  g_autofree char *dir = fixture_dir ("lines");
  g_autoptr (EwStore) store = new_store (dir);
  g_autoptr (GPtrArray) wanted =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  g_autoptr (GRefString) first = ew_id_new ();

  author_is ("Ana", 1700000000);
  for (guint i = 0; i < 12; i++) {
    g_autoptr (GRefString) id =
        i == 0 ? g_ref_string_acquire (first) : neighbour (first);
    EwObject *one = note (id, "As it was");
    g_autofree char *now = NULL;
    g_autofree char *all = NULL;

    g_free (put (store, board_id (), NULL, one));
    g_ptr_array_add (wanted, one);
    if (i % 3 == 2) {
      g_autoptr (EwObject) old = g_ptr_array_steal_index (wanted, i / 3);
      g_autoptr (EwObject) after = i % 2 ? with_text (old, "Anew") : NULL;

      g_free (put (store, board_id (), old, after));
      if (after)
        g_ptr_array_add (wanted, g_steal_pointer (&after));
    }
    now = file_of (dir, first);
    all = ew_bucket_write (ew_bucket_of (first), wanted);
    g_assert_cmpstr (now, ==, g_strchomp (all));
  }
  assert_sound (store);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/trail/steps", test_steps);
  g_test_add_func ("/trail/round", test_round);
  g_test_add_func ("/trail/bounded", test_bounded);
  g_test_add_func ("/trail/lines", test_lines);
  return fixture_run ();
}
