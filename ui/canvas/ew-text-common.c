#include "ew-text-common.h"

#include <string.h>

gsize
ew_text_common_head (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] && a[n] == b[n])
    n++;
  while (n > 0 && ((a[n] & 0xc0) == 0x80 || (b[n] & 0xc0) == 0x80))
    n--;
  return n;
}

gsize
ew_text_common_tail (const char *a, const char *b, gsize head)
{
  gsize a_length = strlen (a), b_length = strlen (b);
  gsize most = MIN (a_length, b_length) - head, n = 0;

  while (n < most && a[a_length - n - 1] == b[b_length - n - 1])
    n++;
  while (n > 0 && (a[a_length - n] & 0xc0) == 0x80)
    n--;
  return n;
}
