/* Pictures of objects, kept as render nodes.
 *
 * An object is an immutable value, so its picture holds as long as the board
 * has the same value.  A picture is painted with the top left of the object's
 * bounds (for a pin: its anchor) as its origin, so moving a box needs no new
 * one.  Private to this room. */
#pragma once

#include "ew-board.h"
#include "ew-image-cache.h"
#include "ew-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EwNodeCache EwNodeCache;

EwNodeCache *ew_node_cache_new (void);
void ew_node_cache_free (EwNodeCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwNodeCache, ew_node_cache_free)

/* Where images on the board come from; must outlive the cache or be taken away
 * by NULL. */
void ew_node_cache_set_images (EwNodeCache *cache, EwImageCache *images);

/* What the pictures of a frame have in common. */
typedef struct {
  const EwBoard *board;
  const EwPalette *palette;
  double scale; /* output px per board px; pictures are made for the nearest
                   power of two */
} EwNodeView;

/* Until ew_node_cache_end(); then what was not asked for may go.  @deadline, in
 * g_get_monotonic_time(): after it a picture of the right object but made for
 * another zoom is good enough. */
void ew_node_cache_begin (EwNodeCache *cache, const EwNodeView *view,
                          gint64 deadline);
/* Where the origin of the picture of the object at @index of the board lies, px
 * of the board. */
EwPoint ew_node_cache_origin (const EwNodeCache *cache, guint index);
/* Returns: (transfer none) (nullable): NULL when it paints nothing. */
GskRenderNode *ew_node_cache_get (EwNodeCache *cache, guint index);
/* Paints @object, which need not be on the board, without keeping it.
 * Returns: (transfer full) (nullable). */
GskRenderNode *ew_node_cache_paint (EwNodeCache *cache, const EwObject *object,
                                    EwPoint origin);
/* Returns: whether some pictures were made for another zoom. */
bool ew_node_cache_end (EwNodeCache *cache);

/* What the pens of all pictures say of authors, see ew-pen.h; forgets what was
 * painted before. */
typedef const char *(*EwNodeAuthor) (const EwObject *object, gpointer data);
void ew_node_cache_set_author (EwNodeCache *cache, EwNodeAuthor author,
                               gpointer data);
/* Whose own reactions stand out: an address, or NULL.  Forgets what was painted
 * before.  Returns: whether it is somebody else than before. */
bool ew_node_cache_set_me (EwNodeCache *cache, const char *email);
const char *ew_node_cache_me (EwNodeCache *cache);
/* @ids: of char *. */
void ew_node_cache_drop (EwNodeCache *cache, GPtrArray *ids);
/* Whatever it is, it looks different now. */
void ew_node_cache_forget (EwNodeCache *cache, const char *id);
void ew_node_cache_clear (EwNodeCache *cache);
/* How many pictures were painted so far: for tests and measurements. */
guint ew_node_cache_painted (const EwNodeCache *cache);
guint ew_node_cache_size (const EwNodeCache *cache);

G_END_DECLS
