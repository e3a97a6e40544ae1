#include "ew-news-words.h"

#include "ew-string.h"

#include <glib/gi18n-lib.h>

#define EXCERPT 40

static const char *
verb (const EwNews *news)
{
  switch (ew_news_what (news)) {
  case EW_NEWS_NEW:
    return _ ("%s added “%s”");
  case EW_NEWS_EDITED:
    return _ ("%s changed “%s”");
  case EW_NEWS_MOVED:
    return _ ("%s moved “%s”");
  case EW_NEWS_DELETED:
    return _ ("%s deleted “%s”");
  case EW_NEWS_SAID:
    return _ ("%s said “%s”");
  case EW_NEWS_REACTED:
    return _ ("%s took a reaction to “%s” back");
  }
  g_return_val_if_reached ("%s %s");
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
char *
ew_news_sentence (const EwNews *news)
{
  const EwObject *object = news->after ? news->after : news->before;
  g_autofree char *text = ew_object_to_text (object);
  g_autofree char *excerpt = ew_string_excerpt (text, EXCERPT);
  g_autofree char *emoji =
      ew_news_what (news) == EW_NEWS_REACTED ? ew_news_emoji (news) : NULL;

  if (emoji != NULL) /* Translators: who, an emoji, the words of a note. */
    return g_strdup_printf (_ ("%1$s reacted %2$s to “%3$s”"), news->who, emoji,
                            excerpt);
  return g_strdup_printf (verb (news), news->who, excerpt);
}
#pragma GCC diagnostic pop

char *
ew_inbox_headline (const EwInboxItem *item)
{
  switch (item->what) {
  case EW_INBOX_ASK:
    /* Translators: “Review · Bo Berg” */
    return g_strdup_printf (_ ("%s · %s"), ew_ask_kind_title (item->kind),
                            item->person);
  case EW_INBOX_MENTION:
    return g_strdup_printf (_ ("%s mentions you"), item->person);
  case EW_INBOX_NAMED:
    return ew_inbox_say_named (item);
  case EW_INBOX_REPLIES:
    return g_strdup_printf (
        ngettext ("%s · %u new message", "%s · %u new messages", item->count),
        item->person, item->count);
  case EW_INBOX_BOARD:
    return g_strdup_printf (
        ngettext ("%s · %u change", "%s · %u changes", item->count),
        item->person, item->count);
  case EW_INBOX_KEPT:
    return *item->person ? g_strdup_printf (_ ("Kept · %s"), item->person)
                         : g_strdup (_ ("Kept"));
  }
  g_return_val_if_reached (NULL);
}
