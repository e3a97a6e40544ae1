/* Out to the clipboard. */
#include "ew-window-private.h"

#include "ew-clip-content.h"

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  g_autoptr (GdkContentProvider) content =
      board != NULL ? ew_clip_content_new (window->session, board, ids) : NULL;

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_cb (widget, name, parameter);
  gtk_widget_activate_action (widget, "win.delete", NULL);
}

void
ew_window_clip_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.copy", NULL, copy_cb);
  gtk_widget_class_install_action (class, "win.cut", NULL, cut_cb);
}
