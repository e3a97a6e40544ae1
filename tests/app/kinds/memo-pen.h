/* A pen that draws nothing and remembers what it was asked for. */
#pragma once

#include "ew-pen.h"

typedef struct {
  EwPen pen;
  guint n_fills, n_strokes, n_texts, n_shadows, n_clips, n_turns;
  gsize n_dashes; /* of the last stroke's pattern */
  int clip_depth; /* turns count too */
  EwRect filled; /* around all fills */
  EwRect written; /* logical box of the last text */
  char *text; /* of the last one */
} MemoPen;

void memo_pen_init (MemoPen *memo, double scale);
void memo_pen_clear (MemoPen *memo);
