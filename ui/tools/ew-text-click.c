#include "ew-text-click.h"

#include "ew-verbs-text.h"
#include "ew-walkthrough.h"

/* A card is one link; a link in a text must let the text be clicked. */
static char *
text_link_at (const EwObject *object, const EwPointer *pointer)
{
  if (object->kind->link || !pointer->ctrl)
    return NULL;
  return ew_object_link_at (object, pointer->board);
}

static gssize
tick_at (const EwObject *object, const EwPointer *pointer)
{
  if (object->locked || pointer->ctrl || pointer->shift)
    return -1;
  return ew_object_tick_at (object, pointer->board);
}

bool
ew_text_click (EwToolbox *toolbox, const EwObject *object)
{
  const EwPointer *pointer = &toolbox->press.start;
  g_autofree char *url = text_link_at (object, pointer);
  gssize at = tick_at (object, pointer);
  g_autoptr (EwEdit) edit = NULL;

  if (url) {
    toolbox->host->open (url, toolbox->data);
    return true;
  }
  if (at < 0)
    return false;
  edit = ew_verb_tick (ew_toolbox_board (toolbox), object->id, at);
  ew_toolbox_apply (toolbox, edit);
  return true;
}

bool
ew_text_click_is_at (const EwObject *object, const EwPointer *pointer)
{
  g_autofree char *url = text_link_at (object, pointer);

  return url || tick_at (object, pointer) >= 0;
}
