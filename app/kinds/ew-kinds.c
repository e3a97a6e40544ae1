#include "ew-kinds.h"

#include "ew-text-fit.h"

#include <string.h>

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
  &ew_kind_board,
  NULL,
};

const EwKind *
ew_kind_by_name (const char *name)
{
  for (guint i = 0; name && ew_kinds[i]; i++) {
    if (strcmp (ew_kinds[i]->name, name) == 0)
      return ew_kinds[i];
  }
  return NULL;
}

void
ew_object_fit_text (EwObject *object)
{
  EwTextSpot spot;
  const char *text;
  EwRect box;

  g_return_if_fail (object != NULL);

  if (!ew_kind_has (object->kind, EW_KIND_GROWS))
    return;
  object->kind->text_spot (object, NULL, &spot);
  text = ew_object_get_string (object, object->kind->text);
  box = ew_object_box (object);
  /* What is above the text is below it too. */
  box.h = ew_text_measure (text, &spot.style, spot.box.w).y +
          2 * (spot.box.y - box.y);
  ew_object_set_box (object, box);
}
