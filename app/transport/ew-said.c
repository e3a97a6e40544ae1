#include "ew-said.h"

#include <string.h>

#define LETTERS_MAX 300
#define ESCAPE 0x1b

/* Past "ESC [ … letter", or "ESC letter". */
static const char *
skip_escape (const char *c, const char *end)
{
  c++;
  if (c < end && *c != '[')
    return c + 1;
  while (c < end && !g_ascii_isalpha (*c))
    c++;
  return c < end ? c + 1 : end;
}

/* What turns the direction of writing, or takes no room, can hide letters. */
static bool
is_shown (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT &&
         type != G_UNICODE_LINE_SEPARATOR &&
         type != G_UNICODE_PARAGRAPH_SEPARATOR && type != G_UNICODE_SURROGATE;
}

static void
add_plain (GString *line, const char *text)
{
  const char *end = text + strlen (text);
  guint letters = 0;

  for (const char *c = text; c < end && letters < LETTERS_MAX; letters++) {
    gunichar letter = g_utf8_get_char (c);

    if (letter == ESCAPE) {
      c = skip_escape (c, end);
      continue;
    }
    if (is_shown (letter))
      g_string_append_unichar (line, letter);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
    c = g_utf8_next_char (c);
  }
  if (letters == LETTERS_MAX)
    g_string_append (line, "…");
}

char *
ew_said_plain (const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *line = g_string_new (NULL);

  add_plain (line, valid);
  return g_strstrip (g_string_free (line, FALSE));
}

char *
ew_said_text (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++) {
    char *plain = ew_said_plain (lines[i], -1);

    g_free (lines[i]);
    lines[i] = plain;
  }
  return g_strjoinv ("\n", lines);
}

static char *
without_prefix (char *line)
{
  static const char *const prefixes[] = { "remote:", "fatal:", "error:",
                                          "warning:" };
  bool found = true;

  while (found) {
    found = false;
    for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++) {
      gsize length = strlen (prefixes[i]);

      if (g_ascii_strncasecmp (line, prefixes[i], length) != 0)
        continue;
      memmove (line, line + length, strlen (line + length) + 1);
      g_strchug (line);
      found = true;
    }
  }
  return line;
}

static bool
has_letters (const char *line)
{
  for (; *line; line = g_utf8_next_char (line))
    if (g_unichar_isalnum (g_utf8_get_char (line)))
      return true;
  return false;
}

/* Returns: (transfer full): of lines, newest last. */
static GPtrArray *
telling_lines (const char *said)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) raw = g_strsplit_set (said, "\r\n", -1);

  for (guint i = 0; raw[i]; i++) {
    char *line = without_prefix (ew_said_plain (raw[i], -1));

    if (has_letters (line))
      g_ptr_array_add (lines, line);
    else
      g_free (line);
  }
  return lines;
}

char *
ew_said_lines (const char *said, guint max)
{
  g_autoptr (GPtrArray) lines = telling_lines (said);
  guint first = lines->len > max ? lines->len - max : 0;
  GString *all = g_string_new (NULL);

  for (guint i = first; i < lines->len; i++) {
    if (all->len > 0)
      g_string_append_c (all, ' ');
    g_string_append (all, lines->pdata[i]);
  }
  return g_string_free (all, FALSE);
}

/* Git's own advice comes after the reason. */
static bool
is_advice (const char *line)
{
  return strstr (line, "Could not read from remote repository") ||
         strstr (line, "make sure you have the correct access") ||
         strstr (line, "and the repository exists");
}

char *
ew_said_last (const char *said)
{
  g_autoptr (GPtrArray) lines = telling_lines (said);

  for (guint i = lines->len; i > 0; i--)
    if (!is_advice (lines->pdata[i - 1]))
      return g_strdup (lines->pdata[i - 1]);
  return g_strdup ("");
}
