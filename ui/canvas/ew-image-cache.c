#include "ew-image-cache.h"

#include "ew-session-assets.h"

/* Decoders that run at once. */
#define AT_ONCE 2

typedef struct {
  char *asset;
  EwPicture *picture; /* NULL: none yet */
  cairo_surface_t *surface; /* of the picture, made when it is drawn */
  GdkTexture *texture;
  char *reason; /* why there never will be one */
  int side, wanted; /* what the picture was made for; what is asked for */
  bool is_queued;
  guint64 used; /* the higher, the later */
} Entry;

struct _EwImageCache {
  EwImageReady ready;
  gpointer data;
  EwSession *session;
  GHashTable *entries; /* asset → Entry */
  GQueue queue; /* of Entry, to be made */
  guint running;
  GCancellable *cancellable; /* of this session's jobs */
  guint64 clock;
  gsize size;
  int pixels;
  bool textures;
};

/* An asset on its way.  When it was cancelled the cache may be gone. */
typedef struct {
  EwImageCache *cache;
  GCancellable *cancellable;
  char *asset;
  int side;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->cancellable);
  g_free (job->asset);
  g_free (job);
}

static void
entry_drop_picture (EwImageCache *cache, Entry *entry)
{
  if (!entry->picture)
    return;
  cache->size -= ew_picture_size (entry->picture);
  g_clear_pointer (&entry->picture, ew_picture_unref);
  g_clear_pointer (&entry->surface, cairo_surface_destroy);
  g_clear_object (&entry->texture);
  entry->side = 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->picture, ew_picture_unref);
  g_clear_pointer (&entry->surface, cairo_surface_destroy);
  g_clear_object (&entry->texture);
  g_free (entry->asset);
  g_free (entry->reason);
  g_free (entry);
}

EwImageCache *
ew_image_cache_new (EwImageReady ready, gpointer data)
{
  EwImageCache *cache = g_new0 (EwImageCache, 1);

  cache->ready = ready;
  cache->data = data;
  cache->entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  cache->cancellable = g_cancellable_new ();
  cache->pixels = 1;
  g_queue_init (&cache->queue);
  return cache;
}

static void
forget_all (EwImageCache *cache)
{
  g_cancellable_cancel (cache->cancellable);
  g_clear_object (&cache->cancellable);
  g_queue_clear (&cache->queue);
  g_hash_table_remove_all (cache->entries);
  g_clear_object (&cache->session);
  cache->running = 0;
  cache->size = 0;
}

void
ew_image_cache_free (EwImageCache *cache)
{
  forget_all (cache);
  g_hash_table_unref (cache->entries);
  g_free (cache);
}

void
ew_image_cache_set_session (EwImageCache *cache, EwSession *session)
{
  if (cache->session == session)
    return;
  forget_all (cache);
  cache->cancellable = g_cancellable_new ();
  g_set_object (&cache->session, session);
}

void
ew_image_cache_set_screen (EwImageCache *cache, int pixels, bool textures)
{
  cache->pixels = MAX (pixels, 1);
  cache->textures = textures;
}

/* --- Fetching and decoding ---------------------------------------------- */

static void start_next (EwImageCache *cache);

/* What was not drawn for the longest time goes first; @kept stays. */
static void
make_room (EwImageCache *cache, const Entry *kept)
{
  while (cache->size > EW_IMAGE_ROOM) {
    GHashTableIter iter;
    Entry *oldest = NULL, *entry;

    g_hash_table_iter_init (&iter, cache->entries);
    while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
      if (entry != kept && entry->picture &&
          (!oldest || entry->used < oldest->used))
        oldest = entry;
    if (!oldest)
      return;
    entry_drop_picture (cache, oldest);
  }
}

