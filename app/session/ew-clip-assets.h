/* Pictures and files that copied objects mention, on their way from one
 * workspace to another.
 *
 * They travel in a pack of their own beside the objects (ew-clip.h): who pastes
 * into the workspace that they come from never needs it.  A pack may come from
 * anyone; what is not exactly what its name says is refused.
 *
 * The form of a pack: for each asset a line with its name and its length in
 * bytes, "<sha256>.png 1234\n", then its bytes. */
#pragma once

#include "ew-session.h"

G_BEGIN_DECLS

#define EW_CLIP_ASSETS_MIME "application/x-elsewhen-assets"
/* The largest pack, bytes; what does not fit is left behind. */
#define EW_CLIP_ASSETS_MAX (128 * 1024 * 1024)

/* What @objects (of EwObject) mention, each once.
 * Returns: (transfer full): NULL-terminated. */
char **ew_clip_asset_names (GPtrArray *objects);

/* Which of @names the workspace does not have. */
void ew_session_find_missing_async (EwSession *session,
                                    const char *const *names,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Returns: (transfer full): NULL-terminated. */
char **ew_session_find_missing_finish (EwSession *session, GAsyncResult *result,
                                       GError **error);

/* A pack of those of @names that the workspace has. */
void ew_session_pack_assets_async (EwSession *session, const char *const *names,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full). */
GBytes *ew_session_pack_assets_finish (EwSession *session, GAsyncResult *result,
                                       GError **error);

/* Keeps all that is in @pack, as ew_session_add_bytes_async() does. */
void ew_session_unpack_assets_async (EwSession *session, GBytes *pack,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* EW_ERROR_DAMAGED when @pack is none. */
bool ew_session_unpack_assets_finish (EwSession *session, GAsyncResult *result,
                                      GError **error);

G_END_DECLS
