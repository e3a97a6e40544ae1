#include "ew-json-guard.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An edit in a journal wraps an object in this many more levels than a bucket
 * does. */
#define JOURNAL_DEPTH 8
/* Up to here, comparing each name with each is quicker than sorting. */
#define FEW_NAMES 12

/* The name of a member: in the text itself or, where it has escapes, decoded.
 */
typedef struct {
  const char *start;
  gsize length;
  const char *where; /* its opening quote */
} Name;

typedef struct {
  const char *at, *end;
  EwJsonFlags flags;
  guint depth;
  GArray *names; /* of Name: a stack, the innermost open object on top */
  GPtrArray *decoded;
  const char *wrong;
  char *message;
} Scan;

static bool scan_value (Scan *scan);

void
ew_json_fault_clear (EwJsonFault *fault)
{
  g_clear_pointer (&fault->message, g_free);
  fault->line = fault->column = 0;
}

static bool
fail (Scan *scan, const char *where, const char *message)
{
  scan->wrong = where;
  scan->message = g_strdup (message);
  return false;
}

static bool
fail_at_end (Scan *scan)
{
  return fail (scan, scan->end, _ ("the end comes too early"));
}

static char
peek (const Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n' ||
                                  *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

static bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Strings. */

static bool
scan_hex (Scan *scan, const char *where, guint *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scan->at++) {
    int digit = g_ascii_xdigit_value (peek (scan));

    if (digit < 0)
      return fail (scan, where, _ ("four hexadecimal digits follow “\\u”"));
    *unit = *unit * 16 + digit;
  }
  return true;
}

/* Behind “\u”.  A character beyond U+FFFF takes two escapes, which only
 * together mean something. */
static bool
scan_unicode (Scan *scan, const char *where)
{
  guint unit, low;

  if (!scan_hex (scan, where, &unit))
    return false;
  if (unit == 0)
    return fail (scan, where, _ ("a text cannot hold the character U+0000"));
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
  return fail (scan, where, _ ("half a surrogate pair is no character"));
}

static bool
scan_escape (Scan *scan)
{
  const char *where = scan->at++;
  char c = peek (scan);

  if (scan->at >= scan->end)
    return fail_at_end (scan);

  scan->at++;
  if (c == 'u')
    return scan_unicode (scan, where);
  if (strchr ("\"\\/bfnrt", c) == NULL)
    return fail (scan, where,
                 _ ("a backslash stands before a letter that it "
                    "does not go with"));
  return true;
}

static bool
scan_string (Scan *scan, bool *escaped)
{
  *escaped = false;
  for (scan->at++; scan->at < scan->end;) {
    guchar c = *scan->at;

    if (c == '"') {
      scan->at++;
      return true;
    }
    if (c < 0x20)
      return fail (scan, scan->at,
                   c == '\n' ? _ ("a closing quote is missing")
                             : _ ("a control character stands in a text"));
    if (c != '\\')
      scan->at++;
    else if ((*escaped = true) && !scan_escape (scan))
      return false;
  }

  return fail (scan, scan->end, _ ("a closing quote is missing"));
}

/* Names. */

/* Only what scan_string() let through, so nothing can be wrong any more. */
static char *
decode (const char *at, const char *end)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *list = g_strdup_printf ("[%.*s]", (int) (end - at), at);

  if (!json_parser_load_from_data (parser, list, -1, NULL))
    return g_strndup (at, end - at);
  return g_strdup (json_array_get_string_element (
      json_node_get_array (json_parser_get_root (parser)), 0));
}

static bool
scan_name (Scan *scan)
{
  Name name = { scan->at + 1, 0, scan->at };
  bool escaped;

  if (!scan_string (scan, &escaped))
    return false;

  name.length = scan->at - 1 - name.start;
  if (escaped) {
    name.start = decode (name.where, scan->at);
    name.length = strlen (name.start);
    g_ptr_array_add (scan->decoded, (gpointer) name.start);
  }
  g_array_append_val (scan->names, name);
  return true;
}

