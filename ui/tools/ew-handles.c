#include "ew-handles.h"

#include <math.h>

/* Window px: how near to the outline's line, and to its corners. */
#define EDGE_REACH 4.0
#define CORNER_REACH 7.0
#define SMALLEST_ON_SCREEN 16.0
/* Board px: nothing gets smaller than this by hand. */
#define SMALLEST_BOX 16.0

static const EwHandle corners[] = {
  EW_HANDLE_LEFT | EW_HANDLE_TOP,
  EW_HANDLE_RIGHT | EW_HANDLE_TOP,
  EW_HANDLE_LEFT | EW_HANDLE_BOTTOM,
  EW_HANDLE_RIGHT | EW_HANDLE_BOTTOM,
};

bool
ew_handle_fits (EwRect box, double scale)
{
  return MIN (box.w, box.h) * scale >= SMALLEST_ON_SCREEN;
}

EwPoint
ew_handle_corner (EwRect box, guint index, double scale)
{
  EwRect outline = ew_rect_grow (box, EW_OUTLINE_GAP / scale);
  EwHandle corner = corners[index];

  g_return_val_if_fail (index < G_N_ELEMENTS (corners), ((EwPoint){ 0, 0 }));
  return (EwPoint){
    corner & EW_HANDLE_LEFT ? outline.x : outline.x + outline.w,
    corner & EW_HANDLE_TOP ? outline.y : outline.y + outline.h,
  };
}

static EwHandle
corner_at (EwRect box, EwPoint point, double scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++) {
    EwPoint corner = ew_handle_corner (box, i, scale);
    double away = MAX (fabs (corner.x - point.x), fabs (corner.y - point.y));

    if (away * scale <= CORNER_REACH)
      return corners[i];
  }
  return EW_HANDLE_NONE;
}

static EwHandle
edge_at (EwRect outline, EwPoint point, double reach)
{
  if (!ew_rect_contains (ew_rect_grow (outline, reach), point))
    return EW_HANDLE_NONE;
  if (fabs (point.x - outline.x) <= reach)
    return EW_HANDLE_LEFT;
  if (fabs (point.x - outline.x - outline.w) <= reach)
    return EW_HANDLE_RIGHT;
  if (fabs (point.y - outline.y) <= reach)
    return EW_HANDLE_TOP;
  if (fabs (point.y - outline.y - outline.h) <= reach)
    return EW_HANDLE_BOTTOM;
  return EW_HANDLE_NONE;
}

EwHandle
ew_handle_at (EwRect box, EwPoint point, double scale)
{
  EwHandle corner;

  if (!ew_handle_fits (box, scale))
    return EW_HANDLE_NONE;
  corner = corner_at (box, point, scale);
  if (corner != EW_HANDLE_NONE)
    return corner;
  return edge_at (ew_rect_grow (box, EW_OUTLINE_GAP / scale), point,
                  EDGE_REACH / scale);
}

const char *
ew_handle_cursor (EwHandle handle)
{
  static const char *const names[16] = {
    [EW_HANDLE_LEFT] = "w-resize",
    [EW_HANDLE_RIGHT] = "e-resize",
    [EW_HANDLE_TOP] = "n-resize",
    [EW_HANDLE_BOTTOM] = "s-resize",
    [EW_HANDLE_LEFT | EW_HANDLE_TOP] = "nw-resize",
    [EW_HANDLE_RIGHT | EW_HANDLE_TOP] = "ne-resize",
    [EW_HANDLE_LEFT | EW_HANDLE_BOTTOM] = "sw-resize",
    [EW_HANDLE_RIGHT | EW_HANDLE_BOTTOM] = "se-resize",
  };

  g_return_val_if_fail (handle < G_N_ELEMENTS (names), "default");
  return names[handle] ? names[handle] : "default";
}

static double
on_grid (double value, double grid)
{
  return grid > 0 ? round (value / grid) * grid : value;
}

/* How long one side becomes.  @low and @high say which end follows. */
static double
stretch (double length, double by, int direction, const EwResize *how)
{
  double wanted =
      length + on_grid (by, how->grid) * direction * (how->center ? 2 : 1);

  return MAX (wanted, SMALLEST_BOX);
}

static int
direction (EwHandle handle, EwHandle low, EwHandle high)
{
  return handle & high ? 1 : handle & low ? -1 : 0;
}

static void
keep_ratio (EwRect box, int across, int down, EwRect *result)
{
  double by_width = result->w / box.w, by_height = result->h / box.h;
  double factor = across && down ? MAX (by_width, by_height)
                  : across       ? by_width
                                 : by_height;

  factor = MAX (factor, SMALLEST_BOX / MIN (box.w, box.h));
  result->w = box.w * factor;
  result->h = box.h * factor;
}

/* Where a side of the new @length starts so that what must stay does. */
static double
place (double start, double old, double length, int direction)
{
  if (direction > 0)
    return start;
  if (direction < 0)
    return start + old - length;
  return start + (old - length) / 2;
}

EwRect
ew_handle_drag (EwHandle handle, EwRect box, EwPoint by, const EwResize *how)
{
  int across = direction (handle, EW_HANDLE_LEFT, EW_HANDLE_RIGHT);
  int down = direction (handle, EW_HANDLE_TOP, EW_HANDLE_BOTTOM);
  EwRect result = box;

  g_return_val_if_fail (how != NULL, box);
  if (across)
    result.w = stretch (box.w, by.x, across, how);
  if (down)
    result.h = stretch (box.h, by.y, down, how);
  if (how->ratio)
    keep_ratio (box, across, down, &result);
  result.x = place (box.x, box.w, result.w, how->center ? 0 : across);
  result.y = place (box.y, box.h, result.h, how->center ? 0 : down);
  return result;
}

EwRect
ew_handle_place (EwHandle handle, EwRect box, EwRect resized, EwPoint further,
                 bool center)
{
  int across = direction (handle, EW_HANDLE_LEFT, EW_HANDLE_RIGHT);
  int down = direction (handle, EW_HANDLE_TOP, EW_HANDLE_BOTTOM);
  int both = center ? 2 : 1;

  resized.w = MAX (resized.w + further.x * across * both, SMALLEST_BOX);
  resized.h = MAX (resized.h + further.y * down * both, SMALLEST_BOX);
  resized.x = place (box.x, box.w, resized.w, center ? 0 : across);
  resized.y = place (box.y, box.h, resized.h, center ? 0 : down);
  return resized;
}
