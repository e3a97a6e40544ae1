/* Reactions: whose, how many, and where they are. */
#include "kind-for-tests.h"

#include "ew-reaction.h"

static EwObject *
box (const char *id)
{
  return test_object_at (&test_thing, id, 100, 200);
}

/* Takes @object. */
static EwObject *
react (EwObject *object, const char *emoji, const char *name, bool reacts)
{
  g_autofree char *email = g_strconcat (name, "@example.org", NULL);
  EwObject *after = ew_object_react (object, emoji, name, email, reacts);

  ew_object_unref (object);
  return after;
}

static const EwReactionChip *
chip_at (GArray *chips, guint index)
{
  g_assert_cmpuint (index, <, chips->len);
  return &g_array_index (chips, EwReactionChip, index);
}

static void
test_counts (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  EwObject *object = box ("x");
  g_autoptr (EwObject) all = NULL;
  g_autoptr (GArray) chips = NULL;
  g_autofree char *names = NULL;

  g_assert_null (ew_reaction_chips (object, board, NULL));
  object = react (object, "👍", "Ana", true);
  object = react (object, "🎉", "Ana", true);
  object = react (object, "👍", "Bo", true);
  /* Twice is once. */
  all = react (object, "👍", "Bo", true);
  chips = ew_reaction_chips (all, board, "bo@example.org");
  g_assert_cmpuint (chips->len, ==, 2);
  g_assert_cmpstr (chip_at (chips, 0)->emoji, ==, "🎉");
  g_assert_cmpuint (chip_at (chips, 0)->n, ==, 1);
  g_assert_false (chip_at (chips, 0)->is_mine);
  g_assert_cmpuint (chip_at (chips, 1)->n, ==, 2);
  g_assert_true (chip_at (chips, 1)->is_mine);
  names = ew_reaction_names (all, "👍");
  g_assert_cmpstr (names, ==, "Ana, Bo");
}

/* However an address is written, it is the same person. */
static void
test_comes_and_goes (void)
{
  EwObject *object = react (box ("x"), "👍", "Ana", true);
  g_autoptr (EwObject) after = NULL;

  g_assert_true (ew_object_has_reaction (object, "👍", "ANA@example.org"));
  g_assert_false (ew_object_has_reaction (object, "👍", "bo@example.org"));
  after = ew_object_react (object, "👍", "Ana", "Ana@Example.org", false);
  g_assert_cmpuint (ew_map_size (after->reactions), ==, 0);
  ew_object_unref (object);
}

static void
test_places (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  EwObject *plain = box ("x");
  EwRect before = ew_object_bounds (plain, board);
  g_autoptr (EwObject) object = react (plain, "👍", "Ana", true);
  EwRect bounds = ew_object_bounds (object, board);
  EwRect chips = ew_reactions_box (object, board);
  EwReactionChip chip;

  /* Close below it, and hit as a part of it. */
  g_assert_cmpfloat (chips.y, >=, 250);
  g_assert_cmpfloat (chips.y, <, 260);
  g_assert_cmpfloat (chips.x, >=, 100);
  g_assert_true (ew_rect_covers (bounds, chips));
  g_assert_true (ew_rect_covers (bounds, before));
  g_assert_true (ew_object_hit (object, board, ew_rect_center (chips), 0));
  g_assert_true (
      ew_reaction_chip_at (object, board, ew_rect_center (chips), &chip));
  g_assert_cmpstr (chip.emoji, ==, "👍");
  g_assert_false (
      ew_reaction_chip_at (object, board, (EwPoint){ 190, 210 }, &chip));
}

/* Whatever a file says is kept; what is no emoji is not shown. */
static void
test_strange (void)
{
  static const char *const keys[] = { "",
                                      "👍",
                                      "nonsense",
                                      "yes a@b",
                                      "12 a@b",
                                      "\xe2\x80\xae a@b",
                                      "a b c d e f g" };
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) object = box ("x");
  g_autoptr (GArray) chips = NULL;
  EwReaction reaction;

  ew_record_init (&ew_reaction_type, &reaction.record);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    EwMap *more = ew_map_with (object->reactions, &ew_reaction_type, keys[i],
                               &reaction.record);

    ew_map_unref (object->reactions);
    object->reactions = more;
  }
  ew_record_clear (&ew_reaction_type, &reaction.record);
  chips = ew_reaction_chips (object, board, NULL);
  g_assert_cmpuint (chips->len, ==, 0);
  g_assert_cmpuint (ew_map_size (object->reactions), ==, G_N_ELEMENTS (keys));
  g_assert_true (ew_rect_is_empty (ew_reactions_box (object, board)));
}

static void
test_emoji (void)
{
  g_assert_true (ew_emoji_is_valid ("👍"));
  g_assert_true (ew_emoji_is_valid ("❤️"));
  g_assert_true (ew_emoji_is_valid ("👩‍👩‍👧‍👦"));
  g_assert_true (ew_emoji_is_valid ("🏴󠁧󠁢󠁳󠁣󠁴󠁿"));
  g_assert_true (ew_emoji_is_valid ("1️⃣"));
  g_assert_false (ew_emoji_is_valid (""));
  g_assert_false (ew_emoji_is_valid ("yes"));
  g_assert_false (ew_emoji_is_valid ("größer"));
  g_assert_false (ew_emoji_is_valid ("👍 👍"));
  g_assert_false (ew_emoji_is_valid ("👍👍👍👍👍👍👍👍👍👍👍👍👍"));
  g_assert_false (ew_emoji_is_valid ("\xff\xfe"));
}

/* A crowd shows as many kinds as there is room for. */
static void
test_crowd (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) object = box ("x");
  g_autoptr (GArray) chips = NULL;

  for (int i = 0; i < 30; i++) {
    char emoji[7] = { 0 };

    g_unichar_to_utf8 (0x1f600 + i, emoji);
    object = react (object, emoji, "Ana", true);
  }
  chips = ew_reaction_chips (object, board, NULL);
  g_assert_cmpuint (chips->len, ==, EW_REACTION_CHIPS_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reaction/counts", test_counts);
  g_test_add_func ("/reaction/comes-and-goes", test_comes_and_goes);
  g_test_add_func ("/reaction/places", test_places);
  g_test_add_func ("/reaction/strange", test_strange);
  g_test_add_func ("/reaction/emoji", test_emoji);
  g_test_add_func ("/reaction/crowd", test_crowd);
  return g_test_run ();
}
