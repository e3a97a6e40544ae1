/* A board, or a part of it, as the bytes of a picture.
 *
 * Any thread; the board must be a snapshot.  Takes its time, so not on the main
 * thread. */
#pragma once

#include "ew-board.h"
#include "ew-cairo-pen.h"

G_BEGIN_DECLS

#define EW_EXPORT_ERROR (ew_export_error_quark ())
GQuark ew_export_error_quark (void);
typedef enum {
  EW_EXPORT_ERROR_SIZE, /* nobody could open a picture so large */
  EW_EXPORT_ERROR_FAILED,
} EwExportError;

typedef struct {
  const EwBoard *board;
  EwRect area; /* px of the board; not empty */
  const EwPalette *palette;
  /* Where pictures on the board come from; all zero: they are drawn as their
   * words.  Asked from any thread, but only from one at a time. */
  EwCairoImages images;
} EwExport;

/* The whole of @board, on its canvas, in light colours. */
EwExport ew_export_all (const EwBoard *board);

/* @width: px; the height follows.  Painted by as many threads as there are
 * processors.  Returns: (transfer full) (nullable). */
GBytes *ew_export_png (const EwExport *export, int width, GError **error);
/* One px of the board is one px of the picture.  Text is text: it can be
 * selected and searched.  Returns: (transfer full). */
GBytes *ew_export_svg (const EwExport *export);

G_END_DECLS
