#include "ew-order.h"

#include <string.h>

static const char alphabet[] =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

#define BASE 64
#define LOWEST '-'
#define HEAD 4 /* counts what is added at an end: 2^24 times */
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

static void
append_head (GString *out, guint32 head)
{
  for (int shift = 6 * (HEAD - 1); shift >= 0; shift -= 6)
    g_string_append_c (out, alphabet[(head >> shift) & (BASE - 1)]);
}

/* The first digits of @key as a number. */
static guint32
head_of (const char *key)
{
  guint32 head = 0;
  for (gsize i = 0; i < HEAD; i++)
    head = head * BASE + (guint32) digit_at (key, i);
  return head;
}

/* At an end, where most objects are put, keys count up or down instead of
 * halving, so ten thousand of them are as short as the first.  False when the
 * count is at its end. */
static bool
append_beyond (GString *out, const char *low, const char *high)
{
  const guint32 highest = (1u << (6 * HEAD)) - 1;

  if (*low == '\0' && high == NULL) {
    append_head (out, highest / 2);
    return true;
  }
  if (high == NULL && head_of (low) < highest) {
    append_head (out, head_of (low) + 1);
    return true;
  }
  if (*low == '\0' && high && head_of (high) > 0) {
    append_head (out, head_of (high) - 1);
    return true;
  }
  return false;
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
      g_string_append_c (out, alphabet[low + (high - low) / 2]);
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
  if (!append_beyond (key, low, high))
    append_middle (key, low, high);
  append_jitter (key);
  return g_ref_string_new_len (key->str, (gssize) key->len);
}
