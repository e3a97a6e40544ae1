/* Short shared strings.
 *
 * The text of an object is a #GRefString: copying an object copies pointers.
 * A string held by an object is never NULL; "nothing" is "". */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* @text may be NULL.  Returns: (transfer full): a #GRefString. */
char *ew_string_new (const char *text);
/* For words from a small set, such as colours: one copy in the program, kept
 * for good.  Any thread. */
char *ew_string_intern (const char *text);
/* Replaces what *@where holds; either may be a #GRefString or NULL. */
void ew_string_take (char **where, char *string);
void ew_string_set (char **where, const char *text);

/* The first line of @text, at most @max characters with "…" when cut.
 * Returns: (transfer full): for labels and sentences, free with g_free(). */
char *ew_string_excerpt (const char *text, gsize max);

G_END_DECLS
