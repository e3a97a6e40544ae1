/* A picture as pixels.
 *
 * Decoded by a helper process that may use so much memory and time and no more,
 * so that a file that is made to harm does not harm us.  See app/decode. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
  int natural_width, natural_height; /* upright, as in the file */
  int width, height; /* of the pixels */
  GBytes *pixels; /* rows of width × 4 bytes, cairo's ARGB32 */
} EwPicture;

EwPicture *ew_picture_ref (EwPicture *picture);
void ew_picture_unref (EwPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwPicture, ew_picture_unref)
gsize ew_picture_size (const EwPicture *picture); /* bytes */
/* For cairo to draw; nobody writes into it.  Holds @picture as long as it is.
 * Returns: (transfer full). */
cairo_surface_t *ew_picture_surface (EwPicture *picture);

/* The side, px, to decode for when @side px are seen: powers of two, so that a
 * little zoom decodes nothing anew. */
int ew_picture_step (double side);
/* Whether @picture, decoded for the side @made, is as sharp as it can be at
 * @side; a picture at its own size cannot become sharper.  @picture:
 * (nullable): then it is not. */
bool ew_picture_is_sharp (const EwPicture *picture, int made, int side);

/* @bytes of a PNG or JPEG, its longer side made at most @side px (0: as it is).
 * Blocks; any thread.  @error has a sentence to show in the picture's place.
 * Returns: (transfer full). */
EwPicture *ew_picture_decode (GBytes *bytes, int side,
                              GCancellable *cancellable, GError **error);
/* The same on a thread of its own. */
void ew_picture_decode_async (GBytes *bytes, int side,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
EwPicture *ew_picture_decode_finish (GAsyncResult *result, GError **error);

G_END_DECLS
