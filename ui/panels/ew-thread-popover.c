#include "ew-thread-popover.h"

#include "ew-thread-card.h"

#include <glib/gi18n-lib.h>

#define WIDTH 340
#define HEIGHT_MAX 420

struct _EwThreadPopover {
  GtkPopover parent;
  EwSession *session;
  char *board, *id;
  GtkWidget *scroller, *card;
};

G_DEFINE_FINAL_TYPE (EwThreadPopover, ew_thread_popover, GTK_TYPE_POPOVER)

static const EwThread *
find_thread (EwThreadPopover *popover, const EwBoard **board)
{
  *board = popover->session
               ? ew_session_board (popover->session, popover->board)
               : NULL;
  return *board ? ew_thread_from_object (ew_board_get (*board, popover->id))
                : NULL;
}

static void
name_it (EwThreadPopover *popover)
{
  g_autofree char *name = ew_thread_card_name (EW_THREAD_CARD (popover->card));

  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
refresh (EwThreadPopover *popover)
{
  const EwBoard *board;
  const EwThread *thread = find_thread (popover, &board);

  if (thread == NULL) {
    gtk_popover_popdown (GTK_POPOVER (popover));
    return;
  }
  ew_thread_card_show (EW_THREAD_CARD (popover->card), thread, board,
                       popover->session);
  name_it (popover);
  ew_session_read_thread (popover->session, thread);
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwThreadPopover *popover)
{
  if (popover->id != NULL && g_strcmp0 (board, popover->board) == 0)
    refresh (popover);
}

static void
let_go (EwThreadPopover *popover)
{
  if (popover->session != NULL)
    g_signal_handlers_disconnect_by_func (popover->session, changed_cb,
                                          popover);
  g_clear_object (&popover->session);
  g_clear_pointer (&popover->board, g_free);
  g_clear_pointer (&popover->id, g_free);
}

static void
closed_cb (EwThreadPopover *popover)
{
  let_go (popover);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwThreadPopover *popover)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (popover)));

  /* What nobody here wants is for the window, which is not asked by itself. */
  if (key != GDK_KEY_Escape)
    return gtk_event_controller_key_forward (keys, window);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return GDK_EVENT_STOP;
}

/* What was said last is at the end, and the reply below it. */
static void
grown_cb (GtkAdjustment *adjustment, EwThreadPopover *popover)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
dispose (GObject *object)
{
  let_go (EW_THREAD_POPOVER (object));
  G_OBJECT_CLASS (ew_thread_popover_parent_class)->dispose (object);
}

static void
ew_thread_popover_class_init (EwThreadPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class),
                                        GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
ew_thread_popover_init (EwThreadPopover *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  popover->card = ew_thread_card_new ();
  popover->scroller = gtk_scrolled_window_new ();
  ew_thread_card_set_width (EW_THREAD_CARD (popover->card), WIDTH);
  g_object_set (popover->scroller, "child", popover->card, "hscrollbar-policy",
                GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", HEIGHT_MAX, NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (
                               GTK_SCROLLED_WINDOW (popover->scroller)),
                           "notify::upper", G_CALLBACK (grown_cb), popover, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), popover->scroller);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (popover), "ew-thread-popover");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), popover,
                           0);
  gtk_widget_add_controller (GTK_WIDGET (popover), keys);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
ew_thread_popover_new (void)
{
  return g_object_new (EW_TYPE_THREAD_POPOVER, NULL);
}

void
ew_thread_popover_open (EwThreadPopover *popover, EwSession *session,
                        const char *board, const char *id)
{
  g_return_if_fail (EW_IS_THREAD_POPOVER (popover));
  g_return_if_fail (session != NULL && board != NULL && id != NULL);

  let_go (popover);
  popover->session = g_object_ref (session);
  popover->board = g_strdup (board);
  popover->id = g_strdup (id);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), popover,
                           0);
  refresh (popover);
  if (popover->id == NULL)
    return;
  gtk_popover_popup (GTK_POPOVER (popover));
  ew_thread_card_answer (EW_THREAD_CARD (popover->card));
}

const char *
ew_thread_popover_id (EwThreadPopover *popover)
{
  g_return_val_if_fail (EW_IS_THREAD_POPOVER (popover), NULL);

  return popover->id;
}
