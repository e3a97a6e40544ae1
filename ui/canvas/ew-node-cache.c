#include "ew-node-cache.h"

#include "ew-snapshot-pen.h"

#include "ew-text-fit.h"

#include <math.h>

/* Pictures kept beyond those of the last frame. */
#define KEPT_MAX 8192

typedef struct {
  EwObject *object;
  GskRenderNode *node; /* NULL when it paints nothing */
  const EwPalette *palette;
  int step; /* the power of two it was made for */
  guint frame; /* that asked for it last */
} Picture;

struct _EwNodeCache {
  GHashTable *pictures; /* id → Picture */
  PangoContext *pango;
  EwImageCache *images; /* not ours */
  EwNodeView view;
  int step;
  gint64 deadline;
  guint frame, painted;
  bool has_stale;
  EwNodeAuthor author;
  gpointer author_data;
  char *me;
};

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->node, gsk_render_node_unref);
  ew_object_unref (picture->object);
  g_free (picture);
}

EwNodeCache *
ew_node_cache_new (void)
{
  EwNodeCache *cache = g_new0 (EwNodeCache, 1);

  cache->pictures =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  cache->pango = ew_text_context_new ();
  return cache;
}

void
ew_node_cache_free (EwNodeCache *cache)
{
  g_hash_table_unref (cache->pictures);
  g_object_unref (cache->pango);
  g_free (cache->me);
  g_free (cache);
}

void
ew_node_cache_set_images (EwNodeCache *cache, EwImageCache *images)
{
  cache->images = images;
}

void
ew_node_cache_begin (EwNodeCache *cache, const EwNodeView *view,
                     gint64 deadline)
{
  cache->view = *view;
  cache->step = (int) lround (log2 (view->scale));
  cache->deadline = deadline;
  cache->has_stale = false;
  cache->frame++;
}

static const EwAnchor *
pin_anchor (const EwObject *object)
{
  const EwField *field = ew_kind_find_field (object->kind, "anchor");

  return field ? ew_field_get_anchor (field, &object->record) : NULL;
}

EwPoint
ew_node_cache_origin (const EwNodeCache *cache, guint index)
{
  const EwBoard *board = cache->view.board;
  const EwObject *object = ew_board_at (board, index);
  EwRect bounds;

  if (ew_kind_has (object->kind, EW_KIND_PIN))
    return ew_board_anchor_point (board, pin_anchor (object));
  bounds = ew_board_bounds_at (board, index);
  return (EwPoint){ bounds.x, bounds.y };
}

GskRenderNode *
ew_node_cache_paint (EwNodeCache *cache, const EwObject *object, EwPoint origin)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  EwSnapshotPen pen;

  ew_snapshot_pen_init (&pen, snapshot, cache->view.palette, cache->pango);
  pen.origin = origin;
  pen.pen.author = cache->author;
  pen.pen.author_data = cache->author_data;
  pen.pen.me = cache->me;
  pen.images = cache->images;
  if (!ew_kind_has (object->kind, EW_KIND_PIN))
    pen.pen.scale = exp2 (cache->step);
  ew_object_paint (object, cache->view.board, &pen.pen);
  cache->painted++;
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/* A box that was only moved, or put in front, looks as before. */
static bool
looks_alike (const EwObject *old, const EwObject *new)
{
  g_autoptr (EwObject) moved = NULL;

  if (old == new)
    return true;
  if (old->kind != new->kind || !ew_kind_has (new->kind, EW_KIND_BOX) ||
      old->size.x != new->size.x || old->size.y != new->size.y)
    return false;
  moved = ew_object_copy (old);
  moved->pos = new->pos;
  ew_object_set_string (moved, "z", new->z);
  ew_object_set_string (moved, "parent", new->parent);
  return ew_object_equal (moved, new);
}

static void
adopt (Picture *picture, const EwObject *object)
{
  if (picture->object == object)
    return;
  ew_object_unref (picture->object);
  picture->object = ew_object_ref (object);
}

static bool
is_good_enough (EwNodeCache *cache, const Picture *picture)
{
  if (picture->step == cache->step)
    return true;
  if (g_get_monotonic_time () < cache->deadline)
    return false;
  cache->has_stale = true;
  return true;
}

static Picture *
picture_new (EwNodeCache *cache, const EwObject *object, EwPoint origin)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->object = ew_object_ref (object);
  picture->node = ew_node_cache_paint (cache, object, origin);
  picture->palette = cache->view.palette;
  picture->step = cache->step;
  return picture;
}

GskRenderNode *
ew_node_cache_get (EwNodeCache *cache, guint index)
{
  const EwObject *object = ew_board_at (cache->view.board, index);
  Picture *picture = g_hash_table_lookup (cache->pictures, object->id);

  if (picture && picture->palette == cache->view.palette &&
      looks_alike (picture->object, object) &&
      is_good_enough (cache, picture)) {
    adopt (picture, object);
  } else {
    picture = picture_new (cache, object, ew_node_cache_origin (cache, index));
    g_hash_table_replace (cache->pictures, g_strdup (object->id), picture);
  }
  picture->frame = cache->frame;
  return picture->node;
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  const EwNodeCache *cache = data;

  return ((Picture *) value)->frame != cache->frame;
}

bool
ew_node_cache_end (EwNodeCache *cache)
{
  if (g_hash_table_size (cache->pictures) > KEPT_MAX)
    g_hash_table_foreach_remove (cache->pictures, is_unused, cache);
  cache->view.board = NULL;
  return cache->has_stale;
}

/* Boxes stay: their value tells whether they changed.  What has no box is drawn
 * by what it is tied to, which its own value does not tell. */
void
ew_node_cache_drop (EwNodeCache *cache, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++) {
    Picture *picture = g_hash_table_lookup (cache->pictures, ids->pdata[i]);

    if (picture && !ew_kind_has (picture->object->kind, EW_KIND_BOX))
      g_hash_table_remove (cache->pictures, ids->pdata[i]);
  }
}

void
ew_node_cache_set_author (EwNodeCache *cache, EwNodeAuthor author,
                          gpointer data)
{
  cache->author = author;
  cache->author_data = data;
  ew_node_cache_clear (cache);
}

bool
ew_node_cache_set_me (EwNodeCache *cache, const char *email)
{
  if (g_strcmp0 (cache->me, email) == 0)
    return false;
  g_free (cache->me);
  cache->me = g_strdup (email);
  ew_node_cache_clear (cache);
  return true;
}

const char *
ew_node_cache_me (EwNodeCache *cache)
{
  return cache->me;
}

void
ew_node_cache_forget (EwNodeCache *cache, const char *id)
{
  g_hash_table_remove (cache->pictures, id);
}

void
ew_node_cache_clear (EwNodeCache *cache)
{
  g_hash_table_remove_all (cache->pictures);
}

guint
ew_node_cache_painted (const EwNodeCache *cache)
{
  return cache->painted;
}

guint
ew_node_cache_size (const EwNodeCache *cache)
{
  return g_hash_table_size (cache->pictures);
}
