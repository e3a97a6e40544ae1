#include "ew-verbs-asset.h"

#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longer side of a new image, px of the board. */
#define IMAGE_MAX 480.0

/* Returns: (transfer full): "640,480" in px. */
static char *
size_word (const EwAsset *asset)
{
  return g_strdup_printf ("%d,%d", asset->width, asset->height);
}

static EwRect
image_box (const EwAsset *asset, EwPoint at)
{
  double longer = MAX (asset->width, asset->height);
  double scale = MIN (IMAGE_MAX / MAX (longer, 1), 1);
  double w = asset->width * scale, h = asset->height * scale;

  return (EwRect){ at.x - w / 2, at.y - h / 2, w, h };
}

/* "Harbour" of "Harbour.png": better than nothing to hear of a picture.
 * Returns: (transfer full). */
static char *
without_end (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot && dot != name ? g_strndup (name, (gsize) (dot - name))
                            : g_strdup (name);
}

EwEdit *
ew_verb_add_image (const EwBoard *board, const EwAsset *asset, EwPoint at,
                   char **id)
{
  g_autofree char *size = size_word (asset);
  g_autofree char *alt = without_end (asset->name);
  const char *const fields[] = {
    "asset", asset->asset, "natural", size, "alt", alt, NULL,
  };

  return ew_verb_create (board, &ew_kind_image, at, image_box (asset, at),
                         fields, id);
}

EwEdit *
ew_verb_add_file (const EwBoard *board, const EwAsset *asset, EwPoint at,
                  char **id)
{
  g_autofree char *bytes = g_strdup_printf ("%" G_GINT64_FORMAT, asset->bytes);
  const char *const fields[] = {
    "asset", asset->asset, "name", asset->name, "bytes", bytes, NULL,
  };

  return ew_verb_create (board, &ew_kind_file, at, EW_RECT_EMPTY, fields, id);
}

EwEdit *
ew_verb_add_asset (const EwBoard *board, const EwAsset *asset, EwPoint at,
                   char **id)
{
  g_return_val_if_fail (board && asset, NULL);

  return asset->width > 0 ? ew_verb_add_image (board, asset, at, id)
                          : ew_verb_add_file (board, asset, at, id);
}

EwEdit *
ew_verb_attach (const EwBoard *board, const char *id, const EwAsset *asset,
                gint64 seconds)
{
  const EwObject *object = ew_board_get (board, id);
  g_autofree char *name = NULL, *duration = NULL;
  g_autoptr (EwObject) after = NULL;
  EwEdit *edit;

  g_return_val_if_fail (asset != NULL, NULL);

  if (ew_walkthrough_from_object (object) == NULL)
    return NULL;
  after = ew_object_copy (object);
  ew_object_set_string (after, "asset", asset->asset);
  if (*ew_object_get_string (object, "title") == '\0') {
    name = without_end (asset->name);
    ew_object_set_string (after, "title", name);
  }
  if (seconds > 0 && *ew_object_get_string (object, "duration") == '\0') {
    duration = ew_duration_format (seconds);
    ew_object_set_string (after, "duration", duration);
  }
  edit = ew_edit_new (_ ("Attach Film or Sound"));
  ew_edit_add (edit, object, after);
  return edit;
}
