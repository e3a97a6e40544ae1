#include "ew-about-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

GtkWidget *
ew_about_dialog_new (GtkWindow *parent)
{
  return g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE,
      "destroy-with-parent", TRUE, "application-name", "Elsewhen",
      "application-icon", EW_APP_ID, "version", EW_VERSION, "developer-name",
      _ ("The Elsewhen developers"), "license-type", GTK_LICENSE_GPL_3_0,
      "comments",
      _ ("Boards for people who work on the same thing at different times."),
      /* Translators: your names, one on a line. */
      "translator-credits", _ ("translator-credits"), NULL);
}
