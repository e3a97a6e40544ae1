#include "ew-application.h"

#include "ew-about-dialog.h"
#include "ew-actions.h"
#include "ew-join-dialog.h"
#include "ew-remote-dialog.h"
#include "ew-name-dialog.h"
#include "ew-place-link.h"
#include "ew-preferences-dialog.h"
#include "ew-shelf.h"
#include "ew-welcome.h"
#include "ew-window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

struct _EwApplication {
  AdwApplication parent;
  GSettings *settings;
  char *link; /* to be followed as soon as a workspace is open, or NULL */
  GVariant *place; /* the same: what app.open-place is to open, or NULL */
};

G_DEFINE_FINAL_TYPE (EwApplication, ew_application, ADW_TYPE_APPLICATION)

static void open_workspace (EwApplication *app, const char *dir);

/* --- Windows ------------------------------------------------------------ */

static EwWindow *
find_window (EwApplication *app, const char *dir)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (app));

  for (; windows != NULL; windows = windows->next)
    if (EW_IS_WINDOW (windows->data) &&
        g_str_equal (ew_session_dir (ew_window_session (windows->data)), dir))
      return windows->data;
  return NULL;
}

static GtkWindow *
active_window (EwApplication *app)
{
  return gtk_application_get_active_window (GTK_APPLICATION (app));
}

static GMenuModel *
new_workspace_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GPtrArray) entries = ew_shelf_list ();

  for (guint i = 0; i < entries->len; i++) {
    const EwShelfEntry *entry = g_ptr_array_index (entries, i);
    g_autoptr (GMenuItem) item = g_menu_item_new (entry->name, NULL);

    g_menu_item_set_action_and_target (item, "app.open-workspace", "s",
                                       entry->dir);
    g_menu_append_item (open, item);
  }
  g_menu_append (own, _ ("_Share…"), "win.share");
  g_menu_append (own, _ ("_Deleted Boards…"), "win.deleted-boards");
  g_menu_append (more, _ ("_New Workspace…"), "app.new-workspace");
  g_menu_append (more, _ ("_Join Workspace…"), "app.join-workspace");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, _ ("Workspaces"), G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static void
refresh_menus (EwApplication *app)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (app));
  g_autoptr (GMenuModel) menu = new_workspace_menu ();

  for (; windows != NULL; windows = windows->next)
    if (EW_IS_WINDOW (windows->data))
      ew_window_set_workspaces (windows->data, menu);
}

/* Where a link points to, as soon as a window has it. */
static bool
follow_link (EwApplication *app)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (app));

  for (; app->link != NULL && windows != NULL; windows = windows->next)
    if (EW_IS_WINDOW (windows->data) &&
        ew_window_open_link (windows->data, app->link)) {
      gtk_window_present (windows->data);
      g_clear_pointer (&app->link, g_free);
      return true;
    }
  return app->link == NULL;
}

/* The same for a place that the desktop was told of. */
static void
open_place (EwApplication *app)
{
  const char *dir, *board, *object;
  EwWindow *window;

  if (app->place == NULL)
    return;
  g_variant_get (app->place, "(&s&s&s)", &dir, &board, &object);
  window = find_window (app, dir);
  if (window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (window));
  ew_window_open_place (window, board, object);
  g_clear_pointer (&app->place, g_variant_unref);
}

static EwWindow *
show_session (EwApplication *app, EwSession *session)
{
  EwWindow *window = find_window (app, ew_session_dir (session));

  if (window == NULL)
    window = EW_WINDOW (ew_window_new (GTK_APPLICATION (app), session));
  ew_shelf_remember (ew_session_dir (session), ew_session_name (session));
  g_settings_set_string (app->settings, "last-workspace",
                         ew_session_dir (session));
  refresh_menus (app);
  gtk_window_present (GTK_WINDOW (window));
  if (!follow_link (app))
    ew_window_say (window, _ ("No open workspace has what the link is to"));
  g_clear_pointer (&app->link, g_free);
  open_place (app);
  return window;
}

/* --- Opening ------------------------------------------------------------ */

static void
say_failure (EwApplication *app, const GError *error)
{
  GtkWindow *window = active_window (app);

  if (EW_IS_WINDOW (window))
    ew_window_say (EW_WINDOW (window), error->message);
  else
    g_printerr ("elsewhen: %s\n", error->message);
}

static void
welcome_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwApplication) app = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwSession) session = ew_session_open_finish (result, &error);

  if (session != NULL)
    show_session (app, session);
  else
    say_failure (app, error);
  g_application_release (G_APPLICATION (app));
}

static char *
welcome_dir (void)
{
  g_autofree char *shelf = ew_shelf_dir ();

  return g_build_filename (shelf, "welcome", NULL);
}

