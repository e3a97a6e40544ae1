#include "ew-url.h"

#include <string.h>

#define LENGTH_MAX 8192
/* Paths and queries stay as they were written. */
#define FLAGS \
  (G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY | \
   G_URI_FLAGS_ENCODED_FRAGMENT)

/* Where people record, and how each host is told to start at a time. */
typedef struct {
  const char *host;
  const char *name, *unit; /* `t=38s` */
  bool in_fragment;
} Host;

static const Host hosts[] = {
  { "loom.com", "t", "", false },
  { "youtube.com", "t", "s", false },
  { "youtu.be", "t", "s", false },
  { "vimeo.com", "t", "s", true },
};
/* PeerTube runs on anyone's host and is known by its paths. */
static const Host peertube = { NULL, "start", "s", false };
/* Media fragments (W3C), for plain files; others ignore them. */
static const Host plain = { NULL, "t", "", true };

static const char *const peertube_paths[] = { "/w/", "/videos/watch/", NULL };
static const char *const media_endings[] = {
  ".mp4", ".webm", ".mkv", ".mov", ".mp3", ".ogg", ".opus", ".m4a", NULL,
};

static bool
has_strange_characters (const char *url)
{
  for (const char *c = url; *c; c++) {
    if ((guchar) *c <= ' ' || *c == 0x7f || *c == '\\')
      return true;
  }
  return strlen (url) > LENGTH_MAX || !g_utf8_validate (url, -1, NULL);
}

static bool
is_plain_host (const char *host)
{
  for (const char *c = host; *c; c++) {
    if (!g_ascii_isalnum (*c) && !strchr ("-.:_", *c))
      return false;
  }
  return *host != '\0';
}

/* The host as it is asked for on the net: lower case, punycode. */
static char *
real_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autofree char *ascii = host ? g_hostname_to_ascii (host) : NULL;

  if (!ascii || !is_plain_host (ascii))
    return NULL;
  return g_ascii_strdown (ascii, -1);
}

/* Only what can be opened without surprise: a web address, a host, nobody's
 * name before it.  Returns: (transfer full) (nullable). */
static GUri *
parse (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;

  if (!url || has_strange_characters (url))
    return NULL;
  uri = g_uri_parse (url, FLAGS, NULL);
  if (!uri || g_uri_get_userinfo (uri))
    return NULL;
  if (g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") != 0 &&
      g_ascii_strcasecmp (g_uri_get_scheme (uri), "http") != 0)
    return NULL;
  host = real_host (uri);
  return host ? g_steal_pointer (&uri) : NULL;
}

bool
ew_url_is_safe (const char *url)
{
  g_autoptr (GUri) uri = parse (url);

  return uri != NULL;
}

char *
ew_url_host (const char *url)
{
  g_autoptr (GUri) uri = parse (url);

  return uri ? real_host (uri) : NULL;
}

/* @host is @domain, or lies under it. */
static bool
is_under (const char *host, const char *domain)
{
  gsize h = strlen (host), d = strlen (domain);

  if (h < d || strcmp (host + h - d, domain) != 0)
    return false;
  return h == d || host[h - d - 1] == '.';
}

static bool
has_peertube_path (GUri *uri)
{
  for (guint i = 0; peertube_paths[i]; i++) {
    if (g_str_has_prefix (g_uri_get_path (uri), peertube_paths[i]))
      return true;
  }
  return false;
}

static bool
has_media_ending (GUri *uri)
{
  g_autofree char *path = g_ascii_strdown (g_uri_get_path (uri), -1);

  for (guint i = 0; media_endings[i]; i++) {
    if (g_str_has_suffix (path, media_endings[i]))
      return true;
  }
  return false;
}

/* Returns: (nullable): NULL when nobody is known to record there. */
static const Host *
find_host (GUri *uri)
{
  g_autofree char *name = real_host (uri);

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++) {
    if (is_under (name, hosts[i].host))
      return &hosts[i];
  }
  if (has_media_ending (uri))
    return &plain;
  return has_peertube_path (uri) ? &peertube : NULL;
}

bool
ew_url_is_recording (const char *url)
{
  g_autoptr (GUri) uri = parse (url);

  return uri && strlen (g_uri_get_path (uri)) > 1 && find_host (uri);
}

/* @items, which are joined by `&`, with @item in place of what had its name. */
static char *
with_item (const char *items, const char *item)
{
  g_auto (GStrv) old = g_strsplit (items ? items : "", "&", -1);
  g_autoptr (GString) all = g_string_new (NULL);
  gsize name = (gsize) (strchr (item, '=') - item) + 1;

  for (guint i = 0; old[i]; i++) {
    if (*old[i] && strncmp (old[i], item, name) != 0)
      g_string_append_printf (all, "%s&", old[i]);
  }
  g_string_append (all, item);
  return g_strdup (all->str);
}

char *
ew_url_at (const char *url, gint64 seconds)
{
  g_autoptr (GUri) uri = parse (url), timed = NULL;
  g_autofree char *item = NULL, *query = NULL;
  const char *fragment;
  const Host *host;

  if (!uri)
    return g_strdup (url);
  host = find_host (uri);
  host = host ? host : &plain;
  item = g_strdup_printf ("%s=%" G_GINT64_FORMAT "%s", host->name, seconds,
                          host->unit);
  fragment = host->in_fragment ? item : g_uri_get_fragment (uri);
  query = host->in_fragment ? g_strdup (g_uri_get_query (uri))
                            : with_item (g_uri_get_query (uri), item);
  timed =
      g_uri_build (FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                   g_uri_get_port (uri), g_uri_get_path (uri), query, fragment);
  return g_uri_to_string (timed);
}

/* Letters with hyphens between them, not the id of a recording. */
static bool
is_wordy (const char *text)
{
  for (const char *c = text; *c; c++) {
    if (g_ascii_isdigit (*c) || strchr ("=%+", *c))
      return false;
  }
  return g_utf8_validate (text, -1, NULL) && strpbrk (text, "-_ ");
}

char *
ew_url_words (const char *url)
{
  g_autoptr (GUri) uri = parse (url);
  g_autofree char *last =
      uri ? g_path_get_basename (g_uri_get_path (uri)) : g_strdup ("");
  g_autofree char *words = g_uri_unescape_string (last, "/");
  char *dot = words ? strrchr (words, '.') : NULL;

  if (dot)
    *dot = '\0';
  if (!words || !is_wordy (words))
    return g_strdup ("");
  g_strdelimit (words, "-_", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return g_steal_pointer (&words);
}
