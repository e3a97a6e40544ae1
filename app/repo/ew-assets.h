/* Assets: pictures and files that objects mention, kept by content.
 *
 * An asset is called `<sha256>.<ext>` and lies in the tree under `assets/`; the
 * same bytes are the same file for everyone, so nothing about one can ever
 * conflict, and none is ever changed.  A kind mentions one in its member
 * `asset`, and a walkthrough another one in `track`.
 *
 * What is put waits, durably, in the store's private folder until the commit of
 * the edit that mentions it takes it along: a crash in between loses nothing.
 *
 * Blocks on the disk; the store's thread. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

/* The largest asset, bytes. */
#define EW_ASSET_MAX (16 * 1024 * 1024)

/* 64 lower-case hex digits, a dot, one to eight letters or digits. */
bool ew_asset_name_is_valid (const char *asset);
/* What @bytes are called; @ext is what a file of the kind usually ends in, and
 * anything odd in it is left out.  Returns: (transfer full). */
char *ew_asset_name (GBytes *bytes, const char *ext);
/* What @object mentions, "" for nothing; may be no valid name. */
const char *ew_object_asset (const EwObject *object);

/* EW_ERROR_USAGE when it is larger than EW_ASSET_MAX.
 * Returns: (transfer full): its name, to be mentioned by an object. */
char *ew_store_put_asset (EwStore *store, GBytes *bytes, const char *ext,
                          GError **error);
/* The bytes, which are surely those its name says.  EW_ERROR_NOT_FOUND when it
 * is not here, EW_ERROR_DAMAGED when what is there is something else.
 * Returns: (transfer full). */
GBytes *ew_store_get_asset (EwStore *store, const char *asset, GError **error);

G_END_DECLS
