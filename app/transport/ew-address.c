#include "ew-address.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH_MAX 2000

static EwAddress *
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE, sentence);
  return NULL;
}

static EwAddress *
unknown_kind (GError **error)
{
  return refuse (error,
                 _ ("This is no address that Elsewhen can share through. It "
                    "may be a folder, “https://…”, “ssh://…” or "
                    "“name@host:path”."));
}

void
ew_address_free (EwAddress *address)
{
  if (!address)
    return;
  g_free (address->text);
  g_free (address->user);
  g_free (address->host);
  g_free (address->port);
  g_free (address->path);
  g_free (address);
}

static EwAddress *
address_new (EwKindOfAddress kind)
{
  EwAddress *address = g_new0 (EwAddress, 1);

  address->kind = kind;
  address->user = g_strdup ("");
  address->host = g_strdup ("");
  address->port = g_strdup ("");
  return address;
}

static void
put (char **where, char *word)
{
  g_free (*where);
  *where = word ? word : g_strdup ("");
}

static EwAddress *
folder (char *path, char *text)
{
  EwAddress *address = address_new (EW_ADDRESS_FOLDER);

  address->path = path;
  address->text = text;
  return address;
}

static EwAddress *
parse_file (const char *text, GError **error)
{
  g_autofree char *host = NULL;
  char *path = g_filename_from_uri (text, &host, NULL);

  if (path && (!host || !*host || strcmp (host, "localhost") == 0))
    return folder (path, g_strdup (text));
  g_free (path);
  return unknown_kind (error);
}

static bool
has_odd_signs (const char *text)
{
  for (const char *c = text; *c; c++)
    if (g_ascii_iscntrl (*c))
      return true;
  return strlen (text) > LENGTH_MAX || !g_utf8_validate (text, -1, NULL);
}

/* What would be an option to a program, or end a word of it. */
static bool
is_plain_word (const char *word)
{
  return *word && *word != '-' && !has_odd_signs (word) &&
         !strpbrk (word, " \t'\"\\$`;|&<>()*?");
}

/* The two kinds on another machine have the same rules for what they name. */
static EwAddress *
checked (EwAddress *candidate, GError **error)
{
  g_autoptr (EwAddress) address = candidate;

  if (!is_plain_word (address->host) || *address->path == '-' ||
      !*address->path || has_odd_signs (address->path) ||
      (*address->user && !is_plain_word (address->user)))
    return refuse (error, _ ("A part of this address is missing, or has signs "
                             "that cannot stand there. Copy it again from your "
                             "git host."));
  return g_steal_pointer (&address);
}

/* Git's way to say the home of a user: ssh://host/~ana/team.git */
static char *
path_of_ssh (const char *path)
{
  return g_strdup (g_str_has_prefix (path, "/~") ? path + 1 : path);
}

static EwAddress *
take_uri (EwKindOfAddress kind, GUri *uri, const char *text)
{
  EwAddress *address = address_new (kind);
  int port = g_uri_get_port (uri);
  const char *path = g_uri_get_path (uri);

  put (&address->user, g_strdup (g_uri_get_user (uri)));
  put (&address->host, g_strdup (g_uri_get_host (uri)));
  if (port > 0)
    put (&address->port, g_strdup_printf ("%d", port));
  address->path = kind == EW_ADDRESS_SSH ? path_of_ssh (path) : g_strdup (path);
  address->text = g_strdup (text);
  return address;
}

static EwAddress *
parse_uri (EwKindOfAddress kind, const char *text, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_HAS_PASSWORD, NULL);

  if (!uri || !g_uri_get_host (uri))
    return unknown_kind (error);
  if (g_uri_get_password (uri))
    return refuse (error, _ ("Leave the password out of the address, where "
                             "everybody who sees it could read it. You will be "
                             "asked for it."));
  if (g_uri_get_query (uri) || g_uri_get_fragment (uri))
    return unknown_kind (error);
  return checked (take_uri (kind, uri, text), error);
}

/* Git's own rule: `host:path` is an address of another machine unless a slash
 * comes first.  An address in numbers with colons stands in brackets. */
static const char *
end_of_host (const char *text)
{
  const char *start = strchr (text, '[');
  const char *slash = strchr (text, '/');
  const char *colon;

  if (start && slash && slash < start)
    start = NULL;
  if (start)
    start = strchr (start, ']');
  colon = strchr (start ? start : text, ':');
  return colon && (!slash || colon < slash) ? colon : NULL;
}

static char *
without_brackets (const char *host)
{
  gsize length = strlen (host);

  if (*host == '[' && length > 2 && host[length - 1] == ']')
    return g_strndup (host + 1, length - 2);
  return g_strdup (host);
}

static EwAddress *
parse_short (const char *text, const char *colon, GError **error)
{
  EwAddress *address = address_new (EW_ADDRESS_SSH);
  g_autofree char *left = g_strndup (text, (gsize) (colon - text));
  char *at = strrchr (left, '@');

  address->text = g_strdup (text);
  address->path = g_strdup (colon + 1);
  if (at) {
    *at = '\0';
    put (&address->user, g_strdup (left));
  }
  put (&address->host, without_brackets (at ? at + 1 : left));
  if (at && !*address->user)
    put (&address->host, NULL);
  return checked (address, error);
}

static bool
has_scheme (const char *text, const char *scheme)
{
  return g_ascii_strncasecmp (text, scheme, strlen (scheme)) == 0;
}

static EwAddress *
parse_stripped (const char *text, GError **error)
{
  const char *colon;

  if (!*text || has_odd_signs (text))
    return unknown_kind (error);
  if (has_scheme (text, "file://"))
    return parse_file (text, error);
  if (has_scheme (text, "ssh://"))
    return parse_uri (EW_ADDRESS_SSH, text, error);
  if (has_scheme (text, "https://"))
    return parse_uri (EW_ADDRESS_HTTPS, text, error);
  if (has_scheme (text, "http://"))
    return refuse (error, _ ("“http://” sends everything in the clear, your "
                             "password too. Use “https://”."));
  colon = end_of_host (text);
  if (strstr (text, "://") || (colon && colon[1] == ':'))
    return unknown_kind (error);
  if (colon)
    return parse_short (text, colon, error);
  return folder (g_canonicalize_filename (text, NULL),
                 g_canonicalize_filename (text, NULL));
}

EwAddress *
ew_address_parse (const char *text, GError **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (text, NULL);

  stripped = g_strstrip (g_strdup (text));
  return parse_stripped (stripped, error);
}

char *
ew_address_place (const EwAddress *address)
{
  g_return_val_if_fail (address, NULL);

  if (address->kind == EW_ADDRESS_FOLDER)
    return g_strdup (address->path);
  if (*address->port == '\0')
    return g_strdup (address->host);
  return g_strdup_printf ("%s:%s", address->host, address->port);
}
