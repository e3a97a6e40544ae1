#include "ew-object-words.h"

#include "ew-markdown.h"

#include <glib/gi18n-lib.h>

char *
ew_object_words (const EwObject *object)
{
  const char *source = ew_object_get_string (object, object->kind->text);
  g_autofree char *words = ew_markdown_to_text (source);

  if (*words == '\0')
    return g_strdup (*source ? source : _ (object->kind->title));
  return g_steal_pointer (&words);
}
