#include "ew-alignment.h"

#include "ew-describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* px of the board: nobody sees less than this. */
#define SAME 0.5
#define SHORT 40

typedef struct {
  const EwBoard *board;
  const EwObject *object;
  EwRect box, area;
  bool is_level;
} Search;

typedef struct {
  double low, high;
} Span;

static Span
span_of (EwRect box, bool is_level)
{
  return is_level ? (Span){ box.y, box.y + box.h }
                  : (Span){ box.x, box.x + box.w };
}

static double
middle_of (Span span)
{
  return (span.low + span.high) / 2;
}

static bool
is_same (double a, double b)
{
  return fabs (a - b) < SAME;
}

static EwAlignment
compare (EwRect own, EwRect other, bool is_level)
{
  Span a = span_of (own, is_level), b = span_of (other, is_level);
  EwAlignment line = { .is_level = is_level };

  if (is_same (middle_of (a), middle_of (b))) {
    line.how = EW_ALIGNED_CENTER;
    line.at = middle_of (a);
  } else if (is_same (a.low, b.low)) {
    line.how = EW_ALIGNED_LOW;
    line.at = a.low;
  } else if (is_same (a.high, b.high)) {
    line.how = EW_ALIGNED_HIGH;
    line.at = a.high;
  }
  return line;
}

/* What contains it, or is contained, goes along with it. */
static bool
is_neighbour (const Search *search, const EwObject *other, EwRect bounds)
{
  return other != search->object && ew_kind_has (other->kind, EW_KIND_BOX) &&
         !ew_kind_has (other->kind, EW_KIND_PIN) &&
         !g_str_equal (other->id, search->object->parent) &&
         !g_str_equal (other->parent, search->object->id) &&
         ew_rect_intersects (search->area, bounds);
}

static bool
is_better (const EwAlignment *line, double away, const EwAlignment *best,
           double best_away)
{
  if ((line->how == EW_ALIGNED_CENTER) != (best->how == EW_ALIGNED_CENTER))
    return line->how == EW_ALIGNED_CENTER;
  return away < best_away;
}

static EwAlignment
find (const Search *search, const EwObject **with)
{
  EwAlignment best = { .is_level = search->is_level };
  double best_away = INFINITY;

  for (guint i = 0; i < ew_board_size (search->board); i++) {
    const EwObject *other = ew_board_at (search->board, i);
    EwRect box;
    EwAlignment line;
    double away;

    if (!is_neighbour (search, other, ew_board_bounds_at (search->board, i)))
      continue;
    box = ew_object_turned_box (other);
    line = compare (search->box, box, search->is_level);
    away =
        ew_point_distance (ew_rect_center (search->box), ew_rect_center (box));
    if (line.how == EW_ALIGNED_NOT ||
        !is_better (&line, away, &best, best_away))
      continue;
    best = line;
    best_away = away;
    *with = other;
  }
  return best;
}

EwAlignment
ew_alignment_find (const EwBoard *board, const EwObject *object, EwRect area,
                   bool is_level, const EwObject **with)
{
  Search search = { board, object, EW_RECT_EMPTY, area, is_level };
  const EwObject *found = NULL;
  EwAlignment line = { .is_level = is_level };

  g_return_val_if_fail (board != NULL, line);
  g_return_val_if_fail (object != NULL, line);

  if (ew_kind_has (object->kind, EW_KIND_BOX) &&
      !ew_kind_has (object->kind, EW_KIND_PIN)) {
    search.box = ew_object_turned_box (object);
    line = find (&search, &found);
  }
  if (with)
    *with = found;
  return line;
}

bool
ew_alignment_began (const EwAlignment *before, const EwAlignment *now)
{
  return now->how != EW_ALIGNED_NOT &&
         (before->how != now->how || !is_same (before->at, now->at));
}

static const char *
format_of (const EwAlignment *line)
{
  switch (line->how) {
  case EW_ALIGNED_CENTER:
    return line->is_level
               /* Translators: of two notes in a row; %s is the other one. */
               ? N_ ("level with %s")
               /* Translators: of two notes one above the other. */
               : N_ ("in a column with %s");
  case EW_ALIGNED_LOW:
    return line->is_level ? N_ ("upper edge in line with %s")
                          : N_ ("left edge in line with %s");
  case EW_ALIGNED_HIGH:
    return line->is_level ? N_ ("lower edge in line with %s")
                          : N_ ("right edge in line with %s");
  case EW_ALIGNED_NOT:
    break;
  }
  return NULL;
}

char *
ew_alignment_say (const EwAlignment *alignment, const EwBoard *board,
                  const EwObject *with)
{
  const char *format = format_of (alignment);
  g_autofree char *name = NULL;

  if (!format || !with)
    return NULL;
  name = ew_describe_short (board, with, SHORT);
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, format), name);
}
