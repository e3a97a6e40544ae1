#include "ew-snap.h"

#include "ew-snap-row.h"

#include <math.h>

/* A place where some box has a side or its centre. */
typedef struct {
  double at;
  guint box;
} Line;

struct _EwSnap {
  EwRect *boxes;
  guint n;
  GArray *lines[2]; /* of Line, by place; 0: upright ones, 1: level ones */
};

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  double x = ((const Line *) a)->at, y = ((const Line *) b)->at;

  return (x > y) - (x < y);
}

static void
add_lines (EwSnap *snap, int axis, guint index)
{
  EwSpan span = ew_span_of (snap->boxes[index], axis);
  Line lines[] = { { span.low, index },
                   { (span.low + span.high) / 2, index },
                   { span.high, index } };

  g_array_append_vals (snap->lines[axis], lines, G_N_ELEMENTS (lines));
}

EwSnap *
ew_snap_new (const EwRect *boxes, gsize n)
{
  EwSnap *snap = g_new0 (EwSnap, 1);

  snap->n = (guint) MIN (n, EW_SNAP_BOXES_MAX);
  snap->boxes = g_memdup2 (boxes, snap->n * sizeof *boxes);
  for (int axis = 0; axis < 2; axis++) {
    snap->lines[axis] = g_array_new (FALSE, FALSE, sizeof (Line));
    for (guint i = 0; i < snap->n; i++)
      add_lines (snap, axis, i);
    g_array_sort (snap->lines[axis], compare_lines);
  }
  return snap;
}

void
ew_snap_free (EwSnap *snap)
{
  if (!snap)
    return;
  g_array_unref (snap->lines[0]);
  g_array_unref (snap->lines[1]);
  g_free (snap->boxes);
  g_free (snap);
}

