#include "ew-captions.h"

#include "ew-duration.h"

#include <string.h>

static void
caption_free (gpointer data)
{
  EwCaption *caption = data;

  g_free (caption->text);
  g_free (caption);
}

EwCaption *
ew_caption_new (gint64 start, gint64 end, const char *text)
{
  EwCaption *caption = g_new (EwCaption, 1);

  *caption = (EwCaption){ start, end, g_strdup (text) };
  return caption;
}

GPtrArray *
ew_captions_new (void)
{
  return g_ptr_array_new_with_free_func (caption_free);
}

/* --- Reading ------------------------------------------------------------ */

/* `.2`, `.250`; digits beyond the third are stepped over. */
static gint64
take_fraction (const char **at)
{
  gint64 ms = 0, unit = 100;

  if (**at != '.' || !g_ascii_isdigit ((*at)[1]))
    return 0;
  for ((*at)++; g_ascii_isdigit (**at); (*at)++, unit /= 10)
    ms += unit * g_ascii_digit_value (**at);
  return ms;
}

/* A bare number at the head is a word ("3 ideas"), not a time. */
static bool
take_time (const char **at, gint64 *ms)
{
  gint64 seconds;
  guint parts;

  if (!ew_duration_take (at, &seconds, &parts) || parts < 2)
    return false;
  *ms = seconds * 1000 + take_fraction (at);
  return true;
}

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;
  return at;
}

/* Behind `-`, `–`, `—` or `-->`; @at itself when there is none. */
static const char *
skip_dash (const char *at)
{
  static const char *const dashes[] = { "-->", "-", "–", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (at, dashes[i]))
      return at + strlen (dashes[i]);
  return at;
}

/* The end, when the dash leads to a time; else both are words. */
static void
take_end (const char **at, gint64 *end)
{
  const char *from = skip_space (*at);
  const char *to = skip_space (skip_dash (from));

  if (to != from && take_time (&to, end))
    *at = to;
}

/* Returns: (nullable): NULL when @line has no time at its head. */
static EwCaption *
parse_line (const char *line)
{
  const char *at = skip_space (line);
  gint64 start, end = -1;
  g_autofree char *text = NULL;

  if (!take_time (&at, &start))
    return NULL;
  take_end (&at, &end);
  if (*at && !g_ascii_isspace (*at))
    return NULL;
  text = g_strstrip (g_strdup (at));
  return ew_caption_new (start, end, text);
}

static void
go_on (EwCaption *caption, const char *line)
{
  g_autofree char *rest = g_strstrip (g_strdup (line));
  char *whole;

  if (!*rest)
    return;
  whole = *caption->text ? g_strconcat (caption->text, "\n", rest, NULL)
                         : g_strdup (rest);
  g_free (caption->text);
  caption->text = whole;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EwCaption *one = *(EwCaption **) a, *two = *(EwCaption **) b;

  return one->start < two->start ? -1 : one->start > two->start;
}

static gint64
natural_end (GPtrArray *captions, guint index)
{
  const EwCaption *caption = captions->pdata[index];
  const EwCaption *next =
      index + 1 < captions->len ? captions->pdata[index + 1] : NULL;
  gint64 latest = caption->start + EW_CAPTION_LONG;

  if (next && next->start > caption->start)
    return MIN (next->start, latest);
  return latest;
}

static void
settle_ends (GPtrArray *captions)
{
  for (guint i = 0; i < captions->len; i++) {
    EwCaption *caption = captions->pdata[i];

    if (caption->end <= caption->start)
      caption->end = natural_end (captions, i);
  }
}

/* A time without words says nothing. */
static void
drop_empty (GPtrArray *captions)
{
  guint kept = 0;

  for (guint i = 0; i < captions->len; i++) {
    EwCaption *caption = captions->pdata[i];

    if (*caption->text) {
      captions->pdata[i] = captions->pdata[kept];
      captions->pdata[kept++] = caption;
    }
  }
  g_ptr_array_set_size (captions, (int) kept);
}

/* By time, each with words and an end. */
static void
settle (GPtrArray *captions)
{
  g_ptr_array_sort (captions, compare);
  drop_empty (captions);
  settle_ends (captions);
}

GPtrArray *
ew_captions_parse (const char *text)
{
  GPtrArray *captions = ew_captions_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] && captions->len < EW_CAPTIONS_MAX; i++) {
    EwCaption *caption = parse_line (lines[i]);

    if (caption)
      g_ptr_array_add (captions, caption);
    else if (captions->len > 0)
      go_on (captions->pdata[captions->len - 1], lines[i]);
  }
  settle (captions);
  return captions;
}

