/* What people do to objects among each other: align, distribute, order, group,
 * lock, turn, scale, tie; see ew-verbs.h.
 *
 * Each returns the edit (transfer full), maybe empty.  @ids: of char *.
 * Locked objects stay as they are. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

typedef enum {
  EW_ALIGN_LEFT,
  EW_ALIGN_CENTER,
  EW_ALIGN_RIGHT,
  EW_ALIGN_TOP,
  EW_ALIGN_MIDDLE,
  EW_ALIGN_BOTTOM,
} EwAlign;

typedef enum {
  EW_AXIS_HORIZONTAL,
  EW_AXIS_VERTICAL,
} EwAxis;

/* All to one line of the box around them.  A group stays together and counts
 * as one. */
EwEdit *ew_verb_align (const EwBoard *board, GPtrArray *ids, EwAlign align);
/* Equal gaps between neighbours; the two outermost stay.  Three at least. */
EwEdit *ew_verb_distribute (const EwBoard *board, GPtrArray *ids, EwAxis axis);

/* One step in front of, or behind, the next object that they touch. */
EwEdit *ew_verb_forward (const EwBoard *board, GPtrArray *ids);
EwEdit *ew_verb_backward (const EwBoard *board, GPtrArray *ids);

/* Two at least. */
EwEdit *ew_verb_group (const EwBoard *board, GPtrArray *ids);
EwEdit *ew_verb_ungroup (const EwBoard *board, GPtrArray *ids);
EwEdit *ew_verb_lock (const EwBoard *board, GPtrArray *ids);
EwEdit *ew_verb_unlock (const EwBoard *board, GPtrArray *ids);

/* Gives @ids what @like looks like: colour, shape, line, caps, as far as both
 * kinds have such a field.  @like need not be on the board: whoever copies a
 * style keeps a reference to the object. */
EwEdit *ew_verb_paste_style (const EwBoard *board, const EwObject *like,
                             GPtrArray *ids);

/* Sets how far an object of a kind with EW_KIND_TURNS is turned, clockwise. */
EwEdit *ew_verb_turn (const EwBoard *board, const char *id, double degrees);
/* Brings @originals (of EwObject *: as they were when a drag began) from the
 * box @from to the box @to, each to its place in it. */
EwEdit *ew_verb_scale (const EwBoard *board, GPtrArray *originals, EwRect from,
                       EwRect to);

/* By steps, for keys.  Wider and higher by @by px, or less when negative, as
 * far as the kinds can; what keeps its proportions follows the axis that
 * changes. The top left corner stays. */
EwEdit *ew_verb_stretch (const EwBoard *board, GPtrArray *ids, EwPoint by);
/* Further clockwise, each around its own centre. */
EwEdit *ew_verb_turn_by (const EwBoard *board, GPtrArray *ids, double degrees);
/* Lines from the first of @ids to the second, from that to the third …
 * @id: (out) (transfer full) (nullable): of the last line.  Empty when fewer
 * than two can be tied. */
EwEdit *ew_verb_chain (const EwBoard *board, GPtrArray *ids, char **id);
/* Whether a line can end at @object. */
bool ew_object_can_tie (const EwObject *object);

/* Ties an end of a line: @field is "from" or "to". */
EwEdit *ew_verb_tie (const EwBoard *board, const char *line, const char *field,
                     const EwAnchor *anchor);
/* A new object like @id (kind, size, colour), empty, centred on @at, and a line
 * from @id to it.  @branch: (out) (transfer full): its id. */
EwEdit *ew_verb_branch (const EwBoard *board, const char *id, EwPoint at,
                        char **branch);

G_END_DECLS
