/* Shows that two people rewrote a text at once, and lets anyone settle it: the
 * other version of each text, to take or to let go.
 *
 * Signal "settle" (const char *key, gboolean take_other). */
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

G_END_DECLS
