/* Keeping references whole: what removing, merging or a stray hand leaves. */
#include "ew-board.h"

#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @anchor of @object, which knows no more where it is, becomes a point. */
typedef struct {
  const EwBoard *places; /* knows where things are, or were */
  GHashTable *gone; /* ids that count as gone; NULL: what is missing */
  const EwBoard *board;
  EwObject *copy;
} Loosen;

static bool
is_gone (const Loosen *loosen, const char *id)
{
  if (*id == '\0')
    return false;
  if (loosen->gone)
    return g_hash_table_contains (loosen->gone, id);
  return ew_board_get (loosen->board, id) == NULL;
}

static void
loosen_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Loosen *loosen = data;
  if (!is_gone (loosen, anchor->object))
    return;

  EwPoint at = ew_board_anchor_point (loosen->places, anchor);
  EwAnchor point = { .object = (char *) "",
                     .spot = EW_SPOT_AUTO,
                     .point = ew_coords_from_point (at) };
  ew_field_set_anchor (field, &loosen->copy->record, &point);
}

/* Returns: (transfer full) (nullable): @object with loose ends, if any. */
static EwObject *
loosen_object (const EwObject *object, Loosen *loosen)
{
  loosen->copy = ew_object_copy (object);
  ew_object_each_anchor (object, loosen_cb, loosen);
  if (!ew_object_equal (object, loosen->copy))
    return loosen->copy;
  g_clear_pointer (&loosen->copy, ew_object_unref);
  return NULL;
}

static void
loosen_followers (const EwBoard *board, const char *id, GHashTable *gone,
                  EwEdit *edit)
{
  g_autoptr (GPtrArray) tied = ew_board_tied_to (board, id);
  for (guint i = 0; i < tied->len; i++) {
    const EwObject *follower = g_ptr_array_index (tied, i);
    Loosen loosen = { .places = board, .gone = gone, .board = board };
    if (g_hash_table_contains (gone, follower->id))
      continue;
    g_autoptr (EwObject) loose = loosen_object (follower, &loosen);
    if (loose)
      ew_edit_add (edit, follower, loose);
  }
}

/* The nearest owner above @id that stays. */
static const char *
next_owner (const EwBoard *board, const char *id, GHashTable *gone)
{
  for (int depth = 0; depth < 64; depth++) {
    const EwObject *owner = *id ? ew_board_get (board, id) : NULL;
    if (owner == NULL)
      return "";
    if (!g_hash_table_contains (gone, id))
      return id;
    id = owner->parent;
  }
  return "";
}

static void
rehome_children (const EwBoard *board, const char *id, GHashTable *gone,
                 EwEdit *edit)
{
  g_autoptr (GPtrArray) children = ew_board_children (board, id);
  for (guint i = 0; i < children->len; i++) {
    const EwObject *child = g_ptr_array_index (children, i);
    if (g_hash_table_contains (gone, child->id))
      continue;
    /* The child may already be loosened: continue from there. */
    const EwChange *known = ew_edit_find (edit, child->id);
    g_autoptr (EwObject) moved = ew_object_copy (known ? known->after : child);
    ew_string_set (&moved->parent, next_owner (board, id, gone));
    ew_edit_add (edit, child, moved);
  }
}

static GHashTable *
to_set (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  return set;
}

EwEdit *
ew_board_remove (const EwBoard *board, GPtrArray *ids, const char *label)
{
  EwEdit *edit = ew_edit_new (label);
  g_autoptr (GHashTable) gone = to_set (ids);

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object == NULL || object == ew_board_self (board))
      continue;
    loosen_followers (board, object->id, gone, edit);
    if (ew_kind_has (object->kind, EW_KIND_CONTAINER))
      rehome_children (board, object->id, gone, edit);
    ew_edit_add (edit, object, NULL);
  }
  return edit;
}

static bool
is_container (const EwBoard *board, const char *id)
{
  const EwObject *object = ew_board_get (board, id);
  return object && ew_kind_has (object->kind, EW_KIND_CONTAINER);
}

/* Whether going up from @object comes back to it.  Of a circle every member is
 * on it, so everyone who mends it breaks the same link: the smallest id's. */
static bool
breaks_circle (const EwBoard *board, const EwObject *object)
{
  const char *id = object->parent;
  for (guint steps = 0; steps <= ew_board_size (board) && *id; steps++) {
    if (strcmp (id, object->id) == 0)
      return true;
    const EwObject *owner = ew_board_get (board, id);
    if (owner == NULL || strcmp (owner->id, object->id) < 0)
      return false;
    id = owner->parent;
  }
  return false;
}

static const char *
parent_fault (const EwBoard *board, const EwObject *object)
{
  if (*object->parent == '\0')
    return NULL;
  if (!is_container (board, object->parent))
    return _ ("It belongs to a frame that is not there. "
              "It now stands on the board itself.");
  if (breaks_circle (board, object))
    return _ ("It is a frame inside itself. "
              "It now stands on the board itself.");
  return NULL;
}

static void
report_fault (EwBoardReport report, const EwObject *object,
              const char *sentence, gpointer data)
{
  if (report)
    report (object, sentence, data);
}

EwEdit *
ew_board_mend (const EwBoard *board, const EwBoard *places,
               EwBoardReport report, gpointer data)
{
  EwEdit *edit = ew_edit_new (NULL);

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    Loosen loosen = { .places = places ? places : board, .board = board };
    g_autoptr (EwObject) loose = loosen_object (object, &loosen);
    if (loose)
      report_fault (report, object,
                    _ ("It is tied to something that is not there. "
                       "Its end is now free."),
                    data);
    const char *fault = parent_fault (board, object);
    if (fault) {
      report_fault (report, object, fault, data);
      if (loose == NULL)
        loose = ew_object_copy (object);
      ew_string_set (&loose->parent, NULL);
    }
    if (loose)
      ew_edit_add (edit, object, loose);
  }
  return edit;
}
