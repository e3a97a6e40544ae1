/* How much memory libgit2 may have at one stretch.
 *
 * A pack of a few kilobytes can say of an object that it is gigabytes of what
 * is in another one, again and again, and all of it would be put together in
 * memory to see what it is. */
#pragma once

/* Bytes; no file that is shared is as large. */
#define EW_STRETCH_MAX (1024ul * 1024 * 1024)

/* After git_libgit2_init(), once. */
void ew_git_memory_limit (void);
