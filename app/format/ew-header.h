/* The first lines of each of our files: which format it has, and who may write
 * it.  Newer than us is no damage: it is read as far as we understand it, and
 * left as it is. */
#pragma once

#include "ew-fault.h"
#include "ew-json-guard.h"

G_BEGIN_DECLS

/* Names `format` and `min_writer` that are newer than ours, or no numbers. */
void ew_header_check (JsonObject *header, const char *file, guint line,
                      GPtrArray *faults);

/* A text that is no JSON, with what to do about it. */
void ew_header_add_syntax_fault (GPtrArray *faults, const char *file,
                                 guint line, const EwJsonFault *fault);

/* Whether a line of @text begins with what git leaves when it could not merge;
 * @line: (out): which, from 1. */
bool ew_header_find_markers (const char *text, gsize length, guint *line);
bool ew_header_is_marker (const char *line, gsize length);
void ew_header_add_marker_fault (GPtrArray *faults, const char *file,
                                 guint line);

G_END_DECLS
