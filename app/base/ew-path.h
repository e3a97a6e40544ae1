/* A path: what a pen fills or strokes, and what a pointer can hit.
 *
 * Built once, then read.  Coordinates are px.  Any thread, one at a time. */
#pragma once

#include "ew-geometry.h"

G_BEGIN_DECLS

typedef enum {
  EW_PATH_MOVE, /* p[0]                                  */
  EW_PATH_LINE, /* p[0]                                  */
  EW_PATH_CURVE, /* cubic Bézier: p[0] p[1] control, p[2] */
  EW_PATH_CLOSE,
} EwPathVerb;

typedef struct {
  EwPathVerb verb;
  EwPoint p[3];
} EwPathStep;

typedef struct _EwPath EwPath;

EwPath *ew_path_new (void);
EwPath *ew_path_new_rect (EwRect r);
/* @radius is limited to half the shorter side. */
EwPath *ew_path_new_rounded (EwRect r, double radius);
EwPath *ew_path_new_ellipse (EwRect r);
EwPath *ew_path_new_polygon (const EwPoint *points, gsize n);
void ew_path_free (EwPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwPath, ew_path_free)

void ew_path_move (EwPath *path, EwPoint to);
void ew_path_line (EwPath *path, EwPoint to);
void ew_path_curve (EwPath *path, EwPoint c1, EwPoint c2, EwPoint to);
void ew_path_close (EwPath *path);
/* Filled, what its outline goes around twice stays filled: the non-zero rule
 * instead of even-odd. */
void ew_path_set_winding (EwPath *path);
bool ew_path_is_winding (const EwPath *path);

const EwPathStep *ew_path_steps (const EwPath *path, gsize *n);

/* When the path is one rectangle, perhaps rounded, tells which: back ends have
 * quicker ways to draw those. */
bool ew_path_is_rounded_rect (const EwPath *path, EwRect *rect, double *radius);

/* Around all points, control points included: never too small. */
EwRect ew_path_bounds (const EwPath *path);
/* Even-odd, curves flattened. */
bool ew_path_contains (const EwPath *path, EwPoint p);
/* From @p to the nearest point of the outline; G_MAXDOUBLE when empty. */
double ew_path_distance (const EwPath *path, EwPoint p);

G_END_DECLS
