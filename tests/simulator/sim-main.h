/* The simulators' command line: `--seed N` plays one history again. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
  int seed, histories, people, steps;
} SimArgs;

/* @play: one history. Returns: (nullable) (transfer full): what is wrong. */
typedef char *(*SimPlay) (const SimArgs *args, GRand *chance);

/* Plays `histories` of them, with the seeds from `seed` on, and reports as TAP.
 * @args: what is so unless the command line says otherwise. */
int sim_run (SimArgs args, SimPlay play, int argc, char **argv);

G_END_DECLS
