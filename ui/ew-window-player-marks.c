/* What was said about the moments of a walkthrough stands on the bar. */
#include "ew-window-player-private.h"

#include "ew-string.h"
#include "ew-thread.h"

#define EXCERPT 40 /* of a comment, letters */

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const EwThread *one = *(const EwThread **) a, *two = *(const EwThread **) b;

  return one->moment < two->moment ? -1 : one->moment > two->moment;
}

static void
add_comment (EwWindow *window, const EwThread *thread)
{
  g_autoptr (GPtrArray) messages = ew_thread_messages (thread);
  const EwMessage *first = messages->len > 0 ? messages->pdata[0] : NULL;
  g_autofree char *excerpt =
      ew_string_excerpt (first ? ew_message_text (first) : "", EXCERPT);
  g_autofree char *words =
      g_strdup_printf ("%s: %s", first ? first->author : "", excerpt);

  ew_player_bar_add_comment (window->player->bar, thread->moment, words);
}

void
ew_window_player_mark_comments (EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwThread *thread = ew_thread_from_object (ew_board_at (board, i));

    if (thread != NULL && !thread->resolved &&
        g_str_equal (thread->tour, window->player->tour->id))
      g_ptr_array_add (found, (gpointer) thread);
  }
  g_ptr_array_sort (found, compare_moments);
  ew_player_bar_clear_comments (window->player->bar);
  g_hash_table_remove_all (window->player->threads);
  for (guint i = 0; i < found->len; i++) {
    const EwThread *thread = found->pdata[i];

    g_hash_table_add (window->player->threads, g_strdup (thread->object.id));
    add_comment (window, thread);
  }
}

/* Of one that is there, or of one that has a mark and is there no more. */
bool
ew_window_player_tells_of_comments (EwWindow *window, const EwNotice *notice)
{
  const EwBoard *board = ew_window_board (window);

  for (guint i = 0; i < notice->ids->len; i++) {
    const char *id = notice->ids->pdata[i];

    if (ew_thread_from_object (ew_board_get (board, id)) ||
        g_hash_table_contains (window->player->threads, id))
      return true;
  }
  return false;
}
