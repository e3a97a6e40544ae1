#include "ew-history.h"

#include <string.h>

typedef struct {
  char *board;
  EwEdit *edit;
  guint gesture;
} Step;

struct _EwHistory {
  GPtrArray *done, *undone; /* of Step, oldest first */
};

static void
step_free (Step *step)
{
  g_free (step->board);
  ew_edit_unref (step->edit);
  g_free (step);
}

EwHistory *
ew_history_new (void)
{
  EwHistory *history = g_new (EwHistory, 1);
  history->done = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  history->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return history;
}

void
ew_history_free (EwHistory *history)
{
  if (history == NULL)
    return;
  g_ptr_array_unref (history->done);
  g_ptr_array_unref (history->undone);
  g_free (history);
}

/* The index of the latest step of @board, or -1. */
static int
find_last (GPtrArray *steps, const char *board)
{
  for (guint i = steps->len; i > 0; i--) {
    const Step *step = g_ptr_array_index (steps, i - 1);
    if (strcmp (step->board, board) == 0)
      return (int) i - 1;
  }
  return -1;
}

static Step *
last_of (GPtrArray *steps, const char *board)
{
  int index = find_last (steps, board);
  return index < 0 ? NULL : g_ptr_array_index (steps, (guint) index);
}

static void
forget_all (GPtrArray *steps, const char *board)
{
  for (int i; (i = find_last (steps, board)) >= 0;)
    g_ptr_array_remove_index (steps, (guint) i);
}

void
ew_history_add (EwHistory *history, const char *board, EwEdit *edit,
                guint gesture)
{
  forget_all (history->undone, board);

  Step *last = last_of (history->done, board);
  if (gesture != 0 && last && last->gesture == gesture) {
    ew_edit_append (last->edit, edit);
    return;
  }
  Step *step = g_new (Step, 1);
  step->board = g_strdup (board);
  step->gesture = gesture;
  /* A copy: later edits of the gesture are added to it. */
  step->edit = ew_edit_new (ew_edit_label (edit));
  ew_edit_append (step->edit, edit);
  g_ptr_array_add (history->done, step);
}

const EwEdit *
ew_history_peek_undo (const EwHistory *history, const char *board)
{
  const Step *step = last_of (history->done, board);
  return step ? step->edit : NULL;
}

const EwEdit *
ew_history_peek_redo (const EwHistory *history, const char *board)
{
  const Step *step = last_of (history->undone, board);
  return step ? step->edit : NULL;
}

/* Moves the latest step of @board from one side to the other. */
static const EwEdit *
move_last (GPtrArray *from, GPtrArray *to, const char *board)
{
  int index = find_last (from, board);
  if (index < 0)
    return NULL;
  Step *step = g_ptr_array_steal_index (from, (guint) index);
  step->gesture = 0; /* typing on does not continue what was taken back */
  g_ptr_array_add (to, step);
  return step->edit;
}

EwEdit *
ew_history_undo (EwHistory *history, const char *board)
{
  const EwEdit *edit = move_last (history->done, history->undone, board);
  return edit ? ew_edit_invert (edit) : NULL;
}

EwEdit *
ew_history_redo (EwHistory *history, const char *board)
{
  const EwEdit *edit = move_last (history->undone, history->done, board);
  return edit ? ew_edit_ref ((EwEdit *) edit) : NULL;
}

EwEdit *
ew_history_cancel (EwHistory *history, const char *board, guint gesture)
{
  int index = find_last (history->done, board);
  if (index < 0 || gesture == 0)
    return NULL;
  const Step *step = g_ptr_array_index (history->done, (guint) index);
  if (step->gesture != gesture)
    return NULL;
  EwEdit *inverse = ew_edit_invert (step->edit);
  g_ptr_array_remove_index (history->done, (guint) index);
  return inverse;
}
