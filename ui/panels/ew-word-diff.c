#include "ew-word-diff.h"

#include "ew-word.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

/* Bytes of each text that are looked at, and of what comes out. */
#define READ_MAX 4000
#define SHOWN_MAX 600
/* Words before and behind a change that place it. */
#define AROUND 4

typedef struct {
  GString *text;
  PangoAttrList *attributes;
  GArray *from, *to; /* of EwWord */
  gint *match; /* for each of @from, where it is in @to, or -1 */
} Diff;

static void
mark (Diff *diff, gsize start, bool is_new)
{
  PangoAttribute *line = is_new
                             ? pango_attr_underline_new (PANGO_UNDERLINE_SINGLE)
                             : pango_attr_strikethrough_new (TRUE);
  PangoAttribute *weight = is_new ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                  : pango_attr_foreground_alpha_new (0x9000);

  line->start_index = weight->start_index = (guint) start;
  line->end_index = weight->end_index = (guint) diff->text->len;
  pango_attr_list_insert (diff->attributes, line);
  pango_attr_list_insert (diff->attributes, weight);
}

static void
put_gap (Diff *diff, const EwWord *word)
{
  if (diff->text->len > 0 && word->gap_length > 0)
    g_string_append_c (diff->text, ' ');
}

static void
put (Diff *diff, GArray *words, guint index, int is_new)
{
  const EwWord *word = &g_array_index (words, EwWord, index);
  gsize start;

  put_gap (diff, word);
  start = diff->text->len;
  g_string_append_len (diff->text, word->bytes, word->length);
  if (is_new >= 0 && word->length > 0)
    mark (diff, start, is_new);
}

/* Whether a word that stayed stands near one that did not. */
static bool
is_near (const Diff *diff, guint i, guint j)
{
  guint n = diff->from->len, m = diff->to->len;

  for (guint d = 1; d <= AROUND; d++) {
    if (i >= d && diff->match[i - d] != (gint) (j - d))
      return true;
    if (i + d < n && j + d < m && diff->match[i + d] != (gint) (j + d))
      return true;
  }
  return false;
}

static void
put_kept (Diff *diff, guint i, guint j)
{
  /* The end of the text has no bytes. */
  if (g_array_index (diff->to, EwWord, j).length == 0)
    return;
  if (is_near (diff, i, j))
    put (diff, diff->to, j, -1);
  else if (!g_str_has_suffix (diff->text->str, "…"))
    g_string_append (diff->text, diff->text->len ? " …" : "…");
}

static void
walk (Diff *diff)
{
  guint i = 0, j = 0;

  while ((i < diff->from->len || j < diff->to->len) &&
         diff->text->len < SHOWN_MAX) {
    if (i < diff->from->len && diff->match[i] < 0)
      put (diff, diff->from, i++, 0);
    else if (j < diff->to->len &&
             (i >= diff->from->len || (gint) j < diff->match[i]))
      put (diff, diff->to, j++, 1);
    else
      put_kept (diff, i++, j++);
  }
}

static char *
readable (const char *text)
{
  g_autofree char *head = g_strndup (text, READ_MAX);

  return g_utf8_make_valid (head, -1);
}

char *
ew_word_diff (const char *before, const char *after, PangoAttrList **attributes)
{
  g_autofree char *old = readable (before);
  g_autofree char *new = readable (after);
  g_autoptr (GArray) from = ew_word_split (old);
  g_autoptr (GArray) to = ew_word_split (new);
  g_autofree gint *match = ew_word_match (from, to);
  Diff diff = { g_string_new (NULL), pango_attr_list_new (), from, to, match };

  walk (&diff);
  *attributes = diff.attributes;
  return g_string_free (diff.text, FALSE);
}

GtkWidget *
ew_word_diff_new (const char *before, const char *after)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = ew_word_diff (before, after, &attributes);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}
