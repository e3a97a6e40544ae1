/* In from the clipboard: our own objects, text, links, pictures and files. */
#include "ew-window-private.h"

#include "ew-clip.h"
#include "ew-session-assets.h"
#include "ew-verbs-asset.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

/* What is dropped or pasted at once, and how far apart it comes to lie. */
#define MAX_FILES 50
#define STEP_ASIDE 36.0

static GdkClipboard *
clipboard_of (EwWindow *window)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (window));
}

/* --- Text --------------------------------------------------------------- */

typedef struct {
  char *text;
  EwPoint at;
} Words;

static void
words_free (gpointer data)
{
  g_free (((Words *) data)->text);
  g_free (data);
}

static bool
is_link (const char *text)
{
  return strpbrk (text, " \t\r\n") == NULL && ew_url_is_safe (text);
}

static void
paste_link (EwWindow *window, const Words *words)
{
  g_autofree char *id = NULL;
  EwEdit *edit = ew_verb_paste_link (ew_window_board (window), words->text,
                                     words->at, &id);

  if (ew_window_apply (window, edit, 0))
    ew_window_select (window, id);
}

static void
paste_notes (EwWindow *window, const Words *words)
{
  g_autofree char *color =
      g_settings_get_string (window->settings, "note-color");
  const EwClipNotes notes = { words->text, color, words->at };
  GPtrArray *ids = NULL;
  guint left_out = 0;
  EwEdit *edit =
      ew_clip_paste_notes (ew_window_board (window), &notes, &ids, &left_out);
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u line is too many or too long and was left out",
          "%u lines are too many or too long and were left out", left_out),
      left_out);

  ew_window_apply_pasted (window, edit, ids);
  if (left_out > 0)
    ew_window_say (window, sentence);
}

static void
paste_words (EwWindow *window, gpointer data)
{
  const Words *words = data;

  if (ew_window_board (window) == NULL)
    return;
  if (is_link (words->text))
    paste_link (window, words);
  else
    paste_notes (window, words);
}

void
ew_window_put_text (EwWindow *window, const char *text, EwPoint at)
{
  Words *words = g_new0 (Words, 1);

  words->text = g_strstrip (g_utf8_make_valid (text, -1));
  words->at = at;
  if (*words->text != '\0') {
    ew_window_with_identity (window, paste_words, words, words_free);
    return;
  }
  ew_window_say (window, _ ("There is nothing here that can be pasted"));
  words_free (words);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (window->canvas != NULL)
    ew_window_put_text (window, text != NULL ? text : "",
                        ew_canvas_place (window->canvas));
}

/* --- Pictures and files ------------------------------------------------- */

typedef struct {
  EwWindow *window;
  char *board; /* that it was put on */
  EwPoint at;
} Coming;

static Coming *
coming_new (EwWindow *window, EwPoint at)
{
  Coming *coming = g_new0 (Coming, 1);

  *coming = (Coming){ g_object_ref (window), g_strdup (window->board), at };
  return coming;
}

static void
coming_free (Coming *coming)
{
  g_object_unref (coming->window);
  g_free (coming->board);
  g_free (coming);
}

static void
asset_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Coming *coming = data;
  EwWindow *window = coming->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwAsset) asset =
      ew_session_add_asset_finish (EW_SESSION (source), result, &error);
  g_autofree char *id = NULL;

  if (asset == NULL)
    ew_window_say (window, error->message);
  else if (window->canvas != NULL &&
           g_strcmp0 (window->board, coming->board) == 0 &&
           ew_window_apply (window,
                            ew_verb_add_asset (ew_window_board (window), asset,
                                               coming->at, &id),
                            0))
    ew_window_select (window, id);
  coming_free (coming);
}

void
ew_window_put_bytes (EwWindow *window, GBytes *bytes, EwPoint at)
{
  ew_session_add_bytes_async (window->session, bytes, NULL, NULL,
                              asset_added_cb, coming_new (window, at));
}

void
ew_window_put_files (EwWindow *window, GSList *files, EwPoint at)
{
  for (guint i = 0; files != NULL && i < MAX_FILES; i++) {
    ew_session_add_file_async (window->session, files->data, NULL,
                               asset_added_cb, coming_new (window, at));
    at = (EwPoint){ at.x + STEP_ASIDE, at.y + STEP_ASIDE };
    files = files->next;
  }
  if (files != NULL)
    ew_window_say (window, _ ("Only the first 50 files were taken"));
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GError) error = NULL;
  const GValue *value =
      gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    ew_window_say (window, error->message);
  else if (window->canvas != NULL && window->board != NULL)
    ew_window_put_files (window, g_value_get_boxed (value),
                         ew_canvas_place (window->canvas));
}

/* --- A picture as bytes -------------------------------------------------- */

static void
picture_read_cb (EwWindow *window, GBytes *bytes, const GError *error,
                 gpointer data)
{
  if (bytes == NULL)
    ew_window_say (window, error->message);
  else if (window->board != NULL)
    ew_window_put_bytes (window, bytes, ew_canvas_place (window->canvas));
}

/* --- The action --------------------------------------------------------- */

static bool
has_image (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_mime_type (formats, "image/png") ||
         gdk_content_formats_contain_mime_type (formats, "image/jpeg");
}

static bool
has_text (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
         gdk_content_formats_contain_mime_type (formats,
                                                "text/plain;charset=utf-8") ||
         gdk_content_formats_contain_mime_type (formats, "text/plain");
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  GdkClipboard *clipboard = clipboard_of (window);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *images[] = { "image/png", "image/jpeg", NULL };

  if (window->board == NULL)
    return;
  if (gdk_content_formats_contain_mime_type (formats, EW_CLIP_MIME))
    ew_window_take_objects (window, G_OBJECT (clipboard),
                            ew_canvas_place (window->canvas));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
           gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST,
                                    G_PRIORITY_DEFAULT, NULL, files_read_cb,
                                    g_object_ref (window));
  else if (has_image (formats) && !has_text (formats))
    ew_window_read (window, G_OBJECT (clipboard), images, picture_read_cb,
                    NULL);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb,
                                   g_object_ref (window));
}

void
ew_window_paste_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.paste", NULL, paste_cb);
}
