/* The buttons below a question, as a screen reader calls them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* GTK 4.8 says a button with a mnemonic as it is written and then as it is
 * shown, “_Trust Trust”.  Call it when all responses are there.  Main thread.
 */
void ew_answers_name (AdwMessageDialog *message);

G_END_DECLS
