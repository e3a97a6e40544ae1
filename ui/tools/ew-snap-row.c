#include "ew-snap-row.h"

#include <math.h>

EwSpan
ew_span_of (EwRect box, int axis)
{
  if (axis == 0)
    return (EwSpan){ box.x, box.x + box.w };
  return (EwSpan){ box.y, box.y + box.h };
}

static double
middle (EwSpan span)
{
  return (span.low + span.high) / 2;
}

static bool
overlap (EwSpan a, EwSpan b)
{
  return a.low < b.high && b.low < a.high;
}

/* The nearest box in the row of @box on one side of @span. */
static bool
find_beside (const EwRect *boxes, guint n, EwRect box, int axis, EwSpan span,
             bool before, EwSpan *found)
{
  EwSpan across = ew_span_of (box, !axis);
  double nearest = INFINITY;

  for (guint i = 0; i < n; i++) {
    EwSpan other = ew_span_of (boxes[i], axis);
    double away = before ? middle (span) - middle (other)
                         : middle (other) - middle (span);
    double gap = before ? span.low - other.high : other.low - span.high;
    /* While it is dragged a box may lie a little over its neighbour. */
    double least = -MIN (span.high - span.low, other.high - other.low) / 2;

    if (away <= 0 || gap < least || gap >= nearest ||
        !overlap (across, ew_span_of (boxes[i], !axis)))
      continue;
    nearest = gap;
    *found = other;
  }
  return isfinite (nearest);
}

static guint
find_two (const EwRect *boxes, guint n, EwRect box, int axis, bool before,
          EwSpan found[2])
{
  EwSpan span = ew_span_of (box, axis);

  if (!find_beside (boxes, n, box, axis, span, before, &found[0]))
    return 0;
  if (!find_beside (boxes, n, box, axis, found[0], before, &found[1]))
    return 1;
  return 2;
}

EwSnapRow
ew_snap_row_find (const EwRect *boxes, guint n, EwRect box, int axis)
{
  EwSnapRow row = { .across = middle (ew_span_of (box, !axis)) };

  row.n_before = find_two (boxes, n, box, axis, true, row.before);
  row.n_after = find_two (boxes, n, box, axis, false, row.after);
  return row;
}

static void
offer (double *best, double way)
{
  if (fabs (way) < fabs (*best))
    *best = way;
}

/* Between its neighbours: moved into the middle, or one side as far from its
 * neighbour as the other is. */
static double
way_between (const EwSnapRow *row, EwSpan span, EwMoving moving)
{
  double before = span.low - row->before[0].high;
  double after = row->after[0].low - span.high;

  if (moving == EW_MOVING_BOTH)
    return (after - before) / 2;
  return after - before;
}

double
ew_snap_row_way (const EwSnapRow *row, EwSpan span, EwMoving moving)
{
  double best = INFINITY;

  if (row->n_before > 0 && row->n_after > 0)
    offer (&best, way_between (row, span, moving));
  if (row->n_before > 1 && moving & EW_MOVING_LOW) {
    double gap = row->before[0].low - row->before[1].high;

    if (gap > 0)
      offer (&best, row->before[0].high + gap - span.low);
  }
  if (row->n_after > 1 && moving & EW_MOVING_HIGH) {
    double gap = row->after[1].low - row->after[0].high;

    if (gap > 0)
      offer (&best, row->after[0].low - gap - span.high);
  }
  return best;
}

void
ew_snap_add_mark (GArray *marks, int axis, double across, EwSpan span,
                  bool is_gap)
{
  EwSnapMark mark = { .is_gap = is_gap };

  mark.from =
      axis == 0 ? (EwPoint){ span.low, across } : (EwPoint){ across, span.low };
  mark.to = axis == 0 ? (EwPoint){ span.high, across }
                      : (EwPoint){ across, span.high };
  g_array_append_val (marks, mark);
}

static bool
is_same_gap (EwSpan a, EwSpan b)
{
  double gap = a.high - a.low;

  return gap > EW_SNAP_SAME && fabs (gap - (b.high - b.low)) <= EW_SNAP_SAME;
}

static void
add_pair (GArray *marks, int axis, double across, EwSpan a, EwSpan b)
{
  if (!is_same_gap (a, b))
    return;
  ew_snap_add_mark (marks, axis, across, a, true);
  ew_snap_add_mark (marks, axis, across, b, true);
}

void
ew_snap_row_marks (const EwSnapRow *row, EwSpan span, int axis, GArray *marks)
{
  EwSpan before = { row->before[0].high, span.low };
  EwSpan after = { span.high, row->after[0].low };
  EwSpan further = { row->before[1].high, row->before[0].low };
  EwSpan beyond = { row->after[0].high, row->after[1].low };

  if (row->n_before > 0 && row->n_after > 0)
    add_pair (marks, axis, row->across, before, after);
  if (row->n_before > 1)
    add_pair (marks, axis, row->across, further, before);
  if (row->n_after > 1)
    add_pair (marks, axis, row->across, after, beyond);
}
