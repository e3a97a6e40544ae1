#include "ew-login-private.h"

#include "ew-tls.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

/* What browsers and other programs of the desktop use too, so that they share
 * what they know.  @user may be NULL.  Returns: (transfer full). */
static GHashTable *
attributes_of (const EwDial *dial, const char *user)
{
  const EwAddress *address = dial->address;
  int port = *address->port ? atoi (address->port) : EW_HTTPS_PORT;

  if (user && *user)
    return secret_attributes_build (SECRET_SCHEMA_COMPAT_NETWORK, "protocol",
                                    "https", "server", address->host, "port",
                                    port, "user", user, NULL);
  return secret_attributes_build (SECRET_SCHEMA_COMPAT_NETWORK, "protocol",
                                  "https", "server", address->host, "port",
                                  port, NULL);
}

static EwCredential *
credential_of (SecretRetrievable *item)
{
  g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (item);
  const char *user = g_hash_table_lookup (attributes, "user");
  g_autoptr (SecretValue) value =
      secret_retrievable_retrieve_secret_sync (item, NULL, NULL);
  const char *secret = value ? secret_value_get_text (value) : NULL;
  EwCredential *found;

  if (!user || !secret)
    return NULL;
  found = g_new0 (EwCredential, 1);
  found->user = g_strdup (user);
  found->secret = g_strdup (secret);
  return found;
}

/* A locked keyring is opened, which may ask, only when a person waits. */
EwCredential *
ew_keyring_find (const EwDial *dial)
{
  g_autoptr (GHashTable) attributes = attributes_of (dial, dial->address->user);
  SecretSearchFlags flags = dial->prompter ? SECRET_SEARCH_UNLOCK : 0;
  GList *items = secret_password_searchv_sync (
      SECRET_SCHEMA_COMPAT_NETWORK, attributes, flags, dial->cancellable, NULL);
  EwCredential *found = items ? credential_of (items->data) : NULL;

  g_list_free_full (items, g_object_unref);
  return found;
}

typedef struct {
  GHashTable *attributes;
  char *label, *secret;
} Keep;

static gpointer
keep (gpointer data)
{
  Keep *what = data;

  secret_password_storev_sync (SECRET_SCHEMA_COMPAT_NETWORK, what->attributes,
                               NULL, what->label, what->secret, NULL, NULL);
  g_hash_table_unref (what->attributes);
  g_free (what->label);
  memset (what->secret, 0, strlen (what->secret));
  g_free (what->secret);
  g_free (what);
  return NULL;
}

/* A keyring that is locked asks for its own password first: whoever is let in
 * already does not wait for that. */
void
ew_keyring_keep (const EwDial *dial, const EwCredential *credential)
{
  g_autofree char *place = ew_address_place (dial->address);
  Keep *what = g_new (Keep, 1);

  *what = (Keep){ attributes_of (dial, credential->user),
                  g_strdup_printf (_ ("Git repositories on %s"), place),
                  g_strdup (credential->secret) };
  g_thread_unref (g_thread_new ("keyring", keep, what));
}

void
ew_keyring_forget (const EwDial *dial, const EwCredential *credential)
{
  g_autoptr (GHashTable) attributes = attributes_of (dial, credential->user);

  secret_password_clearv_sync (SECRET_SCHEMA_COMPAT_NETWORK, attributes,
                               dial->cancellable, NULL);
}
