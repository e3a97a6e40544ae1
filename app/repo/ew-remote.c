#include "ew-remote-private.h"

EwRemote *
ew_remote_open (const char *url, EwStore *store, const EwWatch *watch,
                GError **error)
{
  g_autoptr (EwAddress) address = NULL;

  g_return_val_if_fail (url && watch, NULL);

  address = ew_address_parse (url, error);
  if (!address)
    return NULL;
  if (address->kind == EW_ADDRESS_FOLDER)
    return ew_remote_open_folder (address, error);
  return ew_remote_open_net (g_steal_pointer (&address), store, watch, error);
}

void
ew_remote_free (EwRemote *remote)
{
  if (remote)
    remote->class->free (remote);
}

char *
ew_remote_default_branch (EwRemote *remote)
{
  return remote->class->default_branch (remote);
}

bool
ew_remote_tip (EwRemote *remote, const char *branch, git_oid *tip,
               GError **error)
{
  return remote->class->tip (remote, branch, tip, error);
}

bool
ew_remote_fetch (EwRemote *remote, EwStore *store, const git_oid *tip,
                 const EwWatch *watch, GError **error)
{
  return remote->class->fetch (remote, store, tip, watch, error);
}

bool
ew_remote_push (EwRemote *remote, EwStore *store, const EwPush *push,
                const EwWatch *watch, bool *raced, GError **error)
{
  *raced = false;
  return remote->class->push (remote, store, push, watch, raced, error);
}

bool
ew_remote_may_write (EwRemote *remote, const char *branch, GError **error)
{
  return remote->class->may_write (remote, branch, error);
}
