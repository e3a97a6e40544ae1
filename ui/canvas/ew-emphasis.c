#include "ew-emphasis.h"

#include <stdbool.h>
#include <string.h>

/* How many of the mark's characters stand right before @start and after @end.
 * "*" inside "**" is another mark. */
static guint
count_around (GtkTextIter start, GtkTextIter end, gunichar mark)
{
  guint before = 0, after = 0;

  while (gtk_text_iter_backward_char (&start) &&
         gtk_text_iter_get_char (&start) == mark)
    before++;
  while (gtk_text_iter_get_char (&end) == mark && after < before) {
    after++;
    if (!gtk_text_iter_forward_char (&end))
      break;
  }
  return MIN (before, after);
}

/* One star is italic, two are bold, three are both. */
static bool
has_mark (guint around, int length)
{
  return length == 1 ? around == 1 || around == 3 : around >= 2;
}

static void
take_away (GtkTextBuffer *buffer, GtkTextIter start, GtkTextIter end,
           int length)
{
  GtkTextMark *first =
      gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  GtkTextIter other = end;

  gtk_text_iter_forward_chars (&other, length);
  gtk_text_buffer_delete (buffer, &end, &other);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, first);
  other = start;
  gtk_text_iter_backward_chars (&other, length);
  gtk_text_buffer_delete (buffer, &other, &start);
  gtk_text_buffer_delete_mark (buffer, first);
}

static void
put_around (GtkTextBuffer *buffer, int from, int to, const char *mark)
{
  int length = (int) strlen (mark);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_insert (buffer, &end, mark, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_insert (buffer, &start, mark, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from + length);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to + length);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

void
ew_emphasis_toggle (GtkTextBuffer *buffer, const char *mark)
{
  int length = (int) strlen (mark);
  GtkTextIter start, end;
  guint around;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  around = count_around (start, end, (gunichar) *mark);
  gtk_text_buffer_begin_user_action (buffer);
  if (has_mark (around, length))
    take_away (buffer, start, end, length);
  else
    put_around (buffer, gtk_text_iter_get_offset (&start),
                gtk_text_iter_get_offset (&end), mark);
  gtk_text_buffer_end_user_action (buffer);
}

static bool
is_address (const char *text)
{
  return g_str_has_prefix (text, "https://") ||
         g_str_has_prefix (text, "http://") ||
         g_str_has_prefix (text, "mailto:");
}

void
ew_emphasis_link (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *chosen = NULL;
  g_autofree char *link = NULL;
  const char *address = "https://";
  int at, words;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  chosen = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  at = gtk_text_iter_get_offset (&start);
  if (is_address (chosen)) {
    link = g_strdup_printf ("[](%s)", chosen);
    words = 0;
    address = "";
  } else {
    link = g_strdup_printf ("[%s](%s)", chosen, address);
    words = (int) g_utf8_strlen (chosen, -1) + 2;
  }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, link, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, at + words + 1);
  gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                      at + words + 1 + (int) strlen (address));
  gtk_text_buffer_select_range (buffer, &end, &start);
}
