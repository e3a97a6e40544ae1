/* The program without a screen: the same session door, for people, scripts and
 * tests.  Links no GTK. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs one command.  Prints results to stdout, one clear line on stderr when it
 * fails.  Returns the exit status: 0, 1 failed, 2 wrong usage. */
int ew_cli_run (int argc, char **argv);

G_END_DECLS
