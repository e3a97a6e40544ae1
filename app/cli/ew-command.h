/* A command: its name, its manual, its function.  Private to this room.
 *
 * To add one: write its function in the file of its subject and a line in the
 * table in ew-cli.c. */
#pragma once

#include "ew-kinds.h"
#include "ew-session.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What was typed, and what the command works on. */
typedef struct {
  char *workspace; /* --workspace, or NULL */
  char *name; /* --name, or NULL      */
  char *branch, *folder; /* --branch, --folder, or NULL */
  char *at; /* --at, or NULL        */
  char *kind, *who, *due; /* --kind, --who, --due, or NULL */
  gboolean json;
  gboolean accept_rewritten; /* --accept-rewritten */
  char **args; /* after the command's name */
  guint n_args;
  EwSession *session; /* NULL for a command that needs none */
} EwCall;

typedef bool (*EwCommandRun) (EwCall *call, GError **error);

typedef struct {
  const char *name;
  const char *usage; /* arguments, for the help */
  const char *summary;
  guint min_args, max_args; /* max 0: any number more */
  bool needs_session;
  EwCommandRun run;
} EwCommand;

bool ew_command_init (EwCall *call, GError **error);
bool ew_command_clone (EwCall *call, GError **error);
bool ew_command_boards (EwCall *call, GError **error);
bool ew_command_new_board (EwCall *call, GError **error);
bool ew_command_show (EwCall *call, GError **error);
bool ew_command_add (EwCall *call, GError **error);
bool ew_command_add_file (EwCall *call, GError **error);
bool ew_command_export (EwCall *call, GError **error);
bool ew_command_intent (EwCall *call, GError **error);
bool ew_command_people (EwCall *call, GError **error);
bool ew_command_profile (EwCall *call, GError **error);
bool ew_command_set (EwCall *call, GError **error);
bool ew_command_remove (EwCall *call, GError **error);
bool ew_command_comment (EwCall *call, GError **error);
bool ew_command_reply (EwCall *call, GError **error);
bool ew_command_ask (EwCall *call, GError **error);
/* A thread; with a third argument, or none, the clashes of objects. */
bool ew_command_resolve (EwCall *call, GError **error);
bool ew_command_resolve_thread (EwCall *call, GError **error);
bool ew_command_react (EwCall *call, GError **error);
bool ew_command_threads (EwCall *call, GError **error);
bool ew_command_inbox (EwCall *call, GError **error);
bool ew_command_since (EwCall *call, GError **error);
bool ew_command_restore (EwCall *call, GError **error);
bool ew_command_remote (EwCall *call, GError **error);
bool ew_command_commit (EwCall *call, GError **error);
bool ew_command_sync (EwCall *call, GError **error);
bool ew_command_status (EwCall *call, GError **error);
bool ew_command_check (EwCall *call, GError **error);
bool ew_command_repair (EwCall *call, GError **error);
bool ew_command_log (EwCall *call, GError **error);
bool ew_command_merge_driver (EwCall *call, GError **error);
bool ew_command_setup_git (EwCall *call, GError **error);
bool ew_command_walkthrough (EwCall *call, GError **error);
bool ew_command_kinds (EwCall *call, GError **error);

/* Runs the main loop until the asynchronous call that was given ew_ready_cb and
 * &slot has answered.  Returns: (transfer full). */
void ew_ready_cb (GObject *source, GAsyncResult *result, gpointer slot);
GAsyncResult *ew_await (GAsyncResult **slot);

/* Opens the board that the first argument names.
 * Returns: (nullable) (transfer none). */
const EwBoard *ew_call_board (EwCall *call, GError **error);
/* An object of @board.  Returns: (nullable) (transfer none). */
const EwObject *ew_call_object (const EwBoard *board, const char *id,
                                GError **error);

/* One line of at most @max characters for a terminal: what others wrote cannot
 * steer it.  Returns: (transfer full). */
char *ew_shown (const char *text, gsize max);
/* Prints @builder's value as JSON with a newline. */
void ew_print_json (JsonBuilder *builder);
/* Adds `"name":"value"`. */
void ew_json_add (JsonBuilder *builder, const char *name, const char *value);
void ew_json_add_int (JsonBuilder *builder, const char *name, gint64 value);
/* Adds what a board is for; @self is its own entry, or NULL. */
void ew_json_add_intent (JsonBuilder *builder, const EwObject *self);

G_END_DECLS
