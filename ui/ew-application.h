/* The application: one process, a window for each workspace. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_APPLICATION (ew_application_get_type ())
G_DECLARE_FINAL_TYPE (EwApplication, ew_application, EW, APPLICATION,
                      AdwApplication)

GtkApplication *ew_application_new (void);

G_END_DECLS
