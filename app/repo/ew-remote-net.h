/* A remote on another machine, through libgit2.  Private to its two files. */
#pragma once

#include "ew-login.h"
#include "ew-net-call.h"
#include "ew-remote-private.h"

typedef struct {
  EwRemote parent;
  EwAddress *address;
  char *authorities; /* or NULL */
  EwNetCall call;
  git_remote *git;
  git_repository *repo; /* borrowed; NULL when only to look */
  EwLogin *login; /* HTTPS */
  EwWatch watch; /* of what is being done now */
  const char *what; /* the same, as a line for people */
  gint64 told_at; /* µs */
  guint64 fetch_max; /* bytes of one fetch */

  GHashTable *heads; /* "refs/heads/main" → git_oid: what was listed */
  char *usual; /* the branch HEAD names, or NULL */
  char *branch; /* whose tip was asked for last */
  bool is_listed; /* the connection has told its heads and waits */

  GString *said; /* by the server, while it takes a push */
  char *refusal; /* why it did not move the branch, or NULL */
} EwNetRemote;

/* Connects anew and reads which branches there are. */
bool ew_net_remote_list (EwNetRemote *self, git_direction direction,
                         GError **error);
void ew_net_remote_hang_up (EwNetRemote *self);
git_remote_callbacks ew_net_remote_callbacks (EwNetRemote *self);
/* Tells the progress, a few times a second.  Returns: GIT_EUSER when
 * cancelled. */
int ew_net_remote_report (EwNetRemote *self, double fraction, const char *line);

/* From libgit2's @code and what the transport knows.  Returns: false. */
bool ew_net_remote_fail (EwNetRemote *self, int code, GError **error);

bool ew_net_remote_push (EwRemote *remote, EwStore *store, const EwPush *push,
                         const EwWatch *watch, bool *raced, GError **error);
bool ew_net_remote_may_write (EwRemote *remote, const char *branch,
                              GError **error);
