/* How long a film or a sound is, found out by elsewhen-decode: whatever hostile
 * bytes do, they do there, and not for long. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For the main thread, which does not wait. */
void ew_media_length_async (GBytes *bytes, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
/* ms; 0 when nobody can tell, which is no error. */
gint64 ew_media_length_finish (GAsyncResult *result);

G_END_DECLS
