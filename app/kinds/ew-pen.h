/* The pen: the one brush that every kind paints with.
 *
 * Three back ends draw for it: cairo (app/paint: thumbnails, pictures, tests),
 * SVG (app/paint: exports) and GtkSnapshot (ui/canvas: the screen).  A kind's
 * paint() sees only this, so the screen and an export cannot differ.
 *
 * All lengths are board px.  A back end fills in an EwPen at the head of its
 * own struct.  One thread at a time. */
#pragma once

#include "ew-palette.h"
#include "ew-path.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _EwPen EwPen;
typedef struct _EwObject EwObject;
typedef struct _EwTextLines EwTextLines; /* see ew-text-lines.h */

typedef struct {
  void (*fill) (EwPen *pen, const EwPath *path, EwColor color);
  void (*stroke) (EwPen *pen, const EwPath *path, EwColor color, double width,
                  const double *dashes, gsize n_dashes);
  /* @layout with its top left at @at. */
  void (*text) (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color);
  /* The soft shadow of a rounded box that floats a little above the board. */
  void (*shadow) (EwPen *pen, EwRect rect, double radius, EwColor color);
  void (*push_clip) (EwPen *pen, EwRect rect, double radius);
  void (*pop_clip) (EwPen *pen);
  /* What follows is turned clockwise around @center. */
  void (*push_turn) (EwPen *pen, EwPoint center, double degrees);
  void (*pop_turn) (EwPen *pen);
  /* Optional; see ew_pen_image(). */
  bool (*image) (EwPen *pen, const char *asset, EwRect rect,
                 const char **reason);
  /* Optional: as fill, of a rounded rectangle that needs no path. */
  void (*box) (EwPen *pen, EwRect rect, double radius, EwColor color);
  /* Optional: takes words as words, without the glyphs of a layout. */
  void (*lines) (EwPen *pen, const EwTextLines *lines, EwColor color);
} EwPenClass;

struct _EwPen {
  const EwPenClass *class;
  const EwPalette *palette;
  PangoContext *pango; /* unscaled: one px of board is one px of layout */
  double scale; /* output px per board px, at about this zoom     */

  /* Who wrote an object, where somebody wants to see it; else NULL. */
  const char *(*author) (const EwObject *object, gpointer data);
  gpointer author_data;
  /* The address of who looks, whose own reactions stand out; NULL: nobody. */
  const char *me;
};

/* Text smaller than this many output px is drawn as bars, not letters. */
#define EW_PEN_READABLE 3.0
/* Output px per board px: from further away a shadow is but a faint line. */
#define EW_PEN_SHADED 0.4

/* Returns: (nullable): what to write of @object's author. */
const char *ew_pen_author (const EwPen *pen, const EwObject *object);
bool ew_pen_is_readable (const EwPen *pen, double font_px);
/* Whether corners of @radius are too small to be seen as round. */
bool ew_pen_is_sharp (const EwPen *pen, double radius);

void ew_pen_fill (EwPen *pen, const EwPath *path, EwColor color);
void ew_pen_fill_rect (EwPen *pen, EwRect rect, double radius, EwColor color);
void ew_pen_stroke (EwPen *pen, const EwPath *path, EwColor color,
                    double width);
void ew_pen_stroke_dashed (EwPen *pen, const EwPath *path, EwColor color,
                           double width, double dash);
void ew_pen_stroke_rect (EwPen *pen, EwRect rect, double radius, EwColor color,
                         double width);
void ew_pen_text (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color);
void ew_pen_shadow (EwPen *pen, EwRect rect, double radius);
void ew_pen_push_clip (EwPen *pen, EwRect rect, double radius);
void ew_pen_pop_clip (EwPen *pen);
/* Clips and turns are popped in the opposite order of their pushing. */
void ew_pen_push_turn (EwPen *pen, EwPoint center, double degrees);
void ew_pen_pop_turn (EwPen *pen);
/* The picture that is stored as @asset, stretched over @rect.  False when there
 * is none to draw, and the kind draws what stands for it: @reason (out) is a
 * sentence for people when there never will be one, NULL while it is being made
 * ready and will be asked for again. */
bool ew_pen_image (EwPen *pen, const char *asset, EwRect rect,
                   const char **reason);

G_END_DECLS
