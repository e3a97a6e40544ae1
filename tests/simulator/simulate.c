/* People who edit one board at different times, in memory.
 *
 * Each has a line of commits, works on or goes offline, syncs when it pleases
 * chance, crashes between any two steps of a sync, or merges and rebases with
 * plain git.  In the end all meet, and must have the same board with everything
 * on it. */
#include "ew-object-member.h"
#include "ew-merge.h"
#include "sim-edit.h"
#include "sim-main.h"

#define PEOPLE_MAX 16

typedef struct Commit Commit;
struct Commit {
  Commit *parents[2]; /* NULL: none */
  EwBoard *board;
  gint64 time;
  guint serial; /* larger than its parents' */
};

typedef struct {
  Commit *tip, *synced; /* what the remote had when we last looked */
  EwBoard *board; /* with what is in no commit yet */
} Person;

typedef struct {
  GRand *chance;
  SimLedger *ledger;
  GPtrArray *commits; /* all there are */
  Person people[PEOPLE_MAX];
  guint n_people;
  Commit *remote;
  gint64 now;
} World;

static bool
one_in (World *world, int n)
{
  return g_rand_int_range (world->chance, 0, n) == 0;
}

/* --- History -------------------------------------------------------------- */

static Commit *
add_commit (World *world, const EwBoard *board, Commit *parent, gint64 time)
{
  Commit *commit = g_new0 (Commit, 1);

  commit->board = ew_board_snapshot (board);
  commit->parents[0] = parent;
  commit->time = time;
  commit->serial = world->commits->len;
  g_ptr_array_add (world->commits, commit);
  return commit;
}

static void
commit_free (gpointer data)
{
  Commit *commit = data;

  ew_board_unref (commit->board);
  g_free (commit);
}

static void
add_ancestors (GHashTable *set, Commit *commit)
{
  if (!commit || !g_hash_table_add (set, commit))
    return;
  add_ancestors (set, commit->parents[0]);
  add_ancestors (set, commit->parents[1]);
}

static GHashTable *
ancestors (Commit *commit)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  add_ancestors (set, commit);
  return set;
}

static bool
is_ancestor (Commit *commit, Commit *of)
{
  g_autoptr (GHashTable) set = ancestors (of);

  return g_hash_table_contains (set, commit);
}

/* The youngest that both have. */
static Commit *
merge_base (Commit *a, Commit *b)
{
  g_autoptr (GHashTable) one = ancestors (a);
  g_autoptr (GHashTable) other = ancestors (b);
  GHashTableIter iter;
  gpointer commit;
  Commit *best = NULL;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &commit, NULL))
    if (g_hash_table_contains (other, commit) &&
        (!best || ((Commit *) commit)->serial > best->serial))
      best = commit;
  return best;
}

/* A parent that has @member as @commit has it. */
static Commit *
same_parent (const Commit *commit, const char *id, const char *member)
{
  const EwObject *now = ew_board_get (commit->board, id);

  for (guint i = 0; i < 2 && commit->parents[i]; i++) {
    const EwObject *before = ew_board_get (commit->parents[i]->board, id);

    if (*member ? ew_object_member_equal (before, now, member)
                : ew_object_equal (before, now))
      return commit->parents[i];
  }
  return NULL;
}

/* --- Merging -------------------------------------------------------------- */

typedef struct {
  const char *id;
  Commit *sides[EW_N_SIDES];
} Asked;

static gint64
time_cb (const char *member, EwSide side, gpointer data)
{
  const Asked *asked = data;
  Commit *commit = asked->sides[side];
  Commit *parent;

  while ((parent = same_parent (commit, asked->id, member)))
    commit = parent;
  return commit->time;
}

static void
merge_one (EwEdit *edit, const Commit *base, Commit *const sides[EW_N_SIDES],
           const char *id)
{
  Asked asked = { id, { sides[0], sides[1] } };
  EwMergeTimes times = { .of = time_cb, .data = &asked };
  const EwObject *objects[EW_N_SIDES] = { ew_board_get (sides[0]->board, id),
                                          ew_board_get (sides[1]->board, id) };
  g_autoptr (EwObject) merged =
      ew_merge_object (ew_board_get (base->board, id), objects, &times);

  if (merged || objects[EW_SIDE_THEIRS])
    ew_edit_add (edit, objects[EW_SIDE_THEIRS], merged);
}

