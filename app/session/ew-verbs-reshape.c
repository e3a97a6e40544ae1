/* Objects made larger or smaller, turned and tied by steps: what the hand does
 * at their handles, for the keyboard. */
#include "ew-verbs-arrange.h"
#include "ew-verbs-private.h"

#include <glib/gi18n-lib.h>

/* Px: nothing gets smaller than this by a step. */
#define SMALLEST 16.0

static double
stretched (double length, double by)
{
  return by == 0 ? length : MAX (length + by, MIN (length, SMALLEST));
}

/* The top left corner stays, as it is seen. */
static EwRect
stretched_box (const EwObject *object, EwPoint by)
{
  EwRect box = ew_object_box (object);
  EwRect after = { box.x, box.y, stretched (box.w, by.x),
                   stretched (box.h, by.y) };
  EwPoint corner = ew_object_spot (object, (EwCoords){ 0, 0 });
  EwPoint middle;

  if (ew_kind_has (object->kind, EW_KIND_RATIO)) {
    double factor = by.x != 0 ? after.w / box.w : after.h / box.h;

    after.w = box.w * factor;
    after.h = box.h * factor;
  }
  middle = ew_point_turn (
      (EwPoint){ corner.x + after.w / 2, corner.y + after.h / 2 }, corner,
      ew_object_angle (object));
  after.x = middle.x - after.w / 2;
  after.y = middle.y - after.h / 2;
  return after;
}

EwEdit *
ew_verb_stretch (const EwBoard *board, GPtrArray *ids, EwPoint by)
{
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  EwEdit *edit = ew_verbs_new_edit (board, unlocked, _ ("Resize %s"),
                                    _ ("Resize %u Objects"));

  for (guint i = 0; i < unlocked->len; i++) {
    const EwObject *object = ew_board_get (board, unlocked->pdata[i]);
    if (!ew_kind_has (object->kind, EW_KIND_BOX))
      continue;
    g_autoptr (EwEdit) one =
        ew_verb_resize (board, object->id, stretched_box (object, by));
    ew_edit_append (edit, one);
  }
  return edit;
}

EwEdit *
ew_verb_turn_by (const EwBoard *board, GPtrArray *ids, double degrees)
{
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  EwEdit *edit =
      ew_verbs_new_edit (board, unlocked, _ ("Turn %s"), _ ("Turn %u Objects"));

  for (guint i = 0; i < unlocked->len; i++) {
    const EwObject *object = ew_board_get (board, unlocked->pdata[i]);
    if (!ew_kind_has (object->kind, EW_KIND_TURNS))
      continue;
    g_autoptr (EwEdit) one =
        ew_verb_turn (board, object->id, ew_object_angle (object) + degrees);
    ew_edit_append (edit, one);
  }
  return edit;
}

bool
ew_object_can_tie (const EwObject *object)
{
  return !ew_kind_has (object->kind, EW_KIND_PIN) && !object->kind->ends &&
         ew_kind_has (object->kind, EW_KIND_BOX);
}

EwEdit *
ew_verb_chain (const EwBoard *board, GPtrArray *ids, char **id)
{
  EwEdit *edit = ew_edit_new (_ ("Connect"));
  const EwObject *last = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, ids->pdata[i]);
    if (object == NULL || !ew_object_can_tie (object))
      continue;
    if (last != NULL) {
      EwAnchor from = { .object = last->id, .spot = EW_SPOT_AUTO };
      EwAnchor to = { .object = object->id, .spot = EW_SPOT_AUTO };
      g_clear_pointer (&line, g_free);
      g_autoptr (EwEdit) one =
          ew_verb_connect (board, &ew_kind_connector, &from, &to, &line);
      ew_edit_append (edit, one);
    }
    last = object;
  }
  if (id != NULL)
    *id = g_steal_pointer (&line);
  return edit;
}
