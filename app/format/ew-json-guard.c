#include "ew-json-guard.h"

#include "ew-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An edit in a journal wraps an object in this many more levels than a bucket
 * does. */
#define JOURNAL_DEPTH 8

static bool scan_value (EwJsonScan *scan);

void
ew_json_fault_clear (EwJsonFault *fault)
{
  g_clear_pointer (&fault->message, g_free);
  fault->line = fault->column = 0;
}

bool
ew_json_scan_fail (EwJsonScan *scan, const char *where, const char *message)
{
  scan->wrong = where;
  scan->message = g_strdup (message);
  return false;
}

bool
ew_json_scan_fail_at_end (EwJsonScan *scan)
{
  return ew_json_scan_fail (scan, scan->end, _ ("the end comes too early"));
}

static void
skip_space (EwJsonScan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n' ||
                                  *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

static bool
scan_word (EwJsonScan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length ||
      memcmp (scan->at, word, length) != 0)
    return ew_json_scan_fail (scan, scan->at, _ ("a value is expected"));

  scan->at += length;
  return true;
}

static bool
enter (EwJsonScan *scan)
{
  guint most =
      EW_JSON_DEPTH_MAX + (scan->flags & EW_JSON_JOURNAL ? JOURNAL_DEPTH : 0);

  if (++scan->depth > most)
    return ew_json_scan_fail (scan, scan->at,
                              _ ("brackets are nested too deeply"));
  scan->at++;
  skip_space (scan);
  return true;
}

static bool
leave (EwJsonScan *scan)
{
  scan->depth--;
  scan->at++;
  return true;
}

/* Between members or elements: true when one more follows, false when the list
 * is closed or something is wrong, which scan->message tells. */
static bool
is_continued (EwJsonScan *scan, char closing)
{
  const char *comma = scan->at;
  char c = ew_json_scan_peek (scan);

  if (c == closing)
    return false;
  if (scan->at >= scan->end)
    return ew_json_scan_fail_at_end (scan);
  if (c != ',')
    return ew_json_scan_fail (scan, scan->at,
                              closing == ']'
                                  ? _ ("a comma or “]” is expected")
                                  : _ ("a comma or “}” is expected"));
  scan->at++;
  skip_space (scan);
  if (ew_json_scan_peek (scan) == closing)
    return ew_json_scan_fail (scan, comma,
                              _ ("a comma too much stands before the end of "
                                 "a list"));
  return true;
}

static bool
scan_array (EwJsonScan *scan)
{
  bool more;

  if (!enter (scan))
    return false;
  if (ew_json_scan_peek (scan) == ']')
    return leave (scan);

  do {
    if (!scan_value (scan))
      return false;
    skip_space (scan);
    more = is_continued (scan, ']');
  } while (more);

  return scan->message == NULL && leave (scan);
}

static bool
scan_member (EwJsonScan *scan)
{
  if (scan->at >= scan->end)
    return ew_json_scan_fail_at_end (scan);
  if (ew_json_scan_peek (scan) != '"')
    return ew_json_scan_fail (scan, scan->at,
                              _ ("a name in double quotes is expected"));
  if (!ew_json_scan_name (scan))
    return false;

  skip_space (scan);
  if (scan->at >= scan->end)
    return ew_json_scan_fail_at_end (scan);
  if (ew_json_scan_peek (scan) != ':')
    return ew_json_scan_fail (scan, scan->at, _ ("a colon is expected"));

  scan->at++;
  skip_space (scan);
  return scan_value (scan);
}

static bool
scan_object (EwJsonScan *scan)
{
  guint first = scan->names->len;
  bool more;

  if (!enter (scan))
    return false;
  if (ew_json_scan_peek (scan) == '}')
    return leave (scan);

  do {
    if (scan->names->len - first >= EW_JSON_MEMBERS_MAX)
      return ew_json_scan_fail (scan, scan->at,
                                _ ("there are too many members"));
    if (!scan_member (scan))
      return false;
    skip_space (scan);
    more = is_continued (scan, '}');
  } while (more);

  return scan->message == NULL && ew_json_scan_check_names (scan, first) &&
         leave (scan);
}

