/* A fault: something in a file that is not as it should be.
 *
 * Named once, here, for the bar on the board and for `check`: which file, which
 * line, what is wrong and what to do.  DAMAGE means content that we cannot
 * represent: the board is then opened read-only so that nothing is overwritten.
 * A WARNING is shown and mended by the next edit. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  EW_FAULT_WARNING,
  EW_FAULT_DAMAGE,
  EW_FAULT_NEWER, /* min_writer above ours: read-only, nothing to repair */
} EwFaultLevel;

typedef struct {
  EwFaultLevel level;
  char *file; /* path in the tree, "boards/…/objects/3f.json"; or "" */
  guint line; /* from 1; 0 when the whole file is meant              */
  char *object; /* id, or "" when none is known                        */
  char *sentence; /* translated: what is wrong, and what to do           */
} EwFault;

void ew_fault_free (EwFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwFault, ew_fault_free)

/* An array that owns its faults. */
GPtrArray *ew_faults_new (void);
/* @format and what follows make the sentence. */
void ew_faults_add (GPtrArray *faults, EwFaultLevel level, const char *file,
                    guint line, const char *object, const char *format, ...)
    G_GNUC_PRINTF (6, 7);
bool ew_faults_have (GPtrArray *faults, EwFaultLevel at_least);
/* "boards/x/objects/3f.json, line 12: …".  Returns: (transfer full). */
char *ew_fault_to_string (const EwFault *fault);

G_END_DECLS
