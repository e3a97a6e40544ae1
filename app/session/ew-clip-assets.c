#include "ew-clip-assets.h"

#include "ew-assets.h"
#include "ew-error.h"
#include "ew-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name, a space, a length, the end of the line. */
#define LINE_MAX_LENGTH 128

char **
ew_clip_asset_names (GPtrArray *objects)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++) {
    const char *asset = ew_object_asset (objects->pdata[i]);

    if (ew_asset_name_is_valid (asset) &&
        g_hash_table_add (seen, (gpointer) asset))
      g_strv_builder_add (names, asset);
  }
  return g_strv_builder_end (names);
}

static GTask *
task_for (EwSession *session, const char *const *names,
          GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);

  g_task_set_task_data (task, g_strdupv ((char **) names),
                        (GDestroyNotify) g_strfreev);
  return task;
}

/* --- What is missing ---------------------------------------------------- */

static void
find_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *session = source;
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (char **name = data; *name != NULL; name++) {
    g_autoptr (GBytes) bytes = ew_store_get_asset (session->store, *name, NULL);

    if (bytes == NULL)
      g_strv_builder_add (missing, *name);
  }
  g_task_return_pointer (task, g_strv_builder_end (missing),
                         (GDestroyNotify) g_strfreev);
}

void
ew_session_find_missing_async (EwSession *session, const char *const *names,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (EW_IS_SESSION (session) && names != NULL);

  task = task_for (session, names, cancellable, callback, data);
  ew_git_thread_run (session->git, task, find_work);
}

char **
ew_session_find_missing_finish (EwSession *session, GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Packing ------------------------------------------------------------ */

static void
pack_one (GByteArray *pack, const char *name, GBytes *bytes)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *line =
      g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", name, length);

  if (pack->len + strlen (line) + length > EW_CLIP_ASSETS_MAX)
    return;
  g_byte_array_append (pack, (const guint8 *) line, strlen (line));
  g_byte_array_append (pack, g_bytes_get_data (bytes, NULL), length);
}

static void
pack_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *session = source;
  GByteArray *pack = g_byte_array_new ();

  for (char **name = data; *name != NULL; name++) {
    g_autoptr (GBytes) bytes = ew_store_get_asset (session->store, *name, NULL);

    if (bytes != NULL)
      pack_one (pack, *name, bytes);
  }
  g_task_return_pointer (task, g_byte_array_free_to_bytes (pack),
                         (GDestroyNotify) g_bytes_unref);
}

void
ew_session_pack_assets_async (EwSession *session, const char *const *names,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (EW_IS_SESSION (session) && names != NULL);

  task = task_for (session, names, cancellable, callback, data);
  ew_git_thread_run (session->git, task, pack_work);
}

GBytes *
ew_session_pack_assets_finish (EwSession *session, GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Unpacking ---------------------------------------------------------- */

typedef struct {
  GBytes *pack;
  gsize at;
} Unpack;

static void
unpack_free (gpointer data)
{
  g_bytes_unref (((Unpack *) data)->pack);
  g_free (data);
}

static bool
refuse (GError **error)
{
  g_set_error (error, ew_error_quark (), EW_ERROR_DAMAGED,
               _ ("The pictures on the clipboard are damaged."));
  return false;
}

/* Returns: (transfer full) (nullable): the name that the line at `at` begins
 * with; goes on to the bytes. */
static char *
read_line (Unpack *unpack, gsize *length)
{
  gsize size;
  const char *start = g_bytes_get_data (unpack->pack, &size);
  gsize left = MIN (size - unpack->at, LINE_MAX_LENGTH);
  const char *end = memchr (start + unpack->at, '\n', left);
  g_autofree char *line = NULL;
  char *space;
  guint64 value;

  if (end == NULL)
    return NULL;
  line = g_strndup (start + unpack->at, end - start - unpack->at);
  space = strchr (line, ' ');
  if (space == NULL || !g_ascii_string_to_unsigned (space + 1, 10, 0,
                                                    EW_ASSET_MAX, &value, NULL))
    return NULL;
  *space = '\0';
  *length = value;
  unpack->at = end - start + 1;
  return ew_asset_name_is_valid (line) ? g_steal_pointer (&line) : NULL;
}

static bool
unpack_one (EwStore *store, Unpack *unpack, GError **error)
{
  gsize length;
  g_autofree char *name = read_line (unpack, &length);
  g_autofree char *is = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *ext;

  if (name == NULL || length > g_bytes_get_size (unpack->pack) - unpack->at)
    return refuse (error);
  ext = strchr (name, '.') + 1;
  bytes = g_bytes_new_from_bytes (unpack->pack, unpack->at, length);
  unpack->at += length;
  is = ew_asset_name (bytes, ext);
  if (!g_str_equal (is, name))
    return refuse (error);
  kept = ew_store_put_asset (store, bytes, ext, error);
  return kept != NULL;
}

static void
unpack_work (GTask *task, gpointer source, gpointer data,
             GCancellable *cancellable)
{
  EwSession *session = source;
  Unpack *unpack = data;
  GError *error = NULL;

  while (unpack->at < g_bytes_get_size (unpack->pack))
    if (!unpack_one (session->store, unpack, &error)) {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
}

void
ew_session_unpack_assets_async (EwSession *session, GBytes *pack,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Unpack *unpack;

  g_return_if_fail (EW_IS_SESSION (session) && pack != NULL);

  unpack = g_new0 (Unpack, 1);
  unpack->pack = g_bytes_ref (pack);
  task = g_task_new (session, cancellable, callback, data);
  g_task_set_task_data (task, unpack, unpack_free);
  ew_git_thread_run (session->git, task, unpack_work);
}

bool
ew_session_unpack_assets_finish (EwSession *session, GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), false);
  return g_task_propagate_boolean (G_TASK (result), error);
}
