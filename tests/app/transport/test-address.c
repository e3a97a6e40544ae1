/* What people type for an address, and what we make of it. */
#include "ew-address.h"
#include "ew-error.h"

typedef struct {
  const char *text;
  EwKindOfAddress kind;
  const char *user, *host, *port, *path;
} Good;

static void
test_good (void)
{
  static const Good good[] = {
    { "/srv/team.git", EW_ADDRESS_FOLDER, "", "", "", "/srv/team.git" },
    { " /srv/a:b/team.git\n", EW_ADDRESS_FOLDER, "", "", "",
      "/srv/a:b/team.git" },
    { "file:///srv/a%20b.git", EW_ADDRESS_FOLDER, "", "", "", "/srv/a b.git" },
    { "host:team.git", EW_ADDRESS_SSH, "", "host", "", "team.git" },
    { "git@git.example.org:ana/team.git", EW_ADDRESS_SSH, "git",
      "git.example.org", "", "ana/team.git" },
    { "git@[::1]:/srv/it's here.git", EW_ADDRESS_SSH, "git", "::1", "",
      "/srv/it's here.git" },
    { "ssh://host/srv/a%20b.git", EW_ADDRESS_SSH, "", "host", "",
      "/srv/a b.git" },
    { "SSH://ana@host:2222/~bo/team.git", EW_ADDRESS_SSH, "ana", "host", "2222",
      "~bo/team.git" },
    { "https://git.example.org/ana/team.git", EW_ADDRESS_HTTPS, "",
      "git.example.org", "", "/ana/team.git" },
    { "https://ana@localhost:8443/team", EW_ADDRESS_HTTPS, "ana", "localhost",
      "8443", "/team" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EwAddress) address = ew_address_parse (good[i].text, &error);

    g_assert_no_error (error);
    g_assert_cmpint (address->kind, ==, good[i].kind);
    g_assert_cmpstr (address->user, ==, good[i].user);
    g_assert_cmpstr (address->host, ==, good[i].host);
    g_assert_cmpstr (address->port, ==, good[i].port);
    g_assert_cmpstr (address->path, ==, good[i].path);
  }
}

/* Options for a program, programs, passwords, words of a shell. */
static void
test_bad (void)
{
  static const char *const bad[] = {
    "",
    " ",
    "http://example.org/team.git",
    "git://example.org/team.git",
    "ftp://example.org/team.git",
    "file://elsewhere/team.git",
    "ext::sh -c touch% /tmp/owned",
    "fd::17/x",
    "-oProxyCommand=touch:x",
    "ssh://-oProxyCommand=touch%20x/y",
    "ssh://-ana@host/y",
    "ssh://host/-y/../x?a",
    "ssh://host",
    "ssh:///path",
    "host:-upload",
    "-x@host:y",
    "@host:y",
    "ana@:y",
    "a b:c",
    "a`b`:c",
    "ssh://ho%0Ast/x",
    "ssh://host/a\nb",
    "https://ana:secret@example.org/x",
    "ssh://ana:secret@example.org/x",
    "https://example.org/x?y=z",
    "https://example.org/x#y",
    "https:///x",
    "https://exa mple.org/x",
    "/srv/\xff.git",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EwAddress) address = ew_address_parse (bad[i], &error);

    if (address)
      g_error ("“%s” was taken for an address", bad[i]);
    g_assert_error (error, EW_ERROR, EW_ERROR_USAGE);
  }
}

static void
test_place (void)
{
  g_autoptr (EwAddress) usual = ew_address_parse ("https://host/x", NULL);
  g_autoptr (EwAddress) odd = ew_address_parse ("ssh://host:22022/x", NULL);
  g_autofree char *first = ew_address_place (usual);
  g_autofree char *second = ew_address_place (odd);

  g_assert_cmpstr (first, ==, "host");
  g_assert_cmpstr (second, ==, "host:22022");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/good", test_good);
  g_test_add_func ("/address/bad", test_bad);
  g_test_add_func ("/address/place", test_place);
  return g_test_run ();
}
