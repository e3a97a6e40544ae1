/* What the files of this room share about a store. */
#pragma once

#include "ew-git.h"
#include "ew-store.h"

struct _EwStore {
  git_repository *repo;
  char *dir; /* the bare repository; absolute         */
  char *private_dir; /* dir/elsewhen                          */
  char *branch; /* "refs/heads/main"                     */
  char *folder; /* of the boards in the tree: "boards"   */
  const EwPrompter *prompter; /* NULL: nobody           */
};

#define EW_WORKSPACE_FILE "elsewhen.json"
#define EW_FOLDER_DEFAULT "boards"
#define EW_BRANCH_DEFAULT "refs/heads/main"

/* The commit @rev names: NULL is the tip, "" or a tip that is not there yet is
 * nothing (TRUE, with *commit NULL). */
bool ew_store_lookup (EwStore *store, const char *rev, git_commit **commit,
                      GError **error);
/* Its tree; an empty one for nothing.  Bounded as in ew-tree.h. */
git_tree *ew_store_tree (EwStore *store, const char *rev, GError **error);
/* @commit may be NULL. */
git_tree *ew_commit_tree (EwStore *store, const git_commit *commit,
                          GError **error);

/* Puts a new bare repository with our settings in @dir, which must not exist or
 * be empty.  @fill makes its content; only when it has succeeded does anything
 * appear in @dir.  Returns: (transfer full). */
typedef bool (*EwStoreFill) (EwStore *store, gpointer data, GError **error);
EwStore *ew_store_make (const char *dir, EwStoreFill fill, gpointer data,
                        GError **error);
/* The first commit of a workspace called @name. */
bool ew_store_begin (EwStore *store, const char *name, GError **error);
/* Local work goes to @branch from now on; only for a store that is being
 * made. */
bool ew_store_set_branch (EwStore *store, const char *branch, GError **error);

/* Where in the tree the boards lie: words of a path, without "." and ".."; ""
 * is the top.  EW_ERROR_USAGE for any other. */
bool ew_store_set_folder (EwStore *store, const char *folder, GError **error);

/* Author and committer of a commit made now.  Without an identity: NULL and
 * EW_ERROR_NO_IDENTITY. */
git_signature *ew_store_signature (EwStore *store, GError **error);
