#include "ew-selection.h"

#include <string.h>

struct _EwSelection {
  GObject parent_instance;
  GPtrArray *ids; /* of char *, in the order of selecting */
};

G_DEFINE_FINAL_TYPE (EwSelection, ew_selection, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
ew_selection_finalize (GObject *object)
{
  EwSelection *self = EW_SELECTION (object);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (ew_selection_parent_class)->finalize (object);
}

static void
ew_selection_class_init (EwSelectionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ew_selection_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", EW_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_selection_init (EwSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

EwSelection *
ew_selection_new (void)
{
  return g_object_new (EW_TYPE_SELECTION, NULL);
}

static void
emit_changed (EwSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static bool
find_id (EwSelection *self, const char *id, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, index);
}

bool
ew_selection_has (EwSelection *self, const char *id)
{
  return find_id (self, id, NULL);
}

guint
ew_selection_size (EwSelection *self)
{
  return self->ids->len;
}

GPtrArray *
ew_selection_ids (EwSelection *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->ids->len; i++)
    g_ptr_array_add (ids, g_strdup (g_ptr_array_index (self->ids, i)));
  return ids;
}

const char *
ew_selection_single (EwSelection *self)
{
  return self->ids->len == 1 ? g_ptr_array_index (self->ids, 0) : NULL;
}

void
ew_selection_clear (EwSelection *self)
{
  if (self->ids->len == 0)
    return;
  g_ptr_array_set_size (self->ids, 0);
  emit_changed (self);
}

void
ew_selection_set_one (EwSelection *self, const char *id)
{
  if (g_strcmp0 (ew_selection_single (self), id) == 0)
    return;
  char *copy = g_strdup (id); /* may be one of ours */
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, copy);
  emit_changed (self);
}

static bool
is_same (EwSelection *self, GPtrArray *ids)
{
  if (self->ids->len != ids->len)
    return false;
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (g_ptr_array_index (self->ids, i), g_ptr_array_index (ids, i)) !=
        0)
      return false;
  return true;
}

void
ew_selection_set (EwSelection *self, GPtrArray *ids)
{
  if (is_same (self, ids))
    return;
  GPtrArray *old = self->ids;
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, g_strdup (g_ptr_array_index (ids, i)));
  g_ptr_array_unref (old);
  emit_changed (self);
}

void
ew_selection_toggle (EwSelection *self, const char *id)
{
  guint index;
  if (find_id (self, id, &index))
    g_ptr_array_remove_index (self->ids, index);
  else
    g_ptr_array_add (self->ids, g_strdup (id));
  emit_changed (self);
}

void
ew_selection_keep_on (EwSelection *self, const EwBoard *board)
{
  guint before = self->ids->len;
  for (guint i = before; i > 0; i--) {
    const char *id = g_ptr_array_index (self->ids, i - 1);
    if (board == NULL || ew_board_get (board, id) == NULL)
      g_ptr_array_remove_index (self->ids, i - 1);
  }
  if (self->ids->len != before)
    emit_changed (self);
}

EwRect
ew_selection_box (EwSelection *self, const EwBoard *board)
{
  EwRect box = EW_RECT_EMPTY;
  for (guint i = 0; i < self->ids->len; i++) {
    const EwObject *object =
        ew_board_get (board, g_ptr_array_index (self->ids, i));
    if (object == NULL)
      continue;
    box = ew_rect_union (box, ew_kind_has (object->kind, EW_KIND_BOX)
                                  ? ew_object_turned_box (object)
                                  : ew_object_bounds (object, board));
  }
  return box;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return ew_board_compare (*(const EwObject **) a, *(const EwObject **) b);
}

GPtrArray *
ew_selection_objects (EwSelection *self, const EwBoard *board)
{
  GPtrArray *objects = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = ew_selection_ids (self);
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object && !ew_kind_has (object->kind, EW_KIND_META))
      g_ptr_array_add (objects, (gpointer) object);
  }
  g_ptr_array_sort (objects, compare_cb);
  return objects;
}
