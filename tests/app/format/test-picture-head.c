/* What the first bytes of a picture say, and which pictures are refused. */
#include "ew-picture-head.h"

#include "ew-error.h"

#include <string.h>

#define PNG(w, h) "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" w h "\x08\x06\0\0\0\0\0\0\0"
#define SIDE_64 "\0\0\0\x40"
#define SIDE_20000 "\0\0\x4e\x20"
#define SIDE_8000 "\0\0\x1f\x40"
#define SIDE_HUGE "\xff\xff\xff\xff"
#define FRAME "\xff\xc0\0\x11\x08\0\x28\0\x40\x03"
#define EXIF \
  "\xff\xe1\0\x06" \
  "Exif"

typedef struct {
  const char *data;
  gsize size;
  EwPictureFormat format;
  guint32 width, height;
  const char *complaint; /* NULL: it is fine */
} Case;

#define CASE(data, ...) \
  { \
    (data), sizeof (data) - 1, __VA_ARGS__ \
  }

static const Case cases[] = {
  CASE (PNG (SIDE_64, SIDE_64), EW_PICTURE_PNG, 64, 64, NULL),
  CASE (PNG (SIDE_20000, SIDE_20000), EW_PICTURE_PNG, 20000, 20000,
        "too large: 20000 × 20000"),
  CASE (PNG (SIDE_8000, SIDE_8000), EW_PICTURE_PNG, 8000, 8000, "too large"),
  CASE (PNG (SIDE_HUGE, SIDE_HUGE), EW_PICTURE_PNG, G_MAXUINT32, G_MAXUINT32,
        "too large"),
  CASE (PNG (SIDE_64, "\0\0\0\0"), EW_PICTURE_PNG, 64, 0, "damaged"),
  CASE ("\x89PNG\r\n\x1a\n", EW_PICTURE_PNG, 0, 0, "damaged"),
  CASE ("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0", EW_PICTURE_PNG, 0, 0, "damaged"),
  CASE ("\x89", EW_PICTURE_NONE, 0, 0, "not a picture"),
  CASE ("", EW_PICTURE_NONE, 0, 0, "not a picture"),
  CASE ("GIF89a", EW_PICTURE_NONE, 0, 0, "not a picture"),
  CASE ("<svg xmlns='http://www.w3.org/2000/svg'/>", EW_PICTURE_NONE, 0, 0,
        "not a picture"),
  CASE ("\xff\xd8" FRAME, EW_PICTURE_JPEG, 64, 40, NULL),
  CASE ("\xff\xd8" EXIF "\xff\xff\xff"
        "\xc2\0\x11\x08\0\x28\0\x40",
        EW_PICTURE_JPEG, 64, 40, NULL),
  CASE ("\xff\xd8\xff", EW_PICTURE_JPEG, 0, 0, "damaged"),
  CASE ("\xff\xd8\xff hello, I am no JPEG", EW_PICTURE_JPEG, 0, 0, "damaged"),
  CASE ("\xff\xd8\xff\xe1\0\0", EW_PICTURE_JPEG, 0, 0, "damaged"),
  CASE ("\xff\xd8\xff\xe1\xff\xff"
        "short",
        EW_PICTURE_JPEG, 0, 0, "damaged"),
  CASE ("\xff\xd8\xff\xc0\0\x11\x08\0", EW_PICTURE_JPEG, 0, 0, "damaged"),
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  /* Of exactly this size, so that reading beyond it is found. */
  g_autofree char *copy = g_memdup2 (expected->data, expected->size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, expected->size);
  EwPictureHead head = ew_picture_head_read (bytes);
  g_autoptr (GError) error = NULL;
  bool is_fine = ew_picture_head_check (&head, &error);

  g_assert_cmpint (head.format, ==, expected->format);
  g_assert_cmpuint (head.width, ==, expected->width);
  g_assert_cmpuint (head.height, ==, expected->height);
  g_assert_true (is_fine == !expected->complaint);
  if (!is_fine)
    g_assert_nonnull (strstr (error->message, expected->complaint));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/picture-head/%02u", i);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
