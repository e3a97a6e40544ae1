#include "ew-object-member.h"

#include <string.h>

static const EwField unknown_map = {
  .name = "",
  .type = EW_FIELD_MAP,
  .offset = G_STRUCT_OFFSET (EwRecord, unknown),
  .record = &ew_unknown_type,
};

/* Takes the next step off @path.  Returns: (transfer full). */
static char *
next_step (const char **path)
{
  const char *slash = strchr (*path, '/');
  char *step =
      slash ? g_strndup (*path, (gsize) (slash - *path)) : g_strdup (*path);

  *path = slash ? slash + 1 : NULL;
  return step;
}

static const EwField *
find_field (const EwRecordType *type, const char **path)
{
  g_autofree char *name = next_step (path);

  return *name == '\0' ? &unknown_map : ew_record_type_find (type, name);
}

static const EwField *
find_in (const EwRecordType *type, const char *path, const EwRecord **record)
{
  const EwField *field = find_field (type, &path);
  g_autofree char *key = NULL;

  if (path == NULL || field == NULL)
    return field;
  if (field->type != EW_FIELD_MAP)
    return NULL;
  key = next_step (&path);
  *record =
      *record ? ew_map_get (ew_field_get_map (field, *record), key) : NULL;
  return path ? find_in (field->record, path, record) : NULL;
}

const EwField *
ew_object_member_find (const EwObject *object, const char *path,
                       const EwRecord **record)
{
  *record = &object->record;
  return find_in (&object->kind->type, path, record);
}

bool
ew_object_member_equal (const EwObject *a, const EwObject *b, const char *path)
{
  const EwRecord *one, *other;
  const EwField *field;

  if (a == NULL || b == NULL || a->kind != b->kind)
    return a == b;
  field = ew_object_member_find (a, path, &one);
  ew_object_member_find (b, path, &other);
  if (field == NULL || one == NULL || other == NULL)
    return one == other || field == NULL;
  return ew_field_equal (field, one, other);
}

static bool
is_string (const EwField *field)
{
  return field != NULL &&
         (field->type == EW_FIELD_STRING || field->type == EW_FIELD_TEXT);
}

const char *
ew_object_member_text (const EwObject *object, const char *path)
{
  const EwRecord *record;
  const EwField *field;

  if (object == NULL)
    return "";
  field = ew_object_member_find (object, path, &record);
  return is_string (field) && record ? ew_field_get_string (field, record) : "";
}

static void set_in (const EwRecordType *type, EwRecord *record,
                    const char *path, const char *text);

static void
set_in_map (const EwField *field, EwRecord *record, const char *path,
            const char *text)
{
  const EwMap *map = ew_field_get_map (field, record);
  g_autofree char *key = next_step (&path);
  const EwRecord *old = ew_map_get (map, key);
  EwRecord *value;

  if (old == NULL || path == NULL)
    return;
  value = g_malloc (field->record->size);
  ew_record_copy (field->record, value, old);
  set_in (field->record, value, path, text);
  ew_field_take_map (field, record,
                     ew_map_with (map, field->record, key, value));
  ew_record_clear (field->record, value);
  g_free (value);
}

static void
set_in (const EwRecordType *type, EwRecord *record, const char *path,
        const char *text)
{
  const EwField *field = find_field (type, &path);

  if (field != NULL && path != NULL && field->type == EW_FIELD_MAP)
    set_in_map (field, record, path, text);
  else if (path == NULL && is_string (field))
    ew_field_set_string (field, record, text);
}

void
ew_object_member_set_text (EwObject *object, const char *path, const char *text)
{
  set_in (&object->kind->type, &object->record, path, text);
}
