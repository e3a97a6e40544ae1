/* The stops of the catch-up tour, and their order. */
#include "ew-catch-up.h"

#include "ew-kinds.h"
#include "ew-string.h"

#include <string.h>

typedef struct {
  GPtrArray *boards, *items;
} Desk;

static void
desk_begin (Desk *desk)
{
  desk->boards =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_catch_up_board_free);
  desk->items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_inbox_item_free);
}

static void
desk_end (Desk *desk)
{
  g_ptr_array_unref (desk->boards);
  g_ptr_array_unref (desk->items);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_end)

static EwCatchUpBoard *
add_board (Desk *desk, const char *id)
{
  EwCatchUpBoard *board = g_new0 (EwCatchUpBoard, 1);

  board->id = g_strdup (id);
  board->title = g_strdup (id);
  board->news = g_ptr_array_new_with_free_func ((GDestroyNotify) ew_news_free);
  g_ptr_array_add (desk->boards, board);
  return board;
}

static EwObject *
note_at (const char *pos)
{
  EwObject *note = ew_object_new (&ew_kind_note, NULL);

  ew_field_from_text (ew_kind_find_field (note->kind, "pos"), &note->record,
                      pos, NULL);
  return note;
}

/* Returns: its id. */
static const char *
add_change (EwCatchUpBoard *board, const char *who, const char *pos)
{
  EwNews *news = g_new0 (EwNews, 1);

  news->after = note_at (pos);
  news->who = g_strdup (who);
  news->email = g_strdup (who);
  g_ptr_array_add (board->news, news);
  return news->after->id;
}

static void
add_item (Desk *desk, EwInboxPart part, const char *board, const char *thread)
{
  EwInboxItem *item = g_new0 (EwInboxItem, 1);

  item->part = part;
  item->what = EW_INBOX_ASK;
  item->board = g_strdup (board);
  item->thread = g_strdup (thread);
  g_ptr_array_add (desk->items, item);
}

static const EwStop *
stop_at (GPtrArray *stops, guint index)
{
  return g_ptr_array_index (stops, index);
}

static void
test_nothing (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) stops = NULL;

  desk_begin (&desk);
  add_board (&desk, "quiet");
  stops = ew_catch_up_plan (desk.boards, desk.items);
  g_assert_cmpuint (stops->len, ==, 0);
}

/* The nearest first, one person after the other. */
static void
test_path (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) stops = NULL;
  const char *expected[4];
  EwCatchUpBoard *board;

  desk_begin (&desk);
  board = add_board (&desk, "retro");
  expected[1] = add_change (board, "Ana", "900,0");
  expected[0] = add_change (board, "Ana", "100,0");
  expected[3] = add_change (board, "Bo", "-5000,0");
  expected[2] = add_change (board, "Bo", "1000,500");
  stops = ew_catch_up_plan (desk.boards, desk.items);
  g_assert_cmpuint (stops->len, ==, 4);
  for (guint i = 0; i < stops->len; i++) {
    g_assert_cmpstr (stop_at (stops, i)->object, ==, expected[i]);
    g_assert_cmpint (stop_at (stops, i)->is_last, ==, i == 3);
  }
}

/* What waits comes first on its board, and what others owe me is no stop. */
static void
test_waiting (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) stops = NULL;
  EwCatchUpBoard *retro;

  desk_begin (&desk);
  retro = add_board (&desk, "retro");
  add_board (&desk, "plan");
  add_change (retro, "Ana", "0,0");
  add_item (&desk, EW_INBOX_ON_OTHERS, "retro", "theirs");
  add_item (&desk, EW_INBOX_ON_ME, "plan", "second");
  add_item (&desk, EW_INBOX_ON_ME, "retro", "first");
  stops = ew_catch_up_plan (desk.boards, desk.items);
  g_assert_cmpuint (stops->len, ==, 3);
  g_assert_cmpstr (stop_at (stops, 0)->object, ==, "first");
  g_assert_nonnull (stop_at (stops, 0)->item);
  g_assert_nonnull (stop_at (stops, 1)->news);
  g_assert_true (stop_at (stops, 1)->is_last);
  g_assert_cmpstr (stop_at (stops, 2)->object, ==, "second");
  g_assert_cmpstr (stop_at (stops, 2)->board, ==, "plan");
  g_assert_true (stop_at (stops, 2)->is_last);
}

/* A thread in which something was said, and that waits for me, is one stop. */
static void
test_once (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) stops = NULL;
  EwCatchUpBoard *board;
  const char *id;

  desk_begin (&desk);
  board = add_board (&desk, "retro");
  id = add_change (board, "Ana", "0,0");
  add_item (&desk, EW_INBOX_ON_ME, "retro", id);
  stops = ew_catch_up_plan (desk.boards, desk.items);
  g_assert_cmpuint (stops->len, ==, 1);
  g_assert_nonnull (stop_at (stops, 0)->item);
}

/* What is gone is told where the camera is. */
static void
test_gone (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) stops = NULL;
  EwCatchUpBoard *board;
  EwNews *news;

  desk_begin (&desk);
  board = add_board (&desk, "retro");
  add_change (board, "Ana", "0,0");
  news = g_ptr_array_index (board->news, 0);
  news->before = g_steal_pointer (&news->after);
  stops = ew_catch_up_plan (desk.boards, desk.items);
  g_assert_cmpuint (stops->len, ==, 1);
  g_assert_cmpstr (stop_at (stops, 0)->object, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catch-up/nothing", test_nothing);
  g_test_add_func ("/catch-up/path", test_path);
  g_test_add_func ("/catch-up/waiting", test_waiting);
  g_test_add_func ("/catch-up/once", test_once);
  g_test_add_func ("/catch-up/gone", test_gone);
  return g_test_run ();
}
