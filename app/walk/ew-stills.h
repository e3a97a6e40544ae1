/* Stills of a walkthrough, for reading instead of watching: a PDF with a page
 * for each chapter, what was seen as it began, and what was said. */
#pragma once

#include "ew-cairo-pen.h"
#include "ew-tour.h"

G_BEGIN_DECLS

/* @images: of what is on @board; NULL: drawn as their words.
 * Blocks: call it on a worker. */
bool ew_stills_write (const EwTour *tour, const EwBoard *board,
                      const EwCairoImages *images, const char *path,
                      GError **error);

G_END_DECLS
