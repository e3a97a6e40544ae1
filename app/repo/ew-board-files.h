/* Which file of the tree holds what, and reading one. */
#pragma once

#include "ew-bucket-rows.h"
#include "ew-store-private.h"
#include "ew-tree.h"

typedef enum {
  EW_FILE_OTHER,
  EW_FILE_WORKSPACE, /* elsewhen.json                   */
  EW_FILE_BOARD, /* boards/<id>/board.json          */
  EW_FILE_BUCKET, /* boards/<id>/objects/3f.json     */
} EwFileRole;

typedef struct {
  EwFileRole role;
  char *board; /* NULL for a file of no board */
  guint bucket;
} EwFileName;

EwFileName ew_file_name_parse (EwStore *store, const char *path);
void ew_file_name_clear (EwFileName *name);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwFileName, ew_file_name_clear)

/* "3f.json" → 0x3f; false for any other name. */
bool ew_bucket_parse_name (const char *name, guint *bucket);

/* @file NULL: the board's folder.  Returns: (transfer full). */
char *ew_board_path (EwStore *store, const char *board, const char *file);
char *ew_bucket_path (EwStore *store, const char *board, guint bucket);

/* The file of a bucket.  Returns: (transfer full) (nullable): NULL when there
 * is none, or, with a fault, no reading it. */
GBytes *ew_bucket_open (EwStore *store, EwEntry entry, const char *path,
                        GPtrArray *faults);
/* Reads what can be read; what cannot is a fault.  No entry is no object. */
void ew_bucket_load (EwStore *store, EwEntry entry, const char *path,
                     GPtrArray *objects, GPtrArray *faults);
/* Of the objects in the file @bytes of a bucket those of @kind; where the file
 * is laid out in another way than ours, others are among them. */
void ew_bucket_read_kind (guint bucket, GBytes *bytes, const char *path,
                          const EwKind *kind, GPtrArray *objects,
                          GPtrArray *faults);
/* "" where there is none. */
const char *ew_bytes_text (GBytes *bytes);
/* What a bucket was before and is after, as two versions.  False when a file
 * cannot be read or is laid out otherwise.  @rows is to be cleared either way.
 */
bool ew_bucket_open_both (EwStore *store, const EwEntry entries[2],
                          const char *path, guint bucket, EwBucketRows *rows);
/* The object @id alone, as quick as it can be.
 * Returns: (transfer full) (nullable). */
EwObject *ew_bucket_load_one (EwStore *store, EwEntry entry, const char *path,
                              const char *id);
/* Returns: (transfer full) (nullable). */
EwObject *ew_board_self_load (EwStore *store, EwEntry entry, const char *path,
                              GPtrArray *faults);
/* The workspace's name; "" when it has none, NULL with a fault when its file
 * cannot be read.  Returns: (transfer full). */
char *ew_workspace_load (EwStore *store, const git_tree *root,
                         GPtrArray *faults);
/* Whether a newer version asks us not to write here; then @faults says so. */
bool ew_workspace_is_newer (EwStore *store, const git_tree *root,
                            GPtrArray *faults);

/* A board of a tree at hand, as it stands in the files: nothing is mended. */
EwBoard *ew_board_load_tree (EwStore *store, const git_tree *root,
                             const char *board, GPtrArray *faults,
                             GCancellable *cancellable, GError **error);

/* Mends what is broken between the objects, and tells. */
void ew_board_mend_loaded (EwStore *store, EwBoard *board, GPtrArray *faults);

/* An array that owns its objects. */
GPtrArray *ew_objects_new (void);
/* Returns: (transfer container): id → EwObject *, the first of each id. */
GHashTable *ew_objects_by_id (GPtrArray *objects);

/* Whether nothing forbids writing; else @error names the first such fault. */
bool ew_faults_allow_writing (GPtrArray *faults, GError **error);
