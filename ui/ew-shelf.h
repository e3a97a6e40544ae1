/* The shelf: the folder where a person's workspaces stand, and the memory of
 * which were open lately, wherever they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *dir, *name;
} EwShelfEntry;

/* $XDG_DATA_HOME/elsewhen/workspaces; made when it is not there.
 * Returns: (transfer full). */
char *ew_shelf_dir (void);
/* A folder on the shelf for a new workspace called @name, not there yet.
 * Returns: (transfer full). */
char *ew_shelf_new_dir (const char *name);

/* The latest first; those that are gone are left out.
 * Returns: (transfer full): of EwShelfEntry. */
GPtrArray *ew_shelf_list (void);
void ew_shelf_remember (const char *dir, const char *name);

G_END_DECLS
