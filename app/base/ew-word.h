/* Words of a text, and which of them two texts have in common.
 *
 * A word is what stands between white space; punctuation at its ends is a word
 * of its own, and so is each character of a script that writes no spaces.  The
 * white space before a word is its gap.  The last word of every text is its
 * end: it has no bytes, and its gap is what white space the text ends with.
 * Put together again, gap before word, the words are the text.
 *
 * Pure; any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
  const char *gap, *bytes; /* into the text; not terminated */
  guint gap_length, length;
} EwWord;

/* @text: valid UTF-8, must outlive the words.
 * Returns: (transfer full): of EwWord, at least the end. */
GArray *ew_word_split (const char *text);

/* Whether they read the same; their gaps may differ. */
bool ew_word_equal (const EwWord *a, const EwWord *b);

/* For each word of @from, where it stands in @to, or -1; in ascending order,
 * as many as can be found, ends with ends.  Texts with little in common are
 * told apart quickly, not well.
 * Returns: (transfer full): as many as @from has words. */
gint *ew_word_match (GArray *from, GArray *to);

G_END_DECLS
