/* A tour: everything there is to play of one walkthrough, gathered.
 *
 * A value; read on any thread. */
#pragma once

#include "ew-captions.h"
#include "ew-fault.h"
#include "ew-track.h"
#include "ew-walkthrough.h"

G_BEGIN_DECLS

typedef struct {
  char *id, *title, *commit;
  GPtrArray *chapters; /* of EwChapter */
  GPtrArray *captions; /* of EwCaption */
  EwTrack *track; /* empty when it has none */
  GBytes *sound; /* NULL when it has none */
  gint64 length; /* ms */
  GPtrArray *faults; /* of EwFault: what is wrong with it */
} EwTour;

/* @track: the bytes of its track, or NULL; @sound likewise.
 * Returns: (transfer full). */
EwTour *ew_tour_new (const EwWalkthrough *walk, GBytes *track, GBytes *sound);
/* Takes over what @walk says now that is text: its title, chapters, captions.
 * Not while others read it. */
void ew_tour_update (EwTour *tour, const EwWalkthrough *walk);
void ew_tour_free (EwTour *tour);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwTour, ew_tour_free)

/* The chapter that runs at @ms.  Returns: (nullable). */
const EwChapter *ew_tour_chapter_at (const EwTour *tour, gint64 ms);
/* How many of the things it points at are not on @board. */
guint ew_tour_missing (const EwTour *tour, const EwBoard *board);

/* Pointer, laser's trail and selection of the moment at @ms, over the board. */
void ew_tour_paint (const EwTour *tour, gint64 ms, const EwBoard *board,
                    EwPen *pen);

G_END_DECLS
