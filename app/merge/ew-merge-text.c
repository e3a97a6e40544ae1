#include "ew-merge-text.h"

#include "ew-word.h"

#include <string.h>

#define WORD(words, index) (&g_array_index (words, EwWord, index))
#define HUNK(hunks, index) (&g_array_index (hunks, Hunk, index))

/* Words of the base that a side took out, and what it put in their place. */
typedef struct {
  guint from, to; /* of the base; equal: nothing was taken out */
  guint in_from, in_to; /* of the side */
  bool is_dropped; /* the other side put in the same */
} Hunk;

typedef struct {
  GArray *words;
  gint *match; /* base → words; -1: taken out */
  GArray *hunks;
} Version;

typedef struct {
  const EwTextMerge *wish;
  GArray *base;
  Version sides[EW_N_SIDES];
  bool *disputed; /* by word of the base: rewritten by both */
} Work;

static GArray *
find_hunks (const Version *side, guint n)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  guint i = 0, j = 0;

  while (i < n) {
    Hunk hunk = { i, i, j, j, false };

    while (side->match[hunk.to] < 0)
      hunk.to++;
    hunk.in_to = (guint) side->match[hunk.to];
    if (hunk.to > i || hunk.in_to > j)
      g_array_append_val (hunks, hunk);
    i = hunk.to + 1;
    j = hunk.in_to + 1;
  }
  return hunks;
}

static void
version_init (Version *side, GArray *base, const char *text)
{
  side->words = ew_word_split (text);
  side->match = ew_word_match (base, side->words);
  side->hunks = find_hunks (side, base->len);
}

