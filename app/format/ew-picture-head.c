#include "ew-picture-head.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes, and how far they were read. */
typedef struct {
  const guint8 *data;
  gsize size, at;
} Reader;

static bool
read_number (Reader *reader, guint bytes, guint32 *number)
{
  if (reader->size - reader->at < bytes)
    return false;
  *number = 0;
  while (bytes--)
    *number = *number << 8 | reader->data[reader->at++];
  return true;
}

/* PNG, section 5.2 and 11.2.2: a signature of eight bytes, then the chunk IHDR,
 * which begins with the size. */
static const guint8 png_start[] = {
  0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
};
#define PNG_SIGNATURE 8

static void
read_png (Reader *reader, EwPictureHead *head)
{
  head->format = EW_PICTURE_PNG;
  if (reader->size < sizeof png_start ||
      memcmp (reader->data, png_start, sizeof png_start) != 0)
    return;
  reader->at = sizeof png_start;
  if (!read_number (reader, 4, &head->width) ||
      !read_number (reader, 4, &head->height))
    head->width = head->height = 0;
}

/* C4, C8 and CC are tables and an extension, not frames. */
static bool
is_frame (guint32 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
         marker != 0xcc;
}

/* Markers without a length: RST0…7, TEM. */
static bool
is_bare (guint32 marker)
{
  return (marker >= 0xd0 && marker <= 0xd7) || marker == 0x01;
}

/* Moves on behind the next marker, which may have any number of fill bytes. */
static bool
read_marker (Reader *reader, guint32 *marker)
{
  if (!read_number (reader, 1, marker) || *marker != 0xff)
    return false;
  while (*marker == 0xff)
    if (!read_number (reader, 1, marker))
      return false;
  return true;
}

/* JPEG, B.2.2: two bytes of length, one of precision, then height and width. */
static void
read_frame (Reader *reader, EwPictureHead *head)
{
  guint32 skipped;

  if (!read_number (reader, 3, &skipped) ||
      !read_number (reader, 2, &head->height) ||
      !read_number (reader, 2, &head->width))
    head->width = head->height = 0;
}

static void
read_jpeg (Reader *reader, EwPictureHead *head)
{
  guint32 marker, length;

  head->format = EW_PICTURE_JPEG;
  reader->at = 2;
  while (read_marker (reader, &marker)) {
    if (is_frame (marker)) {
      read_frame (reader, head);
      return;
    }
    if (is_bare (marker))
      continue;
    if (!read_number (reader, 2, &length) || length < 2 ||
        length - 2 > reader->size - reader->at)
      return;
    reader->at += length - 2;
  }
}

EwPictureHead
ew_picture_head_read (GBytes *bytes)
{
  static const guint8 jpeg_start[] = { 0xff, 0xd8, 0xff };
  EwPictureHead head = { EW_PICTURE_NONE, 0, 0 };
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL, head);

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size >= PNG_SIGNATURE &&
      memcmp (reader.data, png_start, PNG_SIGNATURE) == 0)
    read_png (&reader, &head);
  else if (reader.size >= sizeof jpeg_start &&
           memcmp (reader.data, jpeg_start, sizeof jpeg_start) == 0)
    read_jpeg (&reader, &head);
  return head;
}

const char *
ew_picture_format_name (EwPictureFormat format)
{
  switch (format) {
  case EW_PICTURE_PNG:
    return "png";
  case EW_PICTURE_JPEG:
    return "jpeg";
  default:
    return NULL;
  }
}

static bool
is_too_large (const EwPictureHead *head)
{
  return head->width > EW_PICTURE_SIDE_MAX ||
         head->height > EW_PICTURE_SIDE_MAX ||
         (guint64) head->width * head->height > EW_PICTURE_PIXELS_MAX;
}

bool
ew_picture_head_check (const EwPictureHead *head, GError **error)
{
  if (head->format == EW_PICTURE_NONE) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                         _ ("This is not a picture. PNG and JPEG are shown."));
    return false;
  }
  if (head->width == 0 || head->height == 0) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_DAMAGED,
                         _ ("This picture is damaged."));
    return false;
  }
  if (is_too_large (head)) {
    /* Translators: the size in pixels, as in “20,000 × 20,000”. */
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("This picture is too large: %'u × %'u"), head->width,
                 head->height);
    return false;
  }
  return true;
}
