#include "ew-stand-in.h"

#include <stdbool.h>

struct _EwStandIn {
  GtkWidget parent_instance;
  char *id, *label;
  GdkRectangle place;
};

G_DEFINE_FINAL_TYPE (EwStandIn, ew_stand_in, GTK_TYPE_WIDGET)

enum {
  FOCUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What each action is called here, and what the window calls it. */
static const struct {
  const char *own, *window;
} actions[] = {
  { "object.edit", "win.edit" },       { "object.open", "win.open-link" },
  { "object.comment", "win.comment" }, { "object.move", "win.move-to-frame" },
  { "object.delete", "win.delete" },
};

/* The window acts on what is selected, and what has the focus is. */
static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].own, name))
      gtk_widget_activate_action (widget, actions[i].window, NULL);
}

static void
state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  bool had = before & GTK_STATE_FLAG_FOCUSED;
  bool has = gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUSED;

  if (had != has)
    g_signal_emit (widget, signals[FOCUSED], 0);
}

static void
finalize (GObject *object)
{
  EwStandIn *stand_in = EW_STAND_IN (object);

  g_free (stand_in->id);
  g_free (stand_in->label);
  G_OBJECT_CLASS (ew_stand_in_parent_class)->finalize (object);
}

static void
ew_stand_in_class_init (EwStandInClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  widget_class->state_flags_changed = state_flags_changed;
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].own, NULL,
                                     act_cb);
  signals[FOCUSED] =
      g_signal_new ("focused", EW_TYPE_STAND_IN, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_stand_in_init (EwStandIn *stand_in)
{
  gtk_widget_set_focusable (GTK_WIDGET (stand_in), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (stand_in), FALSE);
}

EwStandIn *
ew_stand_in_new (const char *id)
{
  EwStandIn *stand_in = g_object_new (EW_TYPE_STAND_IN, NULL);

  stand_in->id = g_strdup (id);
  return stand_in;
}

const char *
ew_stand_in_id (EwStandIn *stand_in)
{
  return stand_in->id;
}

void
ew_stand_in_set_label (EwStandIn *stand_in, const char *label)
{
  if (g_strcmp0 (stand_in->label, label) == 0)
    return;
  g_free (stand_in->label);
  stand_in->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stand_in),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ew_stand_in_set_place (EwStandIn *stand_in, const GdkRectangle *place)
{
  stand_in->place = *place;
}

void
ew_stand_in_allocate (EwStandIn *stand_in)
{
  gtk_widget_size_allocate (GTK_WIDGET (stand_in), &stand_in->place, -1);
}
