/* A board: objects in the order they are painted.
 *
 * The live board belongs to the session and to the main thread; all others hold
 * a `const EwBoard *` and never keep it over a return to the main loop.  Give a
 * worker ew_board_snapshot(): values are shared, so it costs one pointer each.
 *
 * The board's own title and dates are an object too, with the id EW_BOARD_SELF
 * and a kind with EW_KIND_META: renaming a board is an edit like any other. */
#pragma once

#include "ew-edit.h"

G_BEGIN_DECLS

#define EW_BOARD_SELF "board"

/* What an applied edit did: whose ids (with everything tied to them) and where.
 * Valid during the call that hands it over. */
typedef struct {
  GPtrArray *ids; /* of char *: changed objects and those that follow them */
  EwRect damage; /* px: old and new places, empty when nothing shows      */
} EwNotice;

void ew_notice_free (EwNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwNotice, ew_notice_free)

EwBoard *ew_board_new (const char *id);
/* Takes every object of @objects at once: much quicker than an edit.  Of two
 * with one id the first stays. */
EwBoard *ew_board_new_with (const char *id, GPtrArray *objects);
EwBoard *ew_board_snapshot (const EwBoard *board);
EwBoard *ew_board_ref (EwBoard *board);
void ew_board_unref (EwBoard *board);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwBoard, ew_board_unref)

const char *ew_board_id (const EwBoard *board);
/* "" when it has none. */
const char *ew_board_title (const EwBoard *board);
/* Returns: (nullable): the board's own entry. */
const EwObject *ew_board_self (const EwBoard *board);

/* On the canvas, back to front; the board's own entry is not among them. */
guint ew_board_size (const EwBoard *board);
const EwObject *ew_board_at (const EwBoard *board, guint index);
/* Paint order: layer, then order key, then id; as strcmp() does. */
int ew_board_compare (const EwObject *a, const EwObject *b);
/* The bounds of the object at @index, kept, so scanning them is quick. */
EwRect ew_board_bounds_at (const EwBoard *board, guint index);
/* Appends the indices of all whose bounds meet @area, back to front, to @found
 * (of guint). */
void ew_board_find_in (const EwBoard *board, EwRect area, GArray *found);
/* Takes out of @found (of guint, back to front) what lies exactly under two
 * dozen others of the same bounds: nobody can see it, and to draw a thousand
 * sheets on each other takes seconds. */
void ew_board_drop_buried (const EwBoard *board, GArray *found);
/* Around everything; empty on an empty board. */
EwRect ew_board_extent (const EwBoard *board);

/* Returns: (nullable): also finds EW_BOARD_SELF. */
const EwObject *ew_board_get (const EwBoard *board, const char *id);

/* The front-most object under @point, with @slop px of the board around thin
 * ones.  @scale is the zoom: pins keep one size on the screen, and are hit as
 * large as they show.  Returns: (nullable). */
const EwObject *ew_board_pick (const EwBoard *board, EwPoint point, double slop,
                               double scale);
/* Whose bounding box lies in @area: whole, or any part of it with @touching.
 * Returns: (transfer container): of const EwObject *, back to front. */
GPtrArray *ew_board_pick_area (const EwBoard *board, EwRect area,
                               bool touching);
/* The smallest container under @point that is not in @except (a set of ids,
 * or NULL).  Returns: (nullable). */
const EwObject *ew_board_container_at (const EwBoard *board, EwPoint point,
                                       GHashTable *except);
/* Whose parent is @id, back to front.  Returns: (transfer container). */
GPtrArray *ew_board_children (const EwBoard *board, const char *id);
/* Objects tied to @id by an anchor.  Returns: (transfer container). */
GPtrArray *ew_board_tied_to (const EwBoard *board, const char *id);
/* The order key in front of everything on @layer. */
char *ew_board_front_key (const EwBoard *board, EwLayer layer);
char *ew_board_back_key (const EwBoard *board, EwLayer layer);

/* Where an anchor is now, px.  A dangling one lies at its `point`. */
EwPoint ew_board_anchor_point (const EwBoard *board, const EwAnchor *anchor);
/* The box of the object it is tied to, or an empty one at its point. */
EwRect ew_board_anchor_box (const EwBoard *board, const EwAnchor *anchor);

/* Puts `after` of every change in place; `before` is not looked at.
 * Returns: (transfer full). */
EwNotice *ew_board_apply (EwBoard *board, const EwEdit *edit);

/* What makes this board that one.  Returns: (transfer full). */
EwEdit *ew_board_diff (const EwBoard *from, const EwBoard *to);

/* The edit that removes @ids and leaves nothing broken: anchors tied to them
 * become points, children of a removed frame go to its parent.
 * Returns: (transfer full). */
EwEdit *ew_board_remove (const EwBoard *board, GPtrArray *ids,
                         const char *label);
/* Broken references: parents that are missing, no container, or go round in a
 * circle; anchors tied to nothing.  @report is called with a sentence for each
 * (may be NULL); @places, a second board or NULL, knows where vanished objects
 * were.  Returns: (transfer full): the edit that mends them, maybe empty. */
typedef void (*EwBoardReport) (const EwObject *object, const char *sentence,
                               gpointer data);
EwEdit *ew_board_mend (const EwBoard *board, const EwBoard *places,
                       EwBoardReport report, gpointer data);

G_END_DECLS
