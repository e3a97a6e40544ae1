/* The inside of the guard: one scan of one text, from left to right.
 *
 * Functions return false when something is wrong, and have then told where and
 * what in the scan; nobody scans on after that. */
#pragma once

#include "ew-json-guard.h"

G_BEGIN_DECLS

/* The name of a member: in the text itself or, where it has escapes, decoded.
 */
typedef struct {
  const char *start;
  gsize length;
  const char *where; /* its opening quote */
} EwJsonName;

typedef struct {
  const char *at, *end;
  EwJsonFlags flags;
  guint depth;
  GArray *names; /* of EwJsonName: a stack, the innermost open object on top */
  GPtrArray *decoded; /* owns the names that had escapes */
  const char *wrong;
  char *message;
} EwJsonScan;

/* The character at hand; NUL at the end, as no text holds one. */
static inline char
ew_json_scan_peek (const EwJsonScan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

/* Both return false. */
bool ew_json_scan_fail (EwJsonScan *scan, const char *where,
                        const char *message);
bool ew_json_scan_fail_at_end (EwJsonScan *scan);

bool ew_json_scan_string (EwJsonScan *scan, bool *escaped);
bool ew_json_scan_number (EwJsonScan *scan);

/* Scans a string and puts it on the stack of names. */
bool ew_json_scan_name (EwJsonScan *scan);
/* Takes the names from @first on off the stack, if no two are the same. */
bool ew_json_scan_check_names (EwJsonScan *scan, guint first);

G_END_DECLS
