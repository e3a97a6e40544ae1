/* The merge for people who use plain git on a workspace.
 *
 * `git merge`, `git rebase` and `git pull` call it for each file that both
 * sides changed, and write what the program itself would have written.
 *
 * When each side made its change git does not say.  Ours is HEAD; theirs is the
 * commit that is being merged (GITHEAD_… in the environment, MERGE_HEAD),
 * picked (CHERRY_PICK_HEAD, REVERT_HEAD) or rebased (the last line of
 * rebase-merge/done), if it has the file just as git hands it over.  The author
 * times in their histories then count, as in the program.  In the merge of two
 * merge bases, which is no commit of anybody's, all changes count as made at
 * once: the larger value stays.
 *
 * Blocks on the disk. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* What git's %O %A %B %P say: names of three files, and whose versions they
 * are. */
typedef struct {
  const char *base, *ours, *theirs;
  const char *path; /* in the repository */
} EwMergeDriver;

/* Writes the result over `ours`.  A file that is none of a workspace is merged
 * by lines.  When it returns false the file has git's usual conflict markers,
 * and @error says why; EW_ERROR_DAMAGED names the line. */
bool ew_merge_driver_run (const EwMergeDriver *driver, GError **error);

/* Makes the repository that @dir is in (its work tree, or itself) use
 * @program, a shell word, as the driver: in its own configuration and
 * attributes, which are never cloned.  Also switches off rename detection,
 * which would take one bucket for another.
 * Returns: (transfer full): the repository's folder. */
char *ew_merge_driver_set_up (const char *dir, const char *program,
                              GError **error);

G_END_DECLS
