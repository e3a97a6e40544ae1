#include "ew-dictionary.h"

#include <enchant.h>
#include <string.h>

#define SUGGESTIONS_MAX 5
/* Nobody writes longer words, and some checkers are slow on them; bytes. */
#define WORD_MAX 100

struct _EwDictionary {
  EnchantBroker *broker;
  EnchantDict *dict;
};

static EnchantDict *
request (EnchantBroker *broker, const char *language)
{
  /* "C" and "en_US.UTF-8" name no dictionary. */
  if (g_str_equal (language, "C") || strpbrk (language, ".@"))
    return NULL;
  return enchant_broker_dict_exists (broker, language)
             ? enchant_broker_request_dict (broker, language)
             : NULL;
}

EwDictionary *
ew_dictionary_new (const char *const *languages)
{
  EnchantBroker *broker = enchant_broker_init ();
  EnchantDict *dict = NULL;
  EwDictionary *dictionary;

  for (; *languages && !dict; languages++)
    dict = request (broker, *languages);
  if (!dict) {
    enchant_broker_free (broker);
    return NULL;
  }
  dictionary = g_atomic_rc_box_new0 (EwDictionary);
  dictionary->broker = broker;
  dictionary->dict = dict;
  return dictionary;
}

EwDictionary *
ew_dictionary_ref (EwDictionary *dictionary)
{
  return g_atomic_rc_box_acquire (dictionary);
}

static void
clear (gpointer data)
{
  EwDictionary *dictionary = data;

  enchant_broker_free_dict (dictionary->broker, dictionary->dict);
  enchant_broker_free (dictionary->broker);
}

void
ew_dictionary_unref (EwDictionary *dictionary)
{
  if (dictionary)
    g_atomic_rc_box_release_full (dictionary, clear);
}

/* An error of the checker is no mistake of the person. */
bool
ew_dictionary_has (EwDictionary *dictionary, const char *word)
{
  g_return_val_if_fail (dictionary != NULL && word != NULL, true);

  return *word == '\0' || strlen (word) > WORD_MAX ||
         enchant_dict_check (dictionary->dict, word, -1) <= 0;
}

char **
ew_dictionary_suggest (EwDictionary *dictionary, const char *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **found;
  size_t n = 0;

  g_return_val_if_fail (dictionary != NULL && word != NULL, NULL);

  found = enchant_dict_suggest (dictionary->dict, word, -1, &n);
  for (size_t i = 0; i < MIN (n, SUGGESTIONS_MAX); i++)
    g_strv_builder_add (builder, found[i]);
  if (found)
    enchant_dict_free_string_list (dictionary->dict, found);
  return g_strv_builder_end (builder);
}

void
ew_dictionary_add (EwDictionary *dictionary, const char *word)
{
  g_return_if_fail (dictionary != NULL && word != NULL);

  enchant_dict_add (dictionary->dict, word, -1);
}