/* The end of a job that was not cancelled.  @picture NULL: @error says why. */
static void
settle (Job *job, EwPicture *picture, const GError *error)
{
  EwImageCache *cache = job->cache;
  Entry *entry = g_hash_table_lookup (cache->entries, job->asset);

  cache->running--;
  entry->is_queued = false;
  if (picture) {
    entry_drop_picture (cache, entry);
    entry->picture = ew_picture_ref (picture);
    entry->side = job->side;
    cache->size += ew_picture_size (picture);
    make_room (cache, entry);
  } else {
    entry->reason = g_strdup (error->message);
  }
  cache->ready (job->asset, cache->data);
  start_next (cache);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwPicture) picture = ew_picture_decode_finish (result, &error);

  if (!g_cancellable_is_cancelled (job->cancellable))
    settle (job, picture, error);
  job_free (job);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      ew_session_get_asset_finish (EW_SESSION (source), result, &error);

  if (bytes && !g_cancellable_is_cancelled (job->cancellable)) {
    ew_picture_decode_async (bytes, job->side, job->cancellable, decoded_cb,
                             job);
    return;
  }
  if (!g_cancellable_is_cancelled (job->cancellable))
    settle (job, NULL, error);
  job_free (job);
}

static void
start_next (EwImageCache *cache)
{
  while (cache->running < AT_ONCE && cache->queue.length > 0) {
    Entry *entry = g_queue_pop_head (&cache->queue);
    Job *job = g_new (Job, 1);

    *job = (Job){ cache, g_object_ref (cache->cancellable),
                  g_strdup (entry->asset), entry->wanted };
    cache->running++;
    ew_session_get_asset_async (cache->session, job->asset, job->cancellable,
                                fetched_cb, job);
  }
}

static Entry *
find_entry (EwImageCache *cache, const char *asset)
{
  Entry *entry = g_hash_table_lookup (cache->entries, asset);

  if (!entry) {
    entry = g_new0 (Entry, 1);
    entry->asset = g_strdup (asset);
    g_hash_table_insert (cache->entries, entry->asset, entry);
  }
  entry->used = ++cache->clock;
  return entry;
}

static Entry *
ask_for (EwImageCache *cache, const char *asset, double side)
{
  Entry *entry = find_entry (cache, asset);
  int step = ew_picture_step (side * cache->pixels);

  if (entry->reason ||
      ew_picture_is_sharp (entry->picture, entry->side, step) ||
      !cache->session)
    return entry;
  entry->wanted = step;
  if (!entry->is_queued) {
    entry->is_queued = true;
    g_queue_push_tail (&cache->queue, entry);
    start_next (cache);
  }
  return entry;
}

/* --- Drawing ------------------------------------------------------------ */

static cairo_surface_t *
surface_of (Entry *entry)
{
  if (!entry->surface)
    entry->surface = ew_picture_surface (entry->picture);
  return entry->surface;
}

static GdkTexture *
texture_of (Entry *entry)
{
  const EwPicture *picture = entry->picture;

  if (!entry->texture)
    entry->texture = gdk_memory_texture_new (
        picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->pixels,
        4 * (gsize) picture->width);
  return entry->texture;
}

/* The picture is between one and two times as large as it shows: then the quick
 * filter is good. */
static void
append_surface (Entry *entry, GtkSnapshot *snapshot,
                const graphene_rect_t *rect)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  cairo_surface_t *surface = surface_of (entry);

  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_scale (cr, rect->size.width / entry->picture->width,
               rect->size.height / entry->picture->height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, 0, 0, entry->picture->width, entry->picture->height);
  cairo_fill (cr);
  cairo_destroy (cr);
}

bool
ew_image_cache_append (EwImageCache *cache, const char *asset, double side,
                       GtkSnapshot *snapshot, const graphene_rect_t *rect,
                       const char **reason)
{
  Entry *entry = ask_for (cache, asset, side);

  *reason = entry->reason;
  if (!entry->picture)
    return false;
  if (cache->textures)
    gtk_snapshot_append_texture (snapshot, texture_of (entry), rect);
  else
    append_surface (entry, snapshot, rect);
  return true;
}

gsize
ew_image_cache_size (const EwImageCache *cache)
{
  return cache->size;
}

bool
ew_image_cache_is_busy (const EwImageCache *cache)
{
  return cache->running > 0 || cache->queue.length > 0;
}
