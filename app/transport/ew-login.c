#include "ew-login-private.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ANSWERS_MAX 3

typedef enum {
  FROM_NOBODY,
  FROM_HELPER,
  FROM_KEYRING,
  FROM_PERSON
} Source;

struct _EwLogin {
  const EwDial *dial;
  EwCredential *current;
  Source source;
  guint answers;
  bool keep; /* a person said so */
  bool is_taken; /* `current` was, and may be used again */
  bool is_told; /* …and who keeps credentials knows */
};

void
ew_credential_free (EwCredential *credential)
{
  if (!credential)
    return;
  if (credential->secret)
    memset (credential->secret, 0, strlen (credential->secret));
  g_free (credential->secret);
  g_free (credential->user);
  g_free (credential);
}

EwLogin *
ew_login_new (const EwDial *dial)
{
  EwLogin *login = g_new0 (EwLogin, 1);

  login->dial = dial;
  return login;
}

void
ew_login_free (EwLogin *login)
{
  if (!login)
    return;
  ew_credential_free (login->current);
  g_free (login);
}

static void
forget_refused (EwLogin *login)
{
  if (login->current && login->source == FROM_HELPER)
    ew_helper_tell (login->dial, "reject", login->current);
  if (login->current && login->source == FROM_KEYRING)
    ew_keyring_forget (login->dial, login->current);
}

static bool
has_answered (EwLogin *login, GError **error)
{
  g_autofree char *place = ew_address_place (login->dial->address);

  if (login->answers >= ANSWERS_MAX) {
    g_set_error (error, EW_ERROR, EW_ERROR_DENIED,
                 _ ("“%s” did not take the name and password. Many git hosts "
                    "want an access token in place of the password."),
                 place);
    return false;
  }
  if (login->dial->prompter)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_UNANSWERED,
               _ ("“%s” asks for a name and a password."), place);
  return false;
}

static EwCredential *
ask (EwLogin *login, GError **error)
{
  const EwPrompter *prompter = login->dial->prompter;
  g_autofree char *place = ew_address_place (login->dial->address);
  const char *user =
      login->current ? login->current->user : login->dial->address->user;
  g_auto (EwReply) reply = { 0 };
  EwPrompt prompt = { .kind = EW_PROMPT_LOGIN,
                      .place = place,
                      .detail = "",
                      .user = user,
                      .is_again = login->current != NULL };
  EwCredential *credential;

  login->answers++;
  if (!prompter->ask (&prompt, &reply, login->dial->cancellable,
                      prompter->data) ||
      !reply.user || !reply.secret) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_CANCELLED,
                         _ ("This was cancelled."));
    return NULL;
  }
  login->keep = reply.keep;
  credential = g_new0 (EwCredential, 1);
  credential->user = g_steal_pointer (&reply.user);
  credential->secret = g_steal_pointer (&reply.secret);
  return credential;
}

/* Each place that keeps credentials is asked once. */
static EwCredential *
find_kept (EwLogin *login)
{
  EwCredential *found = NULL;

  while (!found && login->source < FROM_KEYRING) {
    login->source++;
    found = login->source == FROM_HELPER ? ew_helper_find (login->dial)
                                         : ew_keyring_find (login->dial);
  }
  return found;
}

const EwCredential *
ew_login_next (EwLogin *login, GError **error)
{
  EwCredential *next;

  g_return_val_if_fail (login, NULL);

  if (login->is_taken) {
    login->is_taken = false;
    return login->current;
  }
  forget_refused (login);
  next = find_kept (login);
  if (!next && has_answered (login, error)) {
    login->source = FROM_PERSON;
    next = ask (login, error);
  }
  if (!next)
    return NULL;
  ew_credential_free (login->current);
  login->current = next;
  login->is_told = false;
  return next;
}

static void
tell_taken (EwLogin *login)
{
  bool keep = login->source == FROM_PERSON && login->keep;

  if (keep || login->source == FROM_HELPER)
    ew_helper_tell (login->dial, "approve", login->current);
  if (keep)
    ew_keyring_keep (login->dial, login->current);
}

void
ew_login_taken (EwLogin *login)
{
  g_return_if_fail (login);

  if (!login->current)
    return;
  if (!login->is_told)
    tell_taken (login);
  login->is_taken = login->is_told = true;
}
