/* A bucket: one file of a board, objects one on a line, comma first.
 *
 *   [{"bucket":"3f","format":1}
 *   ,{"id":"0198…","kind":"note","color":"yellow","pos":[12800,6400],…}
 *   ]
 *
 * An object lives in the bucket of a hash of its id, so cost stays flat from a
 * thousand objects to a hundred thousand, and adding or changing one touches
 * one line.  A file that is no JSON any more (cut short, conflict markers) is
 * read line by line: each line that is an object is one, every other is a
 * fault. */
#pragma once

#include "ew-fault.h"
#include "ew-object-json.h"

G_BEGIN_DECLS

#define EW_BUCKETS 256
#define EW_FORMAT 1
#define EW_WRITER 1 /* what we can write; a file's min_writer may ask more */

/* First byte of SHA-256 of the id. */
guint ew_bucket_of (const char *id);
/* "objects/3f.json".  Returns: (transfer full). */
char *ew_bucket_file (guint bucket);

/* Appends the objects in @text to @objects (of EwObject) and what is wrong to
 * @faults.  @file is only for the faults.  Never fails: an unreadable file is a
 * fault of level DAMAGE. */
void ew_bucket_read (guint bucket, const char *text, gsize length,
                     const char *file, GPtrArray *objects, GPtrArray *faults);

/* @objects: of EwObject, any order, all of this bucket.  A bucket that has
 * become empty stays as a file without objects: a file that is gone on one side
 * and changed on the other would be a conflict that git asks no merge driver
 * about.
 * Returns: (transfer full): the file. */
char *ew_bucket_write (guint bucket, GPtrArray *objects);

G_END_DECLS
