/* elsewhen-decode: one picture in, its pixels out; or a film, and its length;
 * see ew-decode.h.
 *
 * The one place where bytes from a stranger meet a decoder.  It may use so much
 * memory and time and no more, and holds nothing worth having. */
#define _GNU_SOURCE /* memmem() */
#include "ew-decode.h"

#include "ew-media-probe.h"
#include "ew-picture-head.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define INPUT_MAX (16 * 1024 * 1024)
/* The largest picture we take needs 160 MB as it is, and a part of that again
 * while it is made smaller. */
#define MEMORY_MAX (768L * 1024 * 1024)
/* A film is read by several threads, each with room of its own. */
#define MEMORY_MAX_FILM (2048L * 1024 * 1024)
#define SECONDS_MAX 15

static void
limit (__rlimit_resource_t what, rlim_t most)
{
  struct rlimit limits = { most, most };

  if (setrlimit (what, &limits) < 0)
    exit (EXIT_FAILURE);
}

static void
give_up_rights (rlim_t memory)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CPU, SECONDS_MAX);
  /* The address sanitizer reserves terabytes. */
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, memory);
#endif
}

/* Returns: (transfer full) (nullable). */
static GBytes *
read_input (void)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 part[65536];
  gssize n;

  while ((n = read (STDIN_FILENO, part, sizeof part)) > 0) {
    if (all->len + n > INPUT_MAX)
      return NULL;
    g_byte_array_append (all, part, (guint) n);
  }
  if (n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* Tells the decoder a size before it begins: JPEG is quickly made smaller while
 * it is read. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer side)
{
  double longer = MAX (width, height), most = *(int *) side;

  if (most > 0 && longer > most)
    gdk_pixbuf_loader_set_size (loader, (int) MAX (width * most / longer, 1),
                                (int) MAX (height * most / longer, 1));
}

/* The decoder is content with the part of a PNG that is there; who added it
 * would not be. */
static bool
is_whole (GBytes *bytes, EwPictureFormat format)
{
  static const char end[] = "IEND\xae\x42\x60\x82";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return format != EW_PICTURE_PNG || memmem (data, size, end, sizeof end - 1);
}

static GdkPixbuf *
decode (GBytes *bytes, EwPictureFormat format, int side)
{
  g_autoptr (GdkPixbufLoader) loader =
      gdk_pixbuf_loader_new_with_type (ew_picture_format_name (format), NULL);
  bool went_well;

  if (!loader || !is_whole (bytes, format))
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb),
                    &side);
  went_well = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  went_well = gdk_pixbuf_loader_close (loader, NULL) && went_well;
  if (!went_well || !gdk_pixbuf_loader_get_pixbuf (loader))
    return NULL;
  return gdk_pixbuf_apply_embedded_orientation (
      gdk_pixbuf_loader_get_pixbuf (loader));
}

static guint32
multiply (guint32 value, guint32 alpha)
{
  return (value * alpha + 127) / 255;
}

static void
convert_row (const guint8 *from, guint32 *to, int width, int channels)
{
  for (int x = 0; x < width; x++, from += channels) {
    guint32 alpha = channels == 4 ? from[3] : 255;

    to[x] = alpha << 24 | multiply (from[0], alpha) << 16 |
            multiply (from[1], alpha) << 8 | multiply (from[2], alpha);
  }
}

static bool
write_all (const void *data, gsize size)
{
  const char *at = data;

  while (size > 0) {
    gssize n = write (STDOUT_FILENO, at, size);

    if (n <= 0)
      return false;
    at += n;
    size -= (gsize) n;
  }
  return true;
}

static bool
write_pixels (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  g_autofree guint32 *row = g_new (guint32, width);

  for (int y = 0; y < height; y++) {
    convert_row (pixels + (gsize) y * stride, row, width, channels);
    if (!write_all (row, sizeof *row * (gsize) width))
      return false;
  }
  return true;
}

/* A picture that was turned upright has its sides exchanged. */
static bool
answer (const GdkPixbuf *pixbuf, const EwPictureHead *head)
{
  guint32 width = (guint32) gdk_pixbuf_get_width (pixbuf);
  guint32 height = (guint32) gdk_pixbuf_get_height (pixbuf);
  bool turned = (head->width > head->height && width < height) ||
                (head->width < head->height && width > height);
  EwDecodeHead out = { EW_DECODE_MAGIC, turned ? head->height : head->width,
                       turned ? head->width : head->height, width, height };

  return write_all (&out, sizeof out) && write_pixels (pixbuf);
}

/* What a decoder left behind, at the end nobody needs to tidy up. */
G_GNUC_NORETURN static void
tell_length (void)
{
  gint64 ms;
  char answer[32];

  give_up_rights (MEMORY_MAX_FILM);
  /* GStreamer would like to remember its plugins, and must bear that it cannot.
   */
  signal (SIGXFSZ, SIG_IGN);
  alarm (SECONDS_MAX);
  ms = ew_media_probe_input ();
  snprintf (answer, sizeof answer, "%" G_GINT64_FORMAT "\n", ms);
  _exit (ms > 0 && write_all (answer, strlen (answer)) ? EXIT_SUCCESS
                                                       : EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  EwPictureHead head;

  if (argc == 2 && g_str_equal (argv[1], "length"))
    tell_length ();
  give_up_rights (MEMORY_MAX);
  bytes = argc == 2 ? read_input () : NULL;
  if (!bytes)
    return EXIT_FAILURE;
  head = ew_picture_head_read (bytes);
  if (!ew_picture_head_check (&head, NULL))
    return EXIT_FAILURE;
  pixbuf = decode (bytes, head.format, atoi (argv[1]));
  return pixbuf && answer (pixbuf, &head) ? EXIT_SUCCESS : EXIT_FAILURE;
}
