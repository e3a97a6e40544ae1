/* elsewhen.json: {"format":1,"min_writer":1,"name":…}, one member on a line,
 * and what else is in it, which is kept. */
#pragma once

#include "ew-fault.h"

G_BEGIN_DECLS

typedef struct {
  char *name;
  char *unknown; /* canonical JSON object of other members; NULL: none */
} EwWorkspaceFile;

void ew_workspace_file_clear (EwWorkspaceFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwWorkspaceFile, ew_workspace_file_clear)

/* False, with a fault, when it cannot be read; @out is empty then. */
bool ew_workspace_file_read (const char *text, gsize length,
                             EwWorkspaceFile *out, GPtrArray *faults);
/* Returns: (transfer full). */
char *ew_workspace_file_write (const EwWorkspaceFile *file);

G_END_DECLS
