#include "ew-cli.h"

#include "ew-command.h"
#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const EwCommand commands[] = {
  { "init", "[--name NAME]", N_ ("make a new workspace in DIR"), 0, 0, false,
    ew_command_init },
  { "clone", "URL [--branch NAME] [--folder PATH]",
    N_ ("join the workspace at an address; in a project, the one in a folder"),
    1, 1, false, ew_command_clone },
  { "boards", "[--json]", N_ ("list the boards"), 0, 0, true,
    ew_command_boards },
  { "new-board", "TITLE", N_ ("make a board; prints its id"), 1, 1, true,
    ew_command_new_board },
  { "show", "BOARD [--json] [--at REV]",
    N_ ("what is on a board, now or at a version"), 1, 1, true,
    ew_command_show },
  { "intent", "BOARD [FIELD=VALUE]… [--json]",
    N_ ("what a board is for; or change its purpose, dri, reviewers, due, "
        "wanted"),
    1, G_MAXUINT, true, ew_command_intent },
  { "add", "BOARD KIND [FIELD=VALUE]…",
    N_ ("put an object on a board; prints its id"), 2, G_MAXUINT, true,
    ew_command_add },
  { "add-file", "BOARD PATH",
    N_ ("put a picture or a file on a board; prints its id"), 2, 2, true,
    ew_command_add_file },
  { "export", "BOARD FILE", N_ ("paint a board into a .png or an .svg"), 2, 2,
    true, ew_command_export },
  { "set", "BOARD ID FIELD=VALUE…", N_ ("change an object"), 3, G_MAXUINT, true,
    ew_command_set },
  { "remove", "BOARD ID…", N_ ("take objects off a board"), 2, G_MAXUINT, true,
    ew_command_remove },
  { "comment", "BOARD ID TEXT",
    N_ ("comment on an object; prints the thread’s id"), 3, 3, true,
    ew_command_comment },
  { "reply", "BOARD THREAD TEXT", N_ ("answer in a thread"), 3, 3, true,
    ew_command_reply },
  { "ask", "BOARD ID --who EMAIL TEXT",
    N_ ("ask somebody, --kind question|review|decision|fyi, --due DATE; prints "
        "the thread’s id"),
    3, 3, true, ew_command_ask },
  { "react", "BOARD ID EMOJI", N_ ("react with an emoji, or take it back"), 3,
    3, true, ew_command_react },
  { "threads", "BOARD [--json]", N_ ("what people say on a board"), 1, 1, true,
    ew_command_threads },
  { "inbox", "[--json]", N_ ("what waits for me, and what is new"), 0, 0, true,
    ew_command_inbox },
  { "since", "BOARD REV [--json]", N_ ("what others did since a version"), 2, 2,
    true, ew_command_since },
  { "restore", "BOARD REV [ID]",
    N_ ("bring back a board, or one object, as it was"), 2, 3, true,
    ew_command_restore },
  { "people", "[--json]", N_ ("who has a profile"), 0, 0, true,
    ew_command_people },
  { "profile", "FIELD=VALUE…",
    N_ ("tell about yourself: name, zone, hours, days, work, away"), 1,
    G_MAXUINT, true, ew_command_profile },
  { "remote", "[URL]", N_ ("show, or set, where the workspace is shared"), 0, 1,
    true, ew_command_remote },
  { "commit", "[--json]", N_ ("put what is pending into the history"), 0, 0,
    true, ew_command_commit },
  { "sync", "[--json] [--accept-rewritten]", N_ ("fetch, merge and push"), 0, 0,
    true, ew_command_sync },
  { "status", "[--json]", N_ ("what is shared and what is not"), 0, 0, true,
    ew_command_status },
  { "check", "[--json]", N_ ("verify the whole workspace, name each fault"), 0,
    0, true, ew_command_check },
  { "repair", "BOARD", N_ ("keep what can be read of a damaged board"), 1, 1,
    true, ew_command_repair },
  { "log", "[BOARD] [--json]",
    N_ ("the versions of a board, or of the whole workspace"), 0, 1, true,
    ew_command_log },
  { "resolve", "BOARD [ID [keep|take|both]]",
    N_ ("resolve a thread; list the clashes; keep the text that is shown, "
        "take the other, or both"),
    1, 3, true, ew_command_resolve },
  { "walkthrough", "list|show|import|export BOARD …",
    N_ ("list or show walkthroughs; take captions in; write .vtt, .webm, .pdf"),
    2, 4, true, ew_command_walkthrough },
  { "kinds", "[--json]", N_ ("the kinds of objects and their fields"), 0, 0,
    false, ew_command_kinds },
  { "setup-git", "[REPO]", N_ ("let plain git merge boards by meaning"), 0, 1,
    false, ew_command_setup_git },
  { "merge-driver", "%O %A %B %P", N_ ("what git then calls"), 4, 4, false,
    ew_command_merge_driver },
};

/* Commands that work on no workspace of the program's own. */
static bool
works_anywhere (const EwCommand *command)
{
  return command->run == ew_command_kinds ||
         command->run == ew_command_setup_git ||
         command->run == ew_command_merge_driver;
}

