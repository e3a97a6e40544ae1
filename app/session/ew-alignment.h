/* Whom an object stands in line with: what the lines that show while it is
 * dragged say to the eye, for those who move it by keys and ears.
 *
 * Plain values over a board.  Asking costs time in proportion to the number of
 * objects. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

typedef enum {
  EW_ALIGNED_NOT,
  EW_ALIGNED_CENTER,
  EW_ALIGNED_LOW, /* the left edges, or the upper ones */
  EW_ALIGNED_HIGH, /* the right edges, or the lower ones */
} EwAligned;

typedef struct {
  EwAligned how;
  bool is_level; /* one beside the other; else one above the other */
  double at; /* px of the board: where the common line lies    */
} EwAlignment;

/* Whom @object stands in line with beside it (@is_level) or above and below it,
 * of those that lie in @area: the nearest, by the centre rather than by an
 * edge.
 * @with: (out) (optional) (transfer none): who that is; valid as long as the
 * board does not change. */
EwAlignment ew_alignment_find (const EwBoard *board, const EwObject *object,
                               EwRect area, bool is_level,
                               const EwObject **with);
/* Whether @now is another line than @before, so that one has just got there. */
bool ew_alignment_began (const EwAlignment *before, const EwAlignment *now);
/* Returns: (transfer full) (nullable): "level with Fix login"; NULL when it is
 * in line with nobody. */
char *ew_alignment_say (const EwAlignment *alignment, const EwBoard *board,
                        const EwObject *with);

G_END_DECLS