/* Returns: (transfer full). */
static EwBoard *
merge (const Commit *base, Commit *ours, Commit *theirs)
{
  Commit *const sides[EW_N_SIDES] = { ours, theirs };
  g_autoptr (EwEdit) changes = ew_board_diff (base->board, ours->board);
  g_autoptr (EwEdit) edit = ew_edit_new ("");
  EwBoard *merged = ew_board_snapshot (theirs->board);

  for (guint i = 0; i < ew_edit_size (changes); i++)
    merge_one (edit, base, sides, ew_edit_at (changes, i)->id);
  ew_notice_free (ew_board_apply (merged, edit));
  return merged;
}

static void
mend (EwBoard *board, const Commit *base, const Commit *ours,
      const Commit *theirs)
{
  const EwBoard *const sides[EW_N_SIDES] = { ours->board, theirs->board };
  g_autoptr (EwEdit) edit = ew_merge_mend (board, base->board, sides);

  ew_notice_free (ew_board_apply (board, edit));
}

static bool
is_same_board (const EwBoard *a, const EwBoard *b)
{
  g_autoptr (EwEdit) diff = ew_board_diff (a, b);

  return ew_edit_is_empty (diff);
}

/* --- What the program does ------------------------------------------------ */

static void
commit (World *world, Person *person)
{
  if (!is_same_board (person->tip->board, person->board))
    person->tip = add_commit (world, person->board, person->tip, world->now);
}

/* Oldest first, along first parents. */
static GPtrArray *
line_up (Person *person, Commit *theirs)
{
  GPtrArray *line = g_ptr_array_new ();
  g_autoptr (GHashTable) known = ancestors (theirs);

  add_ancestors (known, person->synced);
  for (Commit *at = person->tip; !g_hash_table_contains (known, at);
       at = at->parents[0])
    g_ptr_array_insert (line, 0, at);
  return line;
}

static Commit *
carry (World *world, Person *person, Commit *onto)
{
  g_autoptr (GPtrArray) line = line_up (person, onto);
  Commit *fork = ((Commit *) line->pdata[0])->parents[0];
  Commit *tip = onto;

  for (guint i = 0; i < line->len; i++) {
    Commit *source = line->pdata[i];
    Commit *base = merge_base (source, onto);
    g_autoptr (EwBoard) board = merge (base, source, onto);

    if (i == line->len - 1)
      mend (board, fork, source, onto);
    if (!is_same_board (tip->board, board))
      tip = add_commit (world, board, tip, source->time);
  }
  return tip;
}

static Commit *
plan (World *world, Person *person, Commit *theirs)
{
  if (is_ancestor (theirs, person->tip))
    return person->tip;
  if (is_ancestor (person->tip, theirs))
    return theirs;
  return carry (world, person, theirs);
}

/* What was typed meanwhile is the later edit. */
static void
adopt (Person *person, Commit *tip)
{
  g_autoptr (EwEdit) news = ew_board_diff (person->tip->board, tip->board);
  g_autoptr (EwEdit) edit = ew_edit_new ("");
  EwMergeTimes times = { .time = { [EW_SIDE_OURS] = G_MAXINT64 } };

  for (guint i = 0; i < ew_edit_size (news); i++) {
    const EwChange *change = ew_edit_at (news, i);
    const EwObject *sides[EW_N_SIDES] = {
      ew_board_get (person->board, change->id), change->after
    };
    g_autoptr (EwObject) merged =
        ew_merge_object (change->before, sides, &times);

    if (merged || sides[EW_SIDE_OURS])
      ew_edit_add (edit, sides[EW_SIDE_OURS], merged);
  }
  ew_notice_free (ew_board_apply (person->board, edit));
  person->tip = tip;
}

/* @steps: after which the power goes; 3 is all of it. */
static void
sync_person (World *world, Person *person, int steps)
{
  Commit *theirs = world->remote;

  if (steps < 1)
    return;
  adopt (person, plan (world, person, theirs));
  person->synced = theirs;
  if (steps < 2)
    return;
  world->remote = person->tip;
  if (steps > 2)
    person->synced = person->tip;
}

/* --- What plain git does -------------------------------------------------- */

static void
git_merge (World *world, Person *person)
{
  Commit *theirs = world->remote;
  g_autoptr (EwBoard) board = NULL;
  Commit *merged;

  if (is_ancestor (theirs, person->tip) || is_ancestor (person->tip, theirs))
    return;
  board = merge (merge_base (person->tip, theirs), person->tip, theirs);
  merged = add_commit (world, board, person->tip, world->now);
  merged->parents[1] = theirs;
  adopt (person, merged);
}

