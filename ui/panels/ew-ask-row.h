/* What somebody is asked for while a comment is written: the kind, who, and by
 * when.  The date is when they can be expected to answer, until another is
 * chosen; one that falls outside their hours gets a kinder proposal. */
#pragma once

#include "ew-session-talk.h"
#include "ew-verbs-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_ASK_ROW (ew_ask_row_get_type ())
G_DECLARE_FINAL_TYPE (EwAskRow, ew_ask_row, EW, ASK_ROW, GtkWidget)

GtkWidget *ew_ask_row_new (void);
/* Nothing is asked, of nobody yet; people are those of @session. */
void ew_ask_row_start (EwAskRow *row, EwSession *session);
/* Asks for @kind, one of ew_ask_kinds, and whom: the focus is there. */
void ew_ask_row_choose (EwAskRow *row, const char *kind);

typedef enum {
  EW_ASK_ROW_NONE, /* only a comment                               */
  EW_ASK_ROW_ASK, /* @wish is filled; valid until the row changes */
  EW_ASK_ROW_UNCLEAR, /* nobody is called so: the focus is there now  */
} EwAskRowAnswer;
EwAskRowAnswer ew_ask_row_read (EwAskRow *row, EwAskWish *wish);

G_END_DECLS
