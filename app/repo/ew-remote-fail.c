#include "ew-remote-net.h"

#include "ew-said.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define STATUS "http status code: "

/* libgit2 tells the status in words only.  0: there is none. */
static int
status_of (const git_error *last)
{
  const char *at = last ? strstr (last->message, STATUS) : NULL;

  return at ? atoi (at + strlen (STATUS)) : 0;
}

static bool
fail_plain (EwNetRemote *self, EwError kind, const char *format, GError **error)
{
  g_autofree char *place = ew_address_place (self->address);
  g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, place);
#pragma GCC diagnostic pop
  g_set_error_literal (error, EW_ERROR, kind, sentence);
  return false;
}

/* Where it leads could be anywhere, and what is said there is for us only. */
static bool
fail_redirect (EwNetRemote *self, GError **error)
{
  return fail_plain (self, EW_ERROR_REFUSED,
                     _ ("“%s” sends us on to another address, and that is not "
                        "followed. Open the address in a browser to see where "
                        "it has moved, and use that."),
                     error);
}

static bool
fail_status (EwNetRemote *self, int status, GError **error)
{
  if (status == 404 || status == 410)
    return fail_plain (self, EW_ERROR_NOT_FOUND,
                       _ ("There is no such repository on “%s”, or it is not "
                          "shown to you. Look whether the address is right, or "
                          "ask who runs it."),
                       error);
  if (status == 401 || status == 403)
    return fail_plain (self, EW_ERROR_DENIED,
                       _ ("“%s” does not let you do this with the repository. "
                          "Ask who owns it."),
                       error);
  if (status / 100 == 3)
    return fail_redirect (self, error);
  return fail_plain (self, EW_ERROR_OFFLINE,
                     _ ("“%s” has trouble of its own now. Try again in a "
                        "while."),
                     error);
}

/* libgit2 before 1.7 takes the line that says so for a broken branch. */
static bool
is_shallow (const git_error *last)
{
  return last && (strstr (last->message, "shallow") ||
                  strstr (last->message, "parsing REF pkt-line"));
}

/* The other end, or what lies between, does not speak git. */
static bool
fail_protocol (EwNetRemote *self, const git_error *last, GError **error)
{
  g_autofree char *place = ew_address_place (self->address);
  g_autofree char *words = ew_said_plain (last->message, -1);

  if (strstr (last->message, "early EOF") || strstr (last->message, "EOF"))
    return fail_plain (self, EW_ERROR_OFFLINE,
                       _ ("The connection to “%s” broke off. Try again in a "
                          "while."),
                       error);
  g_set_error (error, EW_ERROR, EW_ERROR_REFUSED,
               _ ("“%s” does not answer as a git repository would (%s). Look "
                  "whether the address is right."),
               place, words);
  return false;
}

bool
ew_net_remote_fail (EwNetRemote *self, int code, GError **error)
{
  const git_error *last = git_error_last ();

  if (ew_is_cancelled (self->watch.cancellable, error))
    return false;
  if (self->call.error) {
    g_propagate_error (error, g_steal_pointer (&self->call.error));
    return false;
  }
  if (status_of (last) > 0)
    return fail_status (self, status_of (last), error);
  if (code == GIT_EAUTH)
    return fail_status (self, 401, error);
  if (last && strstr (last->message, "redirect"))
    return fail_redirect (self, error);
  if (is_shallow (last))
    return fail_plain (self, EW_ERROR_REFUSED,
                       _ ("The repository on “%s” has only a part of its "
                          "history (a shallow clone). Share through a whole "
                          "repository."),
                       error);
  if (last && (last->klass == GIT_ERROR_NET || last->klass == GIT_ERROR_HTTP ||
               last->klass == GIT_ERROR_SSH))
    return fail_protocol (self, last, error);
  return ew_git_fail (error, code, "%s", self->what);
}
