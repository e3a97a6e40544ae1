/* The catch-up tour: what waits for me and what others did since I last looked,
 * one stop after the other, over all boards.
 *
 * Board by board, in the order they are handed in: first the threads that wait
 * for me or say something new, then what changed, person by person.  Within
 * each the camera goes to the nearest stop that is left: it should travel
 * little, and one need not see the same corner twice.
 *
 * Pure: made from the inbox and the news that are handed in. */
#pragma once

#include "ew-geometry.h"
#include "ew-inbox.h"

G_BEGIN_DECLS

typedef struct {
  char *board, *title;
  char *object; /* where the camera goes; "" when it is gone */
  EwInboxItem *item; /* a thread that waits or says something new, or */
  EwNews *news; /* what was done */
  bool is_last; /* of its board: then all of it was seen */
} EwStop;
void ew_stop_free (EwStop *stop);

/* @news (of EwNews) goes over to the plan, as far as it is new there. */
typedef struct {
  char *id, *title;
  GPtrArray *news;
} EwCatchUpBoard;
void ew_catch_up_board_free (EwCatchUpBoard *board);

/* @boards: of EwCatchUpBoard.  @items: the inbox, of EwInboxItem, with which
 * boards may be mentioned that have no news.
 * Returns: (transfer full): of EwStop. */
GPtrArray *ew_catch_up_plan (GPtrArray *boards, GPtrArray *items);

G_END_DECLS
