/* Asks for the link of a card, and for what a recording has besides: duration
 * and chapters, typed as `0:38 Title`, one on a line.
 *
 * Signal "accepted": read the answer with ew_link_dialog_get(). */
#pragma once

#include <adwaita.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_LINK_DIALOG (ew_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwLinkDialog, ew_link_dialog, EW, LINK_DIALOG, AdwWindow)

typedef struct {
  const char *url, *title;
  const char *duration, *chapters; /* NULL: not a recording */
} EwLinkWords;

/* @words: what stands there first; its duration decides which kind of card. */
GtkWidget *ew_link_dialog_new (GtkWindow *parent, const EwLinkWords *words);
/* Valid as long as the dialog and its text are. */
EwLinkWords ew_link_dialog_get (EwLinkDialog *dialog);

G_END_DECLS
