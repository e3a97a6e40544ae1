/* The clipboard: text out, text and links in. */
#include "ew-window-private.h"

#include "ew-verbs.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

/* A paste beyond this is no note any more. */
#define PASTE_MAX 100000

static GdkClipboard *
clipboard_of (EwWindow *window)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (window));
}

static void
copy_text (EwWindow *window)
{
  g_autoptr (GPtrArray) objects =
      ew_selection_objects (window->selection, ew_window_board (window));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < objects->len; i++) {
    g_autofree char *own = ew_object_to_text (objects->pdata[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", own);
  }
  if (objects->len > 0)
    gdk_clipboard_set_text (clipboard_of (window), text->str);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (EW_WINDOW (widget)->board != NULL)
    copy_text (EW_WINDOW (widget));
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_cb (widget, name, parameter);
  gtk_widget_activate_action (widget, "win.delete", NULL);
}

static bool
is_link (const char *text)
{
  return strpbrk (text, " \t\r\n") == NULL && ew_url_is_safe (text);
}

static EwEdit *
edit_for (EwWindow *window, const char *text, char **id)
{
  g_autofree char *color =
      g_settings_get_string (window->settings, "note-color");
  const char *fields[] = { "color", color, "text", text, NULL };
  const EwBoard *board = ew_window_board (window);
  EwPoint at = ew_canvas_place (window->canvas);

  if (is_link (text))
    return ew_verb_paste_link (board, text, at, id);
  return ew_verb_create (board, ew_kind_by_name ("note"), at, EW_RECT_EMPTY,
                         fields, id);
}

static void
paste_text (EwWindow *window, gpointer text)
{
  g_autofree char *id = NULL;

  if (ew_window_board (window) != NULL &&
      ew_window_apply (window, edit_for (window, text, &id), 0))
    ew_window_select (window, id);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *g_strstrip (text) == '\0')
    ew_window_say (window, _ ("Only text and links can be pasted"));
  else if (strlen (text) > PASTE_MAX)
    ew_window_say (window, _ ("That is too long for a note"));
  else
    ew_window_with_identity (window, paste_text, g_steal_pointer (&text),
                             g_free);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (window->board != NULL)
    gdk_clipboard_read_text_async (clipboard_of (window), NULL, text_read_cb,
                                   g_object_ref (window));
}

void
ew_window_paste_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.copy", NULL, copy_cb);
  gtk_widget_class_install_action (class, "win.cut", NULL, cut_cb);
  gtk_widget_class_install_action (class, "win.paste", NULL, paste_cb);
}
