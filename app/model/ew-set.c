#include "ew-set.h"

#include <string.h>

static const EwField no_fields[] = { EW_FIELD_END };
const EwRecordType ew_set_type = { no_fields, sizeof (EwRecord) };

static const EwRecord nothing;

bool
ew_set_has (const EwMap *set, const char *word)
{
  return ew_map_get (set, word) != NULL;
}

EwMap *
ew_set_with (const EwMap *set, const char *word)
{
  g_return_val_if_fail (word != NULL && *word != '\0', NULL);
  return ew_map_with (set, &ew_set_type, word, &nothing);
}

EwMap *
ew_set_toggle (const EwMap *set, const char *word)
{
  return ew_set_has (set, word) ? ew_map_without (set, word)
                                : ew_set_with (set, word);
}

EwMap *
ew_set_new (GPtrArray *words)
{
  g_autoptr (GPtrArray) values = g_ptr_array_sized_new (words->len);

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (values, (gpointer) &nothing);
  return ew_map_new (&ew_set_type, words, values);
}

static void
append_word (GString *text, const char *word)
{
  for (; *word; word++) {
    if (*word == ',' || *word == '\\')
      g_string_append_c (text, '\\');
    g_string_append_c (text, *word);
  }
}

char *
ew_set_to_text (const EwMap *set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ew_map_size (set); i++) {
    if (i > 0)
      g_string_append (text, ", ");
    append_word (text, ew_map_key (set, i));
  }
  return g_string_free (text, FALSE);
}

static void
take_word (GPtrArray *words, GString *word)
{
  char *plain = g_strdup (g_strstrip (word->str));

  if (*plain != '\0')
    g_ptr_array_add (words, plain);
  else
    g_free (plain);
  g_string_truncate (word, 0);
}

EwMap *
ew_set_from_text (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *word = g_string_new (NULL);

  for (; *text; text++) {
    if (*text == ',') {
      take_word (words, word);
      continue;
    }
    if (*text == '\\' && text[1] != '\0')
      text++;
    g_string_append_c (word, *text);
  }
  take_word (words, word);
  g_string_free (word, TRUE);
  return ew_set_new (words);
}
