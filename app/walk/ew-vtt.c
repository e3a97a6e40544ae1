#include "ew-vtt.h"

#include "ew-captions.h"
#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

typedef struct {
  char **lines;
  guint at; /* the next one, from 0 */
  GPtrArray *captions;
} Reader;

static bool
fail (GError **error, guint line, const char *what)
{
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE, _ ("Line %u: %s"), line, what);
  return false;
}

/* --- Times -------------------------------------------------------------- */

static bool
take_digits (const char **at, guint min, guint max, gint64 *value)
{
  guint n = 0;

  for (*value = 0; g_ascii_isdigit (**at) && n < max; (*at)++, n++)
    *value = *value * 10 + g_ascii_digit_value (**at);
  return n >= min && !g_ascii_isdigit (**at);
}

static bool
take_char (const char **at, char c)
{
  if (**at != c)
    return false;
  (*at)++;
  return true;
}

/* `00:03.200` or `01:02:03.200` */
static bool
take_time (const char **at, gint64 *ms)
{
  gint64 part[3] = { 0 }, thousandths;

  if (!take_digits (at, 2, 4, &part[1]) || !take_char (at, ':') ||
      !take_digits (at, 2, 2, &part[2]))
    return false;
  if (take_char (at, ':')) {
    part[0] = part[1];
    part[1] = part[2];
    if (!take_digits (at, 2, 2, &part[2]))
      return false;
  }
  if (part[1] > 59 || part[2] > 59 || !take_char (at, '.') ||
      !take_digits (at, 3, 3, &thousandths))
    return false;
  *ms = (part[0] * 3600 + part[1] * 60 + part[2]) * 1000 + thousandths;
  return true;
}

static void
skip_space (const char **at)
{
  while (**at == ' ' || **at == '\t')
    (*at)++;
}

static bool
parse_timing (const char *line, gint64 *start, gint64 *end)
{
  skip_space (&line);
  if (!take_time (&line, start))
    return false;
  skip_space (&line);
  if (!g_str_has_prefix (line, "-->"))
    return false;
  line += 3;
  skip_space (&line);
  return take_time (&line, end) &&
         (*line == '\0' || *line == ' ' || *line == '\t');
}

/* --- Words -------------------------------------------------------------- */

static const struct {
  const char *word, *means;
} entities[] = {
  { "&amp;", "&" },  { "&lt;", "<" },    { "&gt;", ">" },
  { "&nbsp;", " " }, { "&lrm;", "‎" }, { "&rlm;", "‏" },
};

/* How long the entity at @at is; 0 when there is none. */
static gsize
append_entity (GString *out, const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (at, entities[i].word)) {
      g_string_append (out, entities[i].means);
      return strlen (entities[i].word);
    }
  return 0;
}

/* `v.loud Ana` of a voice: "Ana: ". */
static void
append_voice (GString *out, const char *tag, gsize length)
{
  const char *space = memchr (tag, ' ', length);

  if (*tag != 'v' || !space || (tag[1] != ' ' && tag[1] != '.'))
    return;
  g_string_append_len (out, space + 1, (gssize) length - (space + 1 - tag));
  g_string_append (out, ": ");
}

/* How long the mark at @at is; 0 when it is a lone `<`. */
static gsize
append_mark (GString *out, const char *at)
{
  const char *end = strchr (at, '>');

  if (!end)
    return 0;
  append_voice (out, at + 1, (gsize) (end - at - 1));
  return (gsize) (end - at) + 1;
}

static void
append_words (GString *out, const char *line)
{
  while (*line) {
    gsize length = 0;

    if (*line == '&')
      length = append_entity (out, line);
    else if (*line == '<')
      length = append_mark (out, line);
    if (length == 0)
      g_string_append_c (out, *line++);
    line += length;
  }
}

/* --- Blocks ------------------------------------------------------------- */

/* Returns: (nullable): the next line. */
static const char *
peek (const Reader *reader)
{
  return reader->lines[reader->at];
}

static void
skip_block (Reader *reader)
{
  while (peek (reader) && *peek (reader))
    reader->at++;
}

static char *
take_text (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; peek (reader) && *peek (reader); reader->at++) {
    if (text->len > 0)
      g_string_append_c (text, '\n');
    append_words (text, peek (reader));
  }
  return g_strstrip (g_strdup (text->str));
}