static int
compare_names (const Name *a, const Name *b)
{
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  return memcmp (a->start, b->start, a->length);
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;
  int order = compare_names (one, other);

  if (order != 0)
    return order;
  return one->where < other->where ? -1 : 1;
}

static const Name *
find_twin_of_few (const Name *names, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (compare_names (&names[i], &names[j]) == 0)
        return &names[i];
  return NULL;
}

/* Sorted, not hashed: names can be chosen so that any fixed hash collides. */
static const Name *
find_twin_of_many (Name *names, guint n)
{
  qsort (names, n, sizeof *names, compare_names_cb);
  for (guint i = 1; i < n; i++)
    if (compare_names (&names[i], &names[i - 1]) == 0)
      return &names[i];
  return NULL;
}

static bool
check_names (Scan *scan, guint first)
{
  Name *names = &g_array_index (scan->names, Name, first);
  guint n = scan->names->len - first;
  const Name *twin = n <= FEW_NAMES ? find_twin_of_few (names, n)
                                    : find_twin_of_many (names, n);

  if (twin != NULL) {
    scan->wrong = twin->where;
    scan->message = g_strdup_printf (_ ("the member “%.*s” is there twice"),
                                     (int) MIN (twin->length, 64), twin->start);
    return false;
  }
  g_array_set_size (scan->names, first);
  return true;
}

/* Numbers. */

static bool
scan_digits (Scan *scan)
{
  if (!is_digit (peek (scan)))
    return fail (scan, scan->at, _ ("a digit is expected"));
  while (is_digit (peek (scan)))
    scan->at++;
  return true;
}

static bool
scan_fraction (Scan *scan)
{
  if (peek (scan) == '.') {
    scan->at++;
    if (!scan_digits (scan))
      return false;
  }
  if (peek (scan) != 'e' && peek (scan) != 'E')
    return true;

  scan->at++;
  if (peek (scan) == '+' || peek (scan) == '-')
    scan->at++;
  return scan_digits (scan);
}

static bool
check_float (Scan *scan, const char *start)
{
  g_autofree char *number = g_strndup (start, scan->at - start);

  if (!isfinite (g_ascii_strtod (number, NULL)))
    return fail (scan, start, _ ("the number is too large"));
  return true;
}

static bool
check_integer (Scan *scan, const char *start)
{
  gint64 value = 0;

  for (const char *p = start + (*start == '-'); p < scan->at; p++) {
    value = value * 10 + (*p - '0');
    if (value > EW_JSON_INT_MAX)
      return fail (scan, start, _ ("the number is too large"));
  }
  return true;
}

static bool
scan_number (Scan *scan)
{
  const char *start = scan->at;
  char c;

  if (peek (scan) == '-')
    scan->at++;
  if (peek (scan) == '0' && scan->end - scan->at > 1 && is_digit (scan->at[1]))
    return fail (scan, start, _ ("a number begins with a zero"));
  if (!scan_digits (scan))
    return false;

  c = peek (scan);
  if (c != '.' && c != 'e' && c != 'E')
    return check_integer (scan, start);
  if (!(scan->flags & EW_JSON_ALLOW_FLOATS))
    return fail (scan, start, _ ("only whole numbers are written here"));
  return scan_fraction (scan) && check_float (scan, start);
}

/* Values. */

static bool
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length ||
      memcmp (scan->at, word, length) != 0)
    return fail (scan, scan->at, _ ("a value is expected"));

  scan->at += length;
  return true;
}

static bool
enter (Scan *scan)
{
  guint most =
      EW_JSON_DEPTH_MAX + (scan->flags & EW_JSON_JOURNAL ? JOURNAL_DEPTH : 0);

  if (++scan->depth > most)
    return fail (scan, scan->at, _ ("brackets are nested too deeply"));
  scan->at++;
  skip_space (scan);
  return true;
}

static bool
leave (Scan *scan)
{
  scan->depth--;
  scan->at++;
  return true;
}

/* Between members or elements: true when one more follows, false when the list
 * is closed or something is wrong, which scan->message tells. */
