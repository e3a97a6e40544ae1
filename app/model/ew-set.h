/* A set of words: tags, who voted, who reacted.
 *
 * It is an EwMap whose records hold nothing, so it is immutable and shared like
 * one: ew_map_size(), ew_map_key() and ew_map_without() are its other half.
 * NULL is the empty set.  Any thread. */
#pragma once

#include "ew-map.h"

G_BEGIN_DECLS

/* Of the records: no fields. */
extern const EwRecordType ew_set_type;

bool ew_set_has (const EwMap *set, const char *word);
/* Returns: (transfer full): @set and @word, which is not empty. */
EwMap *ew_set_with (const EwMap *set, const char *word);
/* Returns: (transfer full) (nullable): with @word if it was not in @set, else
 * without it. */
EwMap *ew_set_toggle (const EwMap *set, const char *word);
/* @words: of char *, any order, any number of times.
 * Returns: (transfer full) (nullable). */
EwMap *ew_set_new (GPtrArray *words);

/* As people type it: words between commas; a comma in a word is `\,`, and a
 * word neither begins nor ends with a space.  Returns: (transfer full). */
char *ew_set_to_text (const EwMap *set);
EwMap *ew_set_from_text (const char *text);

G_END_DECLS
