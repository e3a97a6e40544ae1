/* What a newer version of the program will know: kept byte for byte, drawn as a
 * quiet grey box with its kind's word.
 *
 * Each unknown word becomes a kind of its own, made once and kept, so that
 * objects of two unknown kinds differ, and copies remember their word. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define RADIUS 6.0

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  EW_FIELD_END,
};

static const EwTextStyle style = {
  .size_max = 14,
  .size_min = 9,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

static void
unknown_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwPalette *palette = pen->palette;
  EwRect box = ew_object_box (object);
  EwRect inside = ew_rect_grow (box, -MIN (8, box.w / 8));

  ew_pen_fill_rect (pen, box, RADIUS, ew_color_with_alpha (palette->line, 0.5));
  ew_pen_stroke_rect (pen, ew_rect_grow (box, -0.5), RADIUS, palette->line, 1);
  ew_text_draw (pen, ew_object_kind_name (object), &style, inside,
                palette->dim);
  ew_marks_paint (object, board, pen);
}

static char *
unknown_to_text (const EwObject *object)
{
  /* Translators: an object made by a newer version; %s is its kind's word. */
  return g_strdup_printf (_ ("Object of kind “%s”"),
                          ew_object_kind_name (object));
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u unknown object",
                      "%u unknown objects", n);
}

const EwKind ew_kind_unknown = {
  .name = "unknown",
  .title = N_ ("Unknown Object"),
  .count = count,
  .icon = "dialog-question-symbolic",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwObject) },
  .paint = unknown_paint,
  .to_text = unknown_to_text,
};

static const EwKind *
make_variant (const char *name)
{
  EwKind *kind = g_memdup2 (&ew_kind_unknown, sizeof (EwKind));

  kind->name = g_strdup (name);
  return kind;
}

static void
remember (GHashTable *variants, const EwKind *kind)
{
  g_hash_table_insert (variants, (gpointer) kind->name, (gpointer) kind);
}

static const EwKind *
find_variant (const char *name)
{
  static GMutex mutex;
  static GHashTable *variants;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const EwKind *kind;

  if (!variants) {
    variants = g_hash_table_new (g_str_hash, g_str_equal);
    remember (variants, &ew_kind_unknown);
  }
  kind = g_hash_table_lookup (variants, name);
  if (!kind) {
    kind = make_variant (name);
    remember (variants, kind);
  }
  return kind;
}

const char *
ew_object_kind_name (const EwObject *object)
{
  g_return_val_if_fail (object != NULL, NULL);

  return object->kind->name;
}

void
ew_object_set_kind_name (EwObject *object, const char *name)
{
  g_return_if_fail (object != NULL && name != NULL);
  g_return_if_fail (object->kind->paint == unknown_paint);

  object->kind = find_variant (name);
}