static void
print_help (void)
{
  g_print (_ ("Usage: elsewhen-cli --workspace DIR COMMAND …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    const EwCommand *command = &commands[i];
    g_autofree char *line =
        g_strconcat (command->name, " ", command->usage, NULL);
    /* Padded by characters: “…” is three bytes. */
    int pad = 36 - (int) g_utf8_strlen (line, -1);
    g_print ("  %s%*s%s\n", line, MAX (pad, 2), "", _ (command->summary));
  }
  g_print ("\n%s\n",
           _ ("BOARD is an id or a title that only one board has. DIR is the "
              "workspace’s folder.\nPositions and sizes are X,Y in board "
              "pixels. Exit status: 0, 1 failed, 2 wrong usage."));
}

static const EwCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

void
ew_ready_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

GAsyncResult *
ew_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

static bool
open_session (EwCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_open_async (call->workspace, NULL, ew_ready_cb, &result);
  call->session = ew_session_open_finish (ew_await (&result), error);
  return call->session != NULL;
}

/* Commits what the command did. */
static bool
close_session (EwCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_close_async (call->session, ew_ready_cb, &result);
  ew_await (&result);
  bool is_closed = ew_session_close_finish (call->session, result, error);
  EwSessionState state = ew_session_state (call->session);
  if (is_closed && state.error && !state.saved) {
    g_propagate_error (error, g_error_copy (state.error));
    is_closed = false;
  }
  g_clear_object (&call->session);
  return is_closed;
}

static bool
run_in_session (const EwCommand *command, EwCall *call, GError **error)
{
  if (!open_session (call, error))
    return false;
  bool is_done = command->run (call, error);
  return close_session (call, is_done ? error : NULL) && is_done;
}

static bool
check_usage (const EwCommand *command, const EwCall *call)
{
  if (call->n_args < command->min_args || call->n_args > command->max_args)
    g_printerr (_ ("elsewhen-cli: usage: %s %s\n"), command->name,
                command->usage);
  else if (!works_anywhere (command) && call->workspace == NULL)
    g_printerr ("%s\n", _ ("elsewhen-cli: say which workspace: "
                           "--workspace DIR"));
  else
    return true;
  return false;
}

static int
run_command (const EwCommand *command, EwCall *call)
{
  g_autoptr (GError) error = NULL;
  if (!check_usage (command, call))
    return 2;
  bool is_done = command->needs_session ? run_in_session (command, call, &error)
                                        : command->run (call, &error);
  if (is_done)
    return 0;
  if (error)
    g_printerr ("elsewhen-cli: %s\n", error->message);
  return g_error_matches (error, EW_ERROR, EW_ERROR_USAGE) ? 2 : 1;
}

static GOptionContext *
new_options (EwCall *call, gboolean *version, gboolean *help)
{
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &call->workspace, NULL,
      "DIR" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &call->json, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &call->name, NULL, "NAME" },
    { "accept-rewritten", 0, 0, G_OPTION_ARG_NONE, &call->accept_rewritten,
      NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &call->branch, NULL, "NAME" },
    { "folder", 0, 0, G_OPTION_ARG_STRING, &call->folder, NULL, "PATH" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &call->at, NULL, "REV" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &call->kind, NULL, "KIND" },
    { "who", 0, 0, G_OPTION_ARG_STRING, &call->who, NULL, "EMAIL" },
    { "due", 0, 0, G_OPTION_ARG_STRING, &call->due, NULL, "DATE" },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *options = g_option_context_new (NULL);
  g_option_context_add_main_entries (options, entries, NULL);
  g_option_context_set_help_enabled (options, FALSE);
  return options;
}

/* What stands behind the command's name; `--` only ended the options. */
static void
take_args (EwCall *call, char **words)
{
  GPtrArray *args = g_ptr_array_new ();
  bool is_ended = false;
  for (guint i = 0; words[i]; i++) {
    if (!is_ended && strcmp (words[i], "--") == 0)
      is_ended = true;
    else
      g_ptr_array_add (args, g_strdup (words[i]));
  }
  call->n_args = args->len;
  g_ptr_array_add (args, NULL);
  call->args = (char **) g_ptr_array_free (args, FALSE);
}

static void
call_clear (EwCall *call)
{
  g_free (call->workspace);
  g_free (call->name);
  g_free (call->branch);
  g_free (call->folder);
  g_free (call->at);
  g_free (call->kind);
  g_free (call->who);
  g_free (call->due);
  g_strfreev (call->args);
}

static int
run_words (EwCall *call, char **words)
{
  const EwCommand *command = words[1] ? find_command (words[1]) : NULL;
  if (command == NULL) {
    g_printerr ("%s\n", words[1] ? _ ("elsewhen-cli: there is no such "
                                      "command; --help lists them")
                                 : _ ("elsewhen-cli: say what to do; --help "
                                      "lists the commands"));
    return 2;
  }
  take_args (call, words + 2);
  return run_command (command, call);
}

int
ew_cli_run (int argc, char **argv)
{
  EwCall call = { 0 };
  gboolean version = FALSE, help = FALSE;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  g_autoptr (GOptionContext) options = new_options (&call, &version, &help);
  int status = 0;

  if (!g_option_context_parse_strv (options, &words, &error)) {
    g_printerr ("elsewhen-cli: %s\n", error->message);
    status = 2;
  } else if (version) {
    g_print ("elsewhen-cli %s\n", EW_VERSION);
  } else if (help) {
    print_help ();
  } else {
    status = run_words (&call, words);
  }
  call_clear (&call);
  return status;
}
