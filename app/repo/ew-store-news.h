/* What others did on a board since somebody last looked. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

typedef struct {
  EwObject *before, *after; /* NULL: it is new, it is gone */
  char *who, *email; /* who changed it last, of the others */
  gint64 time; /* seconds since 1970 */
} EwNews;
void ew_news_free (EwNews *news);

/* What turned @board at @seen into what it is at @tip, as far as somebody
 * whose address is not in @mine had a hand in it.  Of a history beyond
 * EW_NEWS_STEPS_MAX commits only the newest part is searched.  @seen may be a
 * version that sync has since replaced.  EW_ERROR_NOT_FOUND when it is not
 * here.  Returns: (transfer full): of EwNews. */
#define EW_NEWS_STEPS_MAX 5000
GPtrArray *ew_store_news (EwStore *store, const char *board, const char *seen,
                          const char *tip, const char *const *mine,
                          GCancellable *cancellable, GError **error);

/* A word for the content of a board at a version: equal words, equal boards; ""
 * when there is none.  Returns: (transfer full). */
char *ew_store_board_key (EwStore *store, const char *rev, const char *board,
                          GError **error);

G_END_DECLS
