/* The same through real repositories: workspaces of the program that share
 * through a bare repository, syncs that are killed at any moment, and the git
 * program, once set up, as another way to merge and rebase. */
#include "repo-fixture.h"

#include "ew-merge-driver.h"
#include "sim-edit.h"
#include "sim-main.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define PEOPLE_MAX 16

typedef struct {
  EwStore *store;
  char *name, *checkout; /* where git is used by hand */
  EwBoard *board;
  EwEdit *pending; /* not committed yet; NULL: nothing */
} Person;

typedef struct {
  GRand *chance;
  SimLedger *ledger;
  Person people[PEOPLE_MAX];
  guint n_people;
  char *remote, *board;
  gint64 now;
} World;

static int
below (World *world, int n)
{
  return g_rand_int_range (world->chance, 0, n);
}

static void
reload (World *world, Person *person)
{
  EwBoard *board = load (person->store, world->board);

  g_clear_pointer (&person->board, ew_board_unref);
  person->board = board;
}

static void
commit (World *world, Person *person)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *tip = NULL;

  if (!person->pending)
    return;
  author_is (person->name, world->now);
  g_ptr_array_add (edits, ew_board_edit_new (world->board, person->pending));
  tip = ew_store_commit (person->store, edits, "Edit\n", &error);
  g_assert_no_error (error);
  g_clear_pointer (&person->pending, ew_edit_unref);
}

static void
edit (World *world, Person *person)
{
  g_autoptr (EwEdit) one =
      sim_edit (person->board, world->chance, world->ledger);

  ew_notice_free (ew_board_apply (person->board, one));
  if (!person->pending)
    person->pending = ew_edit_new ("");
  ew_edit_append (person->pending, one);
}

static void
sync_person (World *world, Person *person)
{
  EwSyncResult result;

  commit (world, person);
  result = sync_now (person->store);
  ew_sync_result_clear (&result);
  reload (world, person);
}

/* The power goes at any moment; what is on the disk then must do. */
static void
sync_and_die (World *world, Person *person)
{
  int wait = below (world, 20000), status;
  pid_t child;

  commit (world, person);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    g_autoptr (EwStore) store =
        ew_store_open (ew_store_dir (person->store), NULL);
    EwSyncResult result;

    ew_sync (store, &(EwSyncWish){ 0 }, &result, NULL);
    _exit (0);
  }
  g_usleep ((gulong) wait);
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  reload (world, person);
}

/* Merges or rebases in a checkout, and puts the result into the workspace. */
static void
use_git (World *world, Person *person, const char *how)
{
  const char *dir = ew_store_dir (person->store);

  commit (world, person);
  author_is (person->name, world->now);
  g_free (run_in (person->checkout,
                  "git fetch -q '%s' main && git reset -q --hard FETCH_HEAD && "
                  "git fetch -q '%s' main && git %s FETCH_HEAD && "
                  "git push -q -f '%s' HEAD:main",
                  dir, world->remote, how, dir));
  reload (world, person);
}

static void
step (World *world)
{
  Person *person = &world->people[below (world, (int) world->n_people)];

  world->now += below (world, 3);
  switch (below (world, 40)) {
  case 0:
  case 1:
  case 2:
    sync_person (world, person);
    break;
  case 3:
    sync_and_die (world, person);
    break;
  case 4:
    use_git (world, person,
             below (world, 2) ? "merge -q --no-edit" : "rebase -q");
    break;
  case 5:
  case 6:
  case 7:
  case 8:
    commit (world, person);
    break;
  default:
    edit (world, person);
    break;
  }
}

static void
person_begin (World *world, Person *person, guint number)
{
  const char *cli = g_getenv ("ELSEWHEN_CLI");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  person->name = g_strdup_printf ("P%u", number);
  author_is (person->name, world->now);
  person->store = join (world->remote);
  person->checkout = fixture_dir ("checkout");
  g_free (run_in ("/", "git init -q -b main '%s'", person->checkout));
  folder = ew_merge_driver_set_up (person->checkout, cli, &error);
  g_assert_no_error (error);
}

static void
world_begin (World *world, const SimArgs *args, GRand *chance)
{
  g_assert_cmpint (args->people, <=, PEOPLE_MAX);
  *world = (World){ .chance = chance,
                    .n_people = (guint) args->people,
                    .ledger = sim_ledger_new (),
                    .remote = new_remote (),
                    .now = 1700000000 };
  for (guint i = 0; i < world->n_people; i++) {
    Person *person = &world->people[i];

    person_begin (world, person, i);
    if (i == 0) {
      EwSyncResult result;

      world->board = new_board (person->store, "Shared");
      result = sync_now (person->store);
      ew_sync_result_clear (&result);
    }
    reload (world, person);
  }
  sim_ledger_note (world->ledger, NULL, ew_board_self (world->people[0].board));
}

static void
world_end (World *world)
{
  for (guint i = 0; i < world->n_people; i++) {
    Person *person = &world->people[i];

    ew_store_free (person->store);
    g_clear_pointer (&person->board, ew_board_unref);
    g_free (person->name);
    g_free (person->checkout);
  }
  g_free (world->remote);
  g_free (world->board);
  sim_ledger_free (world->ledger);
}

/* So that who waits for hours knows how far it is. */
#define TELL_EVERY 1000

static char *
play (const SimArgs *args, GRand *chance)
{
  World world;
  int steps = args->people * args->steps;
  char *wrong;

  world_begin (&world, args, chance);
  for (int i = 0; i < steps; i++) {
    if (i > 0 && i % TELL_EVERY == 0)
      g_print ("# %d of %d steps\n", i, steps);
    step (&world);
  }
  for (guint i = 0; i < 2 * world.n_people; i++)
    sync_person (&world, &world.people[i % world.n_people]);
  for (guint i = 1; i < world.n_people; i++)
    assert_same_tip (world.people[0].store, world.people[i].store);
  assert_sound (world.people[0].store);
  wrong = sim_ledger_check (world.ledger, world.people[0].board);
  world_end (&world);
  return wrong;
}

int
main (int argc, char **argv)
{
  SimArgs args = { .seed = 1, .histories = 1, .people = 3, .steps = 200 };
  char *own[] = { argv[0], NULL };
  char **own_argv = own;
  int one = 1, status;

  fixture_init (&one, &own_argv);
  status = sim_run (args, play, argc, argv);
  fixture_clean ();
  return status;
}