static bool
is_continued (Scan *scan, char closing)
{
  const char *comma = scan->at;
  char c = peek (scan);

  if (c == closing)
    return false;
  if (scan->at >= scan->end)
    return fail_at_end (scan);
  if (c != ',')
    return fail (scan, scan->at,
                 closing == ']' ? _ ("a comma or “]” is expected")
                                : _ ("a comma or “}” is expected"));
  scan->at++;
  skip_space (scan);
  if (peek (scan) == closing)
    return fail (scan, comma,
                 _ ("a comma too much stands before the end of "
                    "a list"));
  return true;
}

static bool
scan_array (Scan *scan)
{
  bool more;

  if (!enter (scan))
    return false;
  if (peek (scan) == ']')
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
scan_member (Scan *scan)
{
  if (scan->at >= scan->end)
    return fail_at_end (scan);
  if (peek (scan) != '"')
    return fail (scan, scan->at, _ ("a name in double quotes is expected"));
  if (!scan_name (scan))
    return false;

  skip_space (scan);
  if (scan->at >= scan->end)
    return fail_at_end (scan);
  if (peek (scan) != ':')
    return fail (scan, scan->at, _ ("a colon is expected"));

  scan->at++;
  skip_space (scan);
  return scan_value (scan);
}

static bool
scan_object (Scan *scan)
{
  guint first = scan->names->len;
  bool more;

  if (!enter (scan))
    return false;
  if (peek (scan) == '}')
    return leave (scan);

  do {
    if (scan->names->len - first >= EW_JSON_MEMBERS_MAX)
      return fail (scan, scan->at, _ ("there are too many members"));
    if (!scan_member (scan))
      return false;
    skip_space (scan);
    more = is_continued (scan, '}');
  } while (more);

  return scan->message == NULL && check_names (scan, first) && leave (scan);
}

static bool
fail_at_value (Scan *scan)
{
  if (scan->at >= scan->end)
    return fail_at_end (scan);

  switch (*scan->at) {
  case '/':
  case '#':
    return fail (scan, scan->at, _ ("comments are not allowed"));
  case '\'':
    return fail (scan, scan->at, _ ("texts stand in double quotes"));
  default:
    return fail (scan, scan->at, _ ("a value is expected"));
  }
}

static bool
scan_value (Scan *scan)
{
  char c = peek (scan);
  bool escaped;

  switch (c) {
  case '{':
    return scan_object (scan);
  case '[':
    return scan_array (scan);
  case '"':
    return scan_string (scan, &escaped);
  case 't':
    return scan_word (scan, "true");
  case 'f':
    return scan_word (scan, "false");
  case 'n':
    return scan_word (scan, "null");
  default:
    return c == '-' || is_digit (c) ? scan_number (scan) : fail_at_value (scan);
  }
}

/* The whole. */

static bool
check_bytes (Scan *scan)
{
  gsize length = scan->end - scan->at;
  const char *bad;

  if (length > EW_JSON_SIZE_MAX && !(scan->flags & EW_JSON_JOURNAL))
    return fail (scan, scan->at, _ ("the file is larger than 16 MB"));
  if (length >= 3 && memcmp (scan->at, "\xef\xbb\xbf", 3) == 0)
    return fail (scan, scan->at, _ ("the file begins with a byte order mark"));
  if (g_utf8_validate_len (scan->at, length, &bad))
    return true;
  if (*bad == '\0')
    return fail (scan, bad, _ ("a NUL byte stands here"));
  return fail (scan, bad, _ ("these bytes are no UTF-8 text"));
}

static bool
scan_text (Scan *scan)
{
  if (!check_bytes (scan))
    return false;

  skip_space (scan);
  if (scan->at >= scan->end)
    return fail (scan, scan->end, _ ("the file is empty"));
  if (!scan_value (scan))
    return false;

  skip_space (scan);
  if (scan->at < scan->end)
    return fail (scan, scan->at, _ ("something stands behind the end"));
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
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GPtrArray) decoded = g_ptr_array_new_with_free_func (g_free);
  Scan scan = { .flags = flags };
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
