#define _GNU_SOURCE /* strcasestr() */
#include "ew-ssh-words.h"

#include "ew-error.h"
#include "ew-said.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *words; /* of ssh or of a git host; compared without case */
  EwError kind;
  const char *sentence; /* %1$s the place; NULL: what was said will do */
} Saying;

#define IN_DOUBT \
  N_ ("The key of “%s” is not the one this computer knows. Either the server " \
      "was set up anew, or somebody stands between. Nothing was sent. Ask who " \
      "runs it; when the new key is right, remove the old one with " \
      "“ssh-keygen -R” and try again.")
#define UNKNOWN \
  N_ ("This computer has not met “%s” before, and nobody has said yet that it " \
      "is the right one. Nothing was sent.")
#define NOT_LET_IN \
  N_ ("“%s” does not let you in. Add your SSH key to your account there, or " \
      "ask who runs it.")
#define NO_REPOSITORY \
  N_ ("There is no such repository on “%s”, or it is not shown to you. Look " \
      "whether the address is right, or ask who runs it.")
#define NO_WRITING \
  N_ ("“%s” does not let you write to this repository. Ask who owns it.")
#define NOT_FOUND \
  N_ ("“%s” cannot be found. Look whether this computer has a network, and " \
      "whether the address is right.")
#define NO_ANSWER N_ ("“%s” does not answer. Try again in a while.")
#define REFUSED_CONNECTION \
  N_ ("“%s” does not take connections now. Look whether the address is right, " \
      "or try again in a while.")
#define BROKE_OFF N_ ("The connection to “%s” broke off. Try again in a while.")

/* The first that fits counts. */
static const Saying sayings[] = {
  { "HOST IDENTIFICATION HAS CHANGED", EW_ERROR_REFUSED, IN_DOUBT },
  { "Host key verification failed", EW_ERROR_UNANSWERED, UNKNOWN },
  { "Could not resolve hostname", EW_ERROR_OFFLINE, NOT_FOUND },
  { "Connection refused", EW_ERROR_OFFLINE, REFUSED_CONNECTION },
  { "Connection timed out", EW_ERROR_OFFLINE, NO_ANSWER },
  { "Operation timed out", EW_ERROR_OFFLINE, NO_ANSWER },
  { "No route to host", EW_ERROR_OFFLINE, NO_ANSWER },
  { "Network is unreachable", EW_ERROR_OFFLINE, NOT_FOUND },
  { "Permission denied (", EW_ERROR_DENIED, NOT_LET_IN },
  { "Too many authentication failures", EW_ERROR_DENIED, NOT_LET_IN },
  { "not appear to be a git repository", EW_ERROR_NOT_FOUND, NO_REPOSITORY },
  { "not a git repository", EW_ERROR_NOT_FOUND, NO_REPOSITORY },
  { "could not be found", EW_ERROR_NOT_FOUND, NO_REPOSITORY },
  { "repository not found", EW_ERROR_NOT_FOUND, NO_REPOSITORY },
  { "does not exist", EW_ERROR_NOT_FOUND, NO_REPOSITORY },
  { "read-only", EW_ERROR_DENIED, NO_WRITING },
  { "write access", EW_ERROR_DENIED, NO_WRITING },
  { "Permission to", EW_ERROR_DENIED, NO_WRITING },
  { "Connection closed", EW_ERROR_OFFLINE, BROKE_OFF },
  { "Connection reset", EW_ERROR_OFFLINE, BROKE_OFF },
  { "closed by remote host", EW_ERROR_OFFLINE, BROKE_OFF },
  { "Broken pipe", EW_ERROR_OFFLINE, BROKE_OFF },
  { "Timeout, server", EW_ERROR_OFFLINE, NO_ANSWER },
};

static const Saying *
find_saying (const char *said)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (strcasestr (said, sayings[i].words))
      return &sayings[i];
  return NULL;
}

/* Without anybody to ask, a refusal may be no more than a question that nobody
 * answered. */
static EwError
kind_of (const EwDial *dial, const Saying *saying)
{
  bool asked = dial->prompter != NULL;

  if (saying->sentence && strcmp (saying->sentence, UNKNOWN) == 0)
    return asked ? EW_ERROR_CANCELLED : EW_ERROR_UNANSWERED;
  if (saying->sentence && strcmp (saying->sentence, NOT_LET_IN) == 0)
    return asked ? EW_ERROR_DENIED : EW_ERROR_UNANSWERED;
  return saying->kind;
}

bool
ew_ssh_fail (const EwDial *dial, const char *said, GError **error)
{
  g_autofree char *place = ew_address_place (dial->address);
  g_autofree char *words = ew_said_last (said);
  g_autofree char *sentence = NULL;
  const Saying *saying = find_saying (said);

  if (!saying && *words) {
    g_set_error (error, EW_ERROR, EW_ERROR_REFUSED, _ ("“%s” says: %s"), place,
                 words);
    return false;
  }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (_ (saying ? saying->sentence : BROKE_OFF), place);
#pragma GCC diagnostic pop
  g_set_error_literal (error, EW_ERROR,
                       saying ? kind_of (dial, saying) : EW_ERROR_OFFLINE,
                       sentence);
  return false;
}
