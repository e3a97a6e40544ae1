#include "ew-dial.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>

guint
ew_dial_timeout (const EwDial *dial)
{
  return dial->timeout > 0 ? dial->timeout : EW_DIAL_TIMEOUT;
}

static const char *
format_of (const GError *cause)
{
  if (cause->domain == G_RESOLVER_ERROR)
    return _ ("“%s” cannot be found. Look whether this computer has a network, "
              "and whether the address is right.");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return _ ("“%s” does not answer. Try again in a while.");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    return _ ("“%s” does not take connections now. Look whether the address is "
              "right, or try again in a while.");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE))
    return _ ("“%s” cannot be reached. Look whether this computer has a "
              "network.");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED))
    return _ ("The proxy on the way to “%s” does not let us through. Look at "
              "the network settings of this computer.");
  return _ ("The connection to “%s” broke off. Try again in a while.");
}

bool
ew_dial_fail (const EwDial *dial, GError *cause, GError **error)
{
  g_autoptr (GError) owned = cause;
  g_autofree char *place = ew_address_place (dial->address);
  g_autofree char *sentence = NULL;

  if (owned->domain == EW_ERROR) {
    g_propagate_error (error, g_steal_pointer (&owned));
    return false;
  }
  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_CANCELLED,
                         _ ("This was cancelled."));
    return false;
  }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format_of (owned), place);
#pragma GCC diagnostic pop
  g_set_error_literal (error, EW_ERROR, EW_ERROR_OFFLINE, sentence);
  return false;
}