static bool
fail_at_value (EwJsonScan *scan)
{
  if (scan->at >= scan->end)
    return ew_json_scan_fail_at_end (scan);

  switch (*scan->at) {
  case '/':
  case '#':
    return ew_json_scan_fail (scan, scan->at, _ ("comments are not allowed"));
  case '\'':
    return ew_json_scan_fail (scan, scan->at,
                              _ ("texts stand in double quotes"));
  default:
    return ew_json_scan_fail (scan, scan->at, _ ("a value is expected"));
  }
}

static bool
scan_value (EwJsonScan *scan)
{
  char c = ew_json_scan_peek (scan);
  bool escaped;

  switch (c) {
  case '{':
    return scan_object (scan);
  case '[':
    return scan_array (scan);
  case '"':
    return ew_json_scan_string (scan, &escaped);
  case 't':
    return scan_word (scan, "true");
  case 'f':
    return scan_word (scan, "false");
  case 'n':
    return scan_word (scan, "null");
  default:
    return c == '-' || g_ascii_isdigit (c) ? ew_json_scan_number (scan)
                                           : fail_at_value (scan);
  }
}

/* The whole. */

static bool
check_bytes (EwJsonScan *scan)
{
  gsize length = scan->end - scan->at;
  const char *bad;

  if (length > EW_JSON_SIZE_MAX && !(scan->flags & EW_JSON_JOURNAL))
    return ew_json_scan_fail (scan, scan->at,
                              _ ("the file is larger than 16 MB"));
  if (length >= 3 && memcmp (scan->at, "\xef\xbb\xbf", 3) == 0)
    return ew_json_scan_fail (scan, scan->at,
                              _ ("the file begins with a byte order mark"));
  if (g_utf8_validate_len (scan->at, length, &bad))
    return true;
  if (*bad == '\0')
    return ew_json_scan_fail (scan, bad, _ ("a NUL byte stands here"));
  return ew_json_scan_fail (scan, bad, _ ("these bytes are no UTF-8 text"));
}

static bool
scan_text (EwJsonScan *scan)
{
  if (!check_bytes (scan))
    return false;

  skip_space (scan);
  if (scan->at >= scan->end)
    return ew_json_scan_fail (scan, scan->end, _ ("the file is empty"));
  if (!scan_value (scan))
    return false;

  skip_space (scan);
  if (scan->at < scan->end)
    return ew_json_scan_fail (scan, scan->at,
                              _ ("something stands behind the end"));
  return true;
}

static void
locate (const char *text, const char *where, EwJsonFault *fault)
{
  const char *line = text;
  const char *next;

  fault->line = 1;
  while ((next = memchr (line, '\n', where - line)) != NULL) {
    fault->line++;
    line = next + 1;
  }
  fault->column = g_utf8_strlen (line, where - line) + 1;
}

bool
ew_json_guard (const char *text, gsize length, EwJsonFlags flags,
               EwJsonFault *fault)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (EwJsonName));
  g_autoptr (GPtrArray) decoded = g_ptr_array_new_with_free_func (g_free);
  EwJsonScan scan = { .flags = flags };
  bool is_good;

  g_return_val_if_fail (text != NULL || length == 0, false);

  if (text == NULL)
    text = "";
  scan.at = text;
  scan.end = text + length;
  scan.names = names;
  scan.decoded = decoded;
  is_good = scan_text (&scan);
  if (!is_good && fault != NULL) {
    locate (text, scan.wrong, fault);
    fault->message = g_steal_pointer (&scan.message);
  }
  g_free (scan.message);
  return is_good;
}

JsonNode *
ew_json_parse (const char *text, gsize length, EwJsonFlags flags,
               EwJsonFault *fault)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;

  if (!ew_json_guard (text, length, flags, fault))
    return NULL;

  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, text, length, &error))
    return json_parser_steal_root (parser);

  if (fault != NULL)
    *fault = (EwJsonFault){ 1, 1, g_strdup (error->message) };
  return NULL;
}
