#include "ew-session-assets.h"

#include "ew-error.h"
#include "ew-picture.h"
#include "ew-picture-head.h"
#include "ew-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A picture this small is enough to know that it can be shown. */
#define PROBE_SIDE 64
#define QUERY \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME

/* What is being added, step by step: read, looked at, kept. */
typedef struct {
  GFile *file; /* NULL when the bytes were given */
  GBytes *bytes;
  EwAsset *asset;
} Adding;

void
ew_asset_free (EwAsset *asset)
{
  if (!asset)
    return;
  g_free (asset->asset);
  g_free (asset->name);
  g_free (asset);
}

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_clear_object (&adding->file);
  g_clear_pointer (&adding->bytes, g_bytes_unref);
  g_clear_pointer (&adding->asset, ew_asset_free);
  g_free (adding);
}

static GTask *
task_new (EwSession *session, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  Adding *adding = g_new0 (Adding, 1);

  adding->asset = g_new0 (EwAsset, 1);
  adding->asset->kind = &ew_kind_file;
  g_task_set_task_data (task, adding, adding_free);
  return task;
}

/* --- Keeping ------------------------------------------------------------ */

static const char *
extension (const Adding *adding)
{
  EwPictureHead head = ew_picture_head_read (adding->bytes);
  const char *dot = strrchr (adding->asset->name, '.');

  if (head.format != EW_PICTURE_NONE)
    return head.format == EW_PICTURE_PNG ? "png" : "jpg";
  return dot ? dot + 1 : "";
}

static void
keep_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *session = source;
  Adding *adding = data;
  GError *error = NULL;

  adding->asset->bytes = (gint64) g_bytes_get_size (adding->bytes);
  adding->asset->asset = ew_store_put_asset (session->store, adding->bytes,
                                             extension (adding), &error);
  if (adding->asset->asset)
    g_task_return_pointer (task, g_steal_pointer (&adding->asset),
                           (GDestroyNotify) ew_asset_free);
  else
    g_task_return_error (task, error);
}

static void
keep (GTask *task)
{
  EwSession *session = g_task_get_source_object (task);

  ew_git_thread_run (session->git, task, keep_work);
}

/* --- Looking ------------------------------------------------------------ */

/* What cannot be shown can still be kept. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (EwPicture) picture = ew_picture_decode_finish (result, NULL);
  EwAsset *asset = ((Adding *) g_task_get_task_data (task))->asset;

  if (picture) {
    asset->kind = &ew_kind_image;
    asset->width = picture->natural_width;
    asset->height = picture->natural_height;
  }
  if (!g_task_return_error_if_cancelled (task))
    keep (task);
}

static void
look (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);

  ew_picture_decode_async (adding->bytes, PROBE_SIDE,
                           g_task_get_cancellable (task), looked_cb,
                           g_object_ref (task));
}

void
ew_session_add_bytes_async (EwSession *session, GBytes *bytes, const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Adding *adding;

  g_return_if_fail (EW_IS_SESSION (session) && bytes != NULL);

  task = task_new (session, cancellable, callback, data);
  adding = g_task_get_task_data (task);
  adding->bytes = g_bytes_ref (bytes);
  adding->asset->name = g_strdup (name ? name : "");
  look (task);
}

/* --- Reading ------------------------------------------------------------ */

static void
fail_unreadable (GTask *task, const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (reason));
  else
    g_task_return_new_error (
        task, EW_ERROR,
        g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
            ? EW_ERROR_NOT_FOUND
            : EW_ERROR_FAILED,
        _ ("The file could not be read: %s"), reason->message);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;
  Adding *adding = g_task_get_task_data (task);

  adding->bytes =
      g_file_load_bytes_finish (adding->file, result, NULL, &reason);
  if (adding->bytes)
    look (task);
  else
    fail_unreadable (task, reason);
}

/* A folder has no bytes, a pipe no end, and a disk image too many. */
static bool
is_fit (GTask *task, GFileInfo *info)
{
  goffset size = g_file_info_get_size (info);
  g_autofree char *is = g_format_size ((guint64) MAX (size, 0));
  g_autofree char *most = g_format_size (EW_ASSET_MAX);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_task_return_new_error (task, EW_ERROR, EW_ERROR_USAGE,
                             _ ("“%s” is not a file."),
                             g_file_info_get_display_name (info));
  else if (size > EW_ASSET_MAX)
    g_task_return_new_error (
        task, EW_ERROR, EW_ERROR_USAGE,
        _ ("“%s” is too large for a board: %s, and %s is the most. Put it "
           "elsewhere and add a link."),
        g_file_info_get_display_name (info), is, most);
  else
    return true;
  return false;
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GFileInfo) info =
      g_file_query_info_finish (adding->file, result, &reason);

  if (!info) {
    fail_unreadable (task, reason);
    return;
  }
  if (!is_fit (task, info))
    return;
  adding->asset->name = g_strdup (g_file_info_get_display_name (info));
  g_file_load_bytes_async (adding->file, g_task_get_cancellable (task),
                           loaded_cb, g_object_ref (task));
}

void
ew_session_add_file_async (EwSession *session, GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Adding *adding;

  g_return_if_fail (EW_IS_SESSION (session) && G_IS_FILE (file));

  task = task_new (session, cancellable, callback, data);
  adding = g_task_get_task_data (task);
  adding->file = g_object_ref (file);
  g_file_query_info_async (file, QUERY, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, cancellable, queried_cb,
                           g_object_ref (task));
}

EwAsset *
ew_session_add_asset_finish (EwSession *session, GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Getting ------------------------------------------------------------ */

static void
get_work (GTask *task, gpointer source, gpointer data,
          GCancellable *cancellable)
{
  EwSession *session = source;
  GError *error = NULL;
  GBytes *bytes;

  if (g_task_return_error_if_cancelled (task))
    return;
  bytes = ew_store_get_asset (session->store, data, &error);
  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
ew_session_get_asset_async (EwSession *session, const char *asset,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (EW_IS_SESSION (session) && asset != NULL);

  task = g_task_new (session, cancellable, callback, data);
  g_task_set_task_data (task, g_strdup (asset), g_free);
  ew_git_thread_run (session->git, task, get_work);
}

GBytes *
ew_session_get_asset_finish (EwSession *session, GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  EwSession *session;
  const char *asset;
  GBytes *bytes;
  GError **error;
} Getting;

static void
get_now (gpointer data)
{
  Getting *getting = data;

  getting->bytes = ew_store_get_asset (getting->session->store, getting->asset,
                                       getting->error);
}

GBytes *
ew_session_get_asset (EwSession *session, const char *asset, GError **error)
{
  Getting getting = { session, asset, NULL, error };

  g_return_val_if_fail (EW_IS_SESSION (session) && asset != NULL, NULL);

  ew_git_thread_call (session->git, get_now, &getting);
  return getting.bytes;
}
