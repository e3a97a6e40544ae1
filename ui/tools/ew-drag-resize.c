/* Resizing what is selected by one of its handles: one box, turned as it may
 * be, or several about the opposite side. */
#include "ew-tool.h"

#include "ew-verbs-arrange.h"

/* What the selected own goes along when several are scaled together. */
static void
add_original (GPtrArray *originals, GHashTable *seen, const EwObject *object)
{
  if (!object->locked && g_hash_table_add (seen, object->id))
    g_ptr_array_add (originals, ew_object_ref (object));
}

static void
keep_originals (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  const EwBoard *board = ew_toolbox_board (toolbox);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  press->originals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  for (guint i = 0; i < press->ids->len; i++) {
    const EwObject *object = ew_board_get (board, press->ids->pdata[i]);

    if (object)
      add_original (press->originals, seen, object);
  }
  if (press->ids->len == 1)
    return;
  for (guint i = 0; i < press->originals->len; i++) {
    const EwObject *owner = press->originals->pdata[i];
    g_autoptr (GPtrArray) children =
        ew_kind_has (owner->kind, EW_KIND_CONTAINER)
            ? ew_board_children (board, owner->id)
            : NULL;

    for (guint k = 0; children && k < children->len; k++)
      add_original (press->originals, seen, children->pdata[k]);
  }
}

static void
start (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;

  keep_originals (toolbox);
  press->box = ew_toolbox_selection_box (toolbox);
  if (press->originals->len == 1)
    press->box = ew_object_box (press->originals->pdata[0]);
  ew_toolbox_snap_begin (toolbox, press->ids);
}

static double
angle_of (const EwPress *press)
{
  return press->originals->len == 1
             ? ew_object_angle (press->originals->pdata[0])
             : 0;
}

/* A picture among them would be cut: then Shift frees what it binds else. */
static bool
keeps_ratio (const EwPress *press)
{
  bool bound = false;

  for (guint i = 0; i < press->originals->len && !bound; i++) {
    const EwObject *object = press->originals->pdata[i];

    bound = ew_kind_has (object->kind, EW_KIND_RATIO);
  }
  return bound != press->now.shift;
}

/* In the box's own directions. */
static EwPoint
dragged (EwToolbox *toolbox, double angle)
{
  return ew_point_turn (ew_toolbox_dragged (toolbox), (EwPoint){ 0, 0 },
                        -angle);
}

static EwRect
resized (EwToolbox *toolbox, double angle)
{
  const EwPress *press = &toolbox->press;
  EwPoint by = dragged (toolbox, angle), further;
  EwResize how = { .ratio = keeps_ratio (press),
                   .center = press->now.alt,
                   .grid = press->now.scale > 2 ? 0.25 : 1 };
  EwHandle handle = press->grip.handle;
  EwRect box = ew_handle_drag (handle, press->box, by, &how);

  /* Neither what is turned nor what keeps its ratio can meet a line with one
   * side alone. */
  if (angle != 0 || how.ratio)
    return box;
  further = ew_toolbox_snap (toolbox, box, handle);
  if (further.x == 0 && further.y == 0)
    return box;
  return ew_handle_place (handle, press->box, box, further, how.center);
}

/* A turned box turns around its centre, which has moved: the new centre lies
 * where the old one saw it, so that the opposite side stays. */
static EwRect
placed (EwRect box, EwRect old, double angle)
{
  EwPoint at =
      ew_point_turn (ew_rect_center (box), ew_rect_center (old), angle);

  return (EwRect){ at.x - box.w / 2, at.y - box.h / 2, box.w, box.h };
}

static void
drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  const EwBoard *board = ew_toolbox_board (toolbox);
  double angle = press->originals->len > 0 ? angle_of (press) : 0;
  EwRect box = resized (toolbox, angle);
  g_autoptr (EwEdit) edit = NULL;

  if (press->originals->len == 1) {
    const EwObject *original = press->originals->pdata[0];

    /* A teammate may have deleted it meanwhile. */
    if (!ew_board_get (board, original->id))
      return;
    edit =
        ew_verb_resize (board, original->id, placed (box, press->box, angle));
  } else {
    edit = ew_verb_scale (board, press->originals, press->box, box);
  }
  ew_toolbox_apply (toolbox, edit);
  ew_toolbox_refresh (toolbox);
}

static const char *
cursor (EwToolbox *toolbox)
{
  return ew_grip_cursor (toolbox, toolbox->press.grip);
}

const EwDrag ew_drag_resize = {
  .start = start, .drag = drag, .paint = ew_overlay_snap, .cursor = cursor
};