/* --- Writing ------------------------------------------------------------ */

static void
append_time (GString *out, gint64 ms)
{
  gint64 s = ms / 1000;

  if (s >= 3600)
    g_string_append_printf (out, "%d:%02d:%02d", (int) (s / 3600),
                            (int) (s / 60 % 60), (int) (s % 60));
  else
    g_string_append_printf (out, "%d:%02d", (int) (s / 60), (int) (s % 60));
  if (ms % 1000 != 0)
    g_string_append_printf (out, ".%03d", (int) (ms % 1000));
}

/* Words that would be read as an end. */
static bool
begins_with_dash (const char *text)
{
  return skip_dash (text) != text;
}

/* A further line that begins like a time goes on in the same line. */
static void
append_text (GString *out, const char *text)
{
  for (const char *at = text; *at; at++)
    g_string_append_c (out, *at == '\n' && g_ascii_isdigit (at[1]) ? ' ' : *at);
}

char *
ew_captions_format (GPtrArray *captions)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < captions->len; i++) {
    const EwCaption *caption = captions->pdata[i];

    if (i > 0)
      g_string_append_c (out, '\n');
    append_time (out, caption->start);
    if (caption->end != natural_end (captions, i) ||
        begins_with_dash (caption->text)) {
      g_string_append (out, " – ");
      append_time (out, caption->end);
    }
    g_string_append_c (out, ' ');
    append_text (out, caption->text);
  }
  return g_strdup (out->str);
}

/* --- A time alone ------------------------------------------------------- */

char *
ew_caption_time_format (gint64 ms)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_time (out, ms);
  if (strchr (out->str, '.') != NULL)
    while (g_str_has_suffix (out->str, "0"))
      g_string_truncate (out, out->len - 1);
  return g_strdup (out->str);
}

bool
ew_caption_time_parse (const char *text, gint64 *ms)
{
  const char *at = skip_space (text);

  return take_time (&at, ms) && *skip_space (at) == '\0';
}

/* --- Changing ----------------------------------------------------------- */

/* Those that nobody gave an end have none. */
static GPtrArray *
parse_loose (const char *text)
{
  GPtrArray *captions = ew_captions_parse (text);
  g_autofree bool *natural = g_new0 (bool, captions->len + 1);

  for (guint i = 0; i < captions->len; i++)
    natural[i] =
        ((EwCaption *) captions->pdata[i])->end == natural_end (captions, i);
  for (guint i = 0; i < captions->len; i++)
    if (natural[i])
      ((EwCaption *) captions->pdata[i])->end = -1;
  return captions;
}

static void
move (EwCaption *caption, gint64 start)
{
  if (caption->end >= 0)
    caption->end += start - caption->start;
  caption->start = start;
}

char *
ew_captions_put (const char *text, int index, gint64 start, const char *words)
{
  g_autoptr (GPtrArray) captions = parse_loose (text);
  g_autofree char *own = g_strstrip (g_strdup (words));
  EwCaption *caption;

  if (index < 0) {
    g_ptr_array_add (captions, ew_caption_new (start, -1, own));
  } else {
    g_return_val_if_fail ((guint) index < captions->len, NULL);
    caption = captions->pdata[index];
    move (caption, start);
    g_free (caption->text);
    caption->text = g_steal_pointer (&own);
  }
  settle (captions);
  return ew_captions_format (captions);
}

char *
ew_captions_take (const char *text, int index)
{
  g_autoptr (GPtrArray) captions = parse_loose (text);

  g_return_val_if_fail (index >= 0 && (guint) index < captions->len, NULL);
  g_ptr_array_remove_index (captions, (guint) index);
  settle (captions);
  return ew_captions_format (captions);
}

/* --- Looking ------------------------------------------------------------ */

const EwCaption *
ew_captions_at (GPtrArray *captions, gint64 ms)
{
  guint low = 0, high = captions->len;
  const EwCaption *caption;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    caption = captions->pdata[middle];
    if (caption->start <= ms)
      low = middle + 1;
    else
      high = middle;
  }
  caption = low > 0 ? captions->pdata[low - 1] : NULL;
  return caption && ms < caption->end ? caption : NULL;
}

gint64
ew_captions_end (GPtrArray *captions)
{
  gint64 end = 0;

  for (guint i = 0; i < captions->len; i++)
    end = MAX (end, ((const EwCaption *) captions->pdata[i])->end);
  return end;
}
