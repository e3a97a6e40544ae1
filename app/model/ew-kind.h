/* What a kind of object is: one table entry, one file in app/kinds.
 *
 * Nothing outside app/kinds asks whether an object *is* a note; it asks what
 * the kind says about itself here. */
#pragma once

#include "ew-field.h"

G_BEGIN_DECLS

typedef struct _EwBoard EwBoard;
typedef struct _EwKind EwKind;
typedef struct _EwObject EwObject;
typedef struct _EwPen EwPen;
typedef struct _EwTextSpot EwTextSpot; /* ew-text-fit.h */

typedef enum {
  EW_KIND_NONE = 0,
  EW_KIND_BOX = 1 << 0, /* has pos and size; can be moved, resized    */
  EW_KIND_CONTAINER = 1 << 1, /* owns what is dropped into it               */
  EW_KIND_LINE = 1 << 2, /* is drawn by dragging from one end to the
                            other; has `from` and `to` anchors         */
  EW_KIND_PIN = 1 << 3, /* has an `anchor`, keeps one size on screen  */
  EW_KIND_META = 1 << 4, /* never on the canvas: the board's own entry */
  EW_KIND_HOLLOW = 1 << 5, /* pressed inside, it lets the press through  */
  EW_KIND_GROWS = 1 << 6, /* its box follows its text                   */
  EW_KIND_TURNS = 1 << 7, /* has an `angle`, around its box's centre    */
  EW_KIND_RATIO = 1 << 8, /* is resized in its proportions unless asked */
} EwKindFlags;

/* What is painted first: the layer decides, then the order key, then the id. */
typedef enum {
  EW_LAYER_FRAMES,
  EW_LAYER_OBJECTS,
  EW_LAYER_PINS,
} EwLayer;

struct _EwKind {
  const char *name; /* "note": the JSON word; never changes         */
  const char *title; /* N_("Sticky Note"): toolbar, menu, undo label */
  const char *(*count) (guint n); /* "%u notes", translated, to be filled in */
  const char *icon; /* icon name                                    */
  const char *shortcut; /* the key of its tool, or NULL                 */
  EwKindFlags flags;
  EwLayer layer;
  EwRecordType type; /* the struct begins with EwObject              */
  const char *text; /* the member that is edited in place, or NULL  */
  const char *link; /* the member that holds a URL, or NULL         */
  EwPoint size; /* of a new one, px                             */

  /* Draws the object where it stands, in board px, inside bounds().  Must be
   * quick, and must not change anything. */
  void (*paint) (const EwObject *object, const EwBoard *board, EwPen *pen);

  /* NULL: the point is inside the box. */
  bool (*hit) (const EwObject *object, const EwBoard *board, EwPoint point,
               double slop);
  /* All that paint() may touch.  NULL: the box with room for a shadow. */
  EwRect (*bounds) (const EwObject *object, const EwBoard *board);
  /* Where a line begins and ends as it is drawn; NULL when it is none. */
  void (*ends) (const EwObject *object, const EwBoard *board, EwPoint ends[2]);
  /* Where `text` is edited in place; NULL when it is not. */
  void (*text_spot) (const EwObject *object, const EwBoard *board,
                     EwTextSpot *spot);
  /* What it says, for search and people who cannot see it; never empty.
   * NULL: the text member, else the title.  Returns: (transfer full). */
  char *(*to_text) (const EwObject *object);
  /* Made from a typed or pasted text instead of by hand, or NULL: sets what
   * follows from it (a walkthrough's title from its link). */
  void (*from_link) (EwObject *object, const char *url);
};

/* Room around a box for the shadow that most kinds draw, px. */
#define EW_SHADOW_MARGIN 12.0

bool ew_kind_has (const EwKind *kind, EwKindFlags flag);
const EwField *ew_kind_find_field (const EwKind *kind, const char *name);

G_END_DECLS