static bool
is_aside (const char *line)
{
  static const char *const words[] = { "NOTE", "STYLE", "REGION" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize n = strlen (words[i]);

    if (strncmp (line, words[i], n) == 0 && strchr (" \t", line[n]))
      return true;
  }
  return false;
}

static bool
read_cue (Reader *reader, GError **error)
{
  gint64 start, end;
  g_autofree char *text = NULL;

  /* A name of its own may stand before the times. */
  if (!strstr (peek (reader), "-->"))
    reader->at++;
  if (!peek (reader) || !parse_timing (peek (reader), &start, &end))
    return fail (error, reader->at + 1,
                 _ ("this is no time; write it as 00:03.200 --> 00:05.900."));
  if (end <= start)
    return fail (error, reader->at + 1, _ ("the end is before the beginning."));
  if (reader->captions->len >= EW_CAPTIONS_MAX)
    return fail (error, reader->at + 1, _ ("there are too many captions."));
  reader->at++;
  text = take_text (reader);
  if (*text)
    g_ptr_array_add (reader->captions, ew_caption_new (start, end, text));
  return true;
}

static bool
read_blocks (Reader *reader, GError **error)
{
  while (peek (reader)) {
    if (*peek (reader) == '\0')
      reader->at++;
    else if (is_aside (peek (reader)))
      skip_block (reader);
    else if (!read_cue (reader, error))
      return false;
  }
  return true;
}

static bool
is_signed (const char *line)
{
  return g_str_has_prefix (line, "WEBVTT") && strchr (" \t", line[6]);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EwCaption *one = *(EwCaption **) a, *two = *(EwCaption **) b;

  return one->start < two->start ? -1 : one->start > two->start;
}

static char **
split (const char *text, gsize length)
{
  g_autofree char *own = g_strndup (text, length);
  g_autoptr (GString) plain =
      g_string_new (g_str_has_prefix (own, BOM) ? own + strlen (BOM) : own);

  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  return g_strsplit (plain->str, "\n", -1);
}

GPtrArray *
ew_vtt_read (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) captions = ew_captions_new ();
  g_auto (GStrv) lines = NULL;
  Reader reader = { .captions = captions };

  if (length > EW_VTT_MAX)
    return fail (error, 1, _ ("the file is too large for captions.")), NULL;
  if (!g_utf8_validate (text, (gssize) length, NULL))
    return fail (error, 1, _ ("the file is not UTF-8 text.")), NULL;
  lines = split (text, length);
  if (!lines[0] || !is_signed (lines[0]))
    return fail (error, 1, _ ("a WebVTT file begins with WEBVTT.")), NULL;
  reader.lines = lines;
  skip_block (&reader);
  if (!read_blocks (&reader, error))
    return NULL;
  g_ptr_array_sort (captions, compare);
  return g_steal_pointer (&captions);
}

/* --- Writing ------------------------------------------------------------ */

static void
append_time (GString *out, gint64 ms)
{
  gint64 s = ms / 1000;

  g_string_append_printf (out, "%02d:%02d:%02d.%03d", (int) (s / 3600),
                          (int) (s / 60 % 60), (int) (s % 60),
                          (int) (ms % 1000));
}

/* An empty line would end the caption. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at; at++) {
    if (*at == '&')
      g_string_append (out, "&amp;");
    else if (*at == '<')
      g_string_append (out, "&lt;");
    else if (*at == '>')
      g_string_append (out, "&gt;");
    else if (*at != '\n' || at[1] != '\n')
      g_string_append_c (out, *at);
  }
}

char *
ew_vtt_write (GPtrArray *captions)
{
  g_autoptr (GString) out = g_string_new ("WEBVTT\n");

  for (guint i = 0; i < captions->len; i++) {
    const EwCaption *caption = captions->pdata[i];

    g_string_append_c (out, '\n');
    append_time (out, caption->start);
    g_string_append (out, " --> ");
    append_time (out, caption->end);
    g_string_append_c (out, '\n');
    append_escaped (out, caption->text);
    g_string_append_c (out, '\n');
  }
  return g_strdup (out->str);
}
