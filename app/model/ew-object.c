#include "ew-object.h"

#include "ew-id.h"
#include "ew-reaction.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const EwField clash_fields[] = {
  { "member", N_ ("Field"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwClash, member) },
  { "text", N_ ("Text"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwClash, text) },
  EW_FIELD_END,
};
const EwRecordType ew_clash_type = { clash_fields, sizeof (EwClash) };

char *
ew_clash_key (const char *member, const char *text)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  /* With its end, so that member and text cannot run into each other. */
  g_checksum_update (sum, (const guchar *) member,
                     (gssize) strlen (member) + 1);
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text));
  return g_strndup (g_checksum_get_string (sum), 16);
}

static EwObject *
object_alloc (const EwKind *kind, const char *id)
{
  EwObject *object = g_atomic_rc_box_alloc0 (kind->type.size);
  object->kind = kind;
  object->id = id ? ew_string_new (id) : ew_id_new ();
  return object;
}

/* A kind's table need not name all that the struct holds. */
static const gsize common_strings[] = {
  G_STRUCT_OFFSET (EwObject, z),
  G_STRUCT_OFFSET (EwObject, parent),
  G_STRUCT_OFFSET (EwObject, group),
};

static void
fill_common (EwObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_strings); i++) {
    char **string = &G_STRUCT_MEMBER (char *, object, common_strings[i]);
    if (*string == NULL)
      *string = ew_string_new (NULL);
  }
}

/* ew_record_init() and _copy() clear the whole struct; what is not in the table
 * is put back. */
static EwObject *
finish_object (EwObject *object, const EwKind *kind, char *id)
{
  object->kind = kind;
  object->id = id;
  fill_common (object);
  return object;
}

EwObject *
ew_object_new (const EwKind *kind, const char *id)
{
  g_return_val_if_fail (kind != NULL, NULL);

  EwObject *object = object_alloc (kind, id);
  char *own_id = object->id;
  ew_record_init (&kind->type, &object->record);
  finish_object (object, kind, own_id);
  if (ew_kind_has (kind, EW_KIND_BOX))
    object->size = ew_coords_from_point (kind->size);
  return object;
}

EwObject *
ew_object_copy_as (const EwObject *object, const char *id)
{
  g_return_val_if_fail (object != NULL, NULL);

  EwObject *copy = object_alloc (object->kind, id);
  char *own_id = copy->id;
  ew_record_copy (&object->kind->type, &copy->record, &object->record);
  return finish_object (copy, object->kind, own_id);
}

EwObject *
ew_object_copy (const EwObject *object)
{
  g_return_val_if_fail (object != NULL, NULL);
  return ew_object_copy_as (object, object->id);
}

EwObject *
ew_object_ref (const EwObject *object)
{
  return object ? g_atomic_rc_box_acquire ((EwObject *) object) : NULL;
}

static bool
is_in_table (const EwKind *kind, gsize offset)
{
  for (const EwField *field = kind->type.fields; field->name; field++)
    if (field->offset == offset)
      return true;
  return false;
}

static void
object_clear (gpointer data)
{
  EwObject *object = data;
  const EwKind *kind = object->kind;
  ew_record_clear (&kind->type, &object->record);
  for (guint i = 0; i < G_N_ELEMENTS (common_strings); i++)
    if (!is_in_table (kind, common_strings[i]))
      g_clear_pointer (&G_STRUCT_MEMBER (char *, object, common_strings[i]),
                       g_ref_string_release);
  g_clear_pointer (&object->id, g_ref_string_release);
}

void
ew_object_unref (EwObject *object)
{
  if (object)
    g_atomic_rc_box_release_full (object, object_clear);
}

bool
ew_object_equal (const EwObject *a, const EwObject *b)
{
  if (a == b)
    return true;
  if (a == NULL || b == NULL || a->kind != b->kind)
    return false;
  return strcmp (a->id, b->id) == 0 &&
         ew_record_equal (&a->kind->type, &a->record, &b->record);
}

const char *
ew_object_get_string (const EwObject *object, const char *name)
{
  const EwField *field = ew_kind_find_field (object->kind, name);
  if (field == NULL)
    return "";
  switch (field->type) {
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    return ew_field_get_string (field, &object->record);
  default:
    return "";
  }
}

void
ew_object_set_string (EwObject *object, const char *name, const char *value)
{
  const EwField *field = ew_kind_find_field (object->kind, name);
  if (field)
    ew_field_set_string (field, &object->record, value);
}

EwRect
ew_object_box (const EwObject *object)
{
  EwPoint at = ew_coords_to_point (object->pos);
  EwPoint size = ew_coords_to_point (object->size);
  return (EwRect){ at.x, at.y, MAX (size.x, EW_BOX_MIN),
                   MAX (size.y, EW_BOX_MIN) };
}

void
ew_object_set_box (EwObject *object, EwRect box)
{
  object->pos = ew_coords_from_point ((EwPoint){ box.x, box.y });
  object->size = ew_coords_from_point ((EwPoint){ box.w, box.h });
}

