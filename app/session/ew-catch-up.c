#include "ew-catch-up.h"

#include "ew-object.h"
#include "ew-thread.h"

#include <math.h>
#include <string.h>

void
ew_stop_free (EwStop *stop)
{
  if (!stop)
    return;
  g_free (stop->board);
  g_free (stop->title);
  g_free (stop->object);
  ew_inbox_item_free (stop->item);
  if (stop->news)
    ew_news_free (stop->news);
  g_free (stop);
}

void
ew_catch_up_board_free (EwCatchUpBoard *board)
{
  if (!board)
    return;
  g_free (board->id);
  g_free (board->title);
  g_ptr_array_unref (board->news);
  g_free (board);
}

/* --- Where it is ---------------------------------------------------------- */

static bool
place_of (const EwStop *stop, EwPoint *place)
{
  const EwNews *news = stop->news;
  const EwObject *object = !news         ? NULL
                           : news->after ? news->after
                                         : news->before;
  const EwThread *thread = object ? ew_thread_from_object (object) : NULL;
  EwRect box;

  if (!object || (!thread && !ew_kind_has (object->kind, EW_KIND_BOX)))
    return false;
  if (thread) {
    *place = ew_coords_to_point (thread->anchor.point);
    return true;
  }
  box = ew_object_box (object);
  *place = (EwPoint){ box.x + box.w / 2, box.y + box.h / 2 };
  return true;
}

static double
distance (const EwStop *stop, EwPoint from)
{
  EwPoint place;

  /* What is nowhere is visited when it comes, and moves nothing. */
  return place_of (stop, &place) ? hypot (place.x - from.x, place.y - from.y)
                                 : 0;
}

static guint
find_nearest (GPtrArray *stops, guint first, guint end, EwPoint from)
{
  double least = INFINITY;
  guint nearest = first;

  for (guint i = first; i < end; i++) {
    double far = distance (stops->pdata[i], from);

    if (far < least) {
      least = far;
      nearest = i;
    }
  }
  return nearest;
}

static void
swap (GPtrArray *stops, guint a, guint b)
{
  gpointer kept = stops->pdata[a];

  stops->pdata[a] = stops->pdata[b];
  stops->pdata[b] = kept;
}

/* More are left in the order of time: nobody would see the difference, and the
 * search is quadratic. */
#define WALK_MAX 500

/* From @from on through the stops from @first to before @end. */
static void
shorten (GPtrArray *stops, guint first, guint end, EwPoint *from)
{
  if (end - first > WALK_MAX)
    return;
  for (; first < end; first++) {
    swap (stops, first, find_nearest (stops, first, end, *from));
    place_of (stops->pdata[first], from);
  }
}

/* --- The stops of a board ------------------------------------------------- */

static EwStop *
stop_new (const EwCatchUpBoard *board, const char *object)
{
  EwStop *stop = g_new0 (EwStop, 1);

  stop->board = g_strdup (board->id);
  stop->title = g_strdup (board->title);
  stop->object = g_strdup (object);
  return stop;
}

/* What is said of the board as such stands in its own entry. */
static const char *
object_of (const EwInboxItem *item)
{
  return item->what == EW_INBOX_NAMED ? EW_BOARD_SELF : item->thread;
}

/* What I wait for from others is no stop, nor the board as a whole. */
static bool
is_stop (const EwInboxItem *item, const EwCatchUpBoard *board)
{
  return item && strcmp (item->board, board->id) == 0 && *object_of (item) &&
         item->part != EW_INBOX_ON_OTHERS && item->what != EW_INBOX_KEPT;
}

static void
add_waiting (GPtrArray *stops, const EwCatchUpBoard *board, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    EwInboxItem *item = items->pdata[i];
    EwStop *stop;

    if (!is_stop (item, board))
      continue;
    stop = stop_new (board, object_of (item));
    stop->item = item;
    items->pdata[i] = NULL;
    g_ptr_array_add (stops, stop);
  }
}

static bool
has_stop_at (GPtrArray *stops, guint first, const char *object)
{
  for (guint i = first; i < stops->len; i++)
    if (strcmp (((EwStop *) stops->pdata[i])->object, object) == 0)
      return true;
  return false;
}

/* They come person by person. */
static void
add_person (GPtrArray *stops, const EwCatchUpBoard *board, guint from,
            guint end, EwPoint *camera)
{
  guint begin = stops->len;

  for (guint i = from; i < end; i++) {
    EwNews *news = board->news->pdata[i];
    EwStop *stop = stop_new (board, news->after ? news->after->id : "");

    stop->news = news;
    board->news->pdata[i] = NULL;
    g_ptr_array_add (stops, stop);
  }
  shorten (stops, begin, stops->len, camera);
}

/* A thread that waits is one stop, not two. */
static void
drop_waiting (GPtrArray *stops, guint first, GPtrArray *news)
{
  for (guint i = news->len; i > 0; i--) {
    const EwNews *one = news->pdata[i - 1];

    if (one->after && has_stop_at (stops, first, one->after->id))
      g_ptr_array_remove_index (news, i - 1);
  }
}

static const char *
who_at (GPtrArray *news, guint index)
{
  return ((EwNews *) news->pdata[index])->who;
}

static void
add_changes (GPtrArray *stops, const EwCatchUpBoard *board)
{
  GPtrArray *news = board->news;
  EwPoint camera = { 0, 0 };

  for (guint from = 0, end; from < news->len; from = end) {
    for (end = from + 1; end < news->len; end++)
      if (strcmp (who_at (news, end), who_at (news, from)) != 0)
        break;
    add_person (stops, board, from, end, &camera);
  }
  g_ptr_array_set_free_func (news, NULL);
  g_ptr_array_set_size (news, 0);
}

static void
add_board (GPtrArray *stops, const EwCatchUpBoard *board, GPtrArray *items)
{
  guint first = stops->len;

  add_waiting (stops, board, items);
  drop_waiting (stops, first, board->news);
  add_changes (stops, board);
  if (stops->len > first)
    ((EwStop *) stops->pdata[stops->len - 1])->is_last = true;
}

GPtrArray *
ew_catch_up_plan (GPtrArray *boards, GPtrArray *items)
{
  GPtrArray *stops =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_stop_free);

  for (guint i = 0; i < boards->len; i++)
    add_board (stops, g_ptr_array_index (boards, i), items);
  return stops;
}
