/* libgit2 as this room speaks to it: handles that free themselves, and errors
 * that become sentences.
 *
 * Private to app/repo, the only room that knows libgit2. */
#pragma once

#include "ew-error.h"

#include <git2.h>
#include <glib.h>
#include <stdbool.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_blob, git_blob_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_commit, git_commit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_config, git_config_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_object, git_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_odb, git_odb_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_odb_object, git_odb_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_packbuilder, git_packbuilder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_reference, git_reference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_repository, git_repository_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_revwalk, git_revwalk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_signature, git_signature_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tree, git_tree_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tree_entry, git_tree_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_treebuilder, git_treebuilder_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (git_buf, git_buf_dispose)

/* No pack is taken that says to have more. */
#define EW_OBJECTS_MAX 5000000

/* Starts libgit2, once, with everything written followed by fsync(). */
void ew_git_init (void);

/* Sets @error from libgit2's last one: @format says what could not be done, as
 * a clause without a full stop ("The board could not be saved"), and the reason
 * follows.  A full disk, missing permission and a cancel get their own code.
 * Returns: false. */
bool ew_git_fail (GError **error, int code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* The same for errno. */
bool ew_errno_fail (GError **error, int number, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Whether @cancellable was cancelled; then @error is set. */
typedef struct _GCancellable GCancellable;
bool ew_is_cancelled (GCancellable *cancellable, GError **error);

/* 40 hex digits, "" for the zero id.  Returns: (transfer full). */
char *ew_oid_to_string (const git_oid *oid);
/* For a table whose keys are git_oid *. */
guint ew_oid_hash (gconstpointer oid);
gboolean ew_oid_equal (gconstpointer a, gconstpointer b);
