#include "bench.h"

#include "ew-application.h"

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

/* --- Commands --------------------------------------------------------------
 */

typedef bool (*Command) (Bench *bench, JsonObject *request, JsonObject *answer,
                         GError **error);

static bool
look (Bench *bench, JsonObject *request, JsonObject *answer, GError **error)
{
  const char *view =
      json_object_get_string_member_with_default (request, "view", "fit");

  if (!bench_look (bench, view, error))
    return false;
  json_object_set_double_member (answer, "zoom",
                                 ew_canvas_view (bench->canvas)->zoom);
  return true;
}

static guint
count_notes (const EwBoard *board)
{
  guint notes = 0;

  for (guint i = 0; i < ew_board_size (board); i++)
    notes += strcmp (ew_board_at (board, i)->kind->name, "note") == 0;
  return notes;
}

static bool
open_board (Bench *bench, JsonObject *request, JsonObject *answer,
            GError **error)
{
  const char *path = json_object_get_string_member (request, "board");
  const char *view =
      json_object_get_string_member_with_default (request, "view", "fit");

  bench_board_clear (&bench->board);
  if (!path || !bench_board_find (path, &bench->board, error) ||
      !bench_open_workspace (bench, bench->board.workspace, error))
    return false;
  if (strcmp (view, "fit") != 0 && !bench_look (bench, view, error))
    return false;
  json_object_set_int_member (answer, "count",
                              count_notes (bench_live (bench)));
  return true;
}

static const struct {
  const char *name;
  Command run;
} commands[] = {
  { "open", open_board },       { "view", look },
  { "gesture", bench_gesture }, { "save", bench_export },
  { "png", bench_export },      { "svg", bench_export },
  { "play", bench_play },       { "record", bench_record },
  { "stop", bench_stop },
};

static Command
find_command (const char *name)
{
  for (gsize i = 0; name && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return commands[i].run;
  return NULL;
}

/* --- Lines ------------------------------------------------------------------
 */

static void
say (JsonObject *answer)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *line = NULL;

  json_node_set_object (node, answer);
  line = json_to_string (node, FALSE);
  puts (line);
  fflush (stdout);
}

static bool
obey (Bench *bench, JsonObject *request)
{
  const char *name =
      json_object_get_string_member_with_default (request, "cmd", "");
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonObject) failure = json_object_new ();
  g_autoptr (GError) error = NULL;
  Command command = find_command (name);

  if (strcmp (name, "quit") == 0)
    return false;
  if (command && command (bench, request, answer, &error)) {
    say (answer);
    return true;
  }
  json_object_set_string_member (failure, "error",
                                 error ? error->message : "no such command");
  say (failure);
  return true;
}

static bool
obey_line (Bench *bench, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (line, &error);
  g_autoptr (JsonObject) empty = json_object_new ();

  return obey (bench, node && JSON_NODE_HOLDS_OBJECT (node)
                          ? json_node_get_object (node)
                          : empty);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static bool
has_read (Bench *bench, gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* Returns: (transfer full) (nullable): NULL at the end. */
static char *
read_line (Bench *bench, GDataInputStream *input)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_data_input_stream_read_line_async (input, G_PRIORITY_DEFAULT, NULL, read_cb,
                                       &result);
  while (!has_read (bench, &result))
    g_main_context_iteration (NULL, TRUE);
  return g_data_input_stream_read_line_finish (input, result, NULL, NULL);
}

static void
listen (Bench *bench)
{
  g_autoptr (GInputStream) standard =
      g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (standard);

  for (;;) {
    g_autofree char *line = read_line (bench, input);

    if (!line || !obey_line (bench, line))
      return;
  }
}

/* --- Start ------------------------------------------------------------------
 */

/* Nothing of the person at this machine is read or changed, and nothing moves
 * by itself. */
static void
prepare_environment (const char *home)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_SCHEMA_DIR, FALSE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("GIT_AUTHOR_NAME", "Bench", TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", "bench@example.org", TRUE);
}

/* Made once: a person's first start is another story. */
static char *
empty_workspace (GError **error)
{
  g_autofree char *dir = g_build_filename (g_get_user_cache_dir (),
                                           "elsewhen-bench", "empty", NULL);

  if (g_file_test (dir, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&dir);
  g_mkdir_with_parents (dir, 0700);
  return bench_board_make_empty (dir, error) ? g_steal_pointer (&dir) : NULL;
}

static void
set_size (void)
{
  g_autoptr (GSettings) settings = g_settings_new (EW_APP_ID);

  g_settings_set_int (settings, "window-width", 1280);
  g_settings_set_int (settings, "window-height", 800);
  g_settings_set_boolean (settings, "sidebar-visible", FALSE);
  g_settings_set_boolean (settings, "panel-visible", FALSE);
}

static bool
start (Bench *bench, GError **error)
{
  g_autofree char *workspace = empty_workspace (error);

  if (!workspace)
    return false;
  bench->app = ew_application_new ();
  g_application_set_flags (G_APPLICATION (bench->app),
                           G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (bench->app), NULL, error))
    return false;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                NULL);
  set_size ();
  bench_watch_windows (bench);
  return bench_open_workspace (bench, workspace, error);
}

static void
say_ready (void)
{
  g_autoptr (JsonObject) ready = json_object_new ();

  json_object_set_boolean_member (ready, "ready", TRUE);
  say (ready);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home =
      g_build_filename (g_get_user_cache_dir (), "elsewhen-bench", NULL);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  Bench bench = { .asked = asked };

  setlocale (LC_ALL, "");
  prepare_environment (home);
  g_set_application_name ("Elsewhen");
  if (!start (&bench, &error)) {
    g_printerr ("elsewhen-bench: %s\n", error->message);
    return 1;
  }
  say_ready ();
  listen (&bench);
  bench_board_clear (&bench.board);
  return 0;
}
