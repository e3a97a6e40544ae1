/* Cards with links: asked for, changed, opened. */
#include "ew-window-private.h"

#include "ew-link-dialog.h"
#include "ew-string.h"
#include "ew-verbs.h"
#include "ew-walkthrough.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* Hangs on the dialog: for which card it asks. */
typedef struct {
  const EwKind *kind;
  EwPoint at; /* of a new one          */
  char *id; /* of one that is there, or NULL */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->id);
  g_free (wish);
}

/* What the person left out follows from the link, as when it is pasted. */
static EwEdit *
complete (EwEdit *edit, const char *url)
{
  const EwChange *change = ew_edit_at (edit, 0);
  const EwKind *kind = change->after->kind;
  g_autoptr (EwObject) object = ew_object_copy (change->after);
  EwEdit *whole = ew_edit_new (ew_edit_label (edit));

  if (kind->from_link != NULL &&
      *ew_object_get_string (object, "title") == '\0')
    kind->from_link (object, url);
  ew_edit_add (whole, change->before, object);
  ew_edit_unref (edit);
  return whole;
}

static void
add_card (EwWindow *window, const Wish *wish, const EwLinkWords *words)
{
  const char *fields[] = {
    "url",      words->url,
    "title",    words->title,
    "duration", words->duration ? words->duration : "",
    "chapters", words->chapters ? words->chapters : "",
    NULL,
  };
  g_autofree char *id = NULL;
  EwEdit *edit = ew_verb_create (ew_window_board (window), wish->kind, wish->at,
                                 EW_RECT_EMPTY, fields, &id);

  if (ew_window_apply (window, complete (edit, words->url), 0))
    ew_window_select (window, id);
}

static void
change_card (EwWindow *window, const Wish *wish, const EwLinkWords *words)
{
  const EwObject *object = ew_board_get (ew_window_board (window), wish->id);
  g_autoptr (EwObject) after = NULL;
  g_autofree char *label = NULL;
  EwEdit *edit;

  if (object == NULL)
    return;
  after = ew_object_copy (object);
  ew_object_set_string (after, "url", words->url);
  ew_object_set_string (after, "title", words->title);
  ew_object_set_string (after, "duration", words->duration);
  ew_object_set_string (after, "chapters", words->chapters);

  label = g_strdup_printf (_ ("Change %s"),
                           g_dgettext (GETTEXT_PACKAGE, object->kind->title));
  edit = ew_edit_new (label);
  ew_edit_add (edit, object, after);
  ew_window_apply (window, edit, 0);
}

static void
accepted_cb (EwLinkDialog *dialog, EwWindow *window)
{
  const Wish *wish = g_object_get_data (G_OBJECT (dialog), "wish");
  EwLinkWords words = ew_link_dialog_get (dialog);

  if (ew_window_board (window) == NULL)
    return;
  if (wish->id != NULL)
    change_card (window, wish, &words);
  else
    add_card (window, wish, &words);
}

static void
open_dialog (EwWindow *window, Wish *wish, const EwLinkWords *words)
{
  GtkWidget *dialog = ew_link_dialog_new (GTK_WINDOW (window), words);

  g_object_set_data_full (G_OBJECT (dialog), "wish", wish, wish_free);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), window,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static bool
is_recording (const EwKind *kind)
{
  return ew_kind_find_field (kind, "chapters") != NULL;
}

static void
ask_card (EwWindow *window, const char *kind, EwPoint at)
{
  EwLinkWords words = { .url = "", .title = "" };
  Wish *wish = g_new0 (Wish, 1);

  wish->kind = ew_kind_by_name (kind);
  wish->at = at;
  if (is_recording (wish->kind))
    words.duration = words.chapters = "";
  open_dialog (window, wish, &words);
}

void
ew_window_ask_recording_link (EwWindow *window, EwPoint at)
{
  ask_card (window, "walkthrough", at);
}

void
ew_window_ask_link (EwWindow *window, const char *kind, EwPoint at)
{
  if (is_recording (ew_kind_by_name (kind)))
    ew_window_ask_walkthrough (window, at);
  else
    ask_card (window, kind, at);
}

void
ew_window_edit_link (EwWindow *window, const EwObject *object)
{
  EwLinkWords words = {
    .url = ew_object_get_string (object, object->kind->link),
    .title = ew_object_get_string (object, "title"),
  };
  Wish *wish = g_new0 (Wish, 1);

  wish->kind = object->kind;
  wish->id = g_strdup (object->id);
  if (is_recording (object->kind)) {
    words.duration = ew_object_get_string (object, "duration");
    words.chapters = ew_object_get_string (object, "chapters");
  }
  open_dialog (window, wish, &words);
}

/* --- Opening ------------------------------------------------------------ */

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
void
ew_window_open_url (EwWindow *window, const char *url)
{
  if (ew_url_is_safe (url))
    gtk_show_uri (GTK_WINDOW (window), url, GDK_CURRENT_TIME);
  else
    ew_window_say (window, _ ("Only links that begin with http:// or https:// "
                              "are opened"));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static bool
plays (const EwObject *object)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);

  return walk != NULL && ew_walkthrough_plays (walk);
}

static void
open_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = ew_selection_single (window->selection);
  const EwObject *object =
      id != NULL ? ew_board_get (ew_window_board (window), id) : NULL;

  /* Whoever attached a film to a link still wants to see where it was. */
  if (object != NULL && plays (object) &&
      *ew_object_get_string (object, object->kind->link) == '\0')
    ew_window_play (window, id, 0);
  else if (object != NULL && object->kind->link != NULL)
    ew_window_open_url (window,
                        ew_object_get_string (object, object->kind->link));
}

/* Of the card that is selected; else a new one. */
static void
link_now (EwWindow *window, gpointer data)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;

  if (object != NULL && object->kind->link != NULL)
    ew_window_edit_link (window, object);
  else if (board != NULL)
    ew_window_ask_link (window, "link", ew_canvas_place (window->canvas));
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_with_identity (EW_WINDOW (widget), link_now, NULL, NULL);
}

void
ew_window_link_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.link", NULL, link_cb);
  gtk_widget_class_install_action (class, "win.open-link", NULL, open_link_cb);
}
