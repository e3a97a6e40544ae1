/* Pictures of a workspace for whoever paints and can wait: exports, films.
 *
 * Decoded by the helper process when they are asked for, as large as they are
 * seen, and no more of them kept than fit in a bounded room.  Any thread, but
 * one at a time, and never the thread of a window.  See ew-picture.h. */
#pragma once

#include "ew-cairo-pen.h"
#include "ew-session.h"

G_BEGIN_DECLS

/* Bytes of pixels that are worth keeping. */
#define EW_PICTURE_ROOM (64 * 1024 * 1024)

typedef struct _EwPictureSource EwPictureSource;

/* Holds on to @session; keeps @room bytes, or one picture. */
EwPictureSource *ew_picture_source_new (EwSession *session, gsize room);
void ew_picture_source_free (EwPictureSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwPictureSource, ew_picture_source_free)

/* For a pen; stays as long as @source. */
EwCairoImages ew_picture_source_images (EwPictureSource *source);

/* For tests. */
gsize ew_picture_source_size (const EwPictureSource *source); /* bytes */

G_END_DECLS
