#include "ew-intent-words.h"

#include "ew-due.h"
#include "ew-person.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

#define PROSE_MAX 200 /* characters */

char *
ew_intent_due_words (const EwIntent *intent, gint64 now)
{
  g_autofree char *due = intent->due ? ew_due_format (intent->due, now) : NULL;

  if (due == NULL)
    return g_strdup ("");
  if (ew_intent_is_overdue (intent, now))
    return g_strdup_printf (_ ("overdue since %s"), due);
  return g_strdup_printf (_ ("by %s"), due);
}

static void
add (GPtrArray *parts, const char *format, const char *text)
{
  if (*text)
    g_ptr_array_add (parts, g_strdup_printf (format, text));
}

static char *
driver_words (const EwIntent *intent, EwSession *session)
{
  g_autofree char *name = NULL;

  if (!*intent->driver)
    return g_strdup (_ ("nobody drives it yet"));
  name = ew_person_name (session, intent->driver, NULL);
  return g_strdup_printf (_ ("driven by %s"), name);
}

char *
ew_intent_words (const EwIntent *intent, EwSession *session, gint64 now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *purpose = ew_string_excerpt (intent->purpose, PROSE_MAX);
  g_autofree char *wanted = ew_string_excerpt (intent->wanted, PROSE_MAX);
  g_autofree char *driver = NULL;
  g_autofree char *due = NULL;

  if (!ew_intent_is_stated (intent))
    return g_strdup ("");
  driver = driver_words (intent, session);
  due = ew_intent_due_words (intent, now);
  add (parts, "%s", purpose);
  add (parts, "%s", driver);
  add (parts, "%s", due);
  add (parts, _ ("wanted: %s"), wanted);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
