#include "ew-kinds.h"

#include <string.h>

/* One line a kind: */
/* clang-format off */
const EwKind *const ew_kinds[] = {
  &ew_kind_note,
  &ew_kind_text,
  &ew_kind_shape,
  &ew_kind_connector,
  &ew_kind_frame,
  &ew_kind_link,
  &ew_kind_walkthrough,
  &ew_kind_thread,
  &ew_kind_ink,
  &ew_kind_image,
  &ew_kind_file,
  &ew_kind_board,
  NULL,
};
/* clang-format on */

const EwKind *
ew_kind_by_name (const char *name)
{
  for (guint i = 0; name && ew_kinds[i]; i++) {
    if (strcmp (ew_kinds[i]->name, name) == 0)
      return ew_kinds[i];
  }
  return NULL;
}
