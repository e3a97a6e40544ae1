#include "ew-preferences-dialog.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

struct _EwPreferencesDialog {
  AdwPreferencesWindow parent;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (EwPreferencesDialog, ew_preferences_dialog,
                     ADW_TYPE_PREFERENCES_WINDOW)

/* Something that is on or off. */
typedef struct {
  const char *key, *title, *subtitle;
} Toggle;

static const Toggle view_toggles[] = {
  { "show-grid", N_ ("Grid"), N_ ("Dots on the canvas") },
  { "show-minimap", N_ ("Minimap"),
    N_ ("When there is more on the board than the window shows") },
  { "show-authors", N_ ("Authors"), N_ ("Who wrote a note, and when") },
  { NULL },
};

static const Toggle editing_toggles[] = {
  { "check-spelling", N_ ("Check Spelling"), N_ ("While you type") },
  { "single-letter-shortcuts", N_ ("Single-Letter Shortcuts"),
    N_ ("N for a note, A for a connector…") },
  { "snap-to-objects", N_ ("Snap to Neighbors"),
    N_ ("Ctrl held while dragging turns it round") },
  { "snap-to-grid", N_ ("Snap to Grid"), N_ ("While the grid is shown") },
  { NULL },
};

static const Toggle people_toggles[] = {
  { "notify", N_ ("Notifications"),
    N_ ("What waits for you, several at a time, in your working hours") },
  { NULL },
};

static const Toggle sync_toggles[] = {
  { "sync-automatically", N_ ("Sync Automatically"),
    N_ ("On opening, when it has been quiet, and now and then") },
  { "sync-on-close", N_ ("Sync When Closing"),
    N_ ("So that nothing stays behind on this computer") },
  { NULL },
};

/* One of a few, by its place in the list. */
typedef struct {
  const char *key, *title;
  const char *const *names; /* translatable */
  const int *values; /* of an integer; NULL: an enumeration from 0 on */
} Choice;

static const char *const scheme_names[] = { N_ ("Like the System"),
                                            N_ ("Light"), N_ ("Dark"), NULL };
static const Choice scheme_choice = { "color-scheme", N_ ("Appearance"),
                                      scheme_names, NULL };

static const char *const pace_names[] = { N_ ("Every minute"),
                                          N_ ("Every 5 minutes"),
                                          N_ ("Every 15 minutes"),
                                          N_ ("Every hour"), NULL };
static const int paces[] = { 1, 5, 15, 60 };
static const Choice pace_choice = { "sync-minutes", N_ ("How Often"),
                                    pace_names, paces };

static GtkWidget *
new_toggle_row (EwPreferencesDialog *dialog, const Toggle *toggle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_settings_bind (dialog->settings, toggle->key, button, "active",
                   G_SETTINGS_BIND_DEFAULT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (toggle->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (toggle->subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static guint
count_names (const Choice *choice)
{
  return g_strv_length ((char **) choice->names);
}

/* The first that is not less; a value set by other means is shown so. */
static gboolean
get_choice_cb (GValue *value, GVariant *variant, gpointer data)
{
  const Choice *choice = data;
  int wanted = g_variant_get_int32 (variant);
  guint place = 0;

  while (place + 1 < count_names (choice) && choice->values[place] < wanted)
    place++;
  g_value_set_uint (value, place);
  return TRUE;
}

static GVariant *
set_choice_cb (const GValue *value, const GVariantType *type, gpointer data)
{
  const Choice *choice = data;
  guint place = g_value_get_uint (value);

  if (place >= count_names (choice))
    return NULL;
  return g_variant_new_int32 (choice->values[place]);
}

static void
enum_chosen_cb (AdwComboRow *row, GParamSpec *spec, EwPreferencesDialog *dialog)
{
  g_settings_set_enum (dialog->settings, scheme_choice.key,
                       adw_combo_row_get_selected (row));
}

static void
bind_choice (EwPreferencesDialog *dialog, const Choice *choice, GtkWidget *row)
{
  if (choice->values) {
    g_settings_bind_with_mapping (
        dialog->settings, choice->key, row, "selected", G_SETTINGS_BIND_DEFAULT,
        get_choice_cb, set_choice_cb, (gpointer) choice, NULL);
    return;
  }
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (row), g_settings_get_enum (dialog->settings, choice->key));
  g_signal_connect (row, "notify::selected", G_CALLBACK (enum_chosen_cb),
                    dialog);
}

static GtkWidget *
new_choice_row (EwPreferencesDialog *dialog, const Choice *choice)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (const char *const *name = choice->names; *name; name++)
    gtk_string_list_append (names, _ (*name));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choice->title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  bind_choice (dialog, choice, row);
  return row;
}

static AdwPreferencesGroup *
new_group (AdwPreferencesPage *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_toggles (EwPreferencesDialog *dialog, AdwPreferencesGroup *group,
             const Toggle *toggles)
{
  for (; toggles->key; toggles++)
    adw_preferences_group_add (group, new_toggle_row (dialog, toggles));
}

static void
fill (EwPreferencesDialog *dialog)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *view =
      new_group (ADW_PREFERENCES_PAGE (page), _ ("View"));
  AdwPreferencesGroup *editing =
      new_group (ADW_PREFERENCES_PAGE (page), _ ("Editing"));
  AdwPreferencesGroup *people =
      new_group (ADW_PREFERENCES_PAGE (page), _ ("People"));
  AdwPreferencesGroup *sync =
      new_group (ADW_PREFERENCES_PAGE (page), _ ("Sync"));
  GtkWidget *pace = new_choice_row (dialog, &pace_choice);

  adw_preferences_group_add (view, new_choice_row (dialog, &scheme_choice));
  add_toggles (dialog, view, view_toggles);
  add_toggles (dialog, editing, editing_toggles);
  add_toggles (dialog, people, people_toggles);
  add_toggles (dialog, sync, sync_toggles);
  adw_preferences_group_add (sync, pace);
  g_settings_bind (dialog->settings, "sync-automatically", pace, "sensitive",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_NO_SENSITIVITY);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog),
                              ADW_PREFERENCES_PAGE (page));
}

static void
dispose (GObject *object)
{
  g_clear_object (&EW_PREFERENCES_DIALOG (object)->settings);
  G_OBJECT_CLASS (ew_preferences_dialog_parent_class)->dispose (object);
}

static void
ew_preferences_dialog_class_init (EwPreferencesDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
}

static void
ew_preferences_dialog_init (EwPreferencesDialog *dialog)
{
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (dialog),
                                             FALSE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, 720);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Preferences"));
}

GtkWidget *
ew_preferences_dialog_new (GtkWindow *parent, GSettings *settings)
{
  EwPreferencesDialog *dialog =
      g_object_new (EW_TYPE_PREFERENCES_DIALOG, "transient-for", parent,
                    "modal", parent != NULL, NULL);

  dialog->settings = g_object_ref (settings);
  fill (dialog);
  return GTK_WIDGET (dialog);
}
