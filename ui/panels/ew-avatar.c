#include "ew-avatar.h"

/* The classes c0…c7 of the style sheet. */
#define N_COLORS 8

static char *
initial_of (const char *name)
{
  gunichar first = g_utf8_get_char_validated (name, -1);
  char buffer[7] = { 0 };

  if (first == 0 || first >= (gunichar) -2)
    return g_strdup ("?");
  g_unichar_to_utf8 (g_unichar_toupper (first), buffer);
  return g_strdup (buffer);
}

GtkWidget *
ew_avatar_new (const char *name)
{
  g_autofree char *initial = NULL;
  g_autofree char *color = NULL;
  GtkWidget *label;

  g_return_val_if_fail (name != NULL, NULL);

  initial = initial_of (name);
  color = g_strdup_printf ("c%u", g_str_hash (name) % N_COLORS);
  label =
      g_object_new (GTK_TYPE_LABEL, "label", initial, "halign",
                    GTK_ALIGN_CENTER, "valign", GTK_ALIGN_START,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (label, "ew-avatar");
  gtk_widget_add_css_class (label, color);
  return label;
}

GtkWidget *
ew_avatar_new_small (const char *name)
{
  GtkWidget *avatar = ew_avatar_new (name);

  gtk_widget_add_css_class (avatar, "small");
  return avatar;
}
