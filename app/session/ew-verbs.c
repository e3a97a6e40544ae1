#include "ew-verbs-private.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-object-member.h"
#include "ew-order.h"
#include "ew-string.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a new object would lie exactly on another, it goes this far aside. */
#define STEP_ASIDE 24.0

GHashTable *
ew_verbs_set_of (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  return set;
}

EwEdit *
ew_verbs_new_edit (const EwBoard *board, GPtrArray *ids, const char *one,
                   const char *many)
{
  g_autofree char *label = NULL;
  const EwObject *single =
      ids->len == 1 ? ew_board_get (board, g_ptr_array_index (ids, 0)) : NULL;

  label = single ? g_strdup_printf (one, _ (single->kind->title))
                 : g_strdup_printf (many, ids->len);
  return ew_edit_new (label);
}

GPtrArray *
ew_verbs_unlocked (const EwBoard *board, GPtrArray *ids)
{
  GPtrArray *unlocked = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object && !object->locked)
      g_ptr_array_add (unlocked, object->id);
  }
  return unlocked;
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

void
ew_verbs_adopt (const EwBoard *board, EwObject *object, GHashTable *except)
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

EwEdit *
ew_verbs_add_object (const EwBoard *board, EwObject *object, char **id)
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
  ew_verbs_adopt (board, object, NULL);
  return ew_verbs_add_object (board, object, NULL);
}

/* A frame drawn around what is there takes it in: all that lies in it as a
 * whole, but for what already moves along with another such. */
static void
take_in (const EwBoard *board, const EwObject *frame, EwEdit *edit)
{
  g_autoptr (GPtrArray) inside =
      ew_board_pick_area (board, ew_object_box (frame), false);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < inside->len; i++)
    g_hash_table_add (ids, ((EwObject *) inside->pdata[i])->id);
  for (guint i = 0; i < inside->len; i++) {
    const EwObject *object = inside->pdata[i];
    if (!ew_kind_has (object->kind, EW_KIND_BOX) || object->locked ||
        g_hash_table_contains (ids, object->parent))
      continue;
    g_autoptr (EwObject) owned = ew_object_copy (object);
    ew_string_set (&owned->parent, frame->id);
    ew_edit_add (edit, object, owned);
  }
}

EwEdit *
ew_verb_create (const EwBoard *board, const EwKind *kind, EwPoint at,
                EwRect box, const char *const *fields, char **id)
{
  g_autoptr (EwObject) object = ew_object_new (kind, NULL);
  bool drawn = !ew_rect_is_empty (box);
  if (ew_kind_has (kind, EW_KIND_BOX)) {
    ew_object_set_box (object, drawn ? box : place_box (board, kind, at));
    if (!ew_kind_has (kind, EW_KIND_CONTAINER))
      ew_verbs_adopt (board, object, NULL);
  }
  set_fields (object, fields);
  ew_object_fit_text (object);
  EwEdit *edit = ew_verbs_add_object (board, object, id);
  if (drawn && ew_kind_has (kind, EW_KIND_CONTAINER))
    take_in (board, object, edit);
  return edit;
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

EwObject *
ew_verbs_shifted (const EwObject *object, EwPoint by)
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

static bool
has_container (const EwBoard *board, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object && ew_kind_has (object->kind, EW_KIND_CONTAINER))
      return true;
  }
  return false;
}

GHashTable *
ew_verbs_with_children (const EwBoard *board, GPtrArray *ids)
{
  GHashTable *all = ew_verbs_set_of (ids);
  gboolean grew = has_container (board, ids);
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
      ew_verbs_new_edit (board, ids, _ ("Move %s"), _ ("Move %u Objects"));
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  g_autoptr (GHashTable) all = ew_verbs_with_children (board, unlocked);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const EwObject *object = ew_board_get (board, id);
    if (object == NULL)
      continue;
    g_autoptr (EwObject) moved = ew_verbs_shifted (object, by);
    ew_edit_add (edit, object, moved);
  }
  return edit;
}

