#include "ew-verbs-grow.h"

#include "ew-id.h"
#include "ew-order.h"
#include "ew-reaction.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

/* After so many occupied places the next one is taken, free or not. */
#define TRIES 200
/* Boxes that only touch are not in each other's way, px. */
#define TOUCH 1.0

bool
ew_object_can_grow (const EwObject *object)
{
  const EwKind *kind = object ? object->kind : NULL;

  return kind && kind->text && kind->text_spot &&
         ew_kind_has (kind, EW_KIND_BOX) &&
         !ew_kind_has (kind, EW_KIND_CONTAINER);
}

/* --- Places ------------------------------------------------------------ */

static const EwObject *
find_in_the_way (const EwBoard *board, EwRect place)
{
  EwRect inner = ew_rect_grow (place, -TOUCH);

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    if (ew_rect_intersects (ew_board_bounds_at (board, i), inner) &&
        ew_kind_has (object->kind, EW_KIND_BOX) &&
        !ew_kind_has (object->kind, EW_KIND_CONTAINER) &&
        ew_rect_intersects (ew_object_box (object), inner))
      return object;
  }
  return NULL;
}

/* @place at @side of @box. */
static EwRect
beside (EwRect place, EwRect box, EwSide side)
{
  switch (side) {
  case EW_SIDE_RIGHT:
    place.x = box.x + box.w + EW_GROW_GAP;
    break;
  case EW_SIDE_LEFT:
    place.x = box.x - EW_GROW_GAP - place.w;
    break;
  case EW_SIDE_BELOW:
    place.y = box.y + box.h + EW_GROW_GAP;
    break;
  case EW_SIDE_ABOVE:
    place.y = box.y - EW_GROW_GAP - place.h;
    break;
  }
  return place;
}

static EwRect
find_free (const EwBoard *board, EwRect place, EwSide side)
{
  for (guint tries = 0; tries < TRIES; tries++) {
    const EwObject *other = find_in_the_way (board, place);

    if (!other)
      break;
    place = beside (place, ew_object_box (other), side);
  }
  return place;
}

/* --- The new one ------------------------------------------------------- */

/* What had become higher by its words is a square again without them. */
static EwObject *
make_like (const EwObject *object)
{
  EwObject *like;
  char *fresh = ew_id_new ();

  like = ew_object_copy_as (object, fresh);
  g_ref_string_release (fresh);
  g_clear_pointer (&like->clash, ew_map_unref);
  ew_object_forget_reactions (like);
  ew_string_set (&like->group, "");
  like->locked = FALSE;
  ew_object_set_string (like, object->kind->text, "");
  ew_object_refit_text (like, object);
  return like;
}

static void
put (const EwBoard *board, EwObject *object, EwRect place)
{
  const EwObject *frame =
      ew_board_container_at (board, ew_rect_center (place), NULL);

  ew_object_set_box (object, place);
  ew_string_set (&object->parent, frame ? frame->id : "");
  ew_string_take (&object->z, ew_board_front_key (board, object->kind->layer));
}

static EwEdit *
edit_new (const EwObject *object)
{
  g_autofree char *label = NULL;

  if (!object)
    return ew_edit_new ("");
  /* Translators: %s is a kind of object, as in “Add Sticky Note”. */
  label = g_strdup_printf (_ ("Add %s"), _ (object->kind->title));
  return ew_edit_new (label);
}

static void
tell (char **added, const EwObject *object)
{
  if (added)
    *added = object ? g_strdup (object->id) : NULL;
}

EwEdit *
ew_verb_add_beside (const EwBoard *board, const char *id, EwSide side,
                    char **added)
{
  const EwObject *object;
  g_autoptr (EwObject) next = NULL;
  EwEdit *edit;
  EwRect place;

  g_return_val_if_fail (board && id, NULL);

  object = ew_board_get (board, id);
  tell (added, NULL);
  if (!ew_object_can_grow (object))
    return edit_new (NULL);
  edit = edit_new (object);
  next = make_like (object);
  place = beside (ew_object_box (next), ew_object_box (object), side);
  put (board, next, find_free (board, place, side));
  ew_edit_add (edit, NULL, next);
  tell (added, next);
  return edit;
}

/* --- Branches ---------------------------------------------------------- */

static const EwAnchor *
end_of (const EwObject *line, const char *name)
{
  const EwField *field = ew_kind_find_field (line->kind, name);

  return field ? ew_field_get_anchor (field, &line->record) : NULL;
}

static bool
is_tied (const EwObject *line, const char *end, const char *id)
{
  const EwAnchor *anchor =
      ew_kind_has (line->kind, EW_KIND_LINE) ? end_of (line, end) : NULL;

  return anchor && g_str_equal (anchor->object, id);
}

