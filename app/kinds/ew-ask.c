#include "ew-ask.h"

#include "ew-string.h"

#include <glib/gi18n-lib.h>

const char *const ew_ask_kinds[] = { "question", "review", "decision", "fyi",
                                     NULL };
static const char *const titles[] = { N_ ("Question"), N_ ("Review"),
                                      N_ ("Decision"), N_ ("For information") };
G_STATIC_ASSERT (G_N_ELEMENTS (titles) + 1 == G_N_ELEMENTS (ew_ask_kinds));

static const char *const states[] = { "waiting", "answered", "withdrawn",
                                      NULL };

static const EwField fields[] = {
  { "at", N_ ("Asked"), EW_FIELD_INT, G_STRUCT_OFFSET (EwAsk, at) },
  { "by", N_ ("Asked by"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwAsk, by) },
  { "due", N_ ("Due"), EW_FIELD_INT, G_STRUCT_OFFSET (EwAsk, due) },
  { "kind", N_ ("Kind"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwAsk, kind),
    .fallback = "question", .choices = ew_ask_kinds },
  { "state", N_ ("State"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwAsk, state),
    .fallback = "waiting", .choices = states },
  { "who", N_ ("Asked of"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwAsk, who) },
  EW_FIELD_END,
};
const EwRecordType ew_ask_type = { fields, sizeof (EwAsk) };

const char *
ew_ask_kind_title (const char *kind)
{
  for (guint i = 0; ew_ask_kinds[i]; i++)
    if (g_str_equal (ew_ask_kinds[i], kind))
      return _ (titles[i]);
  return kind;
}

EwAskState
ew_ask_state (const EwAsk *ask)
{
  for (guint i = 0; states[i]; i++)
    if (g_str_equal (states[i], ask->state))
      return i;
  return EW_ASK_WAITING;
}

void
ew_ask_set_state (EwAsk *ask, EwAskState state)
{
  ew_string_set (&ask->state, states[state]);
}

bool
ew_ask_is_overdue (const EwAsk *ask, gint64 now)
{
  return ask->due != 0 && ask->due < now &&
         ew_ask_state (ask) == EW_ASK_WAITING;
}

bool
ew_email_equal (const char *a, const char *b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

bool
ew_email_is_among (const char *email, const char *const *emails)
{
  for (; emails && *emails; emails++)
    if (ew_email_equal (*emails, email))
      return true;
  return false;
}
