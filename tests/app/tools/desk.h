/* A desk to try tools at: a real workspace in a temporary folder, an open
 * board, a toolbox, and a host that writes down what it was asked. */
#pragma once

#include "ew-kinds.h"
#include "ew-toolbox.h"
#include "ew-verbs.h"

typedef struct {
  char *dir;
  EwSession *session;
  char *board_id;
  EwSelection *selection;
  EwToolbox *toolbox;
  EwPointer pointer; /* where it is, with which keys held */

  /* What the host was asked last; NULL when it was not. */
  char *edited, *opened, *thread, *asked_kind, *failure;
  bool edited_all, has_comment;
  EwPoint panned, asked_at;
  char *comment_object;
  EwCoords comment_spot, comment_point;
} Desk;

/* For g_test_add(): an empty board titled “Desk”. */
void desk_set_up (Desk *desk, gconstpointer data);
void desk_tear_down (Desk *desk, gconstpointer data);

const EwBoard *desk_board (Desk *desk);
/* Returns: (transfer full): the id of a new object with @fields. */
char *desk_add (Desk *desk, const char *kind, EwRect box,
                const char *const *fields);
EwRect desk_box (Desk *desk, const char *id);
const char *desk_get (Desk *desk, const char *id, const char *field);
const EwAnchor *desk_anchor (Desk *desk, const char *id, const char *field);
bool desk_has (Desk *desk, const char *id);
guint desk_size (Desk *desk);
/* The only object that is selected. */
const EwObject *desk_selected (Desk *desk);

/* In board px, at the pointer's scale. */
void desk_press (Desk *desk, double x, double y);
void desk_drag (Desk *desk, double x, double y);
void desk_release (Desk *desk);
void desk_hover (Desk *desk, double x, double y);
void desk_click (Desk *desk, double x, double y);
void desk_double_click (Desk *desk, double x, double y);
/* Press, three steps, release. */
void desk_sweep (Desk *desk, EwPoint from, EwPoint to);

void desk_assert_rect (EwRect is, double x, double y, double w, double h);
