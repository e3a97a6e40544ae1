/* A picture of somebody, for their profile: cut to a square and made small, so
 * that everyone can carry everybody's. */
#pragma once

#include "ew-picture.h"

G_BEGIN_DECLS

#define EW_PORTRAIT_SIDE 256 /* px */

/* Reads @file, a PNG or a JPEG, on a thread of its own; it is decoded by the
 * helper process.  @error has a sentence for people: no picture, too large. */
void ew_portrait_read_async (GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): a square of at most EW_PORTRAIT_SIDE. */
EwPicture *ew_portrait_read_finish (GAsyncResult *result, GError **error);
/* As PNG, for ew_session_set_profile_async().  Returns: (transfer full). */
GBytes *ew_portrait_to_png (EwPicture *portrait);

G_END_DECLS
