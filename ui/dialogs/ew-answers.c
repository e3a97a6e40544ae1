#include "ew-answers.h"

/* What stands in it labels it already; as written, it would be said before. */
static void
name_button (GtkButton *button)
{
  if (gtk_button_get_label (button) != NULL &&
      gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button),
                                   GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The buttons stand twice in it, side by side and one below the other. */
static void
name_all (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_all (child);
}

void
ew_answers_name (AdwMessageDialog *message)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (message));

  name_all (GTK_WIDGET (message));
}