static void
welcome_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwApplication *app = data;
  g_autofree char *dir = welcome_dir ();
  g_autoptr (GError) error = NULL;

  /* Without its board it is still a workspace to begin with. */
  if (!ew_welcome_make_finish (result, &error))
    g_printerr ("elsewhen: %s\n", error->message);
  ew_session_open_async (dir, NULL, welcome_opened_cb, app);
}

static void
open_welcome (EwApplication *app)
{
  g_autofree char *dir = welcome_dir ();

  g_application_hold (G_APPLICATION (app));
  if (g_file_test (dir, G_FILE_TEST_EXISTS))
    ew_session_open_async (dir, NULL, welcome_opened_cb, g_object_ref (app));
  else
    ew_welcome_make_async (dir, welcome_made_cb, g_object_ref (app));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwApplication) app = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwSession) session = ew_session_open_finish (result, &error);

  if (session != NULL) {
    show_session (app, session);
  } else {
    say_failure (app, error);
    g_clear_pointer (&app->place, g_variant_unref);
    if (active_window (app) == NULL)
      open_welcome (app);
  }
  g_application_release (G_APPLICATION (app));
}

static void
open_workspace (EwApplication *app, const char *dir)
{
  EwWindow *window = find_window (app, dir);

  if (window != NULL) {
    gtk_window_present (GTK_WINDOW (window));
    return;
  }
  g_application_hold (G_APPLICATION (app));
  ew_session_open_async (dir, NULL, opened_cb, g_object_ref (app));
}

static void
activate (GApplication *application)
{
  EwApplication *app = EW_APPLICATION (application);
  g_autofree char *last =
      g_settings_get_string (app->settings, "last-workspace");

  if (active_window (app) != NULL)
    gtk_window_present (active_window (app));
  else if (*last != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    open_workspace (app, last);
  else
    open_welcome (app);
}

static void
open_link (EwApplication *app, const char *link)
{
  GtkWindow *window = active_window (app);

  g_free (app->link);
  app->link = g_strdup (link);
  if (follow_link (app))
    return;
  if (!EW_IS_WINDOW (window)) {
    g_application_activate (G_APPLICATION (app));
    return;
  }
  ew_window_say (EW_WINDOW (window),
                 _ ("No open workspace has what the link is to"));
  g_clear_pointer (&app->link, g_free);
}

/* Returns: (nullable) (transfer none): what was given as the only word. */
static const char *
link_of (GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **rest = NULL;

  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &rest) ||
      !g_str_has_prefix (rest[0], EW_PLACE_SCHEME ":"))
    return NULL;
  return rest[0];
}

static char *
dir_of (GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **rest = NULL;
  const char *word = NULL;
  g_autoptr (GFile) file = NULL;

  if (!g_variant_dict_lookup (options, "workspace", "^&ay", &word) &&
      g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &rest))
    word = rest[0];
  if (word == NULL)
    return NULL;
  file = g_application_command_line_create_file_for_arg (line, word);
  return g_file_get_path (file);
}

static int
command_line (GApplication *application, GApplicationCommandLine *line)
{
  const char *link = link_of (line);
  g_autofree char *dir = link != NULL ? NULL : dir_of (line);

  if (link != NULL)
    open_link (EW_APPLICATION (application), link);
  else if (dir != NULL)
    open_workspace (EW_APPLICATION (application), dir);
  else
    g_application_activate (application);
  return 0;
}

/* What the desktop hands over where it starts programs through the bus. */
static void
open_files (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++) {
    g_autofree char *uri = g_file_get_uri (files[i]);
    g_autofree char *dir = g_file_get_path (files[i]);

    if (g_str_has_prefix (uri, EW_PLACE_SCHEME ":"))
      open_link (EW_APPLICATION (application), uri);
    else if (dir != NULL)
      open_workspace (EW_APPLICATION (application), dir);
  }
}

/* --- Actions ------------------------------------------------------------ */

static void
joined_cb (EwJoinDialog *dialog, EwSession *session, EwApplication *app)
{
  show_session (app, session);
}

