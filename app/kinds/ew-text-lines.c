#include "ew-text-lines.h"

#include <math.h>
#include <string.h>

#define WORDS_MAX 120
#define WORD_MAX 60 /* bytes; longer words may break anywhere */
#define KEPT_MAX 20000 /* words */
#define SIZE 64.0 /* px: at which words are measured */
#define ROOM 100000.0 /* px: no line ends before */
/* Nearer than this to where a line breaks, Pango has the word, px. */
#define DOUBT 0.05
/* What a word may stand out and still fit, px: see ew_text_fitted(). */
#define OVERHANG 0.5

typedef struct {
  double height, baseline; /* px */
} Leading;

/* What is known of one font, in one context. */
typedef struct {
  GHashTable *words; /* word → width at SIZE, 1/1024 px; 0: not plain */
  GHashTable *leadings; /* size in 1/1024 px → Leading */
  int space; /* 1/1024 px */
  int height; /* the same, of a line */
  bool adds_up; /* the width of a line is that of its words and spaces */
} Ruler;

typedef struct {
  guint start, end;
  double width; /* at SIZE, px */
} Word;

typedef struct {
  Word words[WORDS_MAX];
  guint n;
  double space; /* at SIZE, px */
} Words;

typedef enum {
  FITS,
  DOES_NOT,
  UNSURE,
} Verdict;

/* --- Rulers ------------------------------------------------------------- */

static PangoLayout *
lay_out (PangoContext *pango, const char *text, bool bold, double size)
{
  EwTextStyle style = { .size_max = size, .size_min = size, .bold = bold };

  return ew_text_layout (pango, text, &style, ROOM);
}

static int
measure (PangoContext *pango, const char *text, bool bold, int *height)
{
  g_autoptr (PangoLayout) layout = lay_out (pango, text, bold, SIZE);
  int width;

  pango_layout_get_size (layout, &width, height);
  return width;
}

/* Some fonts move a letter towards the space beside it. */
static bool
adds_up (PangoContext *pango, bool bold, int space)
{
  static const char line[] = "AV. To, Ty? Wa! LT";
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  int height, sum = -space;

  for (guint i = 0; words[i]; i++)
    sum += space + measure (pango, words[i], bold, &height);
  return ABS (sum - measure (pango, line, bold, &height)) < PANGO_SCALE / 4;
}

static Ruler *
ruler_new (PangoContext *pango, bool bold)
{
  Ruler *ruler = g_new0 (Ruler, 1);

  ruler->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ruler->leadings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  ruler->space = measure (pango, " ", bold, &ruler->height);
  ruler->adds_up = adds_up (pango, bold, ruler->space);
  return ruler;
}

static void
ruler_free (gpointer data)
{
  Ruler *ruler = data;

  g_hash_table_unref (ruler->words);
  g_hash_table_unref (ruler->leadings);
  g_free (ruler);
}

static Ruler *
ruler_of (PangoContext *pango, bool bold)
{
  const char *key = bold ? "ew-ruler-bold" : "ew-ruler";
  Ruler *ruler = g_object_get_data (G_OBJECT (pango), key);

  if (!ruler) {
    ruler = ruler_new (pango, bold);
    g_object_set_data_full (G_OBJECT (pango), key, ruler, ruler_free);
  }
  return ruler;
}

/* A word that needs another font stands on a higher line, perhaps. */
static int
width_of (PangoContext *pango, Ruler *ruler, const char *word, bool bold)
{
  gpointer found;
  int width, height;

  if (g_hash_table_lookup_extended (ruler->words, word, NULL, &found))
    return GPOINTER_TO_INT (found);
  if (g_hash_table_size (ruler->words) > KEPT_MAX)
    g_hash_table_remove_all (ruler->words);
  width = measure (pango, word, bold, &height);
  if (height != ruler->height)
    width = 0;
  g_hash_table_insert (ruler->words, g_strdup (word), GINT_TO_POINTER (width));
  return width;
}

