#include "ew-verbs-frame.h"

#include "ew-string.h"
#include "ew-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between an object and the next, or the edge of the frame, px. */
#define GAP 24.0
/* With more than this in a frame, nobody looks for a hole: it goes below. */
#define MANY 64

/* Whether @id is @object, or owns it however far up. */
static bool
is_above (const EwBoard *board, const char *id, const EwObject *object)
{
  for (int depth = 0; object != NULL && depth < 64; depth++) {
    if (strcmp (object->id, id) == 0)
      return true;
    object = *object->parent ? ew_board_get (board, object->parent) : NULL;
  }
  return false;
}

/* Those that go: what moves with its own frame goes without being asked. */
static GPtrArray *
who_moves (const EwBoard *board, GPtrArray *ids, const EwObject *frame)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *moving = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, ids->pdata[i]);
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, ids->pdata[i]);

    if (object == NULL || object->locked ||
        !ew_kind_has (object->kind, EW_KIND_BOX) ||
        g_hash_table_contains (set, object->parent))
      continue;
    if (frame == NULL ? *object->parent == '\0'
                      : is_above (board, object->id, frame) ||
                            strcmp (object->parent, frame->id) == 0)
      continue;
    g_ptr_array_add (moving, object->id);
  }
  return moving;
}

static EwRect
box_around (const EwBoard *board, GPtrArray *ids)
{
  EwRect box = EW_RECT_EMPTY;

  for (guint i = 0; i < ids->len; i++)
    box = ew_rect_union (box,
                         ew_object_box (ew_board_get (board, ids->pdata[i])));
  return box;
}

static GArray *
boxes_in (const EwBoard *board, const EwObject *frame)
{
  g_autoptr (GPtrArray) children = ew_board_children (board, frame->id);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (EwRect));

  for (guint i = 0; i < children->len; i++) {
    const EwObject *child = children->pdata[i];
    EwRect box = ew_object_box (child);

    if (ew_kind_has (child->kind, EW_KIND_BOX))
      g_array_append_val (boxes, box);
  }
  return boxes;
}

/* --- A free place --------------------------------------------------------- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Where something could begin: at the edge, in line with what is there, or just
 * behind it. */
static GArray *
beginnings (GArray *boxes, double edge, bool across)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (places, edge);
  for (guint i = 0; i < boxes->len; i++) {
    EwRect box = g_array_index (boxes, EwRect, i);
    double start = across ? box.x : box.y;
    double behind = start + (across ? box.w : box.h) + GAP;

    g_array_append_val (places, start);
    g_array_append_val (places, behind);
  }
  g_array_sort (places, compare_places);
  return places;
}

static bool
is_free (GArray *boxes, EwRect box)
{
  EwRect room = ew_rect_grow (box, GAP / 2);

  for (guint i = 0; i < boxes->len; i++)
    if (ew_rect_intersects (g_array_index (boxes, EwRect, i), room))
      return false;
  return true;
}

static bool
find_hole (GArray *boxes, EwRect inside, EwRect *box)
{
  g_autoptr (GArray) across = beginnings (boxes, inside.x, true);
  g_autoptr (GArray) down = beginnings (boxes, inside.y, false);

  for (guint y = 0; y < down->len; y++)
    for (guint x = 0; x < across->len; x++) {
      EwRect place = { g_array_index (across, double, x),
                       g_array_index (down, double, y), box->w, box->h };

      if (!ew_rect_covers (inside, place) || !is_free (boxes, place))
        continue;
      *box = place;
      return true;
    }
  return false;
}

/* Where @box goes in @frame, perhaps beyond its lower edge. */
static EwRect
find_place (const EwBoard *board, const EwObject *frame, EwRect box)
{
  EwRect inside = ew_rect_grow (ew_object_box (frame), -GAP);
  g_autoptr (GArray) boxes = boxes_in (board, frame);
  double below = ew_object_box (frame).y + GAP;

  if (boxes->len <= MANY && find_hole (boxes, inside, &box))
    return box;
  for (guint i = 0; i < boxes->len; i++) {
    EwRect other = g_array_index (boxes, EwRect, i);

    below = MAX (below, other.y + other.h + GAP);
  }
  return (EwRect){ ew_object_box (frame).x + GAP, below, box.w, box.h };
}

