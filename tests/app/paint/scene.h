/* What reference pictures show: for each kind, the objects of its file in
 * tests/data/references, one on a line, painted in every way that counts. */
#pragma once

#include "ew-board.h"
#include "ew-palette.h"

#include <cairo.h>

/* One picture of a scene. */
typedef struct {
  const char *name;
  EwScheme scheme;
  double scale; /* px of the picture per px of the board */
} ScenePanel;

#define SCENE_PANELS 4
extern const ScenePanel scene_panels[SCENE_PANELS];

/* Before the first text is laid out: letters are those of tests/data/fonts,
 * and the machine's own play no part. */
void scene_use_own_fonts (void);

/* "tests/data/references/<kind>.<end>".  Returns: (transfer full). */
char *scene_path (const char *kind, const char *end);
/* Returns: (transfer full). */
EwBoard *scene_board (const char *kind);
/* Painted as an export is.  Returns: (transfer full): an image surface. */
cairo_surface_t *scene_paint (const EwBoard *board, const ScenePanel *panel,
                              const EwPalette *palette);
/* Where @panel stands among the others, on a sheet with all of them; @panel
 * SCENE_PANELS tells the sheet's own size.  In px. */
EwRect scene_place (const EwBoard *board, guint panel);
/* Returns: (transfer full): all of them. */
cairo_surface_t *scene_sheet (const EwBoard *board);
