/* Records ⇄ the members of a JSON object, by their field table.
 *
 * What is common to objects, to the records inside them and to board.json. */
#pragma once

#include "ew-field.h"
#include "ew-json-guard.h"

G_BEGIN_DECLS

typedef enum {
  EW_JSON_WRITE_CANONICAL = 0,
  EW_JSON_WRITE_DEFAULTS = 1 << 0, /* every field, for `show --json` */
} EwJsonWrite;

typedef struct {
  const EwRecordType *type;
  const char *const *apart; /* NULL-terminated names of members that are
                               written by hand and never are fields; or NULL */
  const EwField *always; /* written even when it is the default; or NULL */
  EwJsonWrite flags;
} EwRecordWriter;

/* Appends `"name":value` for each member bytewise, each after @separator; the
 * first one too, unless @out ends in `{`. */
void ew_record_append_members (GString *out, const EwRecordWriter *writer,
                               const EwRecord *record, const char *separator);

typedef enum {
  EW_RECORD_READ_STRICT, /* a member of another type is an error        */
  EW_RECORD_READ_LOOSE, /* … is kept as a member that we do not know   */
} EwRecordRead;

/* Fills the fields of @record, which is initialised, and keeps members that are
 * no fields.  The error names the member. */
bool ew_record_read_members (const EwRecordType *type, EwRecord *record,
                             JsonObject *from, const char *const *apart,
                             EwRecordRead how, GError **error);

G_END_DECLS
