#include "ew-verbs.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-order.h"
#include "ew-string.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a new object would lie exactly on another, it goes this far aside. */
#define STEP_ASIDE 24.0

static GHashTable *
to_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  return set;
}

/* "Move 3 Objects", or of a single one "Move Sticky Note". */
static EwEdit *
new_edit_for (const EwBoard *board, GPtrArray *ids, const char *one,
              const char *many)
{
  g_autofree char *label = NULL;
  const EwObject *single =
      ids->len == 1 ? ew_board_get (board, g_ptr_array_index (ids, 0)) : NULL;

  label = single ? g_strdup_printf (one, _ (single->kind->title))
                 : g_strdup_printf (many, ids->len);
  return ew_edit_new (label);
}

static bool
is_taken (const EwBoard *board, EwRect box)
{
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    EwRect other = ew_object_box (object);
    if (ew_kind_has (object->kind, EW_KIND_BOX) && other.x == box.x &&
        other.y == box.y)
      return true;
  }
  return false;
}

static EwRect
place_box (const EwBoard *board, const EwKind *kind, EwPoint at)
{
  EwRect box = { at.x - kind->size.x / 2, at.y - kind->size.y / 2, kind->size.x,
                 kind->size.y };
  for (guint tries = 0; tries < 100 && is_taken (board, box); tries++) {
    box.x += STEP_ASIDE;
    box.y += STEP_ASIDE;
  }
  return box;
}

static void
adopt (const EwBoard *board, EwObject *object, GHashTable *except)
{
  EwPoint center = ew_rect_center (ew_object_box (object));
  const EwObject *frame = ew_board_container_at (board, center, except);
  ew_string_set (&object->parent, frame ? frame->id : NULL);
}

static void
set_fields (EwObject *object, const char *const *fields)
{
  for (guint i = 0; fields && fields[i]; i += 2) {
    const EwField *field = ew_kind_find_field (object->kind, fields[i]);
    if (field)
      ew_field_from_text (field, &object->record, fields[i + 1], NULL);
  }
}

static EwEdit *
add_object (const EwBoard *board, EwObject *object, char **id)
{
  g_autofree char *label =
      /* Translators: %s is a kind of object, as in “Add Sticky Note”. */
      g_strdup_printf (_ ("Add %s"), _ (object->kind->title));
  EwEdit *edit = ew_edit_new (label);
  ew_string_take (&object->z, ew_board_front_key (board, object->kind->layer));
  ew_edit_add (edit, NULL, object);
  if (id)
    *id = g_strdup (object->id);
  return edit;
}

EwEdit *
ew_verb_add (const EwBoard *board, EwObject *object)
{
  adopt (board, object, NULL);
  return add_object (board, object, NULL);
}

EwEdit *
ew_verb_create (const EwBoard *board, const EwKind *kind, EwPoint at,
                EwRect box, const char *const *fields, char **id)
{
  g_autoptr (EwObject) object = ew_object_new (kind, NULL);
  if (ew_kind_has (kind, EW_KIND_BOX)) {
    ew_object_set_box (
        object, ew_rect_is_empty (box) ? place_box (board, kind, at) : box);
    if (!ew_kind_has (kind, EW_KIND_CONTAINER))
      adopt (board, object, NULL);
  }
  set_fields (object, fields);
  ew_object_fit_text (object);
  return add_object (board, object, id);
}

EwEdit *
ew_verb_connect (const EwBoard *board, const EwKind *kind, const EwAnchor *from,
                 const EwAnchor *to, char **id)
{
  g_autoptr (EwObject) object = ew_object_new (kind, NULL);
  const EwField *from_field = ew_kind_find_field (kind, "from");
  const EwField *to_field = ew_kind_find_field (kind, "to");
  g_return_val_if_fail (from_field && to_field, NULL);

  ew_field_set_anchor (from_field, &object->record, from);
  ew_field_set_anchor (to_field, &object->record, to);
  return add_object (board, object, id);
}

typedef struct {
  EwObject *copy;
  EwPoint by;
} Shift;

/* Ends that hang on objects move with those; free ends move themselves. */
static void
shift_anchor_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Shift *shift = data;
  if (*anchor->object)
    return;
  EwAnchor moved = *anchor;
  EwCoords by = ew_coords_from_point (shift->by);
  moved.point.x += by.x;
  moved.point.y += by.y;
  ew_field_set_anchor (field, &shift->copy->record, &moved);
}

