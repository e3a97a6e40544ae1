#include "ew-picture.h"

#include "ew-decode.h"
#include "ew-error.h"
#include "ew-helper.h"
#include "ew-picture-head.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SIDE_MIN 64
#define SIDE_MAX 8192

EwPicture *
ew_picture_ref (EwPicture *picture)
{
  return g_atomic_rc_box_acquire (picture);
}

static void
clear (gpointer data)
{
  g_bytes_unref (((EwPicture *) data)->pixels);
}

void
ew_picture_unref (EwPicture *picture)
{
  if (picture)
    g_atomic_rc_box_release_full (picture, clear);
}

gsize
ew_picture_size (const EwPicture *picture)
{
  return g_bytes_get_size (picture->pixels);
}

static void
release (void *picture)
{
  ew_picture_unref (picture);
}

cairo_surface_t *
ew_picture_surface (EwPicture *picture)
{
  static const cairo_user_data_key_t key;
  unsigned char *data;
  cairo_surface_t *surface;

  g_return_val_if_fail (picture != NULL, NULL);

  data = (unsigned char *) g_bytes_get_data (picture->pixels, NULL);
  surface = cairo_image_surface_create_for_data (
      data, CAIRO_FORMAT_ARGB32, picture->width, picture->height,
      4 * picture->width);
  cairo_surface_set_user_data (surface, &key, ew_picture_ref (picture),
                               release);
  return surface;
}

static EwPicture *
fail_damaged (GError **error)
{
  g_set_error_literal (error, EW_ERROR, EW_ERROR_DAMAGED,
                       _ ("This picture is damaged."));
  return NULL;
}

static EwPicture *
read_answer (GBytes *answer, GError **error)
{
  EwDecodeHead head;
  gsize size = g_bytes_get_size (answer);
  EwPicture *picture;

  if (size < sizeof head)
    return fail_damaged (error);
  memcpy (&head, g_bytes_get_data (answer, NULL), sizeof head);
  if (head.magic != EW_DECODE_MAGIC || head.width < 1 || head.height < 1 ||
      head.width > EW_PICTURE_SIDE_MAX || head.height > EW_PICTURE_SIDE_MAX ||
      size != sizeof head + (gsize) 4 * head.width * head.height)
    return fail_damaged (error);
  picture = g_atomic_rc_box_new0 (EwPicture);
  picture->natural_width = (int) head.natural_width;
  picture->natural_height = (int) head.natural_height;
  picture->width = (int) head.width;
  picture->height = (int) head.height;
  picture->pixels =
      g_bytes_new_from_bytes (answer, sizeof head, size - sizeof head);
  return picture;
}

static GSubprocess *
start_helper (int side, GError **error)
{
  g_autofree char *helper =
      ew_helper_path ("elsewhen-decode", "decode", "ELSEWHEN_DECODE");
  g_autofree char *word = g_strdup_printf ("%d", side);
  g_autoptr (GError) reason = NULL;
  GSubprocess *process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
          G_SUBPROCESS_FLAGS_STDERR_SILENCE,
      &reason, helper, word, NULL);

  if (!process)
    g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
                 _ ("Pictures cannot be shown: %s"), reason->message);
  return process;
}

int
ew_picture_step (double side)
{
  return (int) exp2 (ceil (log2 (CLAMP (side, SIDE_MIN, SIDE_MAX))));
}

bool
ew_picture_is_sharp (const EwPicture *picture, int made, int side)
{
  return picture != NULL &&
         (made >= side || picture->width >= picture->natural_width);
}

EwPicture *
ew_picture_decode (GBytes *bytes, int side, GCancellable *cancellable,
                   GError **error)
{
  EwPictureHead head;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) answer = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  head = ew_picture_head_read (bytes);
  if (!ew_picture_head_check (&head, error) ||
      !(process = start_helper (side, error)))
    return NULL;
  if (!g_subprocess_communicate (process, bytes, cancellable, &answer, NULL,
                                 NULL)) {
    g_subprocess_force_exit (process);
    if (!g_cancellable_set_error_if_cancelled (cancellable, error))
      fail_damaged (error);
    return NULL;
  }
  if (!g_subprocess_get_successful (process))
    return fail_damaged (error);
  return read_answer (answer, error);
}

typedef struct {
  GBytes *bytes;
  int side;
} Decoding;

static void
decoding_free (gpointer data)
{
  g_bytes_unref (((Decoding *) data)->bytes);
  g_free (data);
}

static void
decode_work (GTask *task, gpointer source, gpointer data,
             GCancellable *cancellable)
{
  const Decoding *decoding = data;
  GError *error = NULL;
  EwPicture *picture =
      ew_picture_decode (decoding->bytes, decoding->side, cancellable, &error);

  if (picture)
    g_task_return_pointer (task, picture, (GDestroyNotify) ew_picture_unref);
  else
    g_task_return_error (task, error);
}

void
ew_picture_decode_async (GBytes *bytes, int side, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Decoding *decoding;

  g_return_if_fail (bytes != NULL);

  decoding = g_new (Decoding, 1);
  *decoding = (Decoding){ g_bytes_ref (bytes), side };
  g_task_set_task_data (task, decoding, decoding_free);
  g_task_run_in_thread (task, decode_work);
}

EwPicture *
ew_picture_decode_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
