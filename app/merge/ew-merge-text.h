/* The merge of texts, word by word.
 *
 *   a word of the base    stays only if both sides kept it
 *   what a side inserted  stays; of two insertions at one place the earlier
 *                         edit's comes first, what is the same comes once
 *   the same words        rewritten differently are a clash
 *
 * White space goes with the word after it; changed on both sides, the later
 * edit's counts.  Pure; any thread. */
#pragma once

#include "ew-merge.h"

G_BEGIN_DECLS

typedef struct {
  const char *base, *sides[EW_N_SIDES]; /* UTF-8 */
  EwSide later; /* whose edit came later */
  const char *between; /* two texts that were written where there was none */
} EwTextMerge;

/* @merged: (out) (transfer full): for each side, the text that has its words
 * wherever both rewrote the same ones; elsewhere both are alike.  No clash: two
 * equal texts. */
void ew_merge_text (const EwTextMerge *merge, char *merged[EW_N_SIDES]);

G_END_DECLS
