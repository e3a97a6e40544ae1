#include "ew-clip.h"

#include "ew-verbs-private.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-json-guard.h"
#include "ew-json-write.h"
#include "ew-object-json.h"
#include "ew-order.h"
#include "ew-reaction.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

/* What would lie exactly on another goes this far aside, px. */
#define STEP_ASIDE 24.0
/* Deeper than frames in frames are ever nested. */
#define MAX_NESTING 64

/* --- Out ---------------------------------------------------------------- */

GPtrArray *
ew_clip_objects (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GHashTable) set = ew_verbs_with_children (board, ids);
  GPtrArray *objects = g_ptr_array_new ();

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    if (g_hash_table_contains (set, object->id) &&
        !ew_kind_has (object->kind, EW_KIND_PIN))
      g_ptr_array_add (objects, (gpointer) object);
  }
  return objects;
}

static GHashTable *
ids_of (GPtrArray *objects)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_add (ids, ((EwObject *) objects->pdata[i])->id);
  return ids;
}

typedef struct {
  const EwBoard *board; /* where its ends are now, or NULL: at `at` */
  EwPoint at;
  EwObject *object;
  GHashTable *ids; /* id → what it becomes */
} Ends;

/* Ends stay tied to what comes along, and become points else. */
static void
keep_end_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Ends *ends = data;
  EwAnchor kept = *anchor;
  char *other = g_hash_table_lookup (ends->ids, anchor->object);

  if (*anchor->object == '\0')
    return;
  kept.object = other != NULL ? other : (char *) "";
  if (other == NULL)
    kept.point = ew_coords_from_point (
        ends->board ? ew_board_anchor_point (ends->board, anchor) : ends->at);
  ew_field_set_anchor (field, &ends->object->record, &kept);
}

static EwObject *
detached (const EwBoard *board, const EwObject *object, GHashTable *ids)
{
  EwObject *copy = ew_object_copy (object);
  Ends ends = { .board = board, .object = copy, .ids = ids };

  ew_object_each_anchor (object, keep_end_cb, &ends);
  if (!g_hash_table_contains (ids, object->parent))
    ew_string_set (&copy->parent, NULL);
  return copy;
}

char *
ew_clip_write (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) objects = ew_clip_objects (board, ids);
  g_autoptr (GHashTable) set = ids_of (objects);
  GString *out = g_string_new ("{\"elsewhen\":1,\"objects\":[");

  for (guint i = 0; i < objects->len; i++) {
    g_autoptr (EwObject) copy = detached (board, objects->pdata[i], set);

    if (i > 0)
      g_string_append_c (out, ',');
    ew_object_append_json (out, copy, EW_JSON_WRITE_CANONICAL);
  }
  g_string_append (out, "]}");
  return g_string_free (out, objects->len == 0);
}

char *
ew_clip_text (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) objects = ew_clip_objects (board, ids);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < objects->len; i++) {
    const EwObject *object = objects->pdata[i];
    g_autofree char *text = NULL;

    if (ew_kind_has (object->kind, EW_KIND_LINE) && objects->len > 1)
      continue;
    text = ew_object_to_text (object);
    /* One that stands alone keeps its lines. */
    if (objects->len > 1)
      g_strdelimit (text, "\r\n\t", ' ');
    g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text);
  }
  return g_string_free (out, FALSE);
}

EwRect
ew_clip_area (const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) objects = ew_clip_objects (board, ids);
  EwRect area = EW_RECT_EMPTY;

  for (guint i = 0; i < objects->len; i++)
    area = ew_rect_union (area, ew_object_bounds (objects->pdata[i], board));
  return area;
}

/* --- In ----------------------------------------------------------------- */

static bool
refuse (GError **error, const char *why)
{
  g_set_error (error, ew_error_quark (), EW_ERROR_DAMAGED,
               _ ("The clipboard cannot be pasted: %s"), why);
  return false;
}

