#include "ew-words.h"

#include <stdbool.h>

/* Characters shown, and the longest word that is wrapped as a word. */
#define SHOWN_MAX 4000
#define WORD_MAX 120

static char *
cut (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *head = NULL;

  if (g_utf8_strlen (valid, -1) <= SHOWN_MAX)
    return g_steal_pointer (&valid);
  head = g_utf8_substring (valid, 0, SHOWN_MAX);
  return g_strconcat (head, "…", NULL);
}

static bool
has_endless_word (const char *text)
{
  gsize length = 0;

  for (; *text != '\0'; text++) {
    length = g_ascii_isspace (*text) ? 0 : length + 1;
    if (length > WORD_MAX)
      return true;
  }
  return false;
}

void
ew_words_set (GtkLabel *label, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  shown = cut (text);
  gtk_label_set_wrap_mode (
      label, has_endless_word (shown) ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
  gtk_label_set_text (label, shown);
}

GtkWidget *
ew_words_new (const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "selectable",
                    TRUE, "hexpand", TRUE, "focusable", FALSE, NULL);

  ew_words_set (GTK_LABEL (label), text);
  return label;
}