static EwObject *
shifted (const EwObject *object, EwPoint by)
{
  EwObject *copy = ew_object_copy (object);
  if (ew_kind_has (object->kind, EW_KIND_BOX)) {
    EwCoords units = ew_coords_from_point (by);
    copy->pos.x += units.x;
    copy->pos.y += units.y;
  }
  Shift shift = { copy, by };
  ew_object_each_anchor (object, shift_anchor_cb, &shift);
  return copy;
}

/* @ids with all that frames among them own, down to the last. */
static GHashTable *
with_children (const EwBoard *board, GPtrArray *ids)
{
  GHashTable *all = to_set (ids);
  gboolean grew = TRUE;
  while (grew) {
    grew = FALSE;
    for (guint i = 0; i < ew_board_size (board); i++) {
      const EwObject *object = ew_board_at (board, i);
      if (*object->parent && g_hash_table_contains (all, object->parent) &&
          g_hash_table_add (all, object->id))
        grew = TRUE;
    }
  }
  return all;
}

EwEdit *
ew_verb_move (const EwBoard *board, GPtrArray *ids, EwPoint by)
{
  EwEdit *edit =
      new_edit_for (board, ids, _ ("Move %s"), _ ("Move %u Objects"));
  g_autoptr (GHashTable) all = with_children (board, ids);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const EwObject *object = ew_board_get (board, id);
    if (object == NULL)
      continue;
    g_autoptr (EwObject) moved = shifted (object, by);
    ew_edit_add (edit, object, moved);
  }
  return edit;
}

EwEdit *
ew_verb_reparent (const EwBoard *board, GPtrArray *ids)
{
  EwEdit *edit =
      new_edit_for (board, ids, _ ("Move %s"), _ ("Move %u Objects"));
  g_autoptr (GHashTable) moving = to_set (ids);

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object == NULL || !ew_kind_has (object->kind, EW_KIND_BOX))
      continue;
    /* What moves along with its own frame stays in it. */
    if (g_hash_table_contains (moving, object->parent))
      continue;
    g_autoptr (GPtrArray) alone = g_ptr_array_new ();
    g_ptr_array_add (alone, object->id);
    g_autoptr (GHashTable) inside = with_children (board, alone);
    g_autoptr (EwObject) owned = ew_object_copy (object);
    adopt (board, owned, inside);
    ew_edit_add (edit, object, owned);
  }
  return edit;
}

EwEdit *
ew_verb_resize (const EwBoard *board, const char *id, EwRect box)
{
  const EwObject *object = ew_board_get (board, id);
  g_return_val_if_fail (object != NULL, NULL);

  g_autofree char *label =
      g_strdup_printf (_ ("Resize %s"), _ (object->kind->title));
  EwEdit *edit = ew_edit_new (label);
  g_autoptr (EwObject) resized = ew_object_copy (object);
  ew_object_set_box (resized, box);
  ew_edit_add (edit, object, resized);
  return edit;
}

typedef struct {
  EwObject *copy;
  GHashTable *twins; /* id → id of its copy */
} Retie;

/* Copies of a diagram are tied to each other, not to the originals. */
static void
retie_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Retie *retie = data;
  const char *twin = g_hash_table_lookup (retie->twins, anchor->object);
  if (twin == NULL)
    return;
  EwAnchor tied = *anchor;
  tied.object = (char *) twin;
  ew_field_set_anchor (field, &retie->copy->record, &tied);
}

static GHashTable *
new_twins (GHashTable *originals)
{
  GHashTable *twins = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ref_string_release);
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, originals);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (twins, id, ew_id_new ());
  return twins;
}

static EwObject *
make_twin (const EwObject *object, GHashTable *twins, EwPoint by,
           const char *below)
{
  g_autoptr (EwObject) moved = shifted (object, by);
  EwObject *twin =
      ew_object_copy_as (moved, g_hash_table_lookup (twins, object->id));
  Retie retie = { twin, twins };
  ew_object_each_anchor (moved, retie_cb, &retie);
  const char *parent = g_hash_table_lookup (twins, object->parent);
  if (parent)
    ew_string_set (&twin->parent, parent);
  ew_string_take (&twin->z, ew_order_between (below, NULL));
  return twin;
}

