#include "ew-sync-pill.h"

#include "ew-ago.h"
#include "ew-error.h"

#include <glib/gi18n-lib.h>

struct _EwSyncPill {
  GtkWidget parent;
  EwSession *session;

  GtkWidget *pill, *icon, *label;
  GtkWidget *title, *explanation, *progress, *button;
  char *face; /* what is shown, in one string */
};

G_DEFINE_FINAL_TYPE (EwSyncPill, ew_sync_pill, GTK_TYPE_WIDGET)

/* What a phase looks like, and what can be done about it. */
typedef struct {
  const char *icon, *class; /* class: "", "quiet" or "attention" */
  const char *label, *title;
  const char *action, *verb;
} Face;

static const Face faces[] = {
  [EW_SYNC_LOCAL] = { "ew-board-symbolic", "quiet", N_ ("Only Here"),
                      N_ ("Only on this computer"), "win.share",
                      N_ ("Share…") },
  [EW_SYNC_CURRENT] = { "ew-check-circle-symbolic", "quiet", N_ ("Up to Date"),
                        N_ ("Everything is shared"), "win.sync",
                        N_ ("Sync Now") },
  [EW_SYNC_WAITING] = { "go-up-symbolic", "", NULL, N_ ("Not shared yet"),
                        "win.sync", N_ ("Sync Now") },
  [EW_SYNC_RUNNING] = { "ew-sync-symbolic", "quiet", N_ ("Syncing…"),
                        N_ ("Syncing"), "win.cancel-sync", N_ ("Cancel") },
  [EW_SYNC_OFFLINE] = { "ew-cloud-off-symbolic", "quiet", N_ ("Offline"),
                        N_ ("The others cannot be reached"), "win.sync",
                        N_ ("Try Again") },
  [EW_SYNC_NEEDS_YOU] = { "ew-clash-symbolic", "attention", N_ ("Needs You"),
                          N_ ("Sync needs your help"), "win.sync",
                          N_ ("Try Again") },
};

/* What helps when something is wrong: one thing.  The reason itself is told
 * by the error. */
typedef struct {
  int code;
  const char *title, *action, *verb;
} Help;

static const Help helps[] = {
  { EW_ERROR_REWRITTEN, N_ ("The shared history was replaced"),
    "win.accept-rewritten", N_ ("Go On from the New One") },
  { EW_ERROR_NO_IDENTITY, N_ ("Who is writing?"), "win.sync",
    N_ ("Say Who You Are…") },
  { EW_ERROR_USAGE, N_ ("The address does not work"), "win.share",
    N_ ("Change the Address…") },
  { EW_ERROR_NOT_FOUND, N_ ("The address does not work"), "win.share",
    N_ ("Change the Address…") },
  { EW_ERROR_DENIED, N_ ("There is no permission"), "win.sync",
    N_ ("Try Again") },
  { EW_ERROR_REFUSED, N_ ("The other end refuses"), "win.sync",
    N_ ("Try Again") },
  { EW_ERROR_NO_SPACE, N_ ("The disk is full"), "win.sync", N_ ("Try Again") },
  { EW_ERROR_RACED, N_ ("Others are faster just now"), "win.sync",
    N_ ("Try Again") },
};

static Face
face_of (const EwSessionState *state)
{
  Face face = faces[state->phase];

  if (state->phase != EW_SYNC_NEEDS_YOU || !state->error)
    return face;
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    if (g_error_matches (state->error, EW_ERROR, helps[i].code)) {
      face.title = helps[i].title;
      face.action = helps[i].action;
      face.verb = helps[i].verb;
    }
  return face;
}

static char *
label_of (const EwSessionState *state)
{
  if (state->phase != EW_SYNC_WAITING)
    return g_strdup (_ (faces[state->phase].label));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to Share",
                                       "%u to Share", state->to_share),
                          state->to_share);
}

static char *
explain_current (const EwSessionState *state)
{
  g_autofree char *ago = NULL;

  if (state->synced_at == 0)
    return g_strdup (_ ("Nothing is waiting here."));
  ago = ew_ago_format (state->synced_at, g_get_real_time () / G_USEC_PER_SEC);
  return g_strdup_printf (_ ("Last synced %s."), ago);
}

static char *
explain_waiting (guint n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u change is safe here, but the others do not have it.",
                   "%u changes are safe here, but the others do not have them.",
                   n),
      n);
}

static char *
explain_retry (const EwSessionState *state)
{
  gint64 seconds = state->next_at - g_get_real_time () / G_USEC_PER_SEC;
  guint minutes = (MAX (seconds, 0) + 59) / 60;

  if (state->next_at == 0)
    return g_strdup (_ ("Your work is safe here and goes out with the next "
                        "sync."));
  if (minutes <= 1)
    return g_strdup (_ ("Your work is safe here. Elsewhen tries again within a "
                        "minute."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Your work is safe here. Elsewhen tries again in %u minute.",
                   "Your work is safe here. Elsewhen tries again in %u "
                   "minutes.",
                   minutes),
      minutes);
}