static const Leading *
leading_of (PangoContext *pango, Ruler *ruler, double size, bool bold)
{
  gpointer key = GINT_TO_POINTER ((int) round (size * PANGO_SCALE));
  Leading *leading = g_hash_table_lookup (ruler->leadings, key);

  if (!leading) {
    g_autoptr (PangoLayout) layout = lay_out (pango, "x", bold, size);

    leading = g_new (Leading, 1);
    leading->height = ew_text_layout_size (layout).y;
    leading->baseline =
        (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
    g_hash_table_insert (ruler->leadings, key, leading);
  }
  return leading;
}

/* --- Words -------------------------------------------------------------- */

/* Bytes of the letter or digit at @at; 0: it is something else.  Latin only:
 * every other script knows more of breaking lines. */
static guint
letter_length (const char *at)
{
  guchar c = (guchar) at[0];

  if (g_ascii_isalnum (c) || c == '\'')
    return 1;
  /* À to ɏ, without × and ÷. */
  if (c < 0xc3 || c > 0xc9 || ((guchar) at[1] & 0xc0) != 0x80)
    return 0;
  return c == 0xc3 && ((guchar) at[1] == 0x97 || (guchar) at[1] == 0xb7) ? 0
                                                                         : 2;
}

/* Letters, then perhaps signs that end a sentence.  Between words stands one
 * space.  Returns: the byte after it; 0: it is not plain. */
static guint
word_end (const char *text, guint start)
{
  guint at = start, length;

  while ((length = letter_length (text + at)) > 0)
    at += length;
  if (at == start)
    return 0;
  at += (guint) strspn (text + at, ".,!?;:");
  if (text[at] != '\0' && (text[at] != ' ' || text[at + 1] == '\0'))
    return 0;
  return at - start > WORD_MAX ? 0 : at;
}

static bool
add_word (PangoContext *pango, Ruler *ruler, const char *text, guint start,
          guint end, bool bold, Words *words)
{
  char copy[WORD_MAX + 1] = { 0 };
  int width;

  memcpy (copy, text + start, end - start);
  width = width_of (pango, ruler, copy, bold);
  words->words[words->n++] = (Word){ start, end, (double) width / PANGO_SCALE };
  return width > 0;
}

/* A digit at the beginning may be a list's. */
static bool
find_words (PangoContext *pango, Ruler *ruler, const char *text, bool bold,
            Words *words)
{
  guint at = 0;

  words->n = 0;
  words->space = (double) ruler->space / PANGO_SCALE;
  if (!ruler->adds_up || g_ascii_isdigit (*text))
    return false;
  while (words->n < WORDS_MAX) {
    guint end = word_end (text, at);

    if (end == 0 || !add_word (pango, ruler, text, at, end, bold, words))
      return false;
    if (text[end] == '\0')
      return true;
    at = end + 1;
  }
  return false;
}

/* --- Lines -------------------------------------------------------------- */

static Verdict
compare (double length, double room)
{
  if (fabs (length - room) < DOUBT)
    return UNSURE;
  return length < room ? FITS : DOES_NOT;
}

/* A word that stands out a little fits, but is broken in the end. */
static Verdict
check_word (double width, double room)
{
  if (width <= room - DOUBT)
    return FITS;
  return width > room + OVERHANG + DOUBT ? DOES_NOT : UNSURE;
}

/* As many words on a line as it can hold.  @lines: its text, size and lines are
 * set. */
static Verdict
break_lines (const Words *words, double width, double size, EwTextLines *lines)
{
  double scale = size / SIZE, at = 0;

  lines->n = 0;
  lines->size = size;
  for (guint i = 0; i < words->n; i++) {
    const Word *word = &words->words[i];
    double own = word->width * scale;
    double to = at + words->space * scale + own;
    Verdict stays = i == 0 ? DOES_NOT : compare (to, width);
    Verdict verdict = check_word (own, width);

    if (verdict != FITS || stays == UNSURE)
      return verdict != FITS ? verdict : stays;
    if (stays == DOES_NOT && lines->n == EW_TEXT_LINES_MAX)
      return UNSURE;
    at = stays == FITS ? to : own;
    lines->n += stays == DOES_NOT;
    if (stays == DOES_NOT)
      lines->line[lines->n - 1].start = word->start;
    lines->line[lines->n - 1].end = word->end;
  }
  return FITS;
}

typedef struct {
  PangoContext *pango;
  Ruler *ruler;
  const Words *words;
  EwRect box;
  EwTextLines *lines;
} Search;

static Verdict
try_size (Search *search, double size)
{
  EwTextLines *lines = search->lines;
  const Leading *leading =
      leading_of (search->pango, search->ruler, size, lines->bold);
  Verdict verdict = break_lines (search->words, search->box.w, size, lines);

  if (verdict != FITS)
    return verdict;
  return compare (lines->n * leading->height, search->box.h);
}

/* The same sizes in the same order as a layout would be given.  Returns: FITS
 * when @search has the lines. */
static Verdict
search_size (Search *search, double low, double high)
{
  Verdict verdict = try_size (search, high);

  if (verdict != DOES_NOT)
    return verdict;
  verdict = low < high ? try_size (search, low) : DOES_NOT;
  if (verdict != FITS)
    return verdict;
  while (high - low > 1) {
    double middle = floor ((low + high) / 2);

    verdict = try_size (search, middle);
    if (verdict == UNSURE)
      return UNSURE;
    if (verdict == FITS)
      low = middle;
    else
      high = middle;
  }
  return try_size (search, low);
}

static double
find_x (const EwTextStyle *style, EwRect box)
{
  if (style->align == PANGO_ALIGN_CENTER)
    return box.x + box.w / 2;
  return style->align == PANGO_ALIGN_RIGHT ? box.x + box.w : box.x;
}

static void
place (const Search *search, const EwTextStyle *style)
{
  EwTextLines *lines = search->lines;
  EwRect box = search->box;
  const Leading *leading =
      leading_of (search->pango, search->ruler, lines->size, lines->bold);
  double spare = box.h - lines->n * leading->height;

  lines->align = style->align;
  lines->x = find_x (style, box);
  lines->leading = leading->height;
  lines->baseline =
      box.y + (style->middle ? MAX (0, spare / 2) : 0) + leading->baseline;
}

bool
ew_text_lines_find (PangoContext *pango, const char *text,
                    const EwTextStyle *style, EwRect box, EwTextLines *lines)
{
  Ruler *ruler;
  Words words;
  Search search = { .pango = pango, .box = box, .lines = lines };

  g_return_val_if_fail (PANGO_IS_CONTEXT (pango), false);
  g_return_val_if_fail (text != NULL && style != NULL, false);

  ruler = ruler_of (pango, style->bold);
  if (!find_words (pango, ruler, text, style->bold, &words))
    return false;
  search.ruler = ruler;
  search.words = &words;
  lines->text = text;
  lines->bold = style->bold;
  if (search_size (&search, style->size_min, style->size_max) != FITS)
    return false;
  place (&search, style);
  return true;
}
