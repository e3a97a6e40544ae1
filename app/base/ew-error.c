#include "ew-error.h"

GQuark
ew_error_quark (void)
{
  return g_quark_from_static_string ("ew-error-quark");
}