static void
join_workspace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *shelf = ew_shelf_dir ();
  GtkWidget *dialog = ew_join_dialog_new (active_window (data), shelf);

  g_signal_connect_object (dialog, "joined", G_CALLBACK (joined_cb), data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
named_cb (EwNameDialog *dialog, const char *name, EwApplication *app)
{
  g_autofree char *dir = ew_shelf_new_dir (name);

  g_application_hold (G_APPLICATION (app));
  ew_session_create_async (dir, name, NULL, opened_cb, g_object_ref (app));
}

static void
new_workspace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const EwNameQuestion question = {
    .heading = _ ("New Workspace"),
    .body = _ ("A workspace holds the boards of one team or one project. It "
               "stays on this computer until you share it."),
    .label = _ ("Name"),
    .accept = _ ("C_reate"),
  };
  GtkWidget *dialog = ew_name_dialog_new (active_window (data), &question);

  g_signal_connect_object (dialog, "named", G_CALLBACK (named_cb), data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_workspace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_workspace (data, g_variant_get_string (parameter, NULL));
}

/* From a notification: by now the window may be closed, or the program have
 * ended and been started for this. */
static void
open_place_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EwApplication *app = data;
  const char *dir;

  g_clear_pointer (&app->place, g_variant_unref);
  app->place = g_variant_ref (parameter);
  open_place (app);
  if (app->place == NULL)
    return;
  g_variant_get_child (parameter, 0, "&s", &dir);
  open_workspace (app, dir);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EwApplication *app = data;

  gtk_window_present (GTK_WINDOW (
      ew_preferences_dialog_new (active_window (app), app->settings)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (ew_about_dialog_new (active_window (data))));
}

/* Every window commits its work, then goes; the last one ends the program. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *each = windows; each != NULL; each = each->next)
    if (EW_IS_WINDOW (each->data))
      gtk_window_close (GTK_WINDOW (each->data));
}

static gboolean
signal_cb (gpointer app)
{
  g_action_group_activate_action (app, "quit", NULL);
  return G_SOURCE_REMOVE;
}

static const GActionEntry entries[] = {
  { .name = "new-workspace", .activate = new_workspace_cb },
  { .name = "join-workspace", .activate = join_workspace_cb },
  { .name = "open-workspace",
    .activate = open_workspace_cb,
    .parameter_type = "s" },
  { .name = "open-place",
    .activate = open_place_cb,
    .parameter_type = "(sss)" },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

/* What is a setting is also an action, with a check mark in the menu. */
static void
add_settings (EwApplication *app)
{
  const char *const keys[] = { "show-grid",
                               "show-minimap",
                               "show-authors",
                               "check-spelling",
                               "single-letter-shortcuts",
                               "keep-tool",
                               "color-scheme" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (GAction) action =
        g_settings_create_action (app->settings, keys[i]);

    g_action_map_add_action (G_ACTION_MAP (app), action);
  }
}

static void
scheme_changed_cb (GSettings *settings, const char *key, gpointer data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT,
                                            ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int scheme = g_settings_get_enum (settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (scheme, 0, 2)]);
}

/* A remote wants to know something; without a window nobody could say. */
static void
asked_cb (EwRemoteQuestion *question, gpointer data)
{
  GtkWindow *parent = active_window (data);

  if (parent != NULL)
    gtk_window_present (GTK_WINDOW (ew_remote_dialog_new (parent, question)));
  else
    ew_remote_question_answer (question, NULL);
}

static void
startup (GApplication *application)
{
  EwApplication *app = EW_APPLICATION (application);

  G_APPLICATION_CLASS (ew_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (EW_APP_ID);
  app->settings = g_settings_new (EW_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries,
                                   G_N_ELEMENTS (entries), app);
  add_settings (app);
  ew_remote_question_set_handler (asked_cb, app);
  ew_actions_bind (GTK_APPLICATION (app));
  g_signal_connect_object (app->settings, "changed::color-scheme",
                           G_CALLBACK (scheme_changed_cb), app, 0);
  scheme_changed_cb (app->settings, NULL, NULL);
  g_unix_signal_add (SIGTERM, signal_cb, app);
  g_unix_signal_add (SIGINT, signal_cb, app);
}

static void
dispose (GObject *object)
{
  g_clear_object (&EW_APPLICATION (object)->settings);
  g_clear_pointer (&EW_APPLICATION (object)->link, g_free);
  g_clear_pointer (&EW_APPLICATION (object)->place, g_variant_unref);
  G_OBJECT_CLASS (ew_application_parent_class)->dispose (object);
}

static void
ew_application_class_init (EwApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  application_class->startup = startup;
  application_class->activate = activate;
  application_class->command_line = command_line;
  application_class->open = open_files;
}

static void
ew_application_init (EwApplication *app)
{
  const GOptionEntry options[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Open the workspace in DIR"), N_ ("DIR") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      N_ ("[DIR]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (app), options);
}

GtkApplication *
ew_application_new (void)
{
  return g_object_new (
      EW_TYPE_APPLICATION, "application-id", EW_APP_ID, "flags",
      G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
      "resource-base-path", "/org/elsewhen/Elsewhen", NULL);
}
