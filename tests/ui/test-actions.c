#include "ew-actions.h"
#include "ew-application.h"
#include "ew-window.h"

static bool
reaches_together (const EwAction *a, const EwAction *b)
{
  return a->reach == b->reach || a->reach == EW_REACH_APP ||
         b->reach == EW_REACH_APP;
}

static void
assert_no_common_key (const EwAction *a, const EwAction *b)
{
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) others = NULL;

  if (a->accels == NULL || b->accels == NULL || !reaches_together (a, b))
    return;
  keys = g_strsplit (a->accels, " ", -1);
  others = g_strsplit (b->accels, " ", -1);
  for (char **key = keys; *key != NULL; key++)
    g_assert_false (g_strv_contains ((const char *const *) others, *key));
}

static void
test_keys_are_unique (void)
{
  for (const EwAction *a = ew_actions; a->name != NULL; a++)
    for (const EwAction *b = a + 1; b->name != NULL; b++) {
      g_assert_cmpstr (a->name, !=, b->name);
      assert_no_common_key (a, b);
    }
}

static void
test_keys_are_keys (void)
{
  for (const EwAction *action = ew_actions; action->name != NULL; action++) {
    g_auto (GStrv) accels =
        g_strsplit (action->accels ? action->accels : "", " ", -1);

    for (char **accel = accels; *accel != NULL; accel++) {
      guint key;
      GdkModifierType mods;

      g_assert_true (gtk_accelerator_parse (*accel, &key, &mods));
      g_assert_cmpuint (key, !=, 0);
      /* Taken by GTK for emoji, and by desktops. */
      g_assert_false (mods & GDK_SUPER_MASK);
      g_assert_cmpstr (*accel, !=, "<Control>period");
      g_assert_cmpstr (*accel, !=, "<Control>semicolon");
    }
  }
}

static bool
is_installed (GtkWidgetClass *class, const char *wanted)
{
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (class, i, &owner, &name,
                                                   &type, &property);
       i++)
    if (g_str_equal (name, wanted))
      return true;
  return false;
}

/* Nothing in a menu or in the shortcuts window does nothing. */
static void
test_every_action_is_there (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (EW_TYPE_WINDOW);
  g_autoptr (GtkApplication) app = ew_application_new ();

  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));

  for (const EwAction *action = ew_actions; action->name != NULL; action++) {
    if (g_str_has_prefix (action->name, "app."))
      g_assert_true (
          g_action_group_has_action (G_ACTION_GROUP (app), action->name + 4));
    else
      g_assert_true (is_installed (GTK_WIDGET_CLASS (class), action->name));
  }
}

static void
test_tooltip_names_the_key (void)
{
  g_autofree char *undo = ew_action_tooltip ("win.undo");
  g_autofree char *share = ew_action_tooltip ("win.share");

  g_assert_cmpstr (undo, ==, "Undo (Ctrl+Z)");
  g_assert_cmpstr (share, ==, "Share Workspace…");
  g_assert_null (ew_action_tooltip ("win.nothing"));
}

static void
test_button_gets_its_name (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  g_object_ref_sink (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo");
  ew_actions_dress (button);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Undo (Ctrl+Z)");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo");
  g_object_unref (button);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actions/keys-unique", test_keys_are_unique);
  g_test_add_func ("/actions/keys-parse", test_keys_are_keys);
  g_test_add_func ("/actions/installed", test_every_action_is_there);
  g_test_add_func ("/actions/tooltip", test_tooltip_names_the_key);
  g_test_add_func ("/actions/name", test_button_gets_its_name);
  return g_test_run ();
}