double
ew_object_angle (const EwObject *object)
{
  gint64 angle = object->angle % 36000;
  return (double) (angle < 0 ? angle + 36000 : angle) / 100;
}

void
ew_object_set_angle (EwObject *object, double degrees)
{
  gint64 angle = (gint64) llround (fmod (degrees, 360) * 100);
  if (ew_kind_has (object->kind, EW_KIND_TURNS))
    object->angle = angle < 0 ? angle + 36000 : angle % 36000;
}

EwRect
ew_object_turned_box (const EwObject *object)
{
  return ew_rect_turn (ew_object_box (object), ew_object_angle (object));
}

EwPoint
ew_object_spot (const EwObject *object, EwCoords spot)
{
  EwRect box = ew_object_box (object);
  EwPoint at = { box.x + box.w * (double) spot.x / 1000,
                 box.y + box.h * (double) spot.y / 1000 };
  return ew_point_turn (at, ew_rect_center (box), ew_object_angle (object));
}

EwPoint
ew_object_unturn (const EwObject *object, EwPoint point)
{
  EwPoint center = ew_rect_center (ew_object_box (object));
  return ew_point_turn (point, center, -ew_object_angle (object));
}

static EwRect
own_bounds (const EwObject *object, const EwBoard *board)
{
  if (object->kind->bounds)
    return object->kind->bounds (object, board);
  return ew_rect_grow (ew_object_turned_box (object), EW_SHADOW_MARGIN);
}

#define CLASH_WIDTH 220.0
#define CLASH_GAP 6.0

/* The middle of what a clash box stands under, or of a frame, in whose corner
 * it lies: below a large frame nobody would look. */
static EwPoint
clash_top (const EwObject *object, const EwBoard *board)
{
  EwPoint ends[2];
  EwRect box;

  if (object->kind->ends) {
    object->kind->ends (object, board, ends);
    return (EwPoint){ (ends[0].x + ends[1].x) / 2,
                      (ends[0].y + ends[1].y) / 2 + 3 * CLASH_GAP };
  }
  if (!ew_kind_has (object->kind, EW_KIND_BOX))
    box = own_bounds (object, board);
  else
    box = ew_object_turned_box (object);
  if (ew_kind_has (object->kind, EW_KIND_CONTAINER))
    return (EwPoint){ box.x + CLASH_WIDTH / 2 + 2 * CLASH_GAP,
                      box.y + 2 * CLASH_GAP };
  /* Reactions hang there as well. */
  if (ew_map_size (object->reactions) > 0)
    box = ew_rect_union (box, ew_reactions_box (object, board));
  return (EwPoint){ box.x + box.w / 2, box.y + box.h + CLASH_GAP };
}

EwRect
ew_object_clash_box (const EwObject *object, const EwBoard *board)
{
  guint n = MIN (ew_map_size (object->clash), EW_CLASH_ROWS_MAX);
  EwPoint top;

  if (n == 0)
    return (EwRect){ 0 };
  top = clash_top (object, board);
  return (EwRect){ top.x - CLASH_WIDTH / 2, top.y, CLASH_WIDTH,
                   n * EW_CLASH_ROW };
}

EwRect
ew_object_bounds (const EwObject *object, const EwBoard *board)
{
  EwRect bounds = own_bounds (object, board);

  if (ew_map_size (object->reactions) > 0)
    bounds = ew_rect_union (bounds,
                            ew_rect_grow (ew_reactions_box (object, board), 1));
  if (ew_map_size (object->clash) == 0)
    return bounds;
  return ew_rect_union (
      bounds,
      ew_rect_grow (ew_object_clash_box (object, board), EW_SHADOW_MARGIN));
}

static bool
own_hit (const EwObject *object, const EwBoard *board, EwPoint point,
         double slop)
{
  if (object->kind->hit)
    return object->kind->hit (object, board, point, slop);
  return ew_rect_contains (ew_object_box (object),
                           ew_object_unturn (object, point));
}

bool
ew_object_hit (const EwObject *object, const EwBoard *board, EwPoint point,
               double slop)
{
  EwReactionChip chip;

  return own_hit (object, board, point, slop) ||
         (ew_map_size (object->clash) > 0 &&
          ew_rect_contains (ew_object_clash_box (object, board), point)) ||
         (ew_map_size (object->reactions) > 0 &&
          ew_reaction_chip_at (object, board, point, &chip));
}

void
ew_object_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  if (object->kind->paint)
    object->kind->paint (object, board, pen);
}

char *
ew_object_to_text (const EwObject *object)
{
  if (object->kind->to_text)
    return object->kind->to_text (object);
  const char *text = object->kind->text
                         ? ew_object_get_string (object, object->kind->text)
                         : "";
  return g_strdup (*text ? text : _ (object->kind->title));
}

void
ew_object_each_anchor (const EwObject *object, EwAnchorVisit visit,
                       gpointer data)
{
  for (const EwField *field = object->kind->type.fields; field->name; field++)
    if (field->type == EW_FIELD_ANCHOR)
      visit (field, ew_field_get_anchor (field, &object->record), data);
}
