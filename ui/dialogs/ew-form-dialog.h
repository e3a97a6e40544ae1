/* A form in a window of its own: groups of rows, Cancel and Save above them.
 * Escape leaves it as it was; Ctrl+Enter saves from wherever one writes.
 *
 * Forms derive from it and fill it.  Signal "save": what is written shall be
 * so; whoever takes it closes the form. */
#pragma once

#include <adwaita.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_FORM_DIALOG (ew_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (EwFormDialog, ew_form_dialog, EW, FORM_DIALOG,
                          AdwWindow)

struct _EwFormDialogClass {
  AdwWindowClass parent_class;
};

/* A new group of rows; @title and @description are ours, or NULL. */
AdwPreferencesGroup *ew_form_dialog_add_group (EwFormDialog *form,
                                               const char *title,
                                               const char *description);
void ew_form_dialog_set_can_save (EwFormDialog *form, bool can_save);
/* While it is being saved, or read: nothing can be changed. */
void ew_form_dialog_set_busy (EwFormDialog *form, bool busy);
/* A sentence above the rows about what went wrong; "" for none. */
void ew_form_dialog_say (EwFormDialog *form, const char *sentence);

G_END_DECLS
