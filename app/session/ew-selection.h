/* The selection: ids of objects on the board that a window shows.
 *
 * Shared by the canvas, the tools and the panels of one window, none of which
 * know each other.  Signal "changed".  Main thread. */
#pragma once

#include "ew-board.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define EW_TYPE_SELECTION (ew_selection_get_type ())
G_DECLARE_FINAL_TYPE (EwSelection, ew_selection, EW, SELECTION, GObject)

EwSelection *ew_selection_new (void);
bool ew_selection_has (EwSelection *selection, const char *id);
guint ew_selection_size (EwSelection *selection);
/* In the order of selecting.  Returns: (transfer container): of char *. */
GPtrArray *ew_selection_ids (EwSelection *selection);
/* The only one, or NULL. */
const char *ew_selection_single (EwSelection *selection);

void ew_selection_clear (EwSelection *selection);
void ew_selection_set_one (EwSelection *selection, const char *id);
/* @ids: of char *. */
void ew_selection_set (EwSelection *selection, GPtrArray *ids);
void ew_selection_toggle (EwSelection *selection, const char *id);
/* Drops what is no longer on @board (NULL: everything). */
void ew_selection_keep_on (EwSelection *selection, const EwBoard *board);

/* Union of the bounding boxes.  */
EwRect ew_selection_box (EwSelection *selection, const EwBoard *board);
/* Returns: (transfer container): const EwObject *, back to front. */
GPtrArray *ew_selection_objects (EwSelection *selection, const EwBoard *board);

G_END_DECLS
