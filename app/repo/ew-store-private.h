/* What the files of this room share about a store. */
#pragma once

#include "ew-git.h"
#include "ew-store.h"
#include "ew-trail.h"
#include "ew-valve.h"

struct _EwStore {
  git_repository *repo;
  char *dir; /* the bare repository; absolute         */
  char *private_dir; /* dir/elsewhen                          */
  char *branch; /* "refs/heads/main"                     */
  char *folder; /* in which the workspace lies; "": the top */
  EwValve *valve; /* of repo, which owns it */
  EwTrail *trail; /* what this store wrote */
  const EwPrompter *prompter; /* NULL: nobody           */
};

#define EW_WORKSPACE_FILE "elsewhen.json"
#define EW_BOARDS_FOLDER "boards"
/* In the configuration of the bare repository. */
#define EW_FOLDER_KEY "elsewhen.root"
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
/* A commit that begins a workspace called @name, on what is there already. */
bool ew_store_begin (EwStore *store, const char *name, GError **error);
/* Local work goes to @branch from now on; only for a store that is being
 * made. */
bool ew_store_set_branch (EwStore *store, const char *branch, GError **error);

/* Where in the tree the workspace lies, with all that belongs to it: words of a
 * path, without "." and ".."; "" is the top.  EW_ERROR_USAGE for any other. */
bool ew_store_set_folder (EwStore *store, const char *folder, GError **error);
/* Whether it can be one as it is written. */
bool ew_folder_is_usable (const char *folder);
/* A file of the workspace, as the tree names it: "docs/team/elsewhen.json".
 * Returns: (transfer full). */
char *ew_store_path (EwStore *store, const char *file);

/* Author and committer of a commit made now.  Without an identity: NULL and
 * EW_ERROR_NO_IDENTITY. */
git_signature *ew_store_signature (EwStore *store, GError **error);
