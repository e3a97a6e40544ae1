/* A quiet list in a window of its own: lines to read, each perhaps with a
 * button.
 *
 * Signal "chosen" (const char *id): a line's button was pressed; the line goes.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_LIST_DIALOG (ew_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwListDialog, ew_list_dialog, EW, LIST_DIALOG, AdwWindow)

typedef struct {
  const char *title; /* of the window, translated                     */
  const char *description; /* above the list, translated                    */
  const char *button; /* on every line, translated; NULL: lines to read */
} EwListFrame;

GtkWidget *ew_list_dialog_new (GtkWindow *parent, const EwListFrame *frame);
/* @subtitle may be NULL.  No markup in either. */
void ew_list_dialog_add (EwListDialog *dialog, const char *id,
                         const char *title, const char *subtitle);

G_END_DECLS
