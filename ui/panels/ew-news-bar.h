/* "5 changes by Ana and Bo since you last looked": a bar over the board, with
 * buttons that go from one to the next, and one that lets it go.
 *
 * It shows itself when there is something, and only then.  Signals:
 *   show-change (const char *id)    the change to look at
 *   moved (int index)               which of the news that is
 *   list ()                         all of them are wanted at once
 *   seen ()                         the person has seen enough */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_NEWS_BAR (ew_news_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwNewsBar, ew_news_bar, EW, NEWS_BAR, GtkWidget)

GtkWidget *ew_news_bar_new (void);
/* @news: of EwNews; the bar keeps a reference.  NULL: nothing is new. */
void ew_news_bar_show (EwNewsBar *bar, GPtrArray *news);
/* The next change, or the one before: @by 1 or -1; from the last on to the
 * first. */
void ew_news_bar_step (EwNewsBar *bar, int by);
/* Whether the bar is at one of them. */
bool ew_news_bar_is_walking (EwNewsBar *bar);
/* To the change at @index. */
void ew_news_bar_go (EwNewsBar *bar, int index);

G_END_DECLS
