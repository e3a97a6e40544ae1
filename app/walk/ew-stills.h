/* Stills of a walkthrough, for reading instead of watching: a PDF with a page
 * for each chapter, what was seen as it began, and what was said. */
#pragma once

#include "ew-cairo-pen.h"
#include "ew-tour.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  const EwTour *tour;
  const EwBoard *board; /* nobody changes it meanwhile */
  EwCairoImages images; /* of what is on it; all zero: drawn as words */
  EwScheme scheme; /* of what was seen; the paper stays white */
} EwStills;

/* Writes beside @path first, as a film does.  Blocks: call it on a worker. */
bool ew_stills_write (const EwStills *stills, const char *path,
                      GCancellable *cancellable, GError **error);

G_END_DECLS
