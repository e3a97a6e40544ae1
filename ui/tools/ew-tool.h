/* What the toolbox and its tools share; private to this room.
 *
 * A tool is a constant table of functions.  What happens between a press and
 * its release lives in one EwPress, which the toolbox makes at the press and
 * clears after the release, so that no tool can be left in the middle of
 * something.
 *
 * The select tool does different things with a drag; each is an EwDrag in a
 * file of its own. */
#pragma once

#include "ew-grip.h"
#include "ew-snap.h"
#include "ew-toolbox.h"

#include "ew-verbs.h"

G_BEGIN_DECLS

/* A pointer that moved less than this since the press has not moved, window
 * px: hands tremble. */
#define EW_DRAG_THRESHOLD 4.0
/* How near is near enough to a thin line, window px. */
#define EW_PICK_SLOP 5.0

/* What moving the pointer does once the select tool's press became a drag. */
typedef struct {
  void (*start) (EwToolbox *toolbox); /* may be NULL */
  void (*drag) (EwToolbox *toolbox);
  void (*drop) (EwToolbox *toolbox); /* may be NULL */
  void (*paint) (EwToolbox *toolbox, EwPen *pen); /* may be NULL */
  const char *(*cursor) (EwToolbox *toolbox);
} EwDrag;
extern const EwDrag ew_drag_move, ew_drag_resize, ew_drag_turn, ew_drag_end,
    ew_drag_connect, ew_drag_marquee;

typedef struct {
  EwPointer start, now;
  bool moved; /* went beyond the threshold, be it once */
  bool broken; /* an edit failed; the rest of the press is ignored */
  guint gesture; /* of this press's edits, 0 before the first */
  char *target; /* id under the start, or NULL */
  bool was_selected; /* the target, before the press */

  const EwDrag *drag;
  EwGrip grip; /* what of the selection's marks is held, or none */
  EwRect box; /* move, resize: around what is moved, as it was */
  GPtrArray *originals; /* resize, turn: of EwObject, as they were */
  GPtrArray *ids; /* what moves; for a marquee, what was selected */
  EwPoint applied; /* move: how far the objects already are */
  EwSnap *snap; /* move, resize: the neighbours */
  GArray *marks; /* of EwSnapMark: what it snapped to, or NULL */
  GArray *stroke; /* pen: of EwInkPoint, as drawn so far */
} EwPress;

typedef struct {
  EwToolInfo info;
  const char *kind; /* what it makes, or NULL */
  const char *shape; /* which of the shapes, or NULL */
  bool colored; /* a new one has the toolbox's colour */
  bool by_click; /* a click alone is enough */
  bool pans; /* moves the view itself, so it never scrolls */
  void (*press) (EwToolbox *toolbox); /* these may be NULL */
  void (*drag) (EwToolbox *toolbox);
  void (*release) (EwToolbox *toolbox);
  void (*hover) (EwToolbox *toolbox, const EwPointer *pointer);
  void (*paint) (EwToolbox *toolbox, EwPen *pen);
  const char *(*cursor) (EwToolbox *toolbox);
} EwTool;

/* The table, in the order of the tool bar; ends with one without a name. */
extern const EwTool ew_tools[];
/* Returns: (nullable). */
const EwTool *ew_tool_find (const char *name);

/* The functions of the tools that the table names. */
void ew_select_tool_press (EwToolbox *toolbox);
void ew_select_tool_drag (EwToolbox *toolbox);
void ew_select_tool_release (EwToolbox *toolbox);
void ew_select_tool_hover (EwToolbox *toolbox, const EwPointer *pointer);
void ew_select_tool_paint (EwToolbox *toolbox, EwPen *pen);
const char *ew_select_tool_cursor (EwToolbox *toolbox);
void ew_hand_tool_drag (EwToolbox *toolbox);
const char *ew_hand_tool_cursor (EwToolbox *toolbox);
void ew_box_tool_drag (EwToolbox *toolbox);
void ew_box_tool_release (EwToolbox *toolbox);
void ew_box_tool_paint (EwToolbox *toolbox, EwPen *pen);
void ew_line_tool_press (EwToolbox *toolbox);
void ew_line_tool_drag (EwToolbox *toolbox);
void ew_line_tool_release (EwToolbox *toolbox);
void ew_line_tool_hover (EwToolbox *toolbox, const EwPointer *pointer);
void ew_line_tool_paint (EwToolbox *toolbox, EwPen *pen);
void ew_comment_tool_release (EwToolbox *toolbox);
void ew_comment_tool_hover (EwToolbox *toolbox, const EwPointer *pointer);
void ew_comment_tool_paint (EwToolbox *toolbox, EwPen *pen);
void ew_link_tool_release (EwToolbox *toolbox);
void ew_laser_tool_follow (EwToolbox *toolbox);
void ew_laser_tool_hover (EwToolbox *toolbox, const EwPointer *pointer);
void ew_laser_tool_paint (EwToolbox *toolbox, EwPen *pen);
const char *ew_laser_tool_cursor (EwToolbox *toolbox);
/* The trail goes out. */
void ew_laser_tool_end (EwToolbox *toolbox);
void ew_ink_tool_press (EwToolbox *toolbox);
void ew_ink_tool_drag (EwToolbox *toolbox);
void ew_ink_tool_release (EwToolbox *toolbox);
void ew_ink_tool_paint (EwToolbox *toolbox, EwPen *pen);
void ew_eraser_tool_press (EwToolbox *toolbox);
void ew_eraser_tool_drag (EwToolbox *toolbox);
void ew_eraser_tool_hover (EwToolbox *toolbox, const EwPointer *pointer);
void ew_eraser_tool_paint (EwToolbox *toolbox, EwPen *pen);
const char *ew_tool_cursor_crosshair (EwToolbox *toolbox);
const char *ew_tool_cursor_text (EwToolbox *toolbox);
const char *ew_tool_cursor_pointer (EwToolbox *toolbox);