static void
work_clear (Work *work)
{
  for (int i = 0; i < EW_N_SIDES; i++) {
    g_array_unref (work->sides[i].words);
    g_array_unref (work->sides[i].hunks);
    g_free (work->sides[i].match);
  }
  g_array_unref (work->base);
  g_free (work->disputed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Whether all that @hunk put in is, in this order, in what @other put in. */
static bool
is_within (const Version *side, const Hunk *hunk, const Version *other_side,
           const Hunk *other)
{
  guint i = hunk->in_from;

  for (guint j = other->in_from; i < hunk->in_to && j < other->in_to; j++)
    if (ew_word_equal (WORD (side->words, i), WORD (other_side->words, j)))
      i++;
  return i == hunk->in_to;
}

static bool
overlap (const Hunk *a, const Hunk *b)
{
  return MAX (a->from, b->from) < MIN (a->to, b->to);
}

static void
dispute (Work *work, const Hunk *a, const Hunk *b)
{
  for (guint i = MIN (a->from, b->from); i < MAX (a->to, b->to); i++)
    work->disputed[i] = true;
}

/* Two hunks that meet: one says what the other says too, or they clash. */
static void
compare (Work *work, Hunk *earlier_hunk, Hunk *later_hunk)
{
  EwSide later = work->wish->later;
  const Version *one = &work->sides[EW_N_SIDES - 1 - later];
  const Version *other = &work->sides[later];

  if (is_within (one, earlier_hunk, other, later_hunk))
    earlier_hunk->is_dropped = true;
  else if (is_within (other, later_hunk, one, earlier_hunk))
    later_hunk->is_dropped = true;
  else if (overlap (earlier_hunk, later_hunk))
    dispute (work, earlier_hunk, later_hunk);
}

/* Put in right before or behind what the other rewrote: as likely as not the
 * same words, which then come once. */
static bool
touch (const Hunk *a, const Hunk *b)
{
  return a->from == b->from || (a->from == a->to && a->from == b->to) ||
         (b->from == b->to && b->from == a->to);
}

static void
compare_all (Work *work)
{
  GArray *later = work->sides[work->wish->later].hunks;
  GArray *earlier = work->sides[EW_N_SIDES - 1 - work->wish->later].hunks;

  for (guint i = 0; i < earlier->len; i++)
    for (guint j = 0; j < later->len; j++) {
      Hunk *a = HUNK (earlier, i), *b = HUNK (later, j);

      if (overlap (a, b) || touch (a, b))
        compare (work, a, b);
    }
}

/* Returns: whether more is disputed than was. */
static bool
widen_to (Work *work, const Hunk *hunk)
{
  bool touched = false, whole = true;

  for (guint i = hunk->from; i < hunk->to; i++) {
    touched |= work->disputed[i];
    whole &= work->disputed[i];
  }
  if (!touched || whole)
    return false;
  dispute (work, hunk, hunk);
  return true;
}

/* What is disputed is whole hunks, of both sides. */
static void
widen_disputes (Work *work)
{
  bool grew = true;

  while (grew) {
    grew = false;
    for (int s = 0; s < EW_N_SIDES; s++)
      for (guint i = 0; i < work->sides[s].hunks->len; i++)
        grew |= widen_to (work, HUNK (work->sides[s].hunks, i));
  }
}

/* --- Putting words together ----------------------------------------------- */

#define N_VERSIONS (EW_N_SIDES + 1)
#define BASE EW_N_SIDES

/* Where a word stands in each version; -1: it does not. */
typedef struct {
  gint at[N_VERSIONS];
} Place;

typedef struct {
  const Work *work;
  EwSide pick; /* whose words are taken where they are disputed */
  GString *text;
  Place last;
  bool has_begun;
  guint next[EW_N_SIDES]; /* hunk */
} Writer;

static const EwWord *
word_at (const Work *work, int version, gint at)
{
  GArray *words = version == BASE ? work->base : work->sides[version].words;

  return WORD (words, at);
}

static bool
same_gap (const EwWord *a, const EwWord *b)
{
  return a->gap_length == b->gap_length &&
         memcmp (a->gap, b->gap, a->gap_length) == 0;
}

/* The word whose gap counts, of one that stands in every version. */
static const EwWord *
choose_gap (const Work *work, const Place *place)
{
  const EwWord *base = word_at (work, BASE, place->at[BASE]);
  const EwWord *sides[EW_N_SIDES];

  for (int i = 0; i < EW_N_SIDES; i++)
    sides[i] = word_at (work, i, place->at[i]);
  if (same_gap (base, sides[EW_SIDE_OURS]))
    return sides[EW_SIDE_THEIRS];
  if (same_gap (base, sides[EW_SIDE_THEIRS]))
    return sides[EW_SIDE_OURS];
  return sides[work->wish->later];
}

/* Whether someone wrote @place right behind the last word, without a gap. */
static bool
may_touch (const Writer *writer, const Place *place)
{
  for (int i = 0; i < N_VERSIONS; i++) {
    gint last = writer->last.at[i], at = place->at[i];

    if (last >= 0 && at == last + 1 &&
        word_at (writer->work, i, at)->gap_length == 0)
      return true;
  }
  return false;
}

static void
write_gap (Writer *writer, const EwWord *gap, const Place *place)
{
  const Work *work = writer->work;

  if (!writer->has_begun)
    gap = choose_gap (work, &(Place){ { 0, 0, 0 } });
  else if (gap->gap_length == 0 && !may_touch (writer, place)) {
    g_string_append (writer->text,
                     work->base->len == 1 ? work->wish->between : " ");
    return;
  }
  g_string_append_len (writer->text, gap->gap, gap->gap_length);
}

static void
write_word (Writer *writer, const EwWord *word, const EwWord *gap,
            const Place *place)
{
  write_gap (writer, gap, place);
  g_string_append_len (writer->text, word->bytes, word->length);
  writer->last = *place;
  writer->has_begun = true;
}

static void
write_inserted (Writer *writer, EwSide side, const Hunk *hunk)
{
  for (guint i = hunk->in_from; i < hunk->in_to; i++) {
    const EwWord *word = WORD (writer->work->sides[side].words, i);
    Place place = { { -1, -1, -1 } };

    place.at[side] = (gint) i;
    write_word (writer, word, word, &place);
  }
}

static Place
place_of (const Work *work, guint at)
{
  return (Place){ { work->sides[EW_SIDE_OURS].match[at],
                    work->sides[EW_SIDE_THEIRS].match[at], (gint) at } };
}

/* A word that one side alone may have kept. */
static void
write_kept_by (Writer *writer, EwSide side, guint at)
{
  const Work *work = writer->work;
  Place place = place_of (work, at);

  if (place.at[side] >= 0)
    write_word (writer, WORD (work->base, at),
                word_at (work, side, place.at[side]), &place);
}

static void
write_kept (Writer *writer, guint at)
{
  const Work *work = writer->work;
  Place place = place_of (work, at);
  const EwWord *gap;

  if (place.at[EW_SIDE_OURS] < 0 || place.at[EW_SIDE_THEIRS] < 0)
    return;
  gap = choose_gap (work, &place);
  if (at < work->base->len - 1)
    write_word (writer, WORD (work->base, at), gap, &place);
  else if (writer->has_begun)
    g_string_append_len (writer->text, gap->gap, gap->gap_length);
}

/* The next hunk of @side if it is at @at. */
static const Hunk *
next_hunk (const Writer *writer, EwSide side, guint at)
{
  GArray *hunks = writer->work->sides[side].hunks;
  guint i = writer->next[side];

  return i < hunks->len && HUNK (hunks, i)->from == at ? HUNK (hunks, i) : NULL;
}

static void
take_hunk (Writer *writer, EwSide side, guint at, bool is_written)
{
  const Hunk *hunk = next_hunk (writer, side, at);

  if (hunk == NULL)
    return;
  if (is_written)
    write_inserted (writer, side, hunk);
  writer->next[side]++;
}

static bool
only_puts_in (const Hunk *hunk)
{
  return hunk != NULL && hunk->from == hunk->to;
}

/* What was put before a word comes before what took its place; else the earlier
 * edit's first. */
static EwSide
choose_first (const Writer *writer, guint at)
{
  EwSide later = writer->work->wish->later;
  EwSide earlier = EW_N_SIDES - 1 - later;

  return only_puts_in (next_hunk (writer, later, at)) &&
                 !only_puts_in (next_hunk (writer, earlier, at))
             ? later
             : earlier;
}

static void
write_agreed (Writer *writer, guint at)
{
  EwSide first = choose_first (writer, at);
  const EwSide order[] = { first, EW_N_SIDES - 1 - first };

  for (int i = 0; i < EW_N_SIDES; i++) {
    const Hunk *hunk = next_hunk (writer, order[i], at);

    if (hunk != NULL &&
        (only_puts_in (hunk) || !writer->work->disputed[hunk->from]))
      take_hunk (writer, order[i], at, !hunk->is_dropped);
  }
}

/* Returns: the end of what is disputed from @at on. */
static guint
write_disputed (Writer *writer, guint at)
{
  for (; writer->work->disputed[at]; at++) {
    for (int side = 0; side < EW_N_SIDES; side++)
      take_hunk (writer, side, at, side == (int) writer->pick);
    write_kept_by (writer, writer->pick, at);
  }
  return at;
}

static char *
write_text (const Work *work, EwSide pick)
{
  Writer writer = { .work = work,
                    .pick = pick,
                    .text = g_string_new (NULL),
                    .last = { { -1, -1, -1 } } };

  for (guint at = 0; at < work->base->len; at++) {
    write_agreed (&writer, at);
    if (work->disputed[at]) {
      at = write_disputed (&writer, at);
      write_agreed (&writer, at);
    }
    write_kept (&writer, at);
  }
  return g_string_free (writer.text, FALSE);
}

void
ew_merge_text (const EwTextMerge *merge, char *merged[EW_N_SIDES])
{
  g_auto (Work) work = { .wish = merge, .base = ew_word_split (merge->base) };

  /* One more than there are words: nothing is disputed behind the end. */
  work.disputed = g_new0 (bool, work.base->len + 1);
  for (int i = 0; i < EW_N_SIDES; i++)
    version_init (&work.sides[i], work.base, merge->sides[i]);
  compare_all (&work);
  widen_disputes (&work);
  for (int i = 0; i < EW_N_SIDES; i++)
    merged[i] = write_text (&work, i);
}
