/* What only a person can answer while we talk to another machine. */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  EW_PROMPT_HOST, /* is this really the machine? `detail` is its key */
  EW_PROMPT_SECRET, /* a password or passphrase; `detail` says for what */
  EW_PROMPT_LOGIN, /* a name and a password */
} EwPromptKind;

typedef struct {
  EwPromptKind kind;
  const char *place; /* the machine, as ew_address_place() says it */
  const char *detail; /* HOST: "ED25519 SHA256:…"; SECRET: ssh's words */
  const char *user; /* LOGIN: the name, as far as it is known; may be "" */
  bool is_again; /* what was said before was wrong */
} EwPrompt;

typedef struct {
  char *user, *secret; /* (transfer full); NULL where nothing was asked */
  bool keep; /* LOGIN: may be remembered in the keyring */
} EwReply;

/* Who can be asked.  @ask is called on a thread that is not the main one and
 * blocks until there is an answer; it returns false for "no", and when
 * @cancellable is cancelled.  Plain yes is true with an empty reply. */
typedef struct {
  bool (*ask) (const EwPrompt *prompt, EwReply *reply,
               GCancellable *cancellable, gpointer data);
  gpointer data;
} EwPrompter;

static inline void
ew_reply_clear (EwReply *reply)
{
  g_clear_pointer (&reply->user, g_free);
  if (reply->secret)
    memset (reply->secret, 0, strlen (reply->secret));
  g_clear_pointer (&reply->secret, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwReply, ew_reply_clear)

G_END_DECLS
