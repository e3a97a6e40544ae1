/* One field of an object as a row that fits its type: a switch, a list of
 * choices, a line, or a place for many lines. */
#pragma once

#include "ew-object.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Called when the person has settled on a value, as FIELD=VALUE says it. */
typedef void (*EwFieldRowSet) (const EwField *field, const char *value,
                               gpointer data);

/* Whether a field is something people read or type. */
bool ew_field_row_suits (const EwField *field);
/* Returns: (transfer floating). */
GtkWidget *ew_field_row_new (const EwField *field, EwFieldRowSet set,
                             gpointer data);
/* Shows what the field is in @object; what is being typed stays. */
void ew_field_row_show (GtkWidget *row, const EwObject *object);

G_END_DECLS
