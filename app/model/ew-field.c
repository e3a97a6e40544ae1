#include "ew-field.h"

#include "ew-error.h"
#include "ew-map.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Untyped on purpose: a table's offsets are the one place where the compiler
 * cannot help, so every access goes through these few lines. */
#define MEMBER(record, field, type) \
  (G_STRUCT_MEMBER (type, (record), (field)->offset))

bool
ew_anchor_is_auto (const EwAnchor *anchor)
{
  return anchor->spot.x < 0 || anchor->spot.y < 0;
}

const EwField *
ew_record_type_find (const EwRecordType *type, const char *name)
{
  for (const EwField *field = type->fields; field->name; field++)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

static void
init_field (const EwField *field, EwRecord *record)
{
  switch (field->type) {
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    MEMBER (record, field, char *) = ew_string_new (NULL);
    break;
  case EW_FIELD_ANCHOR:
    MEMBER (record, field, EwAnchor).object = ew_string_new (NULL);
    MEMBER (record, field, EwAnchor).spot = EW_SPOT_AUTO;
    break;
  default:
    break;
  }
  if (field->fallback)
    ew_field_from_text (field, record, field->fallback, NULL);
}

void
ew_record_init (const EwRecordType *type, EwRecord *record)
{
  memset (record, 0, type->size);
  for (const EwField *field = type->fields; field->name; field++)
    init_field (field, record);
}

static void
clear_field (const EwField *field, EwRecord *record)
{
  switch (field->type) {
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    g_clear_pointer (&MEMBER (record, field, char *), g_ref_string_release);
    break;
  case EW_FIELD_ANCHOR:
    g_clear_pointer (&MEMBER (record, field, EwAnchor).object,
                     g_ref_string_release);
    break;
  case EW_FIELD_MAP:
  case EW_FIELD_SET:
    g_clear_pointer (&MEMBER (record, field, EwMap *), ew_map_unref);
    break;
  default:
    break;
  }
}

void
ew_record_clear (const EwRecordType *type, EwRecord *record)
{
  for (const EwField *field = type->fields; field->name; field++)
    clear_field (field, record);
  g_clear_pointer (&record->unknown, ew_map_unref);
}

void
ew_record_copy (const EwRecordType *type, EwRecord *to, const EwRecord *from)
{
  memset (to, 0, type->size);
  for (const EwField *field = type->fields; field->name; field++)
    ew_field_assign (field, to, from);
  to->unknown = from->unknown ? ew_map_ref (from->unknown) : NULL;
}

bool
ew_record_equal (const EwRecordType *type, const EwRecord *a, const EwRecord *b)
{
  if (a == b)
    return true;
  for (const EwField *field = type->fields; field->name; field++)
    if (!ew_field_equal (field, a, b))
      return false;
  return ew_map_equal (a->unknown, b->unknown);
}

static bool
is_same_coords (EwCoords a, EwCoords b)
{
  return a.x == b.x && a.y == b.y;
}

static bool
is_same_anchor (const EwAnchor *a, const EwAnchor *b)
{
  if (strcmp (a->object, b->object) != 0)
    return false;
  /* Only the half that counts: a tied anchor's point means nothing. */
  if (*a->object == '\0')
    return is_same_coords (a->point, b->point);
  if (ew_anchor_is_auto (a) && ew_anchor_is_auto (b))
    return true;
  return is_same_coords (a->spot, b->spot);
}

bool
ew_field_equal (const EwField *field, const EwRecord *a, const EwRecord *b)
{
  switch (field->type) {
  case EW_FIELD_INT:
    return MEMBER (a, field, gint64) == MEMBER (b, field, gint64);
  case EW_FIELD_BOOL:
    return !MEMBER (a, field, gboolean) == !MEMBER (b, field, gboolean);
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF: {
    const char *x = MEMBER (a, field, char *), *y = MEMBER (b, field, char *);
    return x == y || strcmp (x, y) == 0;
  }
  case EW_FIELD_COORDS:
    return is_same_coords (MEMBER (a, field, EwCoords),
                           MEMBER (b, field, EwCoords));
  case EW_FIELD_ANCHOR:
    return is_same_anchor (&MEMBER (a, field, EwAnchor),
                           &MEMBER (b, field, EwAnchor));
  case EW_FIELD_MAP:
  case EW_FIELD_SET:
    return ew_map_equal (MEMBER (a, field, EwMap *),
                         MEMBER (b, field, EwMap *));
  }
  g_return_val_if_reached (false);
}

void
ew_field_assign (const EwField *field, EwRecord *to, const EwRecord *from)
{
  switch (field->type) {
  case EW_FIELD_INT:
    MEMBER (to, field, gint64) = MEMBER (from, field, gint64);
    break;
  case EW_FIELD_BOOL:
    MEMBER (to, field, gboolean) = MEMBER (from, field, gboolean);
    break;
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    ew_string_take (&MEMBER (to, field, char *),
                    g_ref_string_acquire (MEMBER (from, field, char *)));
    break;
  case EW_FIELD_COORDS:
    MEMBER (to, field, EwCoords) = MEMBER (from, field, EwCoords);
    break;
  case EW_FIELD_ANCHOR:
    ew_field_set_anchor (field, to, &MEMBER (from, field, EwAnchor));
    break;
  case EW_FIELD_MAP:
  case EW_FIELD_SET: {
    EwMap *map = MEMBER (from, field, EwMap *);
    ew_field_take_map (field, to, map ? ew_map_ref (map) : NULL);
    break;
  }
  }
}

bool
ew_field_is_prose (const EwField *field)
{
  return field->type == EW_FIELD_TEXT ||
         (field->type == EW_FIELD_STRING && field->is_prose);
}

static bool
is_zero (const EwField *field, const EwRecord *record)
{
  switch (field->type) {
  case EW_FIELD_INT:
    return MEMBER (record, field, gint64) == 0;
  case EW_FIELD_BOOL:
    return !MEMBER (record, field, gboolean);
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    return *MEMBER (record, field, char *) == '\0';
  case EW_FIELD_COORDS:
    return is_same_coords (MEMBER (record, field, EwCoords), (EwCoords){ 0 });
  case EW_FIELD_ANCHOR: {
    const EwAnchor *anchor = &MEMBER (record, field, EwAnchor);
    return *anchor->object == '\0' &&
           is_same_coords (anchor->point, (EwCoords){ 0 });
  }
  case EW_FIELD_MAP:
  case EW_FIELD_SET:
    return ew_map_size (MEMBER (record, field, EwMap *)) == 0;
  }
  g_return_val_if_reached (false);
}

bool
ew_field_is_default (const EwField *field, const EwRecord *record)
{
  if (field->fallback == NULL)
    return is_zero (field, record);
  g_autofree char *text = ew_field_to_text (field, record);
  return strcmp (text, field->fallback) == 0;
}

gint64
ew_field_get_int (const EwField *field, const EwRecord *record)
{
  g_return_val_if_fail (field->type == EW_FIELD_INT, 0);
  return MEMBER (record, field, gint64);
}

bool
ew_field_get_bool (const EwField *field, const EwRecord *record)
{
  g_return_val_if_fail (field->type == EW_FIELD_BOOL, false);
  return MEMBER (record, field, gboolean);
}

EwCoords
ew_field_get_coords (const EwField *field, const EwRecord *record)
{
  g_return_val_if_fail (field->type == EW_FIELD_COORDS, (EwCoords){ 0 });
  return MEMBER (record, field, EwCoords);
}

static bool
is_string (const EwField *field)
{
  return field->type == EW_FIELD_STRING || field->type == EW_FIELD_TEXT ||
         field->type == EW_FIELD_REF;
}

const char *
ew_field_get_string (const EwField *field, const EwRecord *record)
{
  g_return_val_if_fail (is_string (field), "");
  return MEMBER (record, field, char *);
}

const EwAnchor *
ew_field_get_anchor (const EwField *field, const EwRecord *record)
{
  g_return_val_if_fail (field->type == EW_FIELD_ANCHOR, NULL);
  return &MEMBER (record, field, EwAnchor);
}

static bool
is_map (const EwField *field)
{
  return field->type == EW_FIELD_MAP || field->type == EW_FIELD_SET;
}

const EwMap *
ew_field_get_map (const EwField *field, const EwRecord *record)
{
  g_return_val_if_fail (is_map (field), NULL);
  return MEMBER (record, field, EwMap *);
}

void
ew_field_set_int (const EwField *field, EwRecord *record, gint64 value)
{
  g_return_if_fail (field->type == EW_FIELD_INT);
  MEMBER (record, field, gint64) = value;
}

void
ew_field_set_bool (const EwField *field, EwRecord *record, bool value)
{
  g_return_if_fail (field->type == EW_FIELD_BOOL);
  MEMBER (record, field, gboolean) = value;
}

void
ew_field_set_coords (const EwField *field, EwRecord *record, EwCoords value)
{
  g_return_if_fail (field->type == EW_FIELD_COORDS);
  MEMBER (record, field, EwCoords) = value;
}

void
ew_field_set_string (const EwField *field, EwRecord *record, const char *value)
{
  g_return_if_fail (is_string (field));
  /* Words from a table are few and stand on thousands of objects. */
  if (field->choices)
    ew_string_take (&MEMBER (record, field, char *), ew_string_intern (value));
  else
    ew_string_set (&MEMBER (record, field, char *), value);
}

void
ew_field_set_anchor (const EwField *field, EwRecord *record,
                     const EwAnchor *value)
{
  g_return_if_fail (field->type == EW_FIELD_ANCHOR);
  EwAnchor *anchor = &MEMBER (record, field, EwAnchor);
  ew_string_set (&anchor->object, value->object);
  anchor->spot = value->spot;
  anchor->point = value->point;
}

void
ew_field_take_map (const EwField *field, EwRecord *record, EwMap *map)
{
  g_return_if_fail (is_map (field));
  EwMap *old = MEMBER (record, field, EwMap *);
  MEMBER (record, field, EwMap *) = map;
  g_clear_pointer (&old, ew_map_unref);
}