/* The first line that is not before @at. */
static guint
find_line (const GArray *lines, double at)
{
  guint low = 0, high = lines->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (lines, Line, middle).at < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Keeps in @best the shorter of two ways. */
static void
offer (double *best, double way)
{
  if (fabs (way) < fabs (*best))
    *best = way;
}

static void
offer_lines (const GArray *lines, double at, double *best)
{
  guint index = find_line (lines, at);

  if (index < lines->len)
    offer (best, g_array_index (lines, Line, index).at - at);
  if (index > 0)
    offer (best, g_array_index (lines, Line, index - 1).at - at);
}

/* The places of a box that count: what moves, and its centre when all does. */
static guint
own_places (EwSpan span, EwMoving moving, double places[3])
{
  guint n = 0;

  if (moving & EW_MOVING_LOW)
    places[n++] = span.low;
  if (moving == EW_MOVING_BOTH)
    places[n++] = (span.low + span.high) / 2;
  if (moving & EW_MOVING_HIGH)
    places[n++] = span.high;
  return n;
}

static EwMoving
moving_on (EwHandle sides, int axis)
{
  EwHandle low = axis == 0 ? EW_HANDLE_LEFT : EW_HANDLE_TOP;
  EwHandle high = axis == 0 ? EW_HANDLE_RIGHT : EW_HANDLE_BOTTOM;

  return (sides & low ? EW_MOVING_LOW : 0) |
         (sides & high ? EW_MOVING_HIGH : 0);
}

static double
way_to_grid (EwSpan span, EwMoving moving, double grid)
{
  double at = moving & EW_MOVING_LOW ? span.low : span.high;

  return grid > 0 ? round (at / grid) * grid - at : 0;
}

static double
find_on (const EwSnap *snap, EwRect box, int axis, const EwSnapHow *how)
{
  EwMoving moving = moving_on (how->sides, axis);
  EwSpan span = ew_span_of (box, axis);
  double best = INFINITY, places[3];

  if (moving == EW_MOVING_NONE)
    return 0;
  if (how->reach > 0) {
    guint n = own_places (span, moving, places);

    for (guint i = 0; i < n; i++)
      offer_lines (snap->lines[axis], places[i], &best);
    EwSnapRow row = ew_snap_row_find (snap->boxes, snap->n, box, axis);
    offer (&best, ew_snap_row_way (&row, span, moving));
  }
  if (fabs (best) <= how->reach)
    return best;
  return way_to_grid (span, moving, how->grid);
}

EwPoint
ew_snap_find (const EwSnap *snap, EwRect box, const EwSnapHow *how)
{
  g_return_val_if_fail (snap && how, ((EwPoint){ 0, 0 }));
  return (EwPoint){ find_on (snap, box, 0, how), find_on (snap, box, 1, how) };
}

/* --- What to show ------------------------------------------------------ */

/* The nearest boxes along a line, on both sides of the moved one. */
typedef struct {
  bool is_met;
  EwSpan reach; /* across the axis: as far as the line goes */
  double before, after; /* the gaps to them, or infinite         */
} Meeting;

static void
meet (Meeting *meeting, EwSpan own, EwSpan other)
{
  double before = own.low - other.high, after = other.low - own.high;

  meeting->is_met = true;
  if (before >= 0 && before < meeting->before) {
    meeting->before = before;
    meeting->reach.low = other.low;
  }
  if (after >= 0 && after < meeting->after) {
    meeting->after = after;
    meeting->reach.high = other.high;
  }
}

static Meeting
meet_at (const EwSnap *snap, EwRect box, int axis, double at)
{
  const GArray *lines = snap->lines[axis];
  EwSpan own = ew_span_of (box, !axis);
  Meeting meeting = { .reach = own, .before = INFINITY, .after = INFINITY };

  for (guint i = find_line (lines, at - EW_SNAP_SAME);
       i < lines->len && g_array_index (lines, Line, i).at <= at + EW_SNAP_SAME;
       i++) {
    guint index = g_array_index (lines, Line, i).box;

    meet (&meeting, own, ew_span_of (snap->boxes[index], !axis));
  }
  return meeting;
}

static void
add_line_mark (GArray *marks, int axis, double at, EwSpan reach)
{
  ew_snap_add_mark (marks, !axis, at, reach, false);
}

static void
add_gap_mark (GArray *marks, const Meeting *meeting, int axis, double at,
              EwSpan own)
{
  EwSpan gap = { own.low - meeting->before, own.low };

  if (meeting->after < meeting->before)
    gap = (EwSpan){ own.high, own.high + meeting->after };
  if (isfinite (gap.low) && isfinite (gap.high) && gap.high - gap.low >= 1)
    ew_snap_add_mark (marks, !axis, at, gap, true);
}

static void
add_lines_on (const EwSnap *snap, EwRect box, int axis, EwMoving moving,
              GArray *marks)
{
  double places[3];
  guint n = own_places (ew_span_of (box, axis), moving, places);
  bool has_gap = false;

  for (guint i = 0; i < n; i++) {
    Meeting meeting = meet_at (snap, box, axis, places[i]);

    if (!meeting.is_met)
      continue;
    add_line_mark (marks, axis, places[i], meeting.reach);
    if (!has_gap)
      add_gap_mark (marks, &meeting, axis, places[i], ew_span_of (box, !axis));
    has_gap = true;
  }
}

GArray *
ew_snap_marks (const EwSnap *snap, EwRect box, EwHandle sides)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (EwSnapMark));

  g_return_val_if_fail (snap != NULL, marks);
  for (int axis = 0; axis < 2; axis++) {
    EwMoving moving = moving_on (sides, axis);

    if (moving == EW_MOVING_NONE)
      continue;
    add_lines_on (snap, box, axis, moving, marks);
    EwSnapRow row = ew_snap_row_find (snap->boxes, snap->n, box, axis);
    ew_snap_row_marks (&row, ew_span_of (box, axis), axis, marks);
  }
  return marks;
}
