/* What kind of change it is that others made. */
#include "ew-session-talk.h"

#include "ew-reaction.h"

#include <string.h>

static bool
is_place (const char *name)
{
  static const char *const places[] = { "pos",    "size",   "angle",  "z",
                                        "parent", "group",  "locked", "from",
                                        "to",     "anchor", "area",   NULL };

  return g_strv_contains (places, name);
}

static bool
is_reaction (const EwField *field)
{
  return strcmp (field->name, "reactions") == 0;
}

/* What differs most decides: words, then the place, then what people put on it.
 */
EwNewsWhat
ew_news_what (const EwNews *news)
{
  const EwObject *before = news->before, *after = news->after;
  EwNewsWhat what = EW_NEWS_MOVED;
  bool is_moved = false;

  if (!after)
    return EW_NEWS_DELETED;
  if (ew_thread_from_object (after))
    return EW_NEWS_SAID;
  if (!before)
    return EW_NEWS_NEW;
  if (before->kind != after->kind)
    return EW_NEWS_EDITED;
  for (const EwField *field = after->kind->type.fields; field->name; field++) {
    if (ew_field_equal (field, &before->record, &after->record))
      continue;
    if (is_reaction (field))
      what = EW_NEWS_REACTED;
    else if (is_place (field->name))
      is_moved = true;
    else
      return EW_NEWS_EDITED;
  }
  return is_moved ? EW_NEWS_MOVED : what;
}

/* Returns: (transfer full) (nullable): the emoji in the key of a reaction. */
static char *
emoji_in (const char *key)
{
  const char *space = strchr (key, ' ');
  g_autofree char *emoji =
      space ? g_strndup (key, (gsize) (space - key)) : NULL;

  return emoji && ew_emoji_is_valid (emoji) ? g_steal_pointer (&emoji) : NULL;
}

char *
ew_news_emoji (const EwNews *news)
{
  const EwMap *before = news->before ? news->before->reactions : NULL;
  const EwMap *after = news->after ? news->after->reactions : NULL;
  char *found = NULL;

  for (guint i = 0; i < ew_map_size (after); i++) {
    const char *key = ew_map_key (after, i);
    const char *space = strchr (key, ' ');
    char *emoji = ew_map_get (before, key) ? NULL : emoji_in (key);
    bool is_theirs = space && ew_email_equal (space + 1, news->email);

    if (!emoji || (found && !is_theirs)) {
      g_free (emoji);
      continue;
    }
    g_free (found);
    found = emoji;
    if (is_theirs)
      break;
  }
  return found;
}
