/* A canvas in a window, over a desk with a real workspace. */
#pragma once

#include "desk.h"
#include "ew-canvas.h"

typedef struct {
  Desk desk;
  GtkWidget *window;
  EwCanvas *canvas;
} Stage;

void stage_set_up (Stage *stage, gconstpointer data);
void stage_tear_down (Stage *stage, gconstpointer data);
/* Runs the main loop until @is_so says so; fails after a while. */
typedef bool (*StageCondition) (Stage *stage);
void stage_wait (Stage *stage, StageCondition is_so);
/* Until what is queued is drawn. */
void stage_settle (Stage *stage);
