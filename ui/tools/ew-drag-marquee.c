/* Selecting whatever a swept area touches. */
#include "ew-tool.h"

#include "ew-group.h"

static EwRect
area (EwToolbox *toolbox)
{
  return ew_rect_from_points (toolbox->press.start.board,
                              toolbox->press.now.board);
}

/* Frames are selected only when they lie inside as a whole: one sweeps *in*
 * them.  Pins are not: nobody means to sweep up what people said.  Nor is what
 * is locked: it is the ground one sweeps on. */
static bool
is_swept (const EwObject *object, EwRect swept)
{
  if (ew_kind_has (object->kind, EW_KIND_PIN) || object->locked)
    return false;
  if (ew_kind_has (object->kind, EW_KIND_CONTAINER))
    return ew_rect_covers (swept, ew_object_box (object));
  return true;
}

static void
drag (EwToolbox *toolbox)
{
  EwRect swept = area (toolbox);
  g_autoptr (GPtrArray) found =
      ew_board_pick_area (ew_toolbox_board (toolbox), swept, true);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;

  g_ptr_array_extend (ids, toolbox->press.ids, NULL, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (seen, ids->pdata[i]);
  for (guint i = 0; i < found->len; i++) {
    const EwObject *object = found->pdata[i];

    if (is_swept (object, swept) && g_hash_table_add (seen, object->id))
      g_ptr_array_add (ids, object->id);
  }
  all = ew_group_expand (ew_toolbox_board (toolbox), ids);
  ew_selection_set (toolbox->selection, all);
  ew_toolbox_refresh (toolbox);
}

static void
paint (EwToolbox *toolbox, EwPen *pen)
{
  ew_overlay_area (pen, area (toolbox));
}

static const char *
cursor (EwToolbox *toolbox)
{
  return "default";
}

const EwDrag ew_drag_marquee = { .drag = drag,
                                 .paint = paint,
                                 .cursor = cursor };
