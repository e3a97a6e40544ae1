/* Pictures and files of a workspace, through the session.
 *
 * Adding: ew_session_add_file_async() or _add_bytes_async() keeps the bytes and
 * tells what they are; ew_verb_add_asset() makes the edit that puts them on a
 * board, where they stay.  Until then nothing has changed. */
#pragma once

#include "ew-assets.h"
#include "ew-kinds.h"
#include "ew-session.h"

G_BEGIN_DECLS

typedef struct {
  char *asset; /* what an object mentions: "<sha256>.png" */
  char *name; /* the file's own: "Harbour.png"; "" when it had none */
  const EwKind *kind; /* an image when it can be shown, else a file card */
  gint64 bytes;
  int width, height; /* px of an image, upright; else 0 */
} EwAsset;
void ew_asset_free (EwAsset *asset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwAsset, ew_asset_free)

/* Reads @file, which is anything GIO can read, at most EW_ASSET_MAX bytes. */
void ew_session_add_file_async (EwSession *session, GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
/* @name: what a file of these bytes would be called, or NULL. */
void ew_session_add_bytes_async (EwSession *session, GBytes *bytes,
                                 const char *name, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* For both.  Returns: (transfer full). */
EwAsset *ew_session_add_asset_finish (EwSession *session, GAsyncResult *result,
                                      GError **error);

/* The bytes of an asset, which are surely those that were added. */
void ew_session_get_asset_async (EwSession *session, const char *asset,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full). */
GBytes *ew_session_get_asset_finish (EwSession *session, GAsyncResult *result,
                                     GError **error);
/* The same for a worker that paints, which holds on to @session: waits for the
 * disk, so never on the thread of a window.  Returns: (transfer full). */
GBytes *ew_session_get_asset (EwSession *session, const char *asset,
                              GError **error);

G_END_DECLS
