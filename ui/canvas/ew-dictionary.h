/* Words that are spelled right, in one language: enchant.
 *
 * Opening one reads files and is for a worker; after that it belongs to the
 * main thread.  Private to this room. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _EwDictionary EwDictionary;

/* Of the first of @languages ("de_AT", "de") that is installed.
 * Returns: (transfer full) (nullable): NULL when none is. */
EwDictionary *ew_dictionary_new (const char *const *languages);
EwDictionary *ew_dictionary_ref (EwDictionary *dictionary);
void ew_dictionary_unref (EwDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwDictionary, ew_dictionary_unref)

bool ew_dictionary_has (EwDictionary *dictionary, const char *word);
/* Returns: (transfer full): what may have been meant, a few at most. */
char **ew_dictionary_suggest (EwDictionary *dictionary, const char *word);
/* Into the person's own list, for good. */
void ew_dictionary_add (EwDictionary *dictionary, const char *word);

G_END_DECLS
