#include "ew-merge-clash.h"

#include "ew-merge-text.h"
#include "ew-object-member.h"
#include "ew-string.h"
#include "ew-word.h"

#include <string.h>

static EwMap *
without_clash (const EwMap *map, const char *member, const char *text)
{
  for (guint i = 0; i < ew_map_size (map); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (map, i);

    if (strcmp (clash->member, member) == 0 && strcmp (clash->text, text) == 0)
      return ew_map_without (map, ew_map_key (map, i));
  }
  return map != NULL ? ew_map_ref ((EwMap *) map) : NULL;
}

static EwMap *
with_clash (const EwMap *map, const char *member, const char *text)
{
  g_autofree char *key = ew_clash_key (member, text);
  EwClash clash = { .member = ew_string_new (member),
                    .text = ew_string_new (text) };
  EwMap *with = ew_map_with (map, &ew_clash_type, key, &clash.record);

  ew_record_clear (&ew_clash_type, &clash.record);
  return with;
}

static void
take_clashes (EwObject *object, EwMap *map)
{
  ew_map_unref (object->clash);
  object->clash = map;
}

/* An empty text has nothing that could be lost. */
void
ew_merge_keep_text (EwObject *object, const char *member, const char *text)
{
  if (*text != '\0')
    take_clashes (object, with_clash (object->clash, member, text));
}

static bool
has_clash (const EwObject *object, const char *key)
{
  return object != NULL && ew_map_get (object->clash, key) != NULL;
}

/* Two edits of @base, @other's taken as the later one.
 * Returns: (transfer full) (nullable): NULL when they clash. */
static char *
merge_texts (const char *base, const char *one, const char *other)
{
  EwTextMerge merge = {
    .base = base,
    .sides = { one, other },
    .later = EW_SIDE_THEIRS,
    .between = "\n",
  };
  char *merged[EW_N_SIDES];
  g_autofree char *second = NULL;

  ew_merge_text (&merge, merged);
  second = merged[1];
  if (strcmp (merged[0], second) != 0)
    g_clear_pointer (&merged[0], g_free);
  return merged[0];
}

/* The same whoever is first. */
static char *
join_texts (const char *base, const char *one, const char *other)
{
  return strcmp (one, other) < 0 ? merge_texts (base, one, other)
                                 : merge_texts (base, other, one);
}

/* What becomes of @clash when @editor's change of the base's text is made to it
 * too.  Returns: (transfer full) (nullable): NULL when they clash. */
static char *
edit_clash (const EwObject *base, const EwClash *clash, const EwObject *editor)
{
  return merge_texts (ew_object_member_text (base, clash->member), clash->text,
                      ew_object_member_text (editor, clash->member));
}

static bool
has_word (const char *text, const EwWord *word)
{
  g_autoptr (GArray) words = ew_word_split (text);

  for (guint i = 0; i < words->len; i++)
    if (ew_word_equal (&g_array_index (words, EwWord, i), word))
      return true;
  return false;
}

/* Whether @clash has a word that is neither in @old nor @shown. */
static bool
has_own_word (const EwClash *clash, const char *old, const char *shown)
{
  g_autoptr (GArray) words = ew_word_split (clash->text);

  for (guint i = 0; i < words->len; i++) {
    const EwWord *word = &g_array_index (words, EwWord, i);

    if (word->length > 0 && !has_word (old, word) && !has_word (shown, word))
      return true;
  }
  return false;
}

/* Whether @clash is what @holder made of one of the base's, putting in nothing
 * but what it shows as well, while the other side was done with it. */
static bool
is_done_with (const EwObject *base, const EwClash *clash,
              const EwObject *const sides[EW_N_SIDES], EwSide holder)
{
  const char *shown = ew_object_member_text (sides[holder], clash->member);

  for (guint i = 0; i < ew_map_size (base->clash); i++) {
    const EwClash *old = (const EwClash *) ew_map_value (base->clash, i);

    if (strcmp (old->member, clash->member) == 0 &&
        !has_clash (sides[0], ew_map_key (base->clash, i)) &&
        !has_clash (sides[1], ew_map_key (base->clash, i)) &&
        !has_own_word (clash, old->text, shown))
      return true;
  }
  return false;
}

/* Then what @side shows may not be an edit of the base's text, which it keeps
 * as a clash itself. */
static bool
has_new_clash (const EwObject *side, const EwObject *base, const char *member)
{
  for (guint i = 0; i < ew_map_size (side->clash); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (side->clash, i);

    if (strcmp (clash->member, member) == 0 &&
        !has_clash (base, ew_map_key (side->clash, i)))
      return true;
  }
  return false;
}

