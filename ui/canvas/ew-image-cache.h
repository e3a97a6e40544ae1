/* Pictures of the workspace as they show: decoded elsewhere, as large as they
 * are seen, and no more of them than fit in a bounded room.
 *
 * Asking never waits.  What is not here yet is fetched and decoded meanwhile,
 * and `ready` says when to ask again; until then a smaller one does.  Main
 * thread.  Private to this room. */
#pragma once

#include "ew-picture.h"
#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Bytes of pixels that are kept. */
#define EW_IMAGE_ROOM (64 * 1024 * 1024)

typedef struct _EwImageCache EwImageCache;

/* @asset looks different now: a picture, a sharper one, or a reason. */
typedef void (*EwImageReady) (const char *asset, gpointer data);

EwImageCache *ew_image_cache_new (EwImageReady ready, gpointer data);
void ew_image_cache_free (EwImageCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwImageCache, ew_image_cache_free)

/* Whose pictures; with another session, or NULL, all are forgotten. */
void ew_image_cache_set_session (EwImageCache *cache, EwSession *session);
/* How it is drawn.  @pixels: of the screen per window px.  @textures: there is
 * a graphics card to keep them. */
void ew_image_cache_set_screen (EwImageCache *cache, int pixels, bool textures);

/* Draws @asset over @rect, of which the longer side shows as @side window px.
 * False when there is nothing to draw; see ew_pen_image(). */
bool ew_image_cache_append (EwImageCache *cache, const char *asset, double side,
                            GtkSnapshot *snapshot, const graphene_rect_t *rect,
                            const char **reason);

/* For tests. */
gsize ew_image_cache_size (const EwImageCache *cache); /* bytes of pixels */
bool ew_image_cache_is_busy (const EwImageCache *cache);

G_END_DECLS
