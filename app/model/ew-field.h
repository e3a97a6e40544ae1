/* Fields: the table from which everything generic about an object follows.
 *
 * A record is a C struct described by a table of fields.  Loops over the table
 * give defaults, copy, comparison, JSON in and out, merge, undo, the command
 * line's FIELD=VALUE and the details panel.  To give an object something new to
 * remember, add a struct member and one line to its table.
 *
 * Strings in a record are #GRefString and never NULL (ew_string_new()), so that
 * copying a record copies pointers.
 *
 * Every record begins with EwRecord, which keeps the members we do not know:
 * what a newer version wrote is carried along and written back. */
#pragma once

#include "ew-geometry.h"

G_BEGIN_DECLS

typedef struct _EwField EwField;
typedef struct _EwMap EwMap;
typedef struct _EwRecordType EwRecordType;

typedef struct {
  EwMap *unknown; /* member name → its canonical JSON; NULL when none */
} EwRecord;

/* The C type behind `offset`, the JSON form, and how two changes merge. */
typedef enum {
  EW_FIELD_INT, /* gint64       integer                      later edit */
  EW_FIELD_BOOL, /* gboolean     true, false                  later edit */
  EW_FIELD_STRING, /* char *       one line          later edit, or by word */
  EW_FIELD_TEXT, /* char *       prose of many lines          by word    */
  EW_FIELD_COORDS, /* EwCoords     [x,y] in 1/64 px             later edit */
  EW_FIELD_REF, /* char *       id of an object, "" = none   later edit */
  EW_FIELD_ANCHOR, /* EwAnchor     {"id":…,"at":[…]} or {"pos":[x,y]}
                                                                later edit */
  EW_FIELD_MAP, /* EwMap *      {key: record}      per key, recursively */
  EW_FIELD_SET, /* EwMap *      ["word",…] (ew-set.h)
                                (A∩B) ∪ (A−base) ∪ (B−base)             */
} EwFieldType;

/* Where a connector's end or a thread is tied: to a spot of an object, so that
 * it follows, or to a point of the board. */
typedef struct {
  char *object; /* id, or "" when tied to `point`                        */
  EwCoords spot; /* in 1/1000 of the object's box from its top left, or
                    EW_SPOT_AUTO: wherever it looks best                  */
  EwCoords point; /* 1/64 px; only when `object` is ""                     */
} EwAnchor;

#define EW_SPOT_AUTO ((EwCoords){ -1, -1 })
bool ew_anchor_is_auto (const EwAnchor *anchor);

struct _EwField {
  const char *name; /* the JSON word; never changes                     */
  const char *title; /* N_("Colour"): for people                         */
  EwFieldType type;
  gsize offset;
  const char *fallback; /* the default, as FIELD=VALUE would say it;
                           NULL: zero, empty, none                   */
  const char *const *choices; /* STRING: what we offer.  Others are kept,
                                 and drawn as the default.                 */
  const char *const *choice_titles; /* N_(): the same, for people; NULL: they
                                       are the names of colours          */
  const EwRecordType *record; /* MAP: what each key holds                */
  bool is_prose; /* STRING: people's own words, such as a title:
                    merged by word, as a TEXT is            */
  bool is_inner; /* the program's own: not for people to read or type */
  const char *unit; /* INT: N_("px"): what people count it in; NULL: nothing */
  int per_unit; /* INT: so many are one `unit`; 0: one         */
};

struct _EwRecordType {
  const EwField *fields; /* ends with a field without name */
  gsize size; /* of the struct                  */
};

#define EW_FIELD_END \
  { \
    NULL \
  }

const EwField *ew_record_type_find (const EwRecordType *type, const char *name);

/* A record's life.  `init` fills raw memory with defaults, `clear` lets go. */
void ew_record_init (const EwRecordType *type, EwRecord *record);
void ew_record_clear (const EwRecordType *type, EwRecord *record);
/* @to is raw memory; strings and maps are shared. */
void ew_record_copy (const EwRecordType *type, EwRecord *to,
                     const EwRecord *from);
bool ew_record_equal (const EwRecordType *type, const EwRecord *a,
                      const EwRecord *b);

bool ew_field_equal (const EwField *field, const EwRecord *a,
                     const EwRecord *b);
/* Makes the field of @to what it is in @from. */
void ew_field_assign (const EwField *field, EwRecord *to, const EwRecord *from);
/* Whether two people's changes are merged by word. */
bool ew_field_is_prose (const EwField *field);
bool ew_field_is_default (const EwField *field, const EwRecord *record);

/* Typed looks into a record; the field must be of that type. */
gint64 ew_field_get_int (const EwField *field, const EwRecord *record);
bool ew_field_get_bool (const EwField *field, const EwRecord *record);
EwCoords ew_field_get_coords (const EwField *field, const EwRecord *record);
/* STRING, TEXT and REF.  Never NULL. */
const char *ew_field_get_string (const EwField *field, const EwRecord *record);
const EwAnchor *ew_field_get_anchor (const EwField *field,
                                     const EwRecord *record);
/* MAP and SET. */
const EwMap *ew_field_get_map (const EwField *field, const EwRecord *record);

void ew_field_set_int (const EwField *field, EwRecord *record, gint64 value);
void ew_field_set_bool (const EwField *field, EwRecord *record, bool value);
void ew_field_set_coords (const EwField *field, EwRecord *record,
                          EwCoords value);
void ew_field_set_string (const EwField *field, EwRecord *record,
                          const char *value);
void ew_field_set_anchor (const EwField *field, EwRecord *record,
                          const EwAnchor *value);
/* Takes @map, which may be NULL. */
void ew_field_take_map (const EwField *field, EwRecord *record, EwMap *map);

/* The form people type: `12`, `true`, text, `X,Y` in px (coordinates with up to
 * six decimals), an id, `ID@X,Y` in thousandths for an anchor,
 * words between commas for a SET.  A MAP has none: NULL and EW_ERROR_USAGE.
 * Returns: (transfer full). */
char *ew_field_to_text (const EwField *field, const EwRecord *record);
bool ew_field_from_text (const EwField *field, EwRecord *record,
                         const char *text, GError **error);

G_END_DECLS
