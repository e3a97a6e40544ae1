/* Three people, random edits and syncs in any order: all end with the same
 * board, and whatever nobody deleted is there with the last words that someone
 * wrote, shown or kept as a clash. */
#include "repo-fixture.h"

#define PEOPLE 3
#define NOTES 8
#define STEPS 60
#define ROUNDS 6

typedef struct {
  EwStore *people[PEOPLE];
  char *board;
  bool deleted[NOTES]; /* by anybody, ever */
  GPtrArray *words[NOTES]; /* everything ever written there */
  gint64 now;
} World;

static char *
note_id (guint number)
{
  return g_strdup_printf ("note-%u", number);
}

static void
world_begin (World *world)
{
  g_autofree char *remote = new_remote ();
  EwSyncResult result;

  world->now = 1700000000;
  world->people[0] = join (remote);
  author_is ("P0", world->now);
  world->board = new_board (world->people[0], "Shared");
  for (guint i = 0; i < NOTES; i++) {
    g_autofree char *id = note_id (i);
    g_autoptr (EwObject) one = note (id, "begin");

    world->deleted[i] = false;
    world->words[i] = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (world->words[i], g_strdup ("begin"));
    g_free (put (world->people[0], world->board, NULL, one));
  }
  result = sync_now (world->people[0]);
  ew_sync_result_clear (&result);
  for (guint i = 1; i < PEOPLE; i++)
    world->people[i] = join (remote);
}

static void
world_end (World *world)
{
  for (guint i = 0; i < PEOPLE; i++)
    ew_store_free (world->people[i]);
  for (guint i = 0; i < NOTES; i++)
    g_ptr_array_unref (world->words[i]);
  g_free (world->board);
}

static EwObject *
edited (World *world, const EwObject *before, guint number, guint who)
{
  g_autofree char *words = NULL;
  EwObject *after;

  switch (g_test_rand_int_range (0, 8)) {
  case 0:
    world->deleted[number] = true;
    return NULL;
  case 1:
  case 2:
    after = ew_object_copy (before);
    after->pos.x = world->now * 64;
    return after;
  default:
    words = g_strdup_printf ("p%u-%" G_GINT64_FORMAT, who, world->now);
    g_ptr_array_add (world->words[number], g_strdup (words));
    return with_text (before, words);
  }
}

static void
edit_something (World *world, guint who)
{
  guint number = g_test_rand_int_range (0, NOTES);
  g_autofree char *name = g_strdup_printf ("P%u", who);
  g_autofree char *id = note_id (number);
  g_autoptr (EwBoard) board = load (world->people[who], world->board);
  const EwObject *before = ew_board_get (board, id);
  g_autoptr (EwObject) after = NULL;

  if (!before)
    return;
  world->now += g_test_rand_int_range (0, 3);
  author_is (name, world->now);
  after = edited (world, before, number, who);
  g_free (put (world->people[who], world->board, before, after));
}

static void
sync_person (World *world, guint who)
{
  EwSyncResult result = sync_now (world->people[who]);

  ew_sync_result_clear (&result);
}

static bool
was_written (World *world, guint number, const char *text)
{
  return g_ptr_array_find_with_equal_func (world->words[number], text,
                                           g_str_equal, NULL);
}

static void
check_note (World *world, const EwBoard *board, guint number)
{
  g_autofree char *id = note_id (number);
  const EwObject *object = ew_board_get (board, id);

  if (!object) {
    g_assert_true (world->deleted[number]);
    return;
  }
  g_assert_true (
      was_written (world, number, ew_object_get_string (object, "text")));
  for (guint i = 0; i < ew_map_size (object->clash); i++)
    g_assert_true (was_written (
        world, number, ((EwClash *) ew_map_value (object->clash, i))->text));
}

static void
test_converge (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    World world = { 0 };
    g_autoptr (EwBoard) board = NULL;

    world_begin (&world);
    for (guint i = 0; i < STEPS; i++) {
      guint who = g_test_rand_int_range (0, PEOPLE);

      if (g_test_rand_int_range (0, 4) == 0)
        sync_person (&world, who);
      else
        edit_something (&world, who);
    }
    for (guint i = 0; i < 2 * PEOPLE; i++)
      sync_person (&world, i % PEOPLE);
    for (guint i = 1; i < PEOPLE; i++)
      assert_same_tip (world.people[0], world.people[i]);
    board = load (world.people[0], world.board);
    for (guint i = 0; i < NOTES; i++)
      check_note (&world, board, i);
    assert_sound (world.people[0]);
    world_end (&world);
  }
}

/* The last words of each of two people who wrote the same note at once: one
 * shows, the other is kept. */
static void
test_both_words (void)
{
  for (guint round = 0; round < 2 * ROUNDS; round++) {
    World world = { 0 };
    g_autoptr (EwObject) base = note ("note-0", "begin");
    g_autoptr (EwObject) one = with_text (base, "one");
    g_autoptr (EwObject) two = with_text (base, "two");
    g_autoptr (EwBoard) board = NULL;
    const EwObject *now;
    const char *shown, *kept;

    world_begin (&world);
    author_is ("P0", 1700000000 + g_test_rand_int_range (0, 3));
    g_free (put (world.people[0], world.board, base, one));
    author_is ("P1", 1700000000 + g_test_rand_int_range (0, 3));
    g_free (put (world.people[1], world.board, base, two));
    sync_person (&world, round % 2);
    sync_person (&world, 1 - round % 2);
    sync_person (&world, 2);
    board = load (world.people[2], world.board);
    now = ew_board_get (board, "note-0");
    shown = ew_object_get_string (now, "text");
    g_assert_cmpuint (ew_map_size (now->clash), ==, 1);
    kept = ((EwClash *) ew_map_value (now->clash, 0))->text;
    g_assert_cmpstr (shown, ==, g_str_equal (kept, "one") ? "two" : "one");
    world_end (&world);
  }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/histories/converge", test_converge);
  g_test_add_func ("/histories/both-words", test_both_words);
  return fixture_run ();
}
