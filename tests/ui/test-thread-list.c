/* Ten thousand threads: what is wanted, and how little is shown anew. */
#include "../app/session/session-for-tests.h"

#include "ew-string.h"
#include "ew-thread-list.h"

#define MANY 10000

static EwObject *
thread (gint64 at, const char *email, bool resolved)
{
  EwAnchor anchor = { .object = ew_string_new ("") };
  EwMessage message = { .text = ew_string_new ("Said"),
                        .author = ew_string_new ("Somebody"),
                        .email = ew_string_new (email),
                        .at = at };
  g_autoptr (EwObject) open = ew_thread_new (&anchor, &message);

  g_ref_string_release (anchor.object);
  ew_record_clear (&ew_message_type, &message.record);
  return ew_thread_resolve (ew_thread_from_object (open), resolved);
}

/* Every tenth is resolved, every hundredth mine. */
static EwBoard *
board_of_many (void)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  for (int i = 0; i < MANY; i++)
    g_ptr_array_add (
        objects,
        thread (1000 + i, i % 100 == 1 ? "ana@example.org" : "bo@example.org",
                i % 10 == 0));
  return ew_board_new_with ("b", objects);
}

static guint
count (EwThreadList *list, EwThreadsWanted wanted)
{
  ew_thread_list_want (list, wanted);
  return g_list_model_get_n_items (ew_thread_list_model (list));
}

static void
count_changes_cb (GListModel *model, guint position, guint removed, guint added,
                  guint *n)
{
  *n += removed + added;
}

static EwObject *
first_of (EwThreadList *list)
{
  g_autoptr (EwThreadItem) item =
      g_list_model_get_item (ew_thread_list_model (list), 0);

  return ew_object_ref (&ew_thread_item_thread (item)->object);
}

static void
resolve (EwBoard *board, const EwObject *object)
{
  g_autoptr (EwObject) after =
      ew_thread_resolve (ew_thread_from_object (object), true);
  g_autoptr (EwEdit) edit = ew_edit_new ("resolve");

  ew_edit_add (edit, object, after);
  ew_notice_free (ew_board_apply (board, edit));
}

static void
test_many (void)
{
  g_autoptr (EwSession) session = test_create ("many");
  g_autoptr (EwBoard) board = board_of_many ();
  EwThreadList *list = ew_thread_list_new ();
  g_autoptr (EwObject) first = NULL;
  guint n = 0;

  ew_thread_list_update (list, session, board);
  g_assert_cmpuint (ew_thread_list_size (list), ==, MANY);
  g_assert_cmpuint (count (list, EW_THREADS_RESOLVED), ==, MANY / 10);
  g_assert_cmpuint (count (list, EW_THREADS_MINE), ==, MANY / 100);
  g_assert_cmpuint (count (list, EW_THREADS_ASKS), ==, 0);
  g_assert_cmpuint (count (list, EW_THREADS_UNREAD), ==, MANY - MANY / 100);
  g_assert_cmpuint (count (list, EW_THREADS_OPEN), ==, MANY - MANY / 10);

  /* The last one said is the first; once resolved, only its row goes. */
  first = first_of (list);
  g_signal_connect (ew_thread_list_model (list), "items-changed",
                    G_CALLBACK (count_changes_cb), &n);
  resolve (board, first);
  ew_thread_list_update (list, session, board);
  g_assert_cmpuint (n, ==, 1);
  ew_thread_list_update (list, session, board);
  g_assert_cmpuint (n, ==, 1);
  ew_thread_list_free (list);
}

int
main (int argc, char **argv)
{
  test_home ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread-list/many", test_many);
  return g_test_run ();
}
