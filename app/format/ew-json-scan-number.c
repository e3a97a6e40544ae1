#include "ew-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static bool
scan_digits (EwJsonScan *scan)
{
  if (!is_digit (ew_json_scan_peek (scan)))
    return ew_json_scan_fail (scan, scan->at, _ ("a digit is expected"));
  while (is_digit (ew_json_scan_peek (scan)))
    scan->at++;
  return true;
}

static bool
scan_fraction (EwJsonScan *scan)
{
  if (ew_json_scan_peek (scan) == '.') {
    scan->at++;
    if (!scan_digits (scan))
      return false;
  }
  if (ew_json_scan_peek (scan) != 'e' && ew_json_scan_peek (scan) != 'E')
    return true;

  scan->at++;
  if (ew_json_scan_peek (scan) == '+' || ew_json_scan_peek (scan) == '-')
    scan->at++;
  return scan_digits (scan);
}

static bool
check_float (EwJsonScan *scan, const char *start)
{
  g_autofree char *number = g_strndup (start, scan->at - start);

  if (!isfinite (g_ascii_strtod (number, NULL)))
    return ew_json_scan_fail (scan, start, _ ("the number is too large"));
  return true;
}

static bool
check_integer (EwJsonScan *scan, const char *start)
{
  gint64 value = 0;

  for (const char *p = start + (*start == '-'); p < scan->at; p++) {
    value = value * 10 + (*p - '0');
    if (value > EW_JSON_INT_MAX)
      return ew_json_scan_fail (scan, start, _ ("the number is too large"));
  }
  return true;
}

bool
ew_json_scan_number (EwJsonScan *scan)
{
  const char *start = scan->at;
  char c;

  if (ew_json_scan_peek (scan) == '-')
    scan->at++;
  if (ew_json_scan_peek (scan) == '0' && scan->end - scan->at > 1 &&
      is_digit (scan->at[1]))
    return ew_json_scan_fail (scan, start, _ ("a number begins with a zero"));
  if (!scan_digits (scan))
    return false;

  c = ew_json_scan_peek (scan);
  if (c != '.' && c != 'e' && c != 'E')
    return check_integer (scan, start);
  if (!(scan->flags & EW_JSON_ALLOW_FLOATS))
    return ew_json_scan_fail (scan, start,
                              _ ("only whole numbers are written here"));
  return scan_fraction (scan) && check_float (scan, start);
}
