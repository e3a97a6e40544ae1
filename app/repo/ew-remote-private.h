/* What the two ways to a remote share. */
#pragma once

#include "ew-address.h"
#include "ew-remote.h"

typedef struct {
  void (*free) (EwRemote *remote);
  char *(*default_branch) (EwRemote *remote);
  bool (*tip) (EwRemote *remote, const char *branch, git_oid *tip,
               GError **error);
  bool (*fetch) (EwRemote *remote, EwStore *store, const git_oid *tip,
                 const EwWatch *watch, GError **error);
  bool (*push) (EwRemote *remote, EwStore *store, const EwPush *push,
                const EwWatch *watch, bool *raced, GError **error);
  bool (*may_write) (EwRemote *remote, const char *branch, GError **error);
} EwRemoteClass;

/* The first member of either. */
struct _EwRemote {
  const EwRemoteClass *class;
};

EwRemote *ew_remote_open_folder (const EwAddress *address, GError **error);
/* @address: (transfer full). */
EwRemote *ew_remote_open_net (EwAddress *address, EwStore *store,
                              const EwWatch *watch, GError **error);
