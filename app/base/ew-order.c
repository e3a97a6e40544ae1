#include "ew-order.h"

#include <string.h>

static const char alphabet[] =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

#define BASE 64
#define LOWEST '-'
#define JITTER 5 /* 64^5 = 2^30 */

static int
value_of (char c)
{
  const char *at = c == '\0' ? NULL : strchr (alphabet, c);
  return at ? (int) (at - alphabet) : -1;
}

bool
ew_order_is_valid (const char *key)
{
  if (key == NULL || *key == '\0')
    return false;
  for (const char *c = key; *c; c++)
    if (value_of (*c) < 0)
      return false;
  return key[strlen (key) - 1] != LOWEST;
}

/* The digit of @key at @i; past its end keys go on with the lowest one. */
static int
digit_at (const char *key, gsize i)
{
  return i < strlen (key) ? value_of (key[i]) : 0;
}

/* Appends digits that lie between @before and @after; @after NULL is no bound.
 * Walks their common head, then halves the first gap it finds. */
static void
append_middle (GString *out, const char *before, const char *after)
{
  for (gsize i = 0;; i++) {
    int low = digit_at (before, i);
    int high = after ? digit_at (after, i) : BASE;

    if (high - low > 1) {
      /* At the ends, go a small step instead of half: the front is where most
       * objects are put, and halving would make keys long quickly. */
      int step = after ? (high - low) / 2 : 1;
      g_string_append_c (out, alphabet[low + step]);
      return;
    }
    g_string_append_c (out, alphabet[low]);
    if (high > low)
      after = NULL; /* already smaller: only `before` is left to beat */
  }
}

static void
append_jitter (GString *out)
{
  for (int i = 0; i < JITTER - 1; i++)
    g_string_append_c (out, alphabet[g_random_int_range (0, BASE)]);
  /* Never end in the lowest: nothing would fit below it. */
  g_string_append_c (out, alphabet[g_random_int_range (1, BASE)]);
}

char *
ew_order_between (const char *before, const char *after)
{
  const char *low = ew_order_is_valid (before) ? before : "";
  const char *high = ew_order_is_valid (after) ? after : NULL;
  if (high && strcmp (low, high) >= 0)
    high = NULL;

  g_autoptr (GString) key = g_string_new (NULL);
  append_middle (key, low, high);
  append_jitter (key);
  return g_ref_string_new_len (key->str, (gssize) key->len);
}