/* A clash that only @holder knows was made of the base's text, so what the
 * other side did to that text is done to it too: of one text, committed again
 * and again while others rewrote it, the last version is kept, not each. */
static void
follow_edit (EwObject *out, const EwObject *base, const EwClash *clash,
             const EwObject *const sides[EW_N_SIDES], EwSide holder)
{
  const EwObject *editor = sides[EW_N_SIDES - 1 - holder];
  g_autofree char *edited = NULL;
  bool is_done = false;

  if (!has_new_clash (editor, base, clash->member)) {
    is_done = is_done_with (base, clash, sides, holder);
    edited = edit_clash (base, clash, editor);
  }
  if (!is_done && (edited == NULL || strcmp (edited, clash->text) == 0))
    return;
  take_clashes (out, without_clash (out->clash, clash->member, clash->text));
  if (!is_done)
    ew_merge_keep_text (out, clash->member, edited);
}

void
ew_merge_follow_edits (EwObject *out, const EwObject *base,
                       const EwObject *const sides[EW_N_SIDES])
{
  g_autoptr (EwMap) clashes = out->clash ? ew_map_ref (out->clash) : NULL;

  for (guint i = 0; base != NULL && i < ew_map_size (clashes); i++) {
    const char *key = ew_map_key (clashes, i);
    const EwClash *clash = (const EwClash *) ew_map_value (clashes, i);
    bool ours = has_clash (sides[EW_SIDE_OURS], key);

    if (!has_clash (base, key) &&
        ours != has_clash (sides[EW_SIDE_THEIRS], key))
      follow_edit (out, base, clash, sides,
                   ours ? EW_SIDE_OURS : EW_SIDE_THEIRS);
  }
}

/* The one clash of @member that @side has and @but has not.
 * Returns: (nullable): NULL when there is none, or several. */
static const EwClash *
find_only (const EwObject *side, const EwObject *const but[2],
           const char *member)
{
  const EwClash *only = NULL;

  for (guint i = 0; i < ew_map_size (side->clash); i++) {
    const char *key = ew_map_key (side->clash, i);
    const EwClash *clash = (const EwClash *) ew_map_value (side->clash, i);

    if (strcmp (clash->member, member) != 0 || has_clash (but[0], key) ||
        has_clash (but[1], key))
      continue;
    if (only)
      return NULL;
    only = clash;
  }
  return only;
}

/* Both sides went on with the clash @old: so it is one text, edited twice. */
static void
join_clash (EwObject *out, const EwObject *base,
            const EwObject *const sides[EW_N_SIDES], const EwClash *old)
{
  const EwObject *ours = sides[EW_SIDE_OURS], *theirs = sides[EW_SIDE_THEIRS];
  const EwClash *one =
      find_only (ours, (const EwObject *[]){ base, theirs }, old->member);
  const EwClash *other =
      find_only (theirs, (const EwObject *[]){ base, ours }, old->member);
  g_autofree char *joined = NULL;

  if (!one || !other ||
      !(joined = join_texts (old->text, one->text, other->text)))
    return;
  take_clashes (out, without_clash (out->clash, one->member, one->text));
  take_clashes (out, without_clash (out->clash, other->member, other->text));
  ew_merge_keep_text (out, old->member, joined);
}

void
ew_merge_join_clashes (EwObject *out, const EwObject *base,
                       const EwObject *const sides[EW_N_SIDES])
{
  for (guint i = 0; base != NULL && i < ew_map_size (base->clash); i++) {
    const EwClash *old = (const EwClash *) ew_map_value (base->clash, i);
    const EwObject *const both[] = { sides[0], sides[1] };

    if (find_only (base, both, old->member) == old)
      join_clash (out, base, sides, old);
  }
}

/* Whether all of @words stand in @text, in this order, whatever else does. */
static bool
has_words (const char *text, const char *words)
{
  g_autoptr (GArray) all = ew_word_split (text);
  g_autoptr (GArray) wanted = ew_word_split (words);
  guint at = 0;

  for (guint i = 0; i < wanted->len; i++, at++) {
    const EwWord *word = &g_array_index (wanted, EwWord, i);

    while (at < all->len &&
           !ew_word_equal (&g_array_index (all, EwWord, at), word))
      at++;
    if (at >= all->len)
      return false;
  }
  return true;
}

/* A version all of whose words are shown now needs no keeping any more. */
void
ew_merge_drop_shown (EwObject *out)
{
  g_autoptr (EwMap) clashes = out->clash ? ew_map_ref (out->clash) : NULL;

  for (guint i = 0; i < ew_map_size (clashes); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (clashes, i);
    const char *shown = ew_object_member_text (out, clash->member);

    if (has_words (shown, clash->text))
      take_clashes (out, ew_map_without (out->clash, ew_map_key (clashes, i)));
  }
}
