#include "ew-walkthrough.h"

#include "ew-duration.h"

#include <string.h>

#define DIGITS_MAX 6

static void
chapter_free (gpointer data)
{
  EwChapter *chapter = data;

  g_free (chapter->title);
  g_free (chapter);
}

/* Reads digits at *@at, and steps over them. */
static bool
take_number (const char **at, gint64 *number, guint *digits)
{
  *number = 0;
  for (*digits = 0; g_ascii_isdigit (**at); (*at)++, (*digits)++) {
    if (*digits == DIGITS_MAX)
      return false;
    *number = *number * 10 + g_ascii_digit_value (**at);
  }
  return *digits > 0;
}

bool
ew_duration_take (const char **at, gint64 *seconds, guint *parts)
{
  gint64 number;
  guint digits;

  if (!take_number (at, seconds, &digits))
    return false;
  for (*parts = 1; **at == ':' && *parts < 3; (*parts)++) {
    (*at)++;
    if (!take_number (at, &number, &digits) || digits != 2 || number > 59)
      return false;
    *seconds = *seconds * 60 + number;
  }
  return true;
}

bool
ew_duration_parse (const char *text, gint64 *seconds)
{
  guint parts;

  g_return_val_if_fail (text != NULL && seconds != NULL, false);

  return ew_duration_take (&text, seconds, &parts) && *text == '\0';
}

char *
ew_duration_format (gint64 seconds)
{
  gint64 s = MAX (seconds, 0);
  int hours = (int) (s / 3600), minutes = (int) (s / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (s % 60));
  return g_strdup_printf ("%d:%02d", minutes, (int) (s % 60));
}

/* "- ", "– " and the like, which people put between time and title. */
static const char *
skip_dash (const char *text)
{
  static const char *const dashes[] = { "- ", "– ", "— ", ": ", "· " };

  while (g_ascii_isspace (*text))
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++) {
    if (g_str_has_prefix (text, dashes[i]))
      return text + strlen (dashes[i]);
  }
  return text;
}

/* A bare number at the head is a word ("3 ideas"), not a time. */
static EwChapter *
parse_line (const char *line)
{
  EwChapter *chapter;
  gint64 seconds;
  guint parts;

  while (g_ascii_isspace (*line))
    line++;
  if (!ew_duration_take (&line, &seconds, &parts) || parts < 2)
    return NULL;
  if (*line && !g_ascii_isspace (*line))
    return NULL;
  chapter = g_new0 (EwChapter, 1);
  chapter->seconds = seconds;
  chapter->title = g_strstrip (g_strdup (skip_dash (line)));
  return chapter;
}

static int
compare_chapters (gconstpointer a, gconstpointer b)
{
  const EwChapter *one = *(EwChapter **) a, *two = *(EwChapter **) b;

  return one->seconds < two->seconds ? -1 : one->seconds > two->seconds;
}

GPtrArray *
ew_chapters_parse (const char *text)
{
  GPtrArray *chapters = g_ptr_array_new_with_free_func (chapter_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++) {
    EwChapter *chapter = parse_line (lines[i]);

    if (chapter)
      g_ptr_array_add (chapters, chapter);
  }
  g_ptr_array_sort (chapters, compare_chapters);
  return chapters;
}
