/* What the first bytes of a picture say: its format and its size.
 *
 * Read before anything is decoded, because a file of a few kilobytes may hold a
 * picture of gigabytes.  PNG and JPEG, by what is in them and never by name;
 * everything else is no picture. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  EW_PICTURE_NONE,
  EW_PICTURE_PNG,
  EW_PICTURE_JPEG,
} EwPictureFormat;

/* A side longer than this is not decoded, nor so many pixels. */
#define EW_PICTURE_SIDE_MAX 8192
#define EW_PICTURE_PIXELS_MAX 40000000

typedef struct {
  EwPictureFormat format;
  guint32 width, height; /* as stored; 0 when the head is broken */
} EwPictureHead;

EwPictureHead ew_picture_head_read (GBytes *bytes);
/* "png", "jpeg"; NULL for none. */
const char *ew_picture_format_name (EwPictureFormat format);

/* Whether it may be decoded.  Else @error is EW_ERROR_USAGE when it is no
 * picture or too large, EW_ERROR_DAMAGED when the head is broken: a sentence to
 * show in the picture's place. */
bool ew_picture_head_check (const EwPictureHead *head, GError **error);

G_END_DECLS
