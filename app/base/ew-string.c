#include "ew-string.h"

#include <string.h>

/* A board from elsewhere may call its colours anything. */
#define WORDS_MAX 4096
#define WORD_LENGTH_MAX 64

/* Words are kept for good.  With g_ref_string_new_intern() a thread that lets
 * go of the last one may free what another just asked for (GLib before 2.80),
 * and boards are read on several threads. */
static char *
keep (GHashTable *words, const char *text)
{
  char *word = g_hash_table_lookup (words, text);

  if (word)
    return word;
  if (g_hash_table_size (words) >= WORDS_MAX)
    return NULL;
  word = g_ref_string_new (text);
  g_hash_table_add (words, word);
  return word;
}

char *
ew_string_intern (const char *text)
{
  static GMutex lock;
  static GHashTable *words = NULL;
  char *word = NULL;

  if (text == NULL)
    text = "";
  if (strlen (text) > WORD_LENGTH_MAX)
    return g_ref_string_new (text);
  g_mutex_lock (&lock);
  if (words == NULL)
    words = g_hash_table_new (g_str_hash, g_str_equal);
  word = keep (words, text);
  g_mutex_unlock (&lock);
  return word ? g_ref_string_acquire (word) : g_ref_string_new (text);
}

static char *
empty (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) ew_string_intern (""));
  return g_ref_string_acquire ((char *) once);
}

char *
ew_string_new (const char *text)
{
  return text == NULL || *text == '\0' ? empty () : g_ref_string_new (text);
}

void
ew_string_take (char **where, char *string)
{
  char *old = *where;
  *where = string;
  g_clear_pointer (&old, g_ref_string_release);
}

void
ew_string_set (char **where, const char *text)
{
  ew_string_take (where, ew_string_new (text));
}

char *
ew_string_excerpt (const char *text, gsize max)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *start = g_strdup (text);
  g_strchug (start);
  start[strcspn (start, "\r\n")] = '\0';
  if ((gsize) g_utf8_strlen (start, -1) <= max)
    return g_steal_pointer (&start);

  g_autofree char *head = g_utf8_substring (start, 0, (glong) max - 1);
  return g_strconcat (g_strchomp (head), "…", NULL);
}