static char *
explain_offline (const EwSessionState *state)
{
  g_autofree char *retry = explain_retry (state);

  return g_strdup_printf ("%s\n\n%s", state->error->message, retry);
}

static char *
explain (EwSyncPill *pill, const EwSessionState *state)
{
  const char *message = state->error != NULL ? state->error->message : "";

  switch (state->phase) {
  case EW_SYNC_LOCAL:
    return g_strdup (_ ("Share this workspace to work on it with others. "
                        "Until then, nothing leaves this computer."));
  case EW_SYNC_CURRENT:
    return explain_current (state);
  case EW_SYNC_WAITING:
    return explain_waiting (state->to_share);
  case EW_SYNC_RUNNING:
    return g_strdup (state->what != NULL ? state->what : "");
  case EW_SYNC_OFFLINE:
    return explain_offline (state);
  case EW_SYNC_NEEDS_YOU:
    return g_strdup (message);
  }
  g_return_val_if_reached (g_strdup (""));
}

static void
show_face (EwSyncPill *pill, const Face *face, const char *label)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (pill->icon), face->icon);
  gtk_label_set_text (GTK_LABEL (pill->label), label);
  gtk_widget_remove_css_class (pill->pill, "quiet");
  gtk_widget_remove_css_class (pill->pill, "attention");
  if (*face->class != '\0')
    gtk_widget_add_css_class (pill->pill, face->class);

  gtk_label_set_text (GTK_LABEL (pill->title), _ (face->title));
  gtk_button_set_label (GTK_BUTTON (pill->button), _ (face->verb));
}

static void
show_progress (EwSyncPill *pill, const EwSessionState *state)
{
  gtk_widget_set_visible (pill->progress, state->phase == EW_SYNC_RUNNING);
  if (state->fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (pill->progress),
                                   MIN (state->fraction, 1));
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (pill->progress));
}

/* Every edit is a change of state, but hardly one that shows. */
static bool
shows_other (EwSyncPill *pill, const EwSessionState *state, const char *label,
             const char *explanation)
{
  g_autofree char *face =
      g_strdup_printf ("%d\n%s\n%s", (int) state->phase, label, explanation);

  if (state->phase != EW_SYNC_RUNNING && g_strcmp0 (face, pill->face) == 0)
    return false;
  g_free (pill->face);
  pill->face = g_steal_pointer (&face);
  return true;
}

static void
refresh (EwSyncPill *pill)
{
  EwSessionState state = ew_session_state (pill->session);
  g_autofree char *label = label_of (&state);
  g_autofree char *explanation = explain (pill, &state);
  Face face = face_of (&state);

  if (!shows_other (pill, &state, label, explanation))
    return;
  show_face (pill, &faces[state.phase], label);
  show_face (pill, &face, label);
  show_progress (pill, &state);
  gtk_label_set_text (GTK_LABEL (pill->explanation), explanation);
  gtk_widget_set_visible (pill->explanation, *explanation != '\0');
  gtk_widget_set_tooltip_text (pill->pill, _ (face.title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill->pill),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
button_cb (GtkButton *button, EwSyncPill *pill)
{
  EwSessionState state = ew_session_state (pill->session);
  const char *action = face_of (&state).action;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (pill->pill));
  gtk_widget_activate_action (GTK_WIDGET (pill), action, NULL);
}

/* "2 minutes ago" grows old while nobody looks. */
static void
mapped_cb (GtkWidget *popover, EwSyncPill *pill)
{
  if (pill->session != NULL)
    refresh (pill);
}

static void
dispose (GObject *object)
{
  EwSyncPill *pill = EW_SYNC_PILL (object);

  g_clear_object (&pill->session);
  g_clear_pointer (&pill->pill, gtk_widget_unparent);
  g_clear_pointer (&pill->face, g_free);
  G_OBJECT_CLASS (ew_sync_pill_parent_class)->dispose (object);
}

static void
ew_sync_pill_class_init (EwSyncPillClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-sync-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, pill);
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, icon);
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, label);
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, title);
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, explanation);
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, progress);
  gtk_widget_class_bind_template_child (widget_class, EwSyncPill, button);
  gtk_widget_class_bind_template_callback (widget_class, button_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
}

static void
ew_sync_pill_init (EwSyncPill *pill)
{
  gtk_widget_init_template (GTK_WIDGET (pill));
  gtk_widget_add_css_class (pill->pill, "ew-sync-pill");
}

GtkWidget *
ew_sync_pill_new (void)
{
  return g_object_new (EW_TYPE_SYNC_PILL, NULL);
}

void
ew_sync_pill_set_session (EwSyncPill *pill, EwSession *session)
{
  g_return_if_fail (EW_IS_SYNC_PILL (pill));
  g_return_if_fail (EW_IS_SESSION (session));

  g_set_object (&pill->session, session);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (refresh), pill,
                           G_CONNECT_SWAPPED);
  refresh (pill);
}
