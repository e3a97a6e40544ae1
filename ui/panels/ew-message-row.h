/* One message of a thread: who, when, the words; what they were before, on
 * request; and, for one's own, a way to say it better.
 *
 * Signal "reworded" (const char *text); "" takes the message back. */
#pragma once

#include "ew-session.h"
#include "ew-thread.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_MESSAGE_ROW (ew_message_row_get_type ())
G_DECLARE_FINAL_TYPE (EwMessageRow, ew_message_row, EW, MESSAGE_ROW, GtkWidget)

typedef enum {
  EW_MESSAGE_ROW_PLAIN = 0,
  EW_MESSAGE_ROW_FIRST = 1 << 0, /* begins the thread: a larger picture */
  EW_MESSAGE_ROW_MINE = 1 << 1, /* may be reworded                     */
} EwMessageRowFlags;

GtkWidget *ew_message_row_new (EwSession *session, const EwMessage *message,
                               EwMessageRowFlags flags);
/* The message as it is now; a new wording that is being typed stays. */
void ew_message_row_update (EwMessageRow *row, const EwMessage *message);

G_END_DECLS
