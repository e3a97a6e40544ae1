/* How an object stands: its style, its angle, its place in a scaled whole. */
#include "ew-verbs-arrange.h"
#include "ew-verbs-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is style and not content; a kind has some of them. */
static const char *const style_fields[] = {
  "color", "fill", "from_cap", "route", "to_cap", "width", NULL,
};

void
ew_verbs_copy_style (EwObject *object, const EwObject *like)
{
  for (guint i = 0; style_fields[i]; i++) {
    const EwField *from = ew_kind_find_field (like->kind, style_fields[i]);
    const EwField *to = ew_kind_find_field (object->kind, style_fields[i]);
    if (from == NULL || to == NULL || from->type != to->type)
      continue;
    g_autofree char *value = ew_field_to_text (from, &like->record);
    ew_field_from_text (to, &object->record, value, NULL);
  }
}

EwEdit *
ew_verb_paste_style (const EwBoard *board, const EwObject *like, GPtrArray *ids)
{
  EwEdit *edit = ew_verbs_new_edit (board, ids, _ ("Change Style of %s"),
                                    _ ("Change Style of %u Objects"));
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);

  g_return_val_if_fail (like != NULL, edit);
  for (guint i = 0; i < unlocked->len; i++) {
    const EwObject *object = ew_board_get (board, unlocked->pdata[i]);
    g_autoptr (EwObject) styled = ew_object_copy (object);
    ew_verbs_copy_style (styled, like);
    ew_edit_add (edit, object, styled);
  }
  return edit;
}

EwEdit *
ew_verb_turn (const EwBoard *board, const char *id, double degrees)
{
  const EwObject *object = ew_board_get (board, id);
  g_return_val_if_fail (object != NULL, NULL);

  g_autofree char *label =
      g_strdup_printf (_ ("Turn %s"), _ (object->kind->title));
  EwEdit *edit = ew_edit_new (label);
  if (object->locked)
    return edit;
  g_autoptr (EwObject) turned = ew_object_copy (object);
  ew_object_set_angle (turned, degrees);
  ew_edit_add (edit, object, turned);
  return edit;
}

typedef struct {
  EwRect from, to;
  EwObject *copy;
} Scale;

static double
factor (double from, double to)
{
  return from > 0 ? to / from : 1;
}

static EwPoint
scaled_point (const Scale *scale, EwPoint p)
{
  return (EwPoint){
    scale->to.x + (p.x - scale->from.x) * factor (scale->from.w, scale->to.w),
    scale->to.y + (p.y - scale->from.y) * factor (scale->from.h, scale->to.h)
  };
}

static void
scale_anchor_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  const Scale *scale = data;
  EwAnchor moved = *anchor;

  if (*anchor->object)
    return;
  moved.point = ew_coords_from_point (
      scaled_point (scale, ew_coords_to_point (anchor->point)));
  ew_field_set_anchor (field, &scale->copy->record, &moved);
}

/* A turned box cannot follow two different factors and stay a box. */
static EwRect
scaled_box (const Scale *scale, const EwObject *object)
{
  double x = factor (scale->from.w, scale->to.w);
  double y = factor (scale->from.h, scale->to.h);
  EwRect box = ew_object_box (object);
  EwPoint center = scaled_point (scale, ew_rect_center (box));

  if (fmod (ew_object_angle (object), 180) != 0)
    x = y = sqrt (fabs (x * y));
  return (EwRect){ center.x - box.w * x / 2, center.y - box.h * y / 2,
                   box.w * x, box.h * y };
}

EwEdit *
ew_verb_scale (const EwBoard *board, GPtrArray *originals, EwRect from,
               EwRect to)
{
  g_autofree char *label =
      g_strdup_printf (_ ("Resize %u Objects"), originals->len);
  EwEdit *edit = ew_edit_new (label);

  for (guint i = 0; i < originals->len; i++) {
    const EwObject *original = originals->pdata[i];
    const EwObject *object = ew_board_get (board, original->id);
    if (object == NULL || object->locked)
      continue;
    g_autoptr (EwObject) copy = ew_object_copy (object);
    Scale scale = { from, to, copy };
    if (ew_kind_has (copy->kind, EW_KIND_BOX))
      ew_object_set_box (copy, scaled_box (&scale, original));
    ew_object_each_anchor (original, scale_anchor_cb, &scale);
    ew_object_fit_text (copy);
    ew_edit_add (edit, object, copy);
  }
  return edit;
}
