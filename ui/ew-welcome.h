/* The welcome board: what the program is for, made of real objects. */
#pragma once

#include "ew-session.h"

G_BEGIN_DECLS

/* Makes the workspace @dir with the welcome board in it, in the language of the
 * person, signed by the program.  Finishes with nobody holding it: open it. */
void ew_welcome_make_async (const char *dir, GAsyncReadyCallback callback,
                            gpointer data);
bool ew_welcome_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
