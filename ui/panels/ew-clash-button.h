/* Shows that two people rewrote a text at once, and lets anyone settle it: both
 * versions of each text, to keep one or both.
 *
 * Signal "settle" (const char *key, EwSettle how, as an int). */
#pragma once

#include "ew-object.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CLASH_BUTTON (ew_clash_button_get_type ())
G_DECLARE_FINAL_TYPE (EwClashButton, ew_clash_button, EW, CLASH_BUTTON,
                      GtkWidget)

GtkWidget *ew_clash_button_new (void);
/* Hides itself when @object, which may be NULL, has no clash. */
void ew_clash_button_show (EwClashButton *button, const EwObject *object);
/* Opens the choice, as a press does. */
void ew_clash_button_open (EwClashButton *button);

G_END_DECLS