/* Each commit from its own parent. */
static void
git_rebase (World *world, Person *person)
{
  g_autoptr (GPtrArray) line = NULL;
  Commit *tip = world->remote;

  if (is_ancestor (tip, person->tip) || is_ancestor (person->tip, tip))
    return;
  line = line_up (person, tip);
  for (guint i = 0; i < line->len; i++) {
    Commit *source = line->pdata[i];
    g_autoptr (EwBoard) board = NULL;

    if (source->parents[1])
      return;
    board = merge (source->parents[0], source, tip);
    if (!is_same_board (tip->board, board))
      tip = add_commit (world, board, tip, source->time);
  }
  adopt (person, tip);
}

/* --- One history ---------------------------------------------------------- */

static void
edit (World *world, Person *person)
{
  g_autoptr (EwEdit) one =
      sim_edit (person->board, world->chance, world->ledger);

  ew_notice_free (ew_board_apply (person->board, one));
}

static void
step (World *world)
{
  Person *person = &world->people[g_rand_int_range (world->chance, 0,
                                                    (gint) world->n_people)];

  world->now += g_rand_int_range (world->chance, 0, 3);
  switch (g_rand_int_range (world->chance, 0, 16)) {
  case 0:
  case 1:
    commit (world, person);
    /* Typed on while it syncs. */
    if (one_in (world, 3))
      edit (world, person);
    sync_person (world, person, g_rand_int_range (world->chance, 0, 6));
    break;
  case 2:
    commit (world, person);
    if (one_in (world, 2))
      git_merge (world, person);
    else
      git_rebase (world, person);
    break;
  case 3:
  case 4:
  case 5:
    commit (world, person);
    break;
  default:
    edit (world, person);
    break;
  }
}

static void
world_begin (World *world, const SimArgs *args, GRand *chance)
{
  g_autoptr (EwBoard) nothing = ew_board_new ("b");

  *world = (World){ .chance = chance, .n_people = (guint) args->people };
  world->ledger = sim_ledger_new ();
  world->commits = g_ptr_array_new_with_free_func (commit_free);
  world->remote = add_commit (world, nothing, NULL, 0);
  for (guint i = 0; i < world->n_people; i++)
    world->people[i] =
        (Person){ world->remote, world->remote, ew_board_snapshot (nothing) };
}

static void
world_end (World *world)
{
  for (guint i = 0; i < world->n_people; i++)
    ew_board_unref (world->people[i].board);
  g_ptr_array_unref (world->commits);
  sim_ledger_free (world->ledger);
}

/* Everybody, until nobody has anything new. */
static void
meet (World *world)
{
  for (guint i = 0; i < 2 * world->n_people; i++) {
    Person *person = &world->people[i % world->n_people];

    commit (world, person);
    sync_person (world, person, 3);
  }
}

static char *
check (World *world)
{
  for (guint i = 0; i < world->n_people; i++) {
    const Person *person = &world->people[i];

    if (person->tip != world->remote ||
        !is_same_board (person->board, world->remote->board))
      return g_strdup_printf ("person %u has another board", i);
  }
  return sim_ledger_check (world->ledger, world->remote->board);
}

/* Of how many histories a clash was left that its writer had rewritten since:
 * that loses nothing, but asks people a question too many. */
static int spare, histories;

static void
count_spare (World *world, const SimArgs *args)
{
  g_autofree char *stale =
      sim_ledger_check_clashes (world->ledger, world->remote->board);

  histories++;
  spare += stale != NULL;
  if (stale)
    g_print ("# --seed %d: %s", args->seed, stale);
}

static char *
play (const SimArgs *args, GRand *chance)
{
  World world;
  char *wrong;

  world_begin (&world, args, chance);
  for (int i = 0; i < args->people * args->steps; i++)
    step (&world);
  meet (&world);
  wrong = check (&world);
  count_spare (&world, args);
  world_end (&world);
  return wrong;
}

int
main (int argc, char **argv)
{
  SimArgs args = { .seed = 1, .histories = 2000, .people = 3, .steps = 20 };

  int status = sim_run (args, play, argc, argv);

  g_print ("# a version too many was kept in %d\n", spare);
  return status || spare > histories / 10000;
}
