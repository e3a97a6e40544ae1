#include "ew-word.h"

#include <string.h>

/* Steps after which a search for what two texts have in common is given up: its
 * memory and time grow with the square of them. */
#define STEPS_MAX 1000

static bool
is_mark (gunichar c)
{
  return c < 0x80 && g_ascii_ispunct ((char) c) && c != '_';
}

/* Scripts such as Chinese write words without spaces. */
static bool
stands_alone (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_isalpha (c);
}

static const char *
skip_space (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
skip_unspaced (const char *at)
{
  while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static void
add_word (GArray *words, const char *gap, const char *from, const char *to)
{
  EwWord word = { gap, from, (guint) (from - gap), (guint) (to - from) };

  g_array_append_val (words, word);
}

/* Without the punctuation at the end of what lies between two spaces. */
static const char *
strip_marks (const char *from, const char *to)
{
  while (to > from && is_mark ((guchar) to[-1]))
    to--;
  return to;
}

/* Up to the first character that is a word of its own, or that makes one. */
static const char *
skip_word (const char *at, const char *end)
{
  if (stands_alone (g_utf8_get_char (at))) {
    at = g_utf8_next_char (at);
    while (at < end && g_unichar_ismark (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    return at;
  }
  while (at < end && !stands_alone (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Of `(see 12.5).` the words are `(`, `see`, and `12.5`, `)`, `.`. */
static void
split_unspaced (GArray *words, const char *gap, const char *at, const char *end)
{
  const char *core;

  for (; at < end && is_mark ((guchar) *at); gap = ++at)
    add_word (words, gap, at, at + 1);
  core = strip_marks (at, end);
  while (at < core) {
    const char *next = skip_word (at, core);

    add_word (words, gap, at, next);
    gap = at = next;
  }
  for (; at < end; gap = ++at)
    add_word (words, gap, at, at + 1);
}

GArray *
ew_word_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (EwWord));

  g_return_val_if_fail (text != NULL, words);

  for (;;) {
    const char *at = skip_space (text), *end = skip_unspaced (at);

    if (at == end) {
      add_word (words, text, at, at);
      return words;
    }
    split_unspaced (words, text, at, end);
    text = end;
  }
}

bool
ew_word_equal (const EwWord *a, const EwWord *b)
{
  return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
}

/* Myers' greedy search for the shortest way from one text to the other, whose
 * steps leave out a word or put one in.  Diagonal k holds the words of @from
 * reached when k more of them than of @to were passed. */
typedef struct {
  const EwWord *from, *to;
  gint from_length, to_length;
  gint *reach; /* by diagonal, from -STEPS_MAX - 1 */
  GPtrArray *trace; /* of gint: `reach` before each step, -step … step */
} Search;

#define DIAGONALS (2 * STEPS_MAX + 3)

static gint *
reach_at (const Search *search, gint diagonal)
{
  return &search->reach[diagonal + STEPS_MAX + 1];
}

static bool
goes_down (const gint *reach, gint diagonal, gint steps)
{
  return diagonal == -steps ||
         (diagonal != steps && reach[diagonal - 1] < reach[diagonal + 1]);
}

static gint
slide (const Search *search, gint x, gint diagonal)
{
  while (x < search->from_length && x - diagonal < search->to_length &&
         ew_word_equal (&search->from[x], &search->to[x - diagonal]))
    x++;
  return x;
}

static void
remember (Search *search, gint steps)
{
  g_ptr_array_add (search->trace,
                   g_memdup2 (reach_at (search, -steps),
                              (gsize) (2 * steps + 1) * sizeof (gint)));
}

/* Returns: whether the other end was reached. */
static bool
step (Search *search, gint steps)
{
  const gint *reach = reach_at (search, 0);

  remember (search, steps);
  for (gint k = -steps; k <= steps; k += 2) {
    gint x = goes_down (reach, k, steps) ? reach[k + 1] : reach[k - 1] + 1;

    x = slide (search, x, k);
    *reach_at (search, k) = x;
    if (x >= search->from_length && x - k >= search->to_length)
      return true;
  }
  return false;
}

/* The way back, along which equal words were passed. */
static void
trace_back (const Search *search, gint *match)
{
  gint x = search->from_length, y = search->to_length;

  for (gint steps = (gint) search->trace->len - 1; steps >= 0; steps--) {
    const gint *reach = (gint *) search->trace->pdata[steps] + steps;
    gint k = x - y;
    bool down = steps > 0 && goes_down (reach, k, steps);
    gint from_x = steps == 0 ? 0 : down ? reach[k + 1] : reach[k - 1];
    gint from_y = steps == 0 ? 0 : from_x - (down ? k + 1 : k - 1);

    while (x > from_x && y > from_y)
      match[--x] = --y;
    x = from_x;
    y = from_y;
  }
}

static void
search_middle (Search *search, gint *match)
{
  gint longest = search->from_length + search->to_length;

  search->reach = g_new0 (gint, DIAGONALS);
  search->trace = g_ptr_array_new_with_free_func (g_free);
  for (gint steps = 0; steps <= MIN (longest, STEPS_MAX); steps++)
    if (step (search, steps)) {
      trace_back (search, match);
      break;
    }
  g_ptr_array_unref (search->trace);
  g_free (search->reach);
}

#define WORD(words, index) (&g_array_index (words, EwWord, index))

gint *
ew_word_match (GArray *from, GArray *to)
{
  gint *match = g_new (gint, from->len);
  guint head = 0, tail = 1, shorter = MIN (from->len, to->len);
  Search search = { 0 };

  for (guint i = 0; i < from->len; i++)
    match[i] = -1;
  match[from->len - 1] = (gint) to->len - 1;
  /* From the front first: what is written on is new at its end. */
  while (head < shorter - tail &&
         ew_word_equal (WORD (from, head), WORD (to, head))) {
    match[head] = (gint) head;
    head++;
  }
  while (tail < shorter - head &&
         ew_word_equal (WORD (from, from->len - 1 - tail),
                        WORD (to, to->len - 1 - tail))) {
    tail++;
    match[from->len - tail] = (gint) (to->len - tail);
  }

  search.from = WORD (from, head);
  search.to = WORD (to, head);
  search.from_length = (gint) (from->len - head - tail);
  search.to_length = (gint) (to->len - head - tail);
  search_middle (&search, match + head);
  for (guint i = head; i < from->len - tail; i++)
    if (match[i] >= 0)
      match[i] += (gint) head;
  return match;
}
