/* The canvas: a board through a viewport.
 *
 * Paints what is visible, turns events into EwPointer values for whoever
 * handles them (the tools), and pans and zooms by itself.  Every object's
 * picture is kept as a render node as long as the object is the same value, so
 * a change repaints its damage alone.
 *
 * Signals:
 *   view-changed ()               pan, zoom, another size
 *   edit-started (GtkTextView *)  the text editor opened
 *   edit-finished ()              the text editor closed
 *   failed (const GError *error)  what was typed could not be applied */
#pragma once

#include "ew-pen.h"
#include "ew-pointer.h"
#include "ew-reading-order.h"
#include "ew-selection.h"
#include "ew-session.h"
#include "ew-verbs-grow.h"
#include "ew-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CANVAS (ew_canvas_get_type ())
G_DECLARE_FINAL_TYPE (EwCanvas, ew_canvas, EW, CANVAS, GtkWidget)

/* Who handles the primary button.  All may be called at any time with a board
 * shown; `data` is the handler's own. */
typedef struct {
  void (*press) (const EwPointer *pointer, gpointer data);
  void (*drag) (const EwPointer *pointer, gpointer data); /* button held */
  void (*release) (const EwPointer *pointer, gpointer data);
  void (*hover) (const EwPointer *pointer, gpointer data); /* none held   */
  void (*cancel) (gpointer data); /* drag broken */
  /* Selection, handles, rubber bands: over everything, in board px; pen->scale
   * says how to keep a constant size on the screen. */
  void (*paint) (EwPen *pen, gpointer data);
  /* A CSS cursor name, never NULL. */
  const char *(*cursor) (gpointer data);
} EwCanvasHandler;

GtkWidget *ew_canvas_new (EwSelection *selection);
void ew_canvas_set_handler (EwCanvas *canvas, const EwCanvasHandler *handler,
                            gpointer data);
/* The pointer is taken for something else: the handler's press is cancelled,
 * and the rest of it ignored. */
void ew_canvas_break_press (EwCanvas *canvas);
/* The overlay or the cursor changed. */
void ew_canvas_refresh (EwCanvas *canvas);

/* Shows an open board of @session, or nothing when @board is NULL.  Remembers
 * the view of each board as long as the program runs; a board seen for the
 * first time is shown whole, at 100 % at most. */
void ew_canvas_show (EwCanvas *canvas, EwSession *session, const char *board);
const char *ew_canvas_board (EwCanvas *canvas);
/* Shows @board, a version that nothing can edit, in place of the open one until
 * NULL is set; the canvas keeps its own snapshot of it. */
void ew_canvas_set_still (EwCanvas *canvas, const EwBoard *board);
/* Returns: (nullable). */
const EwBoard *ew_canvas_still (EwCanvas *canvas);

const EwView *ew_canvas_view (EwCanvas *canvas);
void ew_canvas_set_view (EwCanvas *canvas, EwView view);
void ew_canvas_pan (EwCanvas *canvas, double dx, double dy); /* window px */
void ew_canvas_zoom_to (EwCanvas *canvas, double zoom); /* centre stays */
void ew_canvas_zoom_step (EwCanvas *canvas, int direction);
void ew_canvas_fit_all (EwCanvas *canvas);
void ew_canvas_fit_selection (EwCanvas *canvas);
/* Pans just far enough that @id can be seen. */
void ew_canvas_reveal (EwCanvas *canvas, const char *id);
/* Where the pin @id shows, px of the canvas. */
EwRect ew_canvas_pin_rect (EwCanvas *canvas, const char *id);
/* When @id shows as one with other pins, goes so near that they come apart.
 * False when it shows alone. */
bool ew_canvas_open_cluster (EwCanvas *canvas, const char *id);
/* Where a new object goes when there is no pointer: the middle of what shows,
 * or where the pointer last was when it is over the canvas. */
EwPoint ew_canvas_place (EwCanvas *canvas);
/* In px of the canvas widget, empty when nothing is selected. */
EwRect ew_canvas_selection_rect (EwCanvas *canvas);

/* Opens the text of @id for typing, in place.  @select_all for a new object's
 * text or F2.  False when it has none.  Every burst of typing is one gesture.
 */
bool ew_canvas_edit (EwCanvas *canvas, const char *id, bool select_all);
/* Makes the next object beside @id, or a branch of it, selects it and opens it
 * for typing.  False when nothing grows from @id. */
bool ew_canvas_grow (EwCanvas *canvas, const char *id, EwGrow how);
bool ew_canvas_is_editing (EwCanvas *canvas);
void ew_canvas_stop_editing (EwCanvas *canvas);
void ew_canvas_set_grid (EwCanvas *canvas, bool grid);
/* Whether words are checked while they are typed. */
void ew_canvas_set_spelling (EwCanvas *canvas, bool checked);
/* Whether notes say who wrote them, and when. */
void ew_canvas_set_authors (EwCanvas *canvas, bool shown);

/* Objects near the view have a child each that stands in for them before the
 * keyboard and assistive technology; see ew-stand-ins.h.  Giving one the focus
 * selects its object, and a screen reader says it.  False when @id is not on
 * the board. */
bool ew_canvas_focus (EwCanvas *canvas, const char *id);
/* The object with the focus.  Returns: (nullable): NULL: the canvas itself, or
 * something else. */
const char *ew_canvas_focused (EwCanvas *canvas);
/* The board as it is now, in order; valid until the next edit. */
const EwReadingOrder *ew_canvas_order (EwCanvas *canvas);

/* Tints objects for a moment, as what a teammate just changed.  @ids: of char
 * *.
 */
void ew_canvas_tint (EwCanvas *canvas, GPtrArray *ids);

/* Tints faintly what is new, until it is told otherwise or another board is
 * shown.  @ids: of char *, or NULL: nothing. */
void ew_canvas_tint_new (EwCanvas *canvas, GPtrArray *ids);

/* For those who work on the canvas, see ew-debug.h. */
void ew_canvas_toggle_debug (EwCanvas *canvas);
/* Returns: (transfer full) (nullable): what it says; NULL while hidden. */
char *ew_canvas_debug_text (EwCanvas *canvas);

G_END_DECLS
