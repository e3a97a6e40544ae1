/* Asks for one name.  Signal "named" (const char *name), never empty. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_NAME_DIALOG (ew_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwNameDialog, ew_name_dialog, EW, NAME_DIALOG,
                      AdwMessageDialog)

typedef struct {
  const char *heading, *body; /* translated                        */
  const char *label; /* of the entry                      */
  const char *accept; /* the button, with a mnemonic       */
  const char *name; /* what stands there first, or NULL  */
} EwNameQuestion;

GtkWidget *ew_name_dialog_new (GtkWindow *parent,
                               const EwNameQuestion *question);

G_END_DECLS
