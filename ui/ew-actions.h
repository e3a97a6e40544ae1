/* The table of actions: what each is called, which keys press it, and where.
 *
 * Menus, tooltips, keys and the shortcuts window all come from here; what an
 * action does stands with the window that installs it. */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Where the keys of an action are heard. */
typedef enum {
  EW_REACH_APP, /* everywhere, before any widget                      */
  EW_REACH_WINDOW, /* everywhere, after the widget with the focus: an
                      entry keeps its own Ctrl+Z                      */
  EW_REACH_CANVAS, /* with the focus on the canvas                       */
  EW_REACH_LETTER, /* the same, and people may switch them off           */
} EwReach;

typedef struct {
  const char *name; /* "win.undo"                                   */
  const char *title; /* N_("Undo")                                   */
  const char *accels; /* "<Control>z", further ones after a space; or
                         NULL                                         */
  const char *section; /* N_("Editing"): in the shortcuts window       */
  EwReach reach;
} EwAction;

/* Ends with one without a name. */
extern const EwAction ew_actions[];
/* Returns: (nullable). */
const EwAction *ew_action_find (const char *name);
/* Whether some action has the key, given as GTK's accelerator. */
bool ew_actions_have_accel (const char *accel);

/* "Undo (Ctrl+Z)".  Returns: (transfer full) (nullable). */
char *ew_action_tooltip (const char *name);
/* For a menu, with its key.  Returns: (transfer full). */
GMenuItem *ew_action_menu_item (const char *name);
/* Of action names: each section ends with NULL, the menu with an empty section.
 * Returns: (transfer full). */
GMenuModel *ew_actions_menu (const char *const *names);

/* Gives @app the keys that reach everywhere. */
void ew_actions_bind (GtkApplication *app);
/* The keys of @reach, for gtk_widget_add_controller(). */
GtkEventController *ew_actions_controller (EwReach reach);

/* Gives every button below @root that has an action of the table its tooltip
 * and, when it shows only an icon, its name for a screen reader. */
void ew_actions_dress (GtkWidget *root);

G_END_DECLS
