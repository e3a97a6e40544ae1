#include "ew-picture-source.h"

#include "ew-picture.h"
#include "ew-session-assets.h"

typedef struct {
  EwPicture *picture; /* NULL: none, or dropped */
  char *reason; /* why there never will be one */
  int side; /* what the picture was made for */
  guint64 used; /* the higher, the later */
} Entry;

struct _EwPictureSource {
  EwSession *session;
  GHashTable *entries; /* asset → Entry */
  guint64 clock;
  gsize size, room; /* bytes */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  ew_picture_unref (entry->picture);
  g_free (entry->reason);
  g_free (entry);
}

EwPictureSource *
ew_picture_source_new (EwSession *session, gsize room)
{
  EwPictureSource *source;

  g_return_val_if_fail (EW_IS_SESSION (session), NULL);

  source = g_new0 (EwPictureSource, 1);
  source->session = g_object_ref (session);
  source->room = room;
  source->entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  return source;
}

void
ew_picture_source_free (EwPictureSource *source)
{
  if (!source)
    return;
  g_hash_table_unref (source->entries);
  g_object_unref (source->session);
  g_free (source);
}

static void
drop_picture (EwPictureSource *source, Entry *entry)
{
  if (!entry->picture)
    return;
  source->size -= ew_picture_size (entry->picture);
  g_clear_pointer (&entry->picture, ew_picture_unref);
}

/* What was not drawn for the longest time goes first; @kept stays. */
static void
make_room (EwPictureSource *source, const Entry *kept)
{
  while (source->size > source->room) {
    GHashTableIter iter;
    Entry *oldest = NULL, *entry;

    g_hash_table_iter_init (&iter, source->entries);
    while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
      if (entry != kept && entry->picture &&
          (!oldest || entry->used < oldest->used))
        oldest = entry;
    if (!oldest)
      return;
    drop_picture (source, oldest);
  }
}

static void
decode (EwPictureSource *source, const char *asset, Entry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      ew_session_get_asset (source->session, asset, &error);

  drop_picture (source, entry);
  if (bytes)
    entry->picture = ew_picture_decode (bytes, entry->side, NULL, &error);
  if (!entry->picture) {
    entry->reason = g_strdup (error->message);
    return;
  }
  source->size += ew_picture_size (entry->picture);
  make_room (source, entry);
}

static Entry *
find_entry (EwPictureSource *source, const char *asset)
{
  Entry *entry = g_hash_table_lookup (source->entries, asset);

  if (!entry) {
    entry = g_new0 (Entry, 1);
    g_hash_table_insert (source->entries, g_strdup (asset), entry);
  }
  entry->used = ++source->clock;
  return entry;
}

static cairo_surface_t *
get_cb (const char *asset, double side, const char **reason, gpointer data)
{
  EwPictureSource *source = data;
  Entry *entry = find_entry (source, asset);
  int step = ew_picture_step (side);

  if (!entry->reason &&
      !ew_picture_is_sharp (entry->picture, entry->side, step)) {
    entry->side = step;
    decode (source, asset, entry);
  }
  *reason = entry->reason;
  return entry->picture ? ew_picture_surface (entry->picture) : NULL;
}

EwCairoImages
ew_picture_source_images (EwPictureSource *source)
{
  return (EwCairoImages){ get_cb, source };
}

gsize
ew_picture_source_size (const EwPictureSource *source)
{
  return source->size;
}