/* Right of everything that the owners of @ids own. */
static EwRect
find_way_out (const EwBoard *board, GPtrArray *ids, EwRect box)
{
  const EwObject *first = ew_board_get (board, ids->pdata[0]);
  const EwObject *owner = ew_board_get (board, first->parent);

  for (int depth = 0; owner != NULL && depth < 64; depth++) {
    EwRect edge = ew_object_box (owner);

    box.x = MAX (box.x, edge.x + edge.w + 2 * GAP);
    owner = *owner->parent ? ew_board_get (board, owner->parent) : NULL;
  }
  return box;
}

/* --- The edit ------------------------------------------------------------- */

static void
set_owner (EwEdit *edit, const EwBoard *board, const char *id,
           const EwObject *frame)
{
  const EwObject *object = ew_board_get (board, id);
  const EwChange *moved = ew_edit_find (edit, id);
  g_autoptr (EwObject) owned =
      ew_object_copy (moved != NULL ? moved->after : object);

  ew_string_set (&owned->parent, frame != NULL ? frame->id : NULL);
  ew_edit_add (edit, object, owned);
}

static void
grow_frame (EwEdit *edit, const EwObject *frame, EwRect content)
{
  EwRect box = ew_object_box (frame);
  EwRect room = ew_rect_grow (content, GAP);
  g_autoptr (EwObject) grown = NULL;

  if (frame->locked || ew_rect_covers (box, content))
    return;
  grown = ew_object_copy (frame);
  ew_object_set_box (grown, ew_rect_union (box, room));
  ew_edit_add (edit, frame, grown);
}

static char *
make_label (const EwBoard *board, GPtrArray *ids, const EwObject *frame)
{
  const EwObject *single =
      ids->len == 1 ? ew_board_get (board, ids->pdata[0]) : NULL;
  const char *what =
      single ? g_dgettext (GETTEXT_PACKAGE, single->kind->title) : NULL;
  g_autofree char *many = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u Object", "%u Objects", ids->len),
      ids->len);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (frame == NULL)
    /* Translators: %s is “Sticky Note” or “3 Objects”. */
    return g_strdup_printf (_ ("Move %s out of the Frame"),
                            what != NULL ? what : many);
  text = ew_object_to_text (frame);
  title = ew_string_excerpt (text, 30);
  /* Translators: “Move Sticky Note into “Ideas””. */
  return g_strdup_printf (_ ("Move %1$s into “%2$s”"),
                          what != NULL ? what : many, title);
}

/* @moved was made for a name of its own. */
static EwEdit *
renamed (const EwEdit *moved, const char *label)
{
  EwEdit *edit = ew_edit_new (label);

  ew_edit_append (edit, moved);
  return edit;
}

EwEdit *
ew_verb_move_into (const EwBoard *board, GPtrArray *ids, const char *frame_id)
{
  const EwObject *frame = NULL;
  g_autoptr (GPtrArray) moving = NULL;
  g_autoptr (EwEdit) moved = NULL;
  g_autofree char *label = NULL;
  EwRect from, to;
  EwEdit *edit;

  g_return_val_if_fail (board != NULL && ids != NULL, NULL);

  if (frame_id != NULL && *frame_id != '\0')
    frame = ew_board_get (board, frame_id);
  moving = who_moves (board, ids, frame);
  if (moving->len == 0)
    return ew_edit_new ("");
  from = box_around (board, moving);
  to = frame != NULL ? find_place (board, frame, from)
                     : find_way_out (board, moving, from);
  moved =
      ew_verb_move (board, moving, (EwPoint){ to.x - from.x, to.y - from.y });
  label = make_label (board, moving, frame);
  edit = renamed (moved, label);
  for (guint i = 0; i < moving->len; i++)
    set_owner (edit, board, moving->pdata[i], frame);
  if (frame != NULL)
    grow_frame (edit, frame, to);
  return edit;
}
