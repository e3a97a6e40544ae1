/* What people do to let a board grow without the mouse: a brainstorm note after
 * note, a mind map branch after branch; see ew-verbs.h.
 *
 * Each returns the edit (transfer full), empty when @id cannot be grown from.
 * A new object is like the one it grows from (kind, size, colour), without its
 * words, in front, and belongs to the frame it lies on.
 * @added: (out) (transfer full) (nullable): its id. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* Px between an object and what is put beside it. */
#define EW_GROW_GAP 24.0
/* … and between an object and its branches, where a line is to be seen. */
#define EW_BRANCH_GAP 88.0

typedef enum {
  EW_SIDE_RIGHT,
  EW_SIDE_BELOW,
  EW_SIDE_LEFT,
  EW_SIDE_ABOVE,
} EwSide;

/* Whether it is a box with words, and no frame. */
bool ew_object_can_grow (const EwObject *object);

/* The next one, in the nearest free place on that side. */
EwEdit *ew_verb_add_beside (const EwBoard *board, const char *id, EwSide side,
                            char **added);
/* One more to the right, below those that are there, with a line to it. */
EwEdit *ew_verb_add_child (const EwBoard *board, const char *id, char **added);
/* The next one below, with a line from where the line to @id comes from. */
EwEdit *ew_verb_add_sibling (const EwBoard *board, const char *id,
                             char **added);

/* All of them by one name, for keys. */
typedef enum {
  EW_GROW_RIGHT,
  EW_GROW_BELOW,
  EW_GROW_LEFT,
  EW_GROW_ABOVE,
  EW_GROW_CHILD,
  EW_GROW_SIBLING,
} EwGrow;
EwEdit *ew_verb_grow (const EwBoard *board, const char *id, EwGrow how,
                      char **added);

G_END_DECLS
