#include "ew-fault-bar.h"

#include "ew-fault.h"

#include <glib/gi18n-lib.h>

struct _EwFaultBar {
  GtkWidget parent;
  GtkWidget *box, *label, *details, *repair, *dismiss;
};

G_DEFINE_FINAL_TYPE (EwFaultBar, ew_fault_bar, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwFaultBar *bar = EW_FAULT_BAR (object);

  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_fault_bar_parent_class)->dispose (object);
}

static void
ew_fault_bar_class_init (EwFaultBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-fault-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EwFaultBar, box);
  gtk_widget_class_bind_template_child (widget_class, EwFaultBar, label);
  gtk_widget_class_bind_template_child (widget_class, EwFaultBar, details);
  gtk_widget_class_bind_template_child (widget_class, EwFaultBar, repair);
  gtk_widget_class_bind_template_child (widget_class, EwFaultBar, dismiss);
}

static void
ew_fault_bar_init (EwFaultBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
}

GtkWidget *
ew_fault_bar_new (void)
{
  return g_object_new (EW_TYPE_FAULT_BAR, NULL);
}

static guint
count (GPtrArray *faults, EwFaultLevel level)
{
  guint n = 0;

  for (guint i = 0; i < faults->len; i++) {
    const EwFault *fault = g_ptr_array_index (faults, i);

    n += fault->level == level;
  }
  return n;
}

static char *
describe_damage (guint n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u thing on this board can’t be read. "
                   "The rest is here, and nothing is overwritten.",
                   "%u things on this board can’t be read. "
                   "The rest is here, and nothing is overwritten.",
                   n),
      n);
}

static char *
describe (GPtrArray *faults)
{
  guint damaged = count (faults, EW_FAULT_DAMAGE);

  if (count (faults, EW_FAULT_NEWER) > 0)
    return g_strdup (_ ("A newer Elsewhen wrote this board. You can read it "
                        "here, but not change it."));
  if (damaged > 0)
    return describe_damage (damaged);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u loose end on this board was tied up.",
                   "%u loose ends on this board were tied up.", faults->len),
      faults->len);
}

void
ew_fault_bar_show (EwFaultBar *bar, EwSession *session, const char *board)
{
  GPtrArray *faults = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (EW_IS_FAULT_BAR (bar));

  if (session != NULL && board != NULL)
    faults = ew_session_faults (session, board);
  gtk_widget_set_visible (GTK_WIDGET (bar), faults != NULL && faults->len > 0);
  if (faults == NULL || faults->len == 0)
    return;

  text = describe (faults);
  gtk_label_set_text (GTK_LABEL (bar->label), text);
  gtk_widget_set_visible (bar->repair, count (faults, EW_FAULT_DAMAGE) > 0 &&
                                           count (faults, EW_FAULT_NEWER) == 0);
  gtk_widget_set_visible (bar->dismiss,
                          count (faults, EW_FAULT_WARNING) == faults->len);
}
