/* The strict scan that stands before json-glib.
 *
 * json-glib 1.6 cuts strings at \u0000, wraps integers, reads 010 as 8, accepts
 * comments and single quotes, and overflows the stack on deep nesting.  So text
 * from a file or a remote is first held against RFC 8259 and our own limits;
 * what passes, json-glib reads faithfully.  Any thread. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_JSON_DEPTH_MAX 64
#define EW_JSON_SIZE_MAX (16 * 1024 * 1024)
/* Of one object.  Names can be chosen so that json-glib's hash tables need time
 * that grows with the square of their number. */
#define EW_JSON_MEMBERS_MAX 10000
#define EW_JSON_INT_MAX ((G_GINT64_CONSTANT (1) << 53) - 1)

typedef enum {
  EW_JSON_STRICT = 0, /* integers only: our own files                       */
  EW_JSON_ALLOW_FLOATS = 1 << 0, /* foreign formats                         */
  EW_JSON_JOURNAL = 1 << 1 /* what we wrote ourselves a moment ago: of any
                              size, and as much deeper as an edit wraps the
                              objects in it                               */
} EwJsonFlags;

typedef struct {
  guint line, column; /* from 1, in characters                    */
  char *message; /* what is wrong there, a translated clause */
} EwJsonFault;

void ew_json_fault_clear (EwJsonFault *fault);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwJsonFault, ew_json_fault_clear)

/* Valid UTF-8, one JSON value, no NUL, no duplicate names, nesting, size
 * and members bounded, integers within ±(2^53 − 1).  Time grows with length ×
 * log (members of one object), whatever the text is.  @fault may be NULL. */
bool ew_json_guard (const char *text, gsize length, EwJsonFlags flags,
                    EwJsonFault *fault);

/* Guard, then parse.  Returns: (transfer full) (nullable). */
JsonNode *ew_json_parse (const char *text, gsize length, EwJsonFlags flags,
                         EwJsonFault *fault);

G_END_DECLS
