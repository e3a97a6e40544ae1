#include "ew-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static bool
scan_hex (EwJsonScan *scan, const char *where, guint *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scan->at++) {
    int digit = g_ascii_xdigit_value (ew_json_scan_peek (scan));

    if (digit < 0)
      return ew_json_scan_fail (scan, where,
                                _ ("four hexadecimal digits follow “\\u”"));
    *unit = *unit * 16 + digit;
  }
  return true;
}

/* Behind “\u”.  A character beyond U+FFFF takes two escapes, which only
 * together mean something. */
static bool
scan_unicode (EwJsonScan *scan, const char *where)
{
  guint unit, low;

  if (!scan_hex (scan, where, &unit))
    return false;
  if (unit == 0)
    return ew_json_scan_fail (scan, where,
                              _ ("a text cannot hold the character U+0000"));
  if (unit < 0xd800 || unit > 0xdfff)
    return true;

  if (unit < 0xdc00 && scan->end - scan->at >= 6 && scan->at[0] == '\\' &&
      scan->at[1] == 'u') {
    scan->at += 2;
    if (!scan_hex (scan, where, &low))
      return false;
    if (low >= 0xdc00 && low <= 0xdfff)
      return true;
  }
  return ew_json_scan_fail (scan, where,
                            _ ("half a surrogate pair is no character"));
}

static bool
scan_escape (EwJsonScan *scan)
{
  const char *where = scan->at++;
  char c = ew_json_scan_peek (scan);

  if (scan->at >= scan->end)
    return ew_json_scan_fail_at_end (scan);

  scan->at++;
  if (c == 'u')
    return scan_unicode (scan, where);
  if (strchr ("\"\\/bfnrt", c) == NULL)
    return ew_json_scan_fail (scan, where,
                              _ ("a backslash stands before a letter that it "
                                 "does not go with"));
  return true;
}

bool
ew_json_scan_string (EwJsonScan *scan, bool *escaped)
{
  *escaped = false;
  for (scan->at++; scan->at < scan->end;) {
    guchar c = *scan->at;

    if (c == '"') {
      scan->at++;
      return true;
    }
    if (c < 0x20)
      return ew_json_scan_fail (
          scan, scan->at,
          c == '\n' ? _ ("a closing quote is missing")
                    : _ ("a control character stands in a text"));
    if (c != '\\')
      scan->at++;
    else if ((*escaped = true) && !scan_escape (scan))
      return false;
  }

  return ew_json_scan_fail (scan, scan->end, _ ("a closing quote is missing"));
}
