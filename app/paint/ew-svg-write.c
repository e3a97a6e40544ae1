#include "ew-svg-write.h"

#include <math.h>

/* Hundredths of a px: all that an integer holds, and more than any board. */
#define MOST 9e15

static void
put_integer (GString *out, guint64 number)
{
  char digits[24], *at = digits + sizeof digits;

  do
    *--at = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (out, at, digits + sizeof digits - at);
}

void
ew_svg_number (GString *out, double number)
{
  gint64 cents = (gint64) CLAMP (round (number * 100), -MOST, MOST);
  guint64 size = (guint64) ABS (cents);

  if (cents < 0)
    g_string_append_c (out, '-');
  put_integer (out, size / 100);
  if (size % 100 == 0)
    return;
  g_string_append_c (out, '.');
  g_string_append_c (out, (char) ('0' + size / 10 % 10));
  if (size % 10 != 0)
    g_string_append_c (out, (char) ('0' + size % 10));
}

void
ew_svg_attribute (GString *out, const char *name, double number)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  ew_svg_number (out, number);
  g_string_append_c (out, '"');
}

void
ew_svg_rect (GString *out, EwRect rect)
{
  ew_svg_attribute (out, "x", rect.x);
  ew_svg_attribute (out, "y", rect.y);
  ew_svg_attribute (out, "width", rect.w);
  ew_svg_attribute (out, "height", rect.h);
}

static void
put_byte (GString *out, float share)
{
  static const char hex[] = "0123456789abcdef";
  guint byte = (guint) lroundf (CLAMP (share, 0, 1) * 255);

  g_string_append_c (out, hex[byte >> 4]);
  g_string_append_c (out, hex[byte & 15]);
}

void
ew_svg_color (GString *out, const char *name, EwColor color)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"#");
  put_byte (out, color.r);
  put_byte (out, color.g);
  put_byte (out, color.b);
  g_string_append_c (out, '"');
  if (color.a >= 1)
    return;
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "-opacity=\"");
  ew_svg_number (out, color.a);
  g_string_append_c (out, '"');
}

static void
put_point (GString *out, char verb, EwPoint p)
{
  g_string_append_c (out, verb);
  ew_svg_number (out, p.x);
  g_string_append_c (out, ' ');
  ew_svg_number (out, p.y);
}

static void
put_step (GString *out, const EwPathStep *step)
{
  switch (step->verb) {
  case EW_PATH_MOVE:
    put_point (out, 'M', step->p[0]);
    break;
  case EW_PATH_LINE:
    put_point (out, 'L', step->p[0]);
    break;
  case EW_PATH_CURVE:
    put_point (out, 'C', step->p[0]);
    put_point (out, ' ', step->p[1]);
    put_point (out, ' ', step->p[2]);
    break;
  case EW_PATH_CLOSE:
    g_string_append_c (out, 'Z');
    break;
  }
}

void
ew_svg_path (GString *out, const EwPath *path)
{
  gsize n;
  const EwPathStep *steps = ew_path_steps (path, &n);

  g_string_append (out, " d=\"");
  for (gsize i = 0; i < n; i++)
    put_step (out, &steps[i]);
  g_string_append_c (out, '"');
}

/* What XML has no place for at all is left out. */
static bool
is_character (gunichar c)
{
  return c >= 0x20 ? (c & 0xfffe) != 0xfffe || c > 0xffff
                   : c == '\t' || c == '\n';
}

static void
put_character (GString *out, const char *at, const char *next)
{
  switch (*at) {
  case '&':
    g_string_append (out, "&amp;");
    break;
  case '<':
    g_string_append (out, "&lt;");
    break;
  case '>':
    g_string_append (out, "&gt;");
    break;
  case '"':
    g_string_append (out, "&quot;");
    break;
  default:
    if (is_character (g_utf8_get_char (at)))
      g_string_append_len (out, at, next - at);
  }
}

void
ew_svg_text (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end) {
    const char *next = g_utf8_next_char (text);

    put_character (out, text, next);
    text = next;
  }
}
