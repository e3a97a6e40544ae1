#include "ew-reaction.h"

#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHARS_MAX 12
/* px of the board */
#define CHIP_HEIGHT 24.0
#define CHIP_WIDTH 32.0 /* of a single one */
#define DIGIT_WIDTH 9.0
#define COUNT_GAP 3.0
#define GAP 4.0
#define INSET 6.0 /* from the left edge */
#define BELOW 8.0 /* the object, and the outline of a selected one */
#define BELOW_LINE 14.0

static const EwField fields[] = {
  { "who", N_ ("Name"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwReaction, who) },
  EW_FIELD_END,
};
const EwRecordType ew_reaction_type = { fields, sizeof (EwReaction) };

/* --- Keys ----------------------------------------------------------------- */

/* Joiners, variation selectors, and the letters of flags of regions. */
static bool
joins (gunichar c)
{
  return c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0xe0020 && c <= 0xe007f);
}

bool
ew_emoji_is_valid (const char *text)
{
  gsize length = strlen (text);
  guint chars = 0;
  bool is_plain = true;

  if (length == 0 || length > EW_EMOJI_MAX || !g_utf8_validate (text, -1, NULL))
    return false;
  for (const char *p = text; *p; p = g_utf8_next_char (p), chars++) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isgraph (c) && !joins (c))
      return false;
    is_plain = is_plain && (c < 0x80 || g_unichar_isalpha (c));
  }
  return chars <= CHARS_MAX && !is_plain;
}

/* Returns: (transfer none) (nullable): the address in @key. */
static const char *
split (const char *key, char emoji[EW_EMOJI_MAX + 1])
{
  const char *space = strchr (key, ' ');

  if (!space || space - key > EW_EMOJI_MAX)
    return NULL;
  memcpy (emoji, key, space - key);
  emoji[space - key] = '\0';
  return ew_emoji_is_valid (emoji) ? space + 1 : NULL;
}

static char *
key_of (const char *emoji, const char *email)
{
  g_autofree char *small = g_ascii_strdown (email, -1);

  return g_strconcat (emoji, " ", small, NULL);
}

/* --- Chips ---------------------------------------------------------------- */

/* A space is before every sign of an emoji, so the same stand together. */
static void
count_in (GArray *chips, const char *emoji, bool is_mine)
{
  EwReactionChip *last =
      chips->len > 0 ? &g_array_index (chips, EwReactionChip, chips->len - 1)
                     : NULL;
  EwReactionChip chip = { .n = 1, .is_mine = is_mine };

  if (last && strcmp (last->emoji, emoji) == 0) {
    last->n++;
    last->is_mine = last->is_mine || is_mine;
    return;
  }
  if (chips->len >= EW_REACTION_CHIPS_MAX)
    return;
  g_strlcpy (chip.emoji, emoji, sizeof chip.emoji);
  g_array_append_val (chips, chip);
}

static double
width_of (guint n)
{
  if (n < 2)
    return CHIP_WIDTH;
  return CHIP_WIDTH + COUNT_GAP + DIGIT_WIDTH * (n < 10 ? 1 : n < 100 ? 2 : 3);
}

/* The top left of the first. */
static EwPoint
place_of (const EwObject *object, const EwBoard *board)
{
  EwPoint ends[2];
  EwRect box;

  if (object->kind->ends) {
    object->kind->ends (object, board, ends);
    return (EwPoint){ (ends[0].x + ends[1].x - CHIP_WIDTH) / 2,
                      (ends[0].y + ends[1].y) / 2 + BELOW_LINE };
  }
  box = ew_kind_has (object->kind, EW_KIND_BOX) ? ew_object_turned_box (object)
        : object->kind->bounds ? object->kind->bounds (object, board)
                               : EW_RECT_EMPTY;
  return (EwPoint){ box.x + INSET, box.y + box.h + BELOW };
}

static void
place (GArray *chips, EwPoint at)
{
  for (guint i = 0; i < chips->len; i++) {
    EwReactionChip *chip = &g_array_index (chips, EwReactionChip, i);

    chip->box = (EwRect){ at.x, at.y, width_of (chip->n), CHIP_HEIGHT };
    at.x += chip->box.w + GAP;
  }
}

GArray *
ew_reaction_chips (const EwObject *object, const EwBoard *board,
                   const char *email)
{
  guint n = ew_map_size (object->reactions);
  g_autofree char *small = email ? g_ascii_strdown (email, -1) : NULL;
  GArray *chips;

  if (n == 0 || ew_kind_has (object->kind, EW_KIND_PIN))
    return NULL;
  chips = g_array_new (FALSE, FALSE, sizeof (EwReactionChip));
  for (guint i = 0; i < n; i++) {
    char emoji[EW_EMOJI_MAX + 1];
    const char *who = split (ew_map_key (object->reactions, i), emoji);

    if (who)
      count_in (chips, emoji, g_strcmp0 (who, small) == 0);
  }
  place (chips, place_of (object, board));
  return chips;
}

EwRect
ew_reactions_box (const EwObject *object, const EwBoard *board)
{
  g_autoptr (GArray) chips = ew_reaction_chips (object, board, NULL);
  EwRect box = EW_RECT_EMPTY;

  for (guint i = 0; chips && i < chips->len; i++)
    box = ew_rect_union (box, g_array_index (chips, EwReactionChip, i).box);
  return box;
}

bool
ew_reaction_chip_at (const EwObject *object, const EwBoard *board,
                     EwPoint point, EwReactionChip *chip)
{
  g_autoptr (GArray) chips = ew_reaction_chips (object, board, NULL);

  for (guint i = 0; chips && i < chips->len; i++) {
    *chip = g_array_index (chips, EwReactionChip, i);
    if (ew_rect_contains (chip->box, point))
      return true;
  }
  return false;
}

/* --- Who ------------------------------------------------------------------ */

bool
ew_object_has_reaction (const EwObject *object, const char *emoji,
                        const char *email)
{
  g_autofree char *key = key_of (emoji, email);

  return ew_map_get (object->reactions, key) != NULL;
}

char *
ew_reaction_names (const EwObject *object, const char *emoji)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ew_map_size (object->reactions); i++) {
    const EwReaction *reaction =
        (const EwReaction *) ew_map_value (object->reactions, i);
    char own[EW_EMOJI_MAX + 1];
    const char *email = split (ew_map_key (object->reactions, i), own);

    if (!email || strcmp (own, emoji) != 0)
      continue;
    if (names->len > 0)
      g_string_append (names, _ (", "));
    g_string_append (names, *reaction->who ? reaction->who : email);
  }
  return g_string_free (names, FALSE);
}

EwObject *
ew_object_react (const EwObject *object, const char *emoji, const char *name,
                 const char *email, bool reacts)
{
  EwObject *copy = ew_object_copy (object);
  g_autofree char *key = key_of (emoji, email);
  EwReaction reaction;
  EwMap *old = copy->reactions;

  ew_record_init (&ew_reaction_type, &reaction.record);
  ew_string_set (&reaction.who, name);
  copy->reactions =
      reacts ? ew_map_with (old, &ew_reaction_type, key, &reaction.record)
             : ew_map_without (old, key);
  ew_record_clear (&ew_reaction_type, &reaction.record);
  ew_map_unref (old);
  return copy;
}

void
ew_object_forget_reactions (EwObject *object)
{
  g_clear_pointer (&object->reactions, ew_map_unref);
}