struct _EwToolbox {
  GObject parent_instance;

  EwSelection *selection;
  const EwToolHost *host;
  gpointer data; /* the host's own */

  EwSession *session;
  char *board_id;

  const EwTool *tool; /* the chosen one */
  const EwTool *last_shape; /* what "shape" makes */
  bool keep, hand;
  char *color;
  char *pen_color; /* of the next stroke */
  double pen_width; /* px */
  EwSnapping snapping;
  EwView view; /* what shows; of no size when nobody said */
  char *entered; /* the group inside which one selects, or NULL */
  GArray *laser; /* of EwLaserPoint, `age` being when: monotonic ms; or NULL */
  guint laser_fade; /* timeout while a trail fades, or 0 */
  guint scroll; /* the timeout while a drag is at the edge, or 0 */

  const EwTool *active; /* of the press that is going on, or NULL */
  EwPress press;

  char *hovered; /* id that the tool would act on, or NULL */
  bool near; /* select tool: about the only selected object */
  const char *cursor; /* of the select tool, by what it hovers */
};

/* The tool that a press would go to: the hand while Space is held. */
const EwTool *ew_toolbox_current (EwToolbox *toolbox);
/* Returns: (nullable): the board as it is now; never keep it over an edit. */
const EwBoard *ew_toolbox_board (EwToolbox *toolbox);
/* Also while there is none. */
bool ew_toolbox_is_read_only (EwToolbox *toolbox);
/* Applies @edit as a part of this press's gesture.  When that fails the host is
 * told, the press is broken and nothing more of it is tried. */
bool ew_toolbox_apply (EwToolbox *toolbox, EwEdit *edit);
/* The front-most object under @pointer.  Returns: (nullable). */
const EwObject *ew_toolbox_pick (EwToolbox *toolbox, const EwPointer *pointer);
/* The same, where a connector or a comment can be tied: a container's inside
 * counts as well.  Returns: (nullable). */
const EwObject *ew_toolbox_pick_tie (EwToolbox *toolbox,
                                     const EwPointer *pointer);
/* Remembers what is hovered and repaints when it is another. */
void ew_toolbox_set_hovered (EwToolbox *toolbox, const char *id);
/* Selects @id with its group, or alone inside the group that was entered. */
void ew_toolbox_select (EwToolbox *toolbox, const EwObject *object);
/* Adds it to the selection or takes it out, with its group. */
void ew_toolbox_toggle (EwToolbox *toolbox, const EwObject *object);
/* Around those selected boxes that can be changed; empty when there is none. */
EwRect ew_toolbox_selection_box (EwToolbox *toolbox);
/* A new object like @from, tied to it, at @at, ready to be typed into. */
void ew_toolbox_branch (EwToolbox *toolbox, const EwObject *from, EwPoint at);
/* Where a line's end at @pointer would be tied: to the object there (by itself;
 * near the middle of a side to that; with Ctrl to that very spot), else to the
 * point.  `object` belongs to the board. */
EwAnchor ew_toolbox_tie (EwToolbox *toolbox, const EwPointer *pointer);

/* Looks around for what @box, with @moving (ids) left out, can snap to. */
void ew_toolbox_snap_begin (EwToolbox *toolbox, GPtrArray *moving);
/* How much further the @sides of @box go, and remembers why. */
EwPoint ew_toolbox_snap (EwToolbox *toolbox, EwRect box, EwHandle sides);
void ew_overlay_snap (EwToolbox *toolbox, EwPen *pen);

/* Begins or ends to scroll, by where the pointer is. */
void ew_toolbox_scroll_follow (EwToolbox *toolbox);
void ew_toolbox_scroll_stop (EwToolbox *toolbox);
/* One step, as the timeout makes it.  False when it is over. */
bool ew_toolbox_scroll_step (EwToolbox *toolbox);

/* Where the press began to where it is, px of the board. */
EwPoint ew_toolbox_dragged (EwToolbox *toolbox);
/* The tool was used once. */
void ew_toolbox_done (EwToolbox *toolbox);
void ew_toolbox_refresh (EwToolbox *toolbox);
/* Makes an object of @kind at @at, or filling @box, selects it and opens its
 * text.  @shape may be NULL. */
void ew_toolbox_create (EwToolbox *toolbox, const EwTool *tool, EwPoint at,
                        EwRect box);

/* The outline of a selected or hovered object, by what its kind is. */
void ew_overlay_outline (EwPen *pen, const EwBoard *board,
                         const EwObject *object);
/* An area that is being drawn or swept. */
void ew_overlay_area (EwPen *pen, EwRect area);
void ew_overlay_selection (EwToolbox *toolbox, EwPen *pen);
/* A line that is being drawn, and a dot of 4 window px times @size. */
void ew_overlay_band (EwPen *pen, EwPoint from, EwPoint to);
void ew_overlay_dot (EwPen *pen, EwPoint at, double size);

G_END_DECLS