static bool
read_objects (JsonArray *array, GPtrArray *objects, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    EwObject *object =
        ew_object_from_node (json_array_get_element (array, i), error);

    if (object == NULL)
      return false;
    g_ptr_array_add (objects, object);
    if (!g_hash_table_add (seen, object->id))
      return refuse (error, _ ("two objects have the same id"));
    if (ew_kind_has (object->kind, EW_KIND_META) ||
        ew_kind_has (object->kind, EW_KIND_PIN))
      return refuse (error, _ ("it holds what is no object of a canvas"));
  }
  return true;
}

static JsonArray *
array_of (JsonNode *node)
{
  JsonObject *root =
      JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *member = root ? json_object_get_member (root, "objects") : NULL;

  return member && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member)
                                                  : NULL;
}

GPtrArray *
ew_clip_read (const char *text, gsize length, GError **error)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node =
      ew_json_parse (text, length, EW_JSON_STRICT, &fault);
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  JsonArray *array;

  if (node == NULL) {
    refuse (error, fault.message);
    return NULL;
  }
  array = array_of (node);
  if (array == NULL || json_array_get_length (array) == 0 ||
      json_array_get_length (array) > EW_CLIP_MAX_OBJECTS) {
    refuse (error, _ ("it does not hold objects, or too many"));
    return NULL;
  }
  return read_objects (array, objects, error) ? g_steal_pointer (&objects)
                                              : NULL;
}

/* --- Onto a board ------------------------------------------------------- */

typedef struct {
  const EwBoard *board;
  EwEdit *edit;
  GPtrArray *roots; /* new ids of those without a parent */
  GHashTable *by_id; /* id → EwObject as read */
  GHashTable *ids; /* id → new id */
  GHashTable *groups; /* word → new word */
  EwPoint at, by;
  char *below[EW_LAYER_PINS + 1];
} Paste;

static GHashTable *
new_words (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                (GDestroyNotify) g_ref_string_release);
}

static char *
renewed (GHashTable *words, char *word)
{
  if (!g_hash_table_contains (words, word))
    g_hash_table_insert (words, word, ew_id_new ());
  return g_hash_table_lookup (words, word);
}

static void
grow_by_end_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  EwPoint point = ew_coords_to_point (anchor->point);
  EwRect *area = data;

  if (*anchor->object == '\0')
    *area = ew_rect_union (*area, (EwRect){ point.x, point.y, 1, 1 });
}

static EwRect
area_of (GPtrArray *objects)
{
  EwRect area = EW_RECT_EMPTY;

  for (guint i = 0; i < objects->len; i++) {
    const EwObject *object = objects->pdata[i];

    if (ew_kind_has (object->kind, EW_KIND_BOX))
      area = ew_rect_union (area, ew_object_box (object));
    ew_object_each_anchor (object, grow_by_end_cb, &area);
  }
  return area;
}

static bool
is_taken (const EwBoard *board, const EwObject *object, EwPoint by)
{
  EwRect box = ew_object_box (object);

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *other = ew_board_at (board, i);
    EwRect own = ew_object_box (other);

    if (ew_kind_has (other->kind, EW_KIND_BOX) &&
        ABS (own.x - box.x - by.x) < 1 && ABS (own.y - box.y - by.y) < 1)
      return true;
  }
  return false;
}

static EwPoint
step_aside (const EwBoard *board, GPtrArray *objects, EwPoint by)
{
  const EwObject *first = NULL;

  for (guint i = 0; i < objects->len && first == NULL; i++)
    if (ew_kind_has (((EwObject *) objects->pdata[i])->kind, EW_KIND_BOX))
      first = objects->pdata[i];
  for (guint tries = 0; first && tries < 100 && is_taken (board, first, by);
       tries++)
    by = (EwPoint){ by.x + STEP_ASIDE, by.y + STEP_ASIDE };
  return by;
}

