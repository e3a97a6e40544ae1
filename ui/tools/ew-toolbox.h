/* The toolbox: pointer tools as small state machines.
 *
 * A tool is given EwPointer values and answers with edits, a selection, an
 * overlay painted with the pen, and requests to its host.  It knows no widget,
 * so it is tested without a display.
 *
 * Signal: "tool-changed". */
#pragma once

#include "ew-pen.h"
#include "ew-pointer.h"
#include "ew-selection.h"
#include "ew-session.h"
#include "ew-view.h"

G_BEGIN_DECLS

#define EW_TYPE_TOOLBOX (ew_toolbox_get_type ())
G_DECLARE_FINAL_TYPE (EwToolbox, ew_toolbox, EW, TOOLBOX, GObject)

/* What a tool cannot do itself.  All must be set. */
typedef struct {
  void (*refresh) (gpointer data); /* overlay or cursor      */
  void (*pan) (double dx, double dy, gpointer data); /* window px           */
  void (*edit) (const char *id, bool select_all, gpointer data);
  void (*open) (const char *url, gpointer data); /* a safe URL, pressed    */
  /* A walkthrough that is played here, from @second on. */
  void (*play) (const char *id, gint64 second, gpointer data);
  /* Wants words for a comment about @anchor. */
  void (*comment) (const EwAnchor *anchor, gpointer data);
  void (*show_thread) (const char *id, gpointer data);
  /* Wants a URL for a link card or walkthrough at @at. */
  void (*ask_link) (const char *kind, EwPoint at, gpointer data);
  void (*failed) (const GError *error, gpointer data);
} EwToolHost;

/* For the tool bar, in its order; ends with one without name. */
typedef struct {
  const char *name; /* "select", "hand", "note", …           */
  const char *title; /* N_("Select")                          */
  const char *icon; /* icon name                             */
  const char *shortcut; /* "V"; further ones after a space       */
  int group; /* a gap between groups                  */
  bool in_menu; /* under the one before: shapes          */
} EwToolInfo;
const EwToolInfo *ew_toolbox_tools (void);

EwToolbox *ew_toolbox_new (EwSelection *selection, const EwToolHost *host,
                           gpointer data);
/* The board that tools act on; NULL for none. */
void ew_toolbox_set_board (EwToolbox *toolbox, EwSession *session,
                           const char *board);

const char *ew_toolbox_tool (EwToolbox *toolbox);
void ew_toolbox_set_tool (EwToolbox *toolbox, const char *name);
/* Keeps the tool after it was used once; otherwise "select" comes back. */
void ew_toolbox_set_keep (EwToolbox *toolbox, bool keep);
/* The colour of new notes; also what was last chosen for one. */
void ew_toolbox_set_color (EwToolbox *toolbox, const char *color);
/* What the pen draws with: a stored colour, "" for that of text; px. */
void ew_toolbox_set_pen (EwToolbox *toolbox, const char *color, double width);
/* What moved and resized objects are drawn to; a held Ctrl turns it round. */
typedef enum {
  EW_SNAPPING_NONE = 0,
  EW_SNAPPING_OBJECTS = 1 << 0, /* edges, centres and gaps of neighbours */
  EW_SNAPPING_GRID = 1 << 1, /* multiples of EW_SNAPPING_STEP         */
} EwSnapping;
#define EW_SNAPPING_STEP 24.0 /* px of the board */
void ew_toolbox_set_snapping (EwToolbox *toolbox, EwSnapping snapping);
/* What shows, whenever it changes: neighbours that nobody sees draw nothing,
 * and a drag to the edge of the window scrolls on. */
void ew_toolbox_set_view (EwToolbox *toolbox, const EwView *view);
/* A held Space: the hand, for as long as it is held. */
void ew_toolbox_set_hand (EwToolbox *toolbox, bool held);

void ew_toolbox_press (EwToolbox *toolbox, const EwPointer *pointer);
void ew_toolbox_drag (EwToolbox *toolbox, const EwPointer *pointer);
void ew_toolbox_release (EwToolbox *toolbox, const EwPointer *pointer);
void ew_toolbox_hover (EwToolbox *toolbox, const EwPointer *pointer);
void ew_toolbox_cancel (EwToolbox *toolbox);
/* For the keyboard: uses the tool as a click at @at would; nothing happens when
 * the tool in hand takes no click. */
void ew_toolbox_use (EwToolbox *toolbox, EwPoint at);
bool ew_toolbox_takes_click (EwToolbox *toolbox);
/* Whether selected objects are being moved; @from: (out): where they were
 * taken, px of the board. */
bool ew_toolbox_is_moving (EwToolbox *toolbox, EwPoint *from);
/* Escape: steps back one level (drag, tool, inside of a group, selection).
 * False when there was nothing to step back from. */
bool ew_toolbox_escape (EwToolbox *toolbox);
void ew_toolbox_paint (EwToolbox *toolbox, EwPen *pen);
const char *ew_toolbox_cursor (EwToolbox *toolbox);

G_END_DECLS
