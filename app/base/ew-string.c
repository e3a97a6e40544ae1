#include "ew-string.h"

#include <string.h>

char *
ew_string_new (const char *text)
{
  if (text == NULL || *text == '\0')
    return g_ref_string_new_intern ("");
  return g_ref_string_new (text);
}

char *
ew_string_intern (const char *text)
{
  return g_ref_string_new_intern (text ? text : "");
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
