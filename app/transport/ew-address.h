/* Where a workspace is shared, as people write it.
 *
 *   /srv/boards/team.git  file:///srv/boards/team.git        a folder
 *   ssh://ana@git.example.org:2222/team.git  ana@host:team.git  host:team.git
 *   https://git.example.org/team.git
 *
 * A host may be a name from ~/.ssh/config.  Whatever could be taken for an
 * option of a program, runs one, or sends a password in the clear is refused
 * here, before anything else sees it. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  EW_ADDRESS_FOLDER,
  EW_ADDRESS_SSH,
  EW_ADDRESS_HTTPS
} EwKindOfAddress;

typedef struct {
  EwKindOfAddress kind;
  char *text; /* as it is kept; a folder by its whole path */
  char *user, *host, *port; /* "" when not said */
  char *path; /* of a folder: absolute */
} EwAddress;

/* EW_ERROR_USAGE, with a sentence that says what to write instead. */
EwAddress *ew_address_parse (const char *text, GError **error);
void ew_address_free (EwAddress *address);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwAddress, ew_address_free)

/* "git.example.org", with the port when it is an unusual one: for sentences.
 * Returns: (transfer full). */
char *ew_address_place (const EwAddress *address);

G_END_DECLS
