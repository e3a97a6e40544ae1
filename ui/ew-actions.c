#include "ew-actions.h"

#include <glib/gi18n-lib.h>

#define GENERAL N_ ("General")
#define EDITING N_ ("Editing")
#define WALKTHROUGH N_ ("Walkthrough")
#define VIEW N_ ("View")
#define WALKING N_ ("From Object to Object")

const EwAction ew_actions[] = {
  { "win.new-board", N_ ("New Board"), "<Control>n", GENERAL, EW_REACH_APP },
  { "win.sync", N_ ("Sync Now"), "<Control>s", GENERAL, EW_REACH_APP },
  { "win.cancel-sync", N_ ("Cancel Sync"), NULL, GENERAL, EW_REACH_WINDOW },
  { "win.accept-rewritten", N_ ("Go On from the New History"), NULL, GENERAL,
    EW_REACH_WINDOW },
  { "win.inbox", N_ ("Inbox"), "<Control>i", GENERAL, EW_REACH_APP },
  { "win.catch-up", N_ ("Catch Up"), "F4", GENERAL, EW_REACH_APP },
  { "win.changes", N_ ("Changes"), "<Control><Shift>F8", GENERAL,
    EW_REACH_APP },
  { "win.next-change", N_ ("Next Change"), "F8", GENERAL, EW_REACH_APP },
  { "win.previous-change", N_ ("Previous Change"), "<Shift>F8", GENERAL,
    EW_REACH_APP },
  { "win.changes-seen", N_ ("Changes Seen"), "<Control>F8", GENERAL,
    EW_REACH_APP },
  { "win.history", N_ ("History"), "<Control>h", GENERAL, EW_REACH_APP },
  { "win.biography", N_ ("Who and When"), "<Control>b", GENERAL,
    EW_REACH_CANVAS },
  { "win.restore-version", N_ ("Restore Board"), NULL, GENERAL,
    EW_REACH_WINDOW },
  { "win.restore-objects", N_ ("Restore Selected Objects"), "<Control><Shift>h",
    GENERAL, EW_REACH_WINDOW },
  { "win.leave-past", N_ ("Back to Now"), NULL, GENERAL, EW_REACH_WINDOW },
  { "win.share", N_ ("Share Workspace…"), NULL, GENERAL, EW_REACH_WINDOW },
  { "win.rename-board", N_ ("Rename Board…"), NULL, GENERAL, EW_REACH_WINDOW },
  { "win.board-intent", N_ ("Purpose and People…"), "<Control><Shift>b",
    GENERAL, EW_REACH_APP },
  { "win.delete-board", N_ ("Delete Board"), NULL, GENERAL, EW_REACH_WINDOW },
  { "win.deleted-boards", N_ ("Deleted Boards…"), NULL, GENERAL,
    EW_REACH_WINDOW },
  { "app.new-workspace", N_ ("New Workspace…"), NULL, GENERAL, EW_REACH_APP },
  { "app.join-workspace", N_ ("Join Workspace…"), NULL, GENERAL, EW_REACH_APP },
  { "win.repair-board", N_ ("Repair Board…"), NULL, GENERAL, EW_REACH_WINDOW },
  { "win.fault-details", N_ ("What Is Wrong"), NULL, GENERAL, EW_REACH_WINDOW },
  { "app.keep-tool", N_ ("Keep Tool in Hand"), "q", GENERAL, EW_REACH_LETTER },
  { "app.single-letter-shortcuts", N_ ("Single-Letter Shortcuts"), NULL,
    GENERAL, EW_REACH_APP },
  { "win.shortcuts", N_ ("Keyboard Shortcuts"), "<Control>question <Control>F1",
    GENERAL, EW_REACH_APP },
  { "win.profile", N_ ("My Profile…"), NULL, GENERAL, EW_REACH_WINDOW },
  { "app.preferences", N_ ("Preferences"), "<Control>comma", GENERAL,
    EW_REACH_APP },
  { "app.about", N_ ("About Elsewhen"), NULL, GENERAL, EW_REACH_APP },
  { "window.close", N_ ("Close Window"), "<Control>w", GENERAL, EW_REACH_APP },
  { "app.quit", N_ ("Quit"), "<Control>q", GENERAL, EW_REACH_APP },
  { "win.undo", N_ ("Undo"), "<Control>z", EDITING, EW_REACH_WINDOW },
  { "win.redo", N_ ("Redo"), "<Control><Shift>z <Control>y", EDITING,
    EW_REACH_WINDOW },
  { "win.new-note", N_ ("New Sticky Note"), "n", EDITING, EW_REACH_LETTER },
  { "win.edit", N_ ("Edit"), "F2 Return KP_Enter", EDITING, EW_REACH_CANVAS },
  { "win.tick", N_ ("Tick or Untick…"),
    "<Control><Shift>Return <Control><Shift>KP_Enter", EDITING,
    EW_REACH_CANVAS },
  { "win.add-branch", N_ ("Add Branch"), "<Alt>Return <Alt>KP_Enter", EDITING,
    EW_REACH_CANVAS },
  { "win.add-sibling", N_ ("Add Next Branch"),
    "<Alt><Shift>Return <Alt><Shift>KP_Enter", EDITING, EW_REACH_CANVAS },
  { "win.comment", N_ ("Comment"), "c", EDITING, EW_REACH_LETTER },
  { "win.react", N_ ("React…"), "<Control>e", EDITING, EW_REACH_CANVAS },
  { "win.link", N_ ("Add or Change Link…"), "<Control>k", EDITING,
    EW_REACH_CANVAS },
  { "win.open-link", N_ ("Open Link"), "<Control>Return", EDITING,
    EW_REACH_CANVAS },
  { "win.play-walkthrough", N_ ("Play Walkthrough"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.attach-media", N_ ("Attach a Film or Sound…"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.play-file", N_ ("Play File"), NULL, EDITING, EW_REACH_WINDOW },
  { "win.captions", N_ ("Captions"), NULL, WALKTHROUGH, EW_REACH_WINDOW },
  { "win.import-captions", N_ ("Import Captions…"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.export-captions", N_ ("Export Captions…"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.export-walkthrough", N_ ("Export Walkthrough…"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.export-cancel", N_ ("Cancel the Export"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.record-pause", N_ ("Pause the Recording"), "F7", WALKTHROUGH,
    EW_REACH_APP },
  { "win.record-chapter", N_ ("Begin a Chapter"), "<Control>F7", WALKTHROUGH,
    EW_REACH_APP },
  { "win.record-stop", N_ ("Stop the Recording"), "<Shift>F7", WALKTHROUGH,
    EW_REACH_APP },
  { "win.tour-play", N_ ("Play or Pause"), NULL, WALKTHROUGH, EW_REACH_WINDOW },
  { "win.tour-back", N_ ("Back"), NULL, WALKTHROUGH, EW_REACH_WINDOW },
  { "win.tour-forward", N_ ("Forward"), NULL, WALKTHROUGH, EW_REACH_WINDOW },
  { "win.tour-return", N_ ("Return to Tour"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.tour-comment", N_ ("Comment on This Moment"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.tour-recorded", N_ ("As Recorded"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.tour-captions", N_ ("Captions"), NULL, WALKTHROUGH, EW_REACH_WINDOW },
  { "win.tour-export", N_ ("Export Walkthrough…"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.tour-close", N_ ("Close the Walkthrough"), NULL, WALKTHROUGH,
    EW_REACH_WINDOW },
  { "win.settle", N_ ("Choose a Version…"), "<Control><Shift>v", EDITING,
    EW_REACH_CANVAS },
  { "win.cut", N_ ("Cut"), "<Control>x", EDITING, EW_REACH_CANVAS },
  { "win.copy", N_ ("Copy"), "<Control>c", EDITING, EW_REACH_CANVAS },
  { "win.paste", N_ ("Paste"), "<Control>v", EDITING, EW_REACH_CANVAS },
  { "win.duplicate", N_ ("Duplicate"), "<Control>d", EDITING, EW_REACH_CANVAS },
  { "win.delete", N_ ("Delete"), "Delete BackSpace KP_Delete", EDITING,
    EW_REACH_CANVAS },
  { "win.raise", N_ ("Bring to Front"),
    "<Control><Shift>bracketright <Control>braceright", EDITING,
    EW_REACH_CANVAS },
  { "win.lower", N_ ("Send to Back"),
    "<Control><Shift>bracketleft <Control>braceleft", EDITING,
    EW_REACH_CANVAS },
  { "win.forward", N_ ("Bring Forward"), "<Control>bracketright", EDITING,
    EW_REACH_CANVAS },
  { "win.backward", N_ ("Send Backward"), "<Control>bracketleft", EDITING,
    EW_REACH_CANVAS },
  { "win.group", N_ ("Group"), "<Control>g", EDITING, EW_REACH_CANVAS },
  { "win.ungroup", N_ ("Ungroup"), "<Control><Shift>g", EDITING,
    EW_REACH_CANVAS },
  { "win.lock", N_ ("Lock or Unlock"), "<Control><Shift>l", EDITING,
    EW_REACH_CANVAS },
  { "win.align-left", N_ ("Align Left"), "<Alt>a", EDITING, EW_REACH_CANVAS },
  { "win.align-center", N_ ("Align Center"), "<Alt>h", EDITING,
    EW_REACH_CANVAS },
  { "win.align-right", N_ ("Align Right"), "<Alt>d", EDITING, EW_REACH_CANVAS },
  { "win.align-top", N_ ("Align Top"), "<Alt>w", EDITING, EW_REACH_CANVAS },
  { "win.align-middle", N_ ("Align Middle"), "<Alt>v", EDITING,
    EW_REACH_CANVAS },
  { "win.align-bottom", N_ ("Align Bottom"), "<Alt>s", EDITING,
    EW_REACH_CANVAS },
  { "win.distribute-across", N_ ("Distribute Horizontally"), "<Alt><Shift>h",
    EDITING, EW_REACH_CANVAS },
  { "win.distribute-down", N_ ("Distribute Vertically"), "<Alt><Shift>v",
    EDITING, EW_REACH_CANVAS },
  { "win.connect", N_ ("Connect…"), "<Control>l", EDITING, EW_REACH_CANVAS },
  { "win.wider", N_ ("Wider"), "<Alt>Right", EDITING, EW_REACH_CANVAS },
  { "win.narrower", N_ ("Narrower"), "<Alt>Left", EDITING, EW_REACH_CANVAS },
  { "win.taller", N_ ("Taller"), "<Alt>Down", EDITING, EW_REACH_CANVAS },
  { "win.shorter", N_ ("Shorter"), "<Alt>Up", EDITING, EW_REACH_CANVAS },
  { "win.turn-right", N_ ("Turn Right"), "<Control>r", EDITING,
    EW_REACH_CANVAS },
  { "win.turn-left", N_ ("Turn Left"), "<Control><Shift>r", EDITING,
    EW_REACH_CANVAS },
  { "win.copy-style", N_ ("Copy Style"), "<Control><Alt>c", EDITING,
    EW_REACH_CANVAS },
  { "win.paste-style", N_ ("Paste Style"), "<Control><Alt>v", EDITING,
    EW_REACH_CANVAS },
  { "win.context-menu", N_ ("Context Menu"), "Menu <Shift>F10", EDITING,
    EW_REACH_CANVAS },
  { "win.select-all", N_ ("Select All"), "<Control>a", EDITING,
    EW_REACH_CANVAS },
  { "win.zoom-in", N_ ("Zoom In"),
    "<Control>plus <Control>equal <Control>KP_Add", VIEW, EW_REACH_APP },
  { "win.zoom-out", N_ ("Zoom Out"), "<Control>minus <Control>KP_Subtract",
    VIEW, EW_REACH_APP },
  { "win.zoom-normal", N_ ("100 %"), "<Control>0 <Control>KP_0", VIEW,
    EW_REACH_APP },
  { "win.zoom-fit", N_ ("Fit All"), "<Shift>1 exclam", VIEW, EW_REACH_CANVAS },
  { "win.zoom-selection", N_ ("Fit Selection"), "<Shift>2 at quotedbl", VIEW,
    EW_REACH_CANVAS },
  { "app.show-grid", N_ ("Show Grid"), "<Control>apostrophe", VIEW,
    EW_REACH_APP },
  { "app.check-spelling", N_ ("Check Spelling"), NULL, EDITING, EW_REACH_APP },
  { "app.show-authors", N_ ("Show Authors"), NULL, VIEW, EW_REACH_APP },
  { "app.show-minimap", N_ ("Show Minimap"), NULL, VIEW, EW_REACH_APP },
  { "win.sidebar", N_ ("Boards"), "<Shift>F9", VIEW, EW_REACH_APP },
  { "win.panel", N_ ("Side Panel"), "F9", VIEW, EW_REACH_APP },
  { "win.fullscreen", N_ ("Full Screen"), "F11", VIEW, EW_REACH_APP },
  { "win.walk-next", N_ ("Next Object"), "Tab", WALKING, EW_REACH_CANVAS },
  { "win.walk-previous", N_ ("Previous Object"), "<Shift>Tab", WALKING,
    EW_REACH_CANVAS },
  { "win.walk-left", N_ ("Object to the Left"), "<Control>Left", WALKING,
    EW_REACH_CANVAS },
  { "win.walk-right", N_ ("Object to the Right"), "<Control>Right", WALKING,
    EW_REACH_CANVAS },
  { "win.walk-up", N_ ("Object Above"), "<Control>Up", WALKING,
    EW_REACH_CANVAS },
  { "win.walk-down", N_ ("Object Below"), "<Control>Down", WALKING,
    EW_REACH_CANVAS },
  { "win.extend-left", N_ ("Select Also to the Left"), "<Control><Shift>Left",
    WALKING, EW_REACH_CANVAS },
  { "win.extend-right", N_ ("Select Also to the Right"),
    "<Control><Shift>Right", WALKING, EW_REACH_CANVAS },
  { "win.extend-up", N_ ("Select Also Above"), "<Control><Shift>Up", WALKING,
    EW_REACH_CANVAS },
  { "win.extend-down", N_ ("Select Also Below"), "<Control><Shift>Down",
    WALKING, EW_REACH_CANVAS },
  { "win.walk-first", N_ ("First Object"), "Home", WALKING, EW_REACH_CANVAS },
  { "win.walk-last", N_ ("Last Object"), "End", WALKING, EW_REACH_CANVAS },
  { "win.move-to-frame", N_ ("Move into Frame…"), "<Control><Shift>m", WALKING,
    EW_REACH_WINDOW },
  { "win.outline", N_ ("Outline"), "<Control><Shift>o", WALKING, EW_REACH_APP },
  { "win.next-pane", N_ ("Next Part of the Window"), "F6", WALKING,
    EW_REACH_APP },
  { "win.previous-pane", N_ ("Previous Part of the Window"), "<Shift>F6",
    WALKING, EW_REACH_APP },
  { NULL },
};

const EwAction *
ew_action_find (const char *name)
{
  for (const EwAction *action = ew_actions; action->name != NULL; action++)
    if (g_strcmp0 (action->name, name) == 0)
      return action;
  return NULL;
}

static char **
split_accels (const EwAction *action)
{
  return g_strsplit (action->accels ? action->accels : "", " ", -1);
}

bool
ew_actions_have_accel (const char *accel)
{
  for (const EwAction *action = ew_actions; action->name != NULL; action++) {
    g_auto (GStrv) accels = split_accels (action);

    if (g_strv_contains ((const char *const *) accels, accel))
      return true;
  }
  return false;
}

static char *
first_accel (const EwAction *action)
{
  g_auto (GStrv) accels = split_accels (action);

  return g_strdup (accels[0]);
}

char *
ew_action_tooltip (const char *name)
{
  const EwAction *action = ew_action_find (name);
  g_autofree char *accel = NULL;
  g_autofree char *label = NULL;
  GdkModifierType mods;
  guint key;

  if (action == NULL)
    return NULL;
  accel = first_accel (action);
  if (accel == NULL || !gtk_accelerator_parse (accel, &key, &mods))
    return g_strdup (_ (action->title));
  label = gtk_accelerator_get_label (key, mods);
  return g_strdup_printf ("%s (%s)", _ (action->title), label);
}

GMenuItem *
ew_action_menu_item (const char *name)
{
  const EwAction *action = ew_action_find (name);
  g_autofree char *accel = NULL;
  GMenuItem *item;

  g_return_val_if_fail (action != NULL, NULL);

  item = g_menu_item_new (_ (action->title), action->name);
  accel = first_accel (action);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  return item;
}

static void
append_section (GMenu *menu, const char *const *names)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (; *names != NULL; names++) {
    g_autoptr (GMenuItem) item = ew_action_menu_item (*names);

    g_menu_append_item (section, item);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
ew_actions_menu (const char *const *names)
{
  GMenu *menu = g_menu_new ();

  while (*names != NULL) {
    append_section (menu, names);
    while (*names != NULL)
      names++;
    names++;
  }
  return G_MENU_MODEL (menu);
}

void
ew_actions_bind (GtkApplication *app)
{
  for (const EwAction *action = ew_actions; action->name != NULL; action++) {
    g_auto (GStrv) accels = split_accels (action);

    if (action->reach == EW_REACH_APP)
      gtk_application_set_accels_for_action (app, action->name,
                                             (const char *const *) accels);
  }
}

static void
add_shortcuts (GtkShortcutController *controller, const EwAction *action)
{
  g_auto (GStrv) accels = split_accels (action);

  for (char **accel = accels; *accel != NULL; accel++) {
    GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (*accel);

    g_return_if_fail (trigger != NULL);
    gtk_shortcut_controller_add_shortcut (
        controller,
        gtk_shortcut_new (trigger, gtk_named_action_new (action->name)));
  }
}

GtkEventController *
ew_actions_controller (EwReach reach)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (const EwAction *action = ew_actions; action->name != NULL; action++)
    if (action->reach == reach && action->accels != NULL)
      add_shortcuts (GTK_SHORTCUT_CONTROLLER (controller), action);
  return controller;
}

/* GTK calls a button with an icon "GtkImage", and one with a mnemonic
 * "_Add Add". */
static void
name_button (GtkButton *button, const EwAction *action)
{
  const char *label = gtk_button_get_label (button);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *name = NULL;

  if (label != NULL && !gtk_button_get_use_underline (button))
    return;
  pieces = g_strsplit (label != NULL ? label : _ (action->title), "_", -1);
  name = g_strjoinv ("", pieces);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
dress_one (GtkWidget *widget)
{
  const char *name = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));
  g_autofree char *tooltip = ew_action_tooltip (name);

  if (tooltip == NULL)
    return;
  if (gtk_widget_get_tooltip_text (widget) == NULL)
    gtk_widget_set_tooltip_text (widget, tooltip);
  if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget), ew_action_find (name));
}

void
ew_actions_dress (GtkWidget *root)
{
  GtkWidget *child = gtk_widget_get_first_child (root);

  if (GTK_IS_ACTIONABLE (root))
    dress_one (root);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    ew_actions_dress (child);
}
