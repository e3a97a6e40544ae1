#include "ew-trail.h"

/* More than anybody writes between two syncs. */
#define CHANGES_MAX 4096
#define STEPS_MAX 1024

typedef struct {
  git_oid from, to;
  EwEdit *edit;
} Step;

struct _EwTrail {
  GHashTable *steps; /* by `to`, owned by `order` */
  GQueue order; /* of Step, oldest first */
  guint n_changes;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  ew_edit_unref (step->edit);
  g_free (step);
}

EwTrail *
ew_trail_new (void)
{
  EwTrail *trail = g_new0 (EwTrail, 1);

  trail->steps = g_hash_table_new (ew_oid_hash, ew_oid_equal);
  g_queue_init (&trail->order);
  return trail;
}

void
ew_trail_free (EwTrail *trail)
{
  if (!trail)
    return;
  g_hash_table_unref (trail->steps);
  g_queue_clear_full (&trail->order, step_free);
  g_free (trail);
}

static void
forget_oldest (EwTrail *trail)
{
  Step *step = g_queue_pop_head (&trail->order);

  trail->n_changes -= ew_edit_size (step->edit);
  g_hash_table_remove (trail->steps, &step->to);
  step_free (step);
}

/* A version may come about in several ways; the first one that is known does,
 * and is no circle. */
void
ew_trail_note (EwTrail *trail, const git_oid *from, const git_oid *to,
               EwEdit *edit)
{
  Step *step;

  if (ew_edit_size (edit) > CHANGES_MAX / 4 || git_oid_equal (from, to) ||
      g_hash_table_contains (trail->steps, to))
    return;
  step = g_new (Step, 1);
  *step = (Step){ *from, *to, ew_edit_ref (edit) };
  g_hash_table_insert (trail->steps, &step->to, step);
  g_queue_push_tail (&trail->order, step);
  trail->n_changes += ew_edit_size (edit);
  while (trail->n_changes > CHANGES_MAX || trail->order.length > STEPS_MAX)
    forget_oldest (trail);
}

EwEdit *
ew_trail_find (EwTrail *trail, const git_oid *from, const git_oid *to)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  const git_oid *at = to;
  EwEdit *edit;

  while (!git_oid_equal (at, from)) {
    Step *step = g_hash_table_lookup (trail->steps, at);

    /* Back and forth and back again: the way may go round. */
    if (!step || way->len > trail->order.length)
      return NULL;
    g_ptr_array_add (way, step);
    at = &step->from;
  }
  edit = ew_edit_new ("");
  for (guint i = way->len; i > 0; i--)
    ew_edit_append (edit, ((Step *) way->pdata[i - 1])->edit);
  return edit;
}
