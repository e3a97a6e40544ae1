#include "ew-link-at.h"

#include "ew-walkthrough.h"

char *
ew_object_link_at (const EwObject *object, EwPoint point)
{
  g_autofree char *url = NULL;

  g_return_val_if_fail (object != NULL, NULL);

  if (object->kind == &ew_kind_link)
    url = ew_link_card_at (object, point);
  else if (object->kind == &ew_kind_walkthrough)
    url = ew_walkthrough_at (object, point);
  else
    url = ew_object_text_link_at (object, point);
  return ew_url_is_safe (url) ? g_steal_pointer (&url) : NULL;
}
