#include "ew-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  /* The build tree has its translations elsewhere. */
  const char *locales = g_getenv ("ELSEWHEN_LOCALEDIR");
  g_autoptr (GtkApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales ? locales : EW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Elsewhen");

  app = ew_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