/* A line whose @end is tied to @id and whose other end is tied, too. */
static const EwObject *
find_line (const EwBoard *board, const char *id, const char *end,
           const char *other)
{
  g_autoptr (GPtrArray) tied = ew_board_tied_to (board, id);

  for (guint i = 0; i < tied->len; i++) {
    const EwObject *line = tied->pdata[i];

    if (is_tied (line, end, id) &&
        ew_board_get (board, end_of (line, other)->object))
      return line;
  }
  return NULL;
}

static void
tie (EwObject *line, const char *name, const char *id)
{
  const EwField *field = ew_kind_find_field (line->kind, name);
  g_autofree char *object = g_strdup (id);
  EwAnchor anchor = { object, EW_SPOT_AUTO, { 0, 0 } };

  ew_field_set_anchor (field, &line->record, &anchor);
}

/* Lines of one tree look alike: @like, or NULL, is another of them. */
static EwObject *
make_line (const EwBoard *board, const EwObject *like, const char *from,
           const char *to)
{
  g_autoptr (EwObject) plain = ew_object_new (&ew_kind_connector, NULL);
  char *id = ew_id_new ();
  EwObject *line = ew_object_copy_as (like ? like : plain, id);

  g_ref_string_release (id);
  g_clear_pointer (&line->clash, ew_map_unref);
  ew_object_forget_reactions (line);
  line->locked = FALSE;
  ew_string_set (&line->group, "");
  if (line->kind->text)
    ew_object_set_string (line, line->kind->text, "");
  ew_string_take (&line->z, ew_board_front_key (board, line->kind->layer));
  tie (line, "from", from);
  tie (line, "to", to);
  return line;
}

/* Below the lowest branch that is already there. */
static EwRect
child_place (const EwBoard *board, const EwObject *object, EwRect place)
{
  g_autoptr (GPtrArray) tied = ew_board_tied_to (board, object->id);
  EwRect box = ew_object_box (object);

  place.x = box.x + box.w + EW_BRANCH_GAP;
  place.y = box.y;
  for (guint i = 0; i < tied->len; i++) {
    const EwObject *line = tied->pdata[i];
    const EwObject *child =
        is_tied (line, "from", object->id)
            ? ew_board_get (board, end_of (line, "to")->object)
            : NULL;
    EwRect other = child ? ew_object_box (child) : EW_RECT_EMPTY;

    if (child && ew_kind_has (child->kind, EW_KIND_BOX) &&
        other.x >= box.x + box.w)
      place.y = MAX (place.y, other.y + other.h + EW_GROW_GAP);
  }
  return place;
}

EwEdit *
ew_verb_add_child (const EwBoard *board, const char *id, char **added)
{
  const EwObject *object;
  g_autoptr (EwObject) child = NULL;
  g_autoptr (EwObject) line = NULL;
  EwEdit *edit;
  EwRect place;

  g_return_val_if_fail (board && id, NULL);

  object = ew_board_get (board, id);
  tell (added, NULL);
  if (!ew_object_can_grow (object))
    return edit_new (NULL);
  edit = edit_new (object);
  child = make_like (object);
  place = child_place (board, object, ew_object_box (child));
  put (board, child, find_free (board, place, EW_SIDE_BELOW));
  line = make_line (board, find_line (board, id, "from", "to"), id, child->id);
  ew_edit_add (edit, NULL, child);
  ew_edit_add (edit, NULL, line);
  tell (added, child);
  return edit;
}

EwEdit *
ew_verb_add_sibling (const EwBoard *board, const char *id, char **added)
{
  g_autofree char *next = NULL;
  g_autoptr (EwObject) line = NULL;
  const EwObject *like;
  EwEdit *edit;

  g_return_val_if_fail (board && id, NULL);

  edit = ew_verb_add_beside (board, id, EW_SIDE_BELOW, &next);
  like = next ? find_line (board, id, "to", "from") : NULL;
  if (like) {
    line = make_line (board, like, end_of (like, "from")->object, next);
    ew_edit_add (edit, NULL, line);
  }
  if (added)
    *added = g_steal_pointer (&next);
  return edit;
}

EwEdit *
ew_verb_grow (const EwBoard *board, const char *id, EwGrow how, char **added)
{
  static const EwSide sides[] = {
    [EW_GROW_RIGHT] = EW_SIDE_RIGHT,
    [EW_GROW_BELOW] = EW_SIDE_BELOW,
    [EW_GROW_LEFT] = EW_SIDE_LEFT,
    [EW_GROW_ABOVE] = EW_SIDE_ABOVE,
  };

  if (how == EW_GROW_CHILD)
    return ew_verb_add_child (board, id, added);
  if (how == EW_GROW_SIBLING)
    return ew_verb_add_sibling (board, id, added);
  return ew_verb_add_beside (board, id, sides[how], added);
}
