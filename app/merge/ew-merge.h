/* The three-way merge: a teammate's change, undo, and carrying local work onto
 * a new tip are all this one function over the field table.
 *
 * It is symmetric: exchange `ours` and `theirs`, with their times, and the
 * result is equal.  It loses nothing: what cannot be decided is kept as a clash
 * on the object.
 *
 *   changed on one side        that side
 *   value changed differently  the later edit; equal times: the larger text
 *   set                        (A∩B) ∪ (A−base) ∪ (B−base)
 *   map                        per key, recursively
 *   text changed differently   by word (ew-merge-text.h); where both rewrote
 * the same words the later edit is shown, and the text with the other's words
 * is a clash deleted here, edited there the edit wins
 *
 * Pure; any thread. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

/* The sides sit in an array so that code cannot prefer one by accident. */
typedef enum {
  EW_SIDE_OURS,
  EW_SIDE_THEIRS,
  EW_N_SIDES,
} EwSide;

/* When the sides made their changes: author times, seconds since 1970. */
typedef struct {
  gint64 time[EW_N_SIDES];
  /* Asked instead, where the sides disagree, for the change to one member
   * (ew-object-member.h); "" is the object itself.  NULL: it is always `time`.
   */
  gint64 (*of) (const char *member, EwSide side, gpointer data);
  gpointer data;
} EwMergeTimes;

/* All three may be NULL: absent.
 * Returns: (transfer full) (nullable): NULL when it is deleted. */
EwObject *ew_merge_object (const EwObject *base,
                           const EwObject *const sides[EW_N_SIDES],
                           const EwMergeTimes *times);

/* Where an undo or redo meets what happened since: @edit is applied to @board
 * as a three-way merge with `before` as base, so members that others changed
 * meanwhile stay theirs.
 * Returns: (transfer full): the edit to apply, with true `before`s. */
EwEdit *ew_merge_edit (const EwBoard *board, const EwEdit *edit);

/* Work that is in nobody's commit yet, onto a @board that has moved on since it
 * was done: all of it arrives, as the later change, and what both rewrote is a
 * clash.  Returns: (transfer full): the edit to apply, with true `before`s. */
EwEdit *ew_merge_carry (const EwBoard *board, const EwEdit *edit);

/* After objects were merged one by one: whatever the sides did together that
 * neither did alone (a parent circle, an end tied to something deleted), and a
 * board deleted here but edited there, which stays.  @base knows where deleted
 * objects were.  Returns: (transfer full): the edit that mends @merged. */
EwEdit *ew_merge_mend (const EwBoard *merged, const EwBoard *base,
                       const EwBoard *const sides[EW_N_SIDES]);
/* Whether @self, what a board says of itself (NULL: nothing), is deleted. */
bool ew_merge_is_deleted (const EwObject *self);

G_END_DECLS