EwEdit *
ew_verb_reparent (const EwBoard *board, GPtrArray *ids)
{
  EwEdit *edit =
      ew_verbs_new_edit (board, ids, _ ("Move %s"), _ ("Move %u Objects"));
  g_autoptr (GHashTable) moving = ew_verbs_set_of (ids);
  /* Two frames that are dropped together never take in each other. */
  g_autoptr (GHashTable) all = ew_verbs_with_children (board, ids);

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object == NULL || object->locked ||
        !ew_kind_has (object->kind, EW_KIND_BOX))
      continue;
    /* What moves along with its own frame stays in it. */
    if (g_hash_table_contains (moving, object->parent))
      continue;
    g_autoptr (EwObject) owned = ew_object_copy (object);
    ew_verbs_adopt (board, owned, all);
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
  if (object->locked)
    return edit;
  g_autoptr (EwObject) resized = ew_object_copy (object);
  ew_object_set_box (resized, box);
  ew_object_fit_text (resized);
  ew_edit_add (edit, object, resized);
  return edit;
}

EwEdit *
ew_verb_remove (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) unlocked = ew_verbs_unlocked (board, ids);
  g_autoptr (EwEdit) named = ew_verbs_new_edit (
      board, unlocked, _ ("Delete %s"), _ ("Delete %u Objects"));
  return ew_board_remove (board, unlocked, ew_edit_label (named));
}

/* The only thing to change about a locked object is that. */
static bool
is_held (const EwObject *object, const char *field)
{
  return object->locked && strcmp (field, "locked") != 0;
}

EwEdit *
ew_verb_set (const EwBoard *board, GPtrArray *ids, const char *name,
             const char *value, GError **error)
{
  g_autoptr (EwEdit) edit =
      ew_verbs_new_edit (board, ids, _ ("Change %s"), _ ("Change %u Objects"));

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    const EwField *field =
        object ? ew_kind_find_field (object->kind, name) : NULL;
    if (field == NULL || is_held (object, name))
      continue;
    g_autoptr (EwObject) changed = ew_object_copy (object);
    if (!ew_field_from_text (field, &changed->record, value, error))
      return NULL;
    ew_object_refit_text (changed, object);
    ew_edit_add (edit, object, changed);
  }
  return g_steal_pointer (&edit);
}

EwEdit *
ew_verb_paste_link (const EwBoard *board, const char *url, EwPoint at,
                    char **id)
{
  const EwKind *kind =
      ew_url_is_recording (url) ? &ew_kind_walkthrough : &ew_kind_link;
  g_autoptr (EwObject) object = ew_object_new (kind, NULL);
  ew_object_set_box (object, place_box (board, kind, at));
  ew_verbs_adopt (board, object, NULL);
  ew_object_set_string (object, kind->link, url);
  if (kind->from_link)
    kind->from_link (object, url);
  return ew_verbs_add_object (board, object, id);
}

/* A text of many lines keeps a blank one between the two. */
static char *
join_versions (const EwObject *object, const EwClash *clash)
{
  const EwRecord *record;
  const EwField *field = ew_object_member_find (object, clash->member, &record);
  bool many = field != NULL && field->type == EW_FIELD_TEXT;

  return g_strconcat (ew_object_member_text (object, clash->member),
                      many ? "\n\n" : " / ", clash->text, NULL);
}

EwEdit *
ew_verb_settle (const EwBoard *board, const char *id, const char *clash_key,
                EwSettle how)
{
  const EwObject *object = ew_board_get (board, id);
  EwEdit *edit = ew_edit_new (_ ("Settle Clash"));
  const EwClash *clash =
      object ? (const EwClash *) ew_map_get (object->clash, clash_key) : NULL;
  if (clash == NULL)
    return edit;

  g_autoptr (EwObject) settled = ew_object_copy (object);
  g_autofree char *both = join_versions (object, clash);
  EwMap *rest = ew_map_without (object->clash, clash_key);
  g_clear_pointer (&settled->clash, ew_map_unref);
  settled->clash = rest;
  if (how != EW_SETTLE_KEEP)
    ew_object_member_set_text (settled, clash->member,
                               how == EW_SETTLE_BOTH ? both : clash->text);
  ew_edit_add (edit, object, settled);
  return edit;
}