EwEdit *
ew_verb_duplicate (const EwBoard *board, GPtrArray *ids, EwPoint by,
                   GPtrArray **copies)
{
  EwEdit *edit =
      new_edit_for (board, ids, _ ("Duplicate %s"), _ ("Duplicate %u Objects"));
  g_autoptr (GHashTable) originals = with_children (board, ids);
  g_autoptr (GHashTable) twins = new_twins (originals);
  char *below[EW_LAYER_PINS + 1];
  for (int layer = 0; layer <= EW_LAYER_PINS; layer++)
    below[layer] = ew_board_front_key (board, layer);

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (!g_hash_table_contains (originals, object->id))
      continue;
    char **last = &below[object->kind->layer];
    g_autoptr (EwObject) twin = make_twin (object, twins, by, *last);
    ew_string_set (last, twin->z);
    ew_edit_add (edit, NULL, twin);
  }
  for (int layer = 0; layer <= EW_LAYER_PINS; layer++)
    g_ref_string_release (below[layer]);

  if (copies) {
    *copies = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < ids->len; i++)
      g_ptr_array_add (*copies, g_strdup (g_hash_table_lookup (
                                    twins, g_ptr_array_index (ids, i))));
  }
  return edit;
}

EwEdit *
ew_verb_remove (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (EwEdit) named =
      new_edit_for (board, ids, _ ("Delete %s"), _ ("Delete %u Objects"));
  return ew_board_remove (board, ids, ew_edit_label (named));
}

EwEdit *
ew_verb_set (const EwBoard *board, GPtrArray *ids, const char *name,
             const char *value, GError **error)
{
  g_autoptr (EwEdit) edit =
      new_edit_for (board, ids, _ ("Change %s"), _ ("Change %u Objects"));

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    const EwField *field =
        object ? ew_kind_find_field (object->kind, name) : NULL;
    if (field == NULL)
      continue;
    g_autoptr (EwObject) changed = ew_object_copy (object);
    if (!ew_field_from_text (field, &changed->record, value, error))
      return NULL;
    ew_object_refit_text (changed, object);
    ew_edit_add (edit, object, changed);
  }
  return g_steal_pointer (&edit);
}

/* One key a selected object, in the order they lie now. */
EwEdit *
ew_verb_raise (const EwBoard *board, GPtrArray *ids, bool to_front)
{
  EwEdit *edit = to_front ? new_edit_for (board, ids, _ ("Bring %s to Front"),
                                          _ ("Bring %u Objects to Front"))
                          : new_edit_for (board, ids, _ ("Send %s to Back"),
                                          _ ("Send %u Objects to Back"));
  g_autoptr (GHashTable) chosen = to_set (ids);
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (g_hash_table_contains (chosen, object->id))
      g_ptr_array_add (objects, (gpointer) object);
  }

  char *edge = NULL;
  for (guint i = 0; i < objects->len; i++) {
    guint index = to_front ? i : objects->len - 1 - i;
    const EwObject *object = g_ptr_array_index (objects, index);
    g_autoptr (EwObject) moved = ew_object_copy (object);
    if (edge == NULL)
      edge = to_front ? ew_board_front_key (board, object->kind->layer)
                      : ew_board_back_key (board, object->kind->layer);
    else
      ew_string_take (&edge, to_front ? ew_order_between (edge, NULL)
                                      : ew_order_between (NULL, edge));
    ew_string_set (&moved->z, edge);
    ew_edit_add (edit, object, moved);
  }
  g_clear_pointer (&edge, g_ref_string_release);
  return edit;
}

EwEdit *
ew_verb_paste_link (const EwBoard *board, const char *url, EwPoint at,
                    char **id)
{
  const EwKind *kind =
      ew_url_is_recording (url) ? &ew_kind_walkthrough : &ew_kind_link;
  g_autoptr (EwObject) object = ew_object_new (kind, NULL);
  ew_object_set_box (object, place_box (board, kind, at));
  adopt (board, object, NULL);
  ew_object_set_string (object, kind->link, url);
  if (kind->from_link)
    kind->from_link (object, url);
  return add_object (board, object, id);
}

EwEdit *
ew_verb_settle (const EwBoard *board, const char *id, const char *clash_key,
                bool take_other)
{
  const EwObject *object = ew_board_get (board, id);
  EwEdit *edit = ew_edit_new (_ ("Settle Clash"));
  const EwClash *clash =
      object ? (const EwClash *) ew_map_get (object->clash, clash_key) : NULL;
  if (clash == NULL)
    return edit;

  g_autoptr (EwObject) settled = ew_object_copy (object);
  EwMap *rest = ew_map_without (object->clash, clash_key);
  g_clear_pointer (&settled->clash, ew_map_unref);
  settled->clash = rest;
  if (take_other)
    ew_object_set_string (settled, clash->member, clash->text);
  ew_edit_add (edit, object, settled);
  return edit;
}
