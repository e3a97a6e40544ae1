#include "ew-kind.h"

bool
ew_kind_has (const EwKind *kind, EwKindFlags flag)
{
  return (kind->flags & flag) != 0;
}

const EwField *
ew_kind_find_field (const EwKind *kind, const char *name)
{
  return ew_record_type_find (&kind->type, name);
}
