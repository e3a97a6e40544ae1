#include "ew-net-call.h"

#include <glib/gi18n-lib.h>

static GPrivate current;

void
ew_net_call_enter (EwNetCall *call)
{
  g_assert (!g_private_get (&current));
  g_clear_error (&call->error);
  g_private_set (&current, call);
}

void
ew_net_call_leave (EwNetCall *call)
{
  g_assert (g_private_get (&current) == call);
  g_private_set (&current, NULL);
}

EwNetCall *
ew_net_call_current (void)
{
  return g_private_get (&current);
}

int
ew_net_call_fail (EwNetCall *call, GError *error)
{
  git_error_set_str (GIT_ERROR_NET, error->message);
  if (call->error)
    g_error_free (error);
  else
    call->error = error;
  return -1;
}

int
ew_net_call_count (EwNetCall *call, gsize bytes)
{
  g_autofree char *place = NULL;

  call->left -= (gint64) bytes;
  if (call->left >= 0)
    return 0;
  place = ew_address_place (call->dial.address);
  return ew_net_call_fail (
      call, g_error_new (EW_ERROR, EW_ERROR_REFUSED,
                         _ ("“%s” sends more than a workspace can need, so the "
                            "rest was not taken. If it is right, raise git's "
                            "setting elsewhen.fetchLimit."),
                         place));
}
