/* A film of a walkthrough, for those who have no board: WebM with VP9 pictures
 * painted by the same brush as everything, its sound, captions below. */
#pragma once

#include "ew-cairo-pen.h"
#include "ew-tour.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @fraction: 0…1.  Called on the thread that does the work. */
typedef void (*EwFilmProgress) (double fraction, gpointer data);

typedef struct {
  const EwTour *tour;
  const EwBoard *board; /* nobody changes it meanwhile */
  EwCairoImages images; /* of what is on it; all zero: drawn as words */
  EwScheme scheme; /* the colours of it */
  int width, height, rate; /* px, pictures a second; 0: 1280 × 720, 20 */
  EwFilmProgress progress; /* may be NULL */
  gpointer data;
} EwFilm;

/* Writes beside @path first, so that what is there is whole or not at all.
 * Blocks: call it on a worker. */
bool ew_film_write (const EwFilm *film, const char *path,
                    GCancellable *cancellable, GError **error);

G_END_DECLS
