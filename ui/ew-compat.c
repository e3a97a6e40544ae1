#include "ew-compat.h"

#if GTK_CHECK_VERSION(4, 14, 0)

void
ew_compat_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

#else

static void
set_name (GtkWindow *window, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (window),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Now nobody listens to this window, so its name is not read out. */
static void
is_active_cb (GtkWindow *window, GParamSpec *pspec, gpointer data)
{
  const char *title = gtk_window_get_title (window);

  if (!gtk_window_is_active (window))
    set_name (window, title != NULL ? title : "");
}

static void
watch (GtkWindow *window)
{
  if (g_object_get_data (G_OBJECT (window), "ew-announced") == NULL)
    g_signal_connect (window, "notify::is-active", G_CALLBACK (is_active_cb),
                      NULL);
}

/* While a popover has the focus it is the active window to a screen reader,
 * which then listens to what the focus says of itself. */
static GtkWidget *
focus_in_popover (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || gtk_widget_get_native (focus) == GTK_NATIVE (root))
    return NULL;
  /* The text inside an entry is no accessible of its own. */
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

void
ew_compat_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root;
  GtkWidget *focus;
  const char *before;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;
  focus = focus_in_popover (root);
  if (focus != NULL) {
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
    return;
  }
  watch (GTK_WINDOW (root));
  before = g_object_get_data (G_OBJECT (root), "ew-announced");
  /* The same twice is no change, and would not be read. */
  name = g_strconcat (text, g_strcmp0 (before, text) == 0 ? " " : "", NULL);
  set_name (GTK_WINDOW (root), name);
  g_object_set_data_full (G_OBJECT (root), "ew-announced",
                          g_steal_pointer (&name), g_free);
}

#endif