/* Whether its frame comes along, and frames do not own each other. */
static const EwObject *
frame_of (Paste *paste, const EwObject *object)
{
  const EwObject *frame = g_hash_table_lookup (paste->by_id, object->parent);
  const EwObject *up = frame;

  if (frame == NULL || !ew_kind_has (frame->kind, EW_KIND_CONTAINER))
    return NULL;
  for (guint depth = 0; up != NULL; depth++) {
    if (up == object || depth > MAX_NESTING)
      return NULL;
    up = g_hash_table_lookup (paste->by_id, up->parent);
  }
  return frame;
}

static void
set_owner (Paste *paste, const EwObject *object, EwObject *pasted)
{
  const EwObject *frame = frame_of (paste, object);

  ew_string_set (&pasted->parent, NULL);
  if (frame != NULL) {
    ew_string_set (&pasted->parent, renewed (paste->ids, frame->id));
    return;
  }
  g_ptr_array_add (paste->roots, g_strdup (pasted->id));
  if (ew_kind_has (object->kind, EW_KIND_BOX) &&
      !ew_kind_has (object->kind, EW_KIND_CONTAINER))
    ew_verbs_adopt (paste->board, pasted, NULL);
}

static void
paste_one (Paste *paste, const EwObject *object)
{
  g_autoptr (EwObject) moved = ew_verbs_shifted (object, paste->by);
  g_autoptr (EwObject) pasted =
      ew_object_copy_as (moved, g_hash_table_lookup (paste->ids, object->id));
  char **below = &paste->below[object->kind->layer];
  Ends ends = { NULL, paste->at, pasted, paste->ids };

  ew_object_forget_reactions (pasted);
  ew_object_each_anchor (moved, keep_end_cb, &ends);
  set_owner (paste, object, pasted);
  if (*object->group != '\0')
    ew_string_set (&pasted->group, renewed (paste->groups, object->group));
  pasted->locked = FALSE;
  ew_string_take (&pasted->z, ew_order_between (*below, NULL));
  ew_string_set (below, pasted->z);
  ew_edit_add (paste->edit, NULL, pasted);
}

static char *
label_of (guint n, const EwObject *first)
{
  if (n == 1) /* Translators: %s is a kind, as in “Paste Sticky Note”. */
    return g_strdup_printf (_ ("Paste %s"), _ (first->kind->title));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Paste %u Object", "Paste %u Objects", n),
      n);
}

static void
paste_all (Paste *paste, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++) {
    EwObject *object = objects->pdata[i];

    g_hash_table_insert (paste->by_id, object->id, object);
    renewed (paste->ids, object->id);
  }
  for (int layer = 0; layer <= EW_LAYER_PINS; layer++)
    paste->below[layer] = ew_board_front_key (paste->board, layer);
  for (guint i = 0; i < objects->len; i++)
    paste_one (paste, objects->pdata[i]);
  for (int layer = 0; layer <= EW_LAYER_PINS; layer++)
    g_ref_string_release (paste->below[layer]);
}

EwEdit *
ew_clip_paste (const EwBoard *board, GPtrArray *objects, EwPoint at,
               GPtrArray **ids)
{
  g_autofree char *label =
      label_of (objects->len, objects->len > 0 ? objects->pdata[0] : NULL);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) new_ids = new_words ();
  g_autoptr (GHashTable) groups = new_words ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_free);
  EwPoint middle = ew_rect_center (area_of (objects));
  Paste paste = { .board = board,
                  .edit = ew_edit_new (label),
                  .roots = roots,
                  .by_id = by_id,
                  .ids = new_ids,
                  .groups = groups,
                  .at = at };

  paste.by = step_aside (board, objects,
                         (EwPoint){ at.x - middle.x, at.y - middle.y });
  paste_all (&paste, objects);
  if (ids != NULL)
    *ids = g_steal_pointer (&roots);
  return paste.edit;
}
