/* The main menu and the shortcuts window, both made from the table. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

/* Sections end with NULL, the menu with an empty one. */
static const char *const main_menu[] = {
  "win.new-board",
  "win.board-intent",
  "win.sync",
  "win.share",
  "win.inbox",
  "win.catch-up",
  "win.changes",
  "win.next-change",
  "win.previous-change",
  "win.changes-seen",
  "win.history",
  NULL,
  "win.paste",
  "win.select-all",
  NULL,
  "app.show-grid",
  "app.show-minimap",
  "app.show-authors",
  "app.check-spelling",
  "app.keep-tool",
  "app.single-letter-shortcuts",
  "win.fullscreen",
  NULL,
  "win.profile",
  "app.preferences",
  "win.shortcuts",
  "app.about",
  NULL,
  NULL,
};

static GMenuModel *
new_scheme_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Like the System"), "app.color-scheme::system");
  g_menu_append (menu, _ ("Light"), "app.color-scheme::light");
  g_menu_append (menu, _ ("Dark"), "app.color-scheme::dark");
  return G_MENU_MODEL (menu);
}

void
ew_window_menu_init (EwWindow *window)
{
  g_autoptr (GMenuModel) menu = ew_actions_menu (main_menu);
  g_autoptr (GMenuModel) schemes = new_scheme_menu ();
  g_autoptr (GMenuModel) arrange = ew_window_arrange_menu ();
  g_autoptr (GMenuModel) reshape = ew_window_reshape_menu ();
  g_autoptr (GMenuModel) past = ew_window_past_menu ();

  g_menu_insert_submenu (G_MENU (menu), 2, _ ("Arrange"), arrange);
  g_menu_insert_submenu (G_MENU (menu), 3, _ ("Size and Angle"), reshape);
  g_menu_insert_submenu (G_MENU (menu), 5, _ ("Appearance"), schemes);
  g_menu_insert_section (G_MENU (menu), 1, NULL, past);
  gtk_menu_button_set_menu_model (window->menu_button, menu);
  g_signal_connect_object (gtk_menu_button_get_popover (window->menu_button),
                           "closed", G_CALLBACK (ew_window_return_focus),
                           window, G_CONNECT_SWAPPED);
}

/* --- The shortcuts window ----------------------------------------------- */

static void
add_line (GArray *lines, GPtrArray *keep, const char *section,
          const char *title, char *accel)
{
  EwShortcutLine line = { _ (section), g_dgettext (GETTEXT_PACKAGE, title),
                          accel };

  g_ptr_array_add (keep, accel);
  g_array_append_val (lines, line);
}

static char *
first_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  return g_ascii_strdown (words[0], -1);
}

static void
add_tools (GArray *lines, GPtrArray *keep)
{
  for (const EwToolInfo *tool = ew_toolbox_tools (); tool->name; tool++)
    if (tool->shortcut != NULL)
      add_line (lines, keep, N_ ("Tools"), tool->title,
                first_word (tool->shortcut));
  add_line (lines, keep, N_ ("Tools"), N_ ("Move the board, while held"),
            g_strdup ("space"));
  add_line (lines, keep, N_ ("Tools"), N_ ("Use the tool where one looks"),
            g_strdup ("Return"));
}

static void
add_actions (GArray *lines, GPtrArray *keep)
{
  for (const EwAction *action = ew_actions; action->name; action++) {
    g_auto (GStrv) accels = NULL;

    if (action->accels == NULL)
      continue;
    accels = g_strsplit (action->accels, " ", 2);
    add_line (lines, keep, action->section, action->title,
              g_strdup (accels[0]));
  }
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) lines = g_array_new (TRUE, FALSE, sizeof (EwShortcutLine));
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *dialog;

  add_actions (lines, keep);
  add_tools (lines, keep);
  dialog = ew_shortcuts_dialog_new (GTK_WINDOW (widget),
                                    (const EwShortcutLine *) lines->data);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ew_window_menu_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.shortcuts", NULL, shortcuts_cb);
}
