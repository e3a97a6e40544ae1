#include "ew-text-shown.h"

#include "ew-text-fit.h"

#include <string.h>

#define WORD_MAX 60 /* characters; longer words break anywhere */
#define MARKS_MAX 8 /* on one letter; a flag made of tags needs six */

typedef struct {
  GString *out;
  guint word, marks; /* lengths of the runs that end here */
  bool endless;
} Walk;

static bool
is_mark (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_iszerowidth (c);
}

static bool
is_control (gunichar c)
{
  return c != '\n' && c != '\t' && g_unichar_iscntrl (c);
}

static void
take (Walk *walk, gunichar c)
{
  if (is_control (c))
    return;
  walk->marks = is_mark (c) ? walk->marks + 1 : 0;
  if (walk->marks > MARKS_MAX)
    return;
  /* Wide scripts are written without spaces and may break at each letter. */
  walk->word =
      g_unichar_isspace (c) || g_unichar_iswide (c) ? 0 : walk->word + 1;
  walk->endless |= walk->word > WORD_MAX;
  g_string_append_unichar (walk->out, c);
}

void
ew_text_shown_init (EwTextShown *shown, const char *text)
{
  gsize length = strnlen (text, EW_TEXT_SHOWN_MAX * 4);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  Walk walk = { .out = g_string_sized_new (MIN (length, 256)) };
  guint n = 0;

  for (const char *at = valid; *at && n < EW_TEXT_SHOWN_MAX; n++) {
    take (&walk, g_utf8_get_char (at));
    at = g_utf8_next_char (at);
  }
  shown->text = g_string_free (walk.out, FALSE);
  shown->endless = walk.endless;
}

gssize
ew_text_shown_source (const char *text, gsize at)
{
  Walk walk = { .out = g_string_new (NULL) };
  const char *source = text;
  gssize found = -1;

  if (g_utf8_validate (text, -1, NULL)) {
    while (*source && walk.out->len < at) {
      take (&walk, g_utf8_get_char (source));
      source = g_utf8_next_char (source);
    }
    /* What comes next may be something that is not shown. */
    while (*source && is_control (g_utf8_get_char (source)))
      source = g_utf8_next_char (source);
    found = *source && walk.out->len == at ? source - text : -1;
  }
  g_string_free (walk.out, TRUE);
  return found;
}

void
ew_text_shown_clear (EwTextShown *shown)
{
  g_clear_pointer (&shown->text, g_free);
}
