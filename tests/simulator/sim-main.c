#include "sim-main.h"

static bool
parse (SimArgs *args, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &args->seed, "of the first history",
      "N" },
    { "histories", 0, 0, G_OPTION_ARG_INT, &args->histories, "how many", "N" },
    { "people", 0, 0, G_OPTION_ARG_INT, &args->people, "who take part", "N" },
    { "steps", 0, 0, G_OPTION_ARG_INT, &args->steps, "of each person", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return true;
  g_printerr ("%s\n", error->message);
  return false;
}

static void
report (const SimArgs *args, int seed, const char *wrong)
{
  g_auto (GStrv) lines = g_strsplit (wrong, "\n", -1);

  g_print ("# again: --seed %d --histories 1 --people %d --steps %d\n", seed,
           args->people, args->steps);
  for (guint i = 0; lines[i] && i < 20; i++)
    g_print ("# %s\n", lines[i]);
}

int
sim_run (SimArgs args, SimPlay play, int argc, char **argv)
{
  int failed = 0, done = 0;

  if (!parse (&args, &argc, &argv))
    return 2;
  g_print ("1..1\n");
  for (; done < args.histories && failed < 3; done++) {
    g_autoptr (GRand) chance =
        g_rand_new_with_seed ((guint32) (args.seed + done));
    SimArgs one = args;
    g_autofree char *wrong = NULL;

    one.seed += done;
    wrong = play (&one, chance);

    if (wrong)
      report (&args, args.seed + done, wrong);
    failed += wrong != NULL;
  }
  g_print ("%s 1 %d histories of %d people and %d steps, from seed %d\n",
           failed ? "not ok" : "ok", done, args.people, args.steps, args.seed);
  return failed > 0;
}
