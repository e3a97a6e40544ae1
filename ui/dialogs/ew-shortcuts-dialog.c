#include "ew-shortcuts-dialog.h"

#include <stdbool.h>

/* GTK 4.8 fills a shortcuts window by GtkBuilder alone. */
static void
append_line (GString *xml, const EwShortcutLine *line)
{
  g_autofree char *text =
      g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                               "<property name='title'>%s</property>"
                               "<property name='accelerator'>%s</property>"
                               "</object></child>",
                               line->title, line->accel);

  g_string_append (xml, text);
}

static void
open_group (GString *xml, const char *title)
{
  g_autofree char *text =
      g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                               "<property name='title'>%s</property>",
                               title);

  g_string_append (xml, text);
}

static char *
write_xml (const EwShortcutLine *lines)
{
  GString *xml =
      g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                    "<property name='modal'>1</property>"
                    "<child><object class='GtkShortcutsSection'>"
                    "<property name='section-name'>all</property>"
                    "<property name='max-height'>12</property>");
  const char *section = NULL;

  for (; lines->title != NULL; lines++) {
    if (g_strcmp0 (section, lines->section) != 0) {
      if (section != NULL)
        g_string_append (xml, "</object></child>");
      open_group (xml, lines->section);
      section = lines->section;
    }
    append_line (xml, lines);
  }
  if (section != NULL)
    g_string_append (xml, "</object></child>");
  g_string_append (xml, "</object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

GtkWidget *
ew_shortcuts_dialog_new (GtkWindow *parent, const EwShortcutLine *lines)
{
  g_autofree char *xml = NULL;
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *window;

  g_return_val_if_fail (lines != NULL, NULL);

  xml = write_xml (lines);
  builder = gtk_builder_new_from_string (xml, -1);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  return window;
}
