/* The laws that every kind keeps as a value and on the canvas.  Those of its
 * bytes and merges are in test-conformance-data.c. */
#include "conformance.h"

#include "ew-cairo-pen.h"
#include "ew-kinds.h"
#include "ew-string.h"
#include "ew-text-fit.h"

#include <cairo.h>
#include <string.h>

#define PICTURE 128 /* px, square */

static void
test_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ew_kinds[i]; i++) {
    g_assert_true (g_hash_table_add (seen, (gpointer) ew_kinds[i]->name));
    g_assert_true (ew_kind_by_name (ew_kinds[i]->name) == ew_kinds[i]);
  }
  g_assert_null (ew_kind_by_name (ew_kind_unknown.name));
  g_assert_null (ew_kind_by_name ("no such kind"));
  g_assert_null (ew_kind_by_name (NULL));
}

/* Colours have theirs in the palette. */
static void
assert_choices_have_titles (const EwField *field)
{
  if (!field->choices || field->choices == ew_color_names)
    return;
  g_assert_nonnull (field->choice_titles);
  for (guint i = 0; field->choices[i]; i++)
    g_assert_cmpstr (field->choice_titles[i], !=, "");
}

static void
assert_field_is_sane (const EwKind *kind, const EwField *field)
{
  g_autoptr (EwObject) object = ew_object_new (kind, "x");
  g_autoptr (GError) error = NULL;

  g_assert_true (ew_kind_find_field (kind, field->name) == field);
  g_assert_cmpstr (field->name, !=, "id");
  g_assert_cmpstr (field->name, !=, "kind");
  g_assert_nonnull (field->title);
  g_assert_cmpstr (field->title, !=, "");
  g_assert_cmpuint (field->offset, <, kind->type.size);
  g_assert_true ((field->type == EW_FIELD_MAP) == (field->record != NULL));
  assert_choices_have_titles (field);
  if (!field->fallback)
    return;
  ew_field_from_text (field, &object->record, field->fallback, &error);
  g_assert_no_error (error);
  g_assert_true (ew_field_is_default (field, &object->record));
  if (field->choices)
    g_assert_true (g_strv_contains (field->choices, field->fallback));
}

static void
assert_has_field (const EwKind *kind, const char *name, EwFieldType type)
{
  const EwField *field = ew_kind_find_field (kind, name);

  g_assert_nonnull (field);
  g_assert_cmpint (field->type, ==, type);
}

static void
assert_flags_are_true (const EwKind *kind)
{
  if (ew_kind_has (kind, EW_KIND_BOX)) {
    assert_has_field (kind, "pos", EW_FIELD_COORDS);
    assert_has_field (kind, "size", EW_FIELD_COORDS);
  }
  if (ew_kind_has (kind, EW_KIND_LINE)) {
    assert_has_field (kind, "from", EW_FIELD_ANCHOR);
    assert_has_field (kind, "to", EW_FIELD_ANCHOR);
  }
  if (ew_kind_has (kind, EW_KIND_PIN))
    assert_has_field (kind, "anchor", EW_FIELD_ANCHOR);
  if (!ew_kind_has (kind, EW_KIND_META))
    g_assert_nonnull (kind->paint);
}

static void
assert_icon_is_there (const EwKind *kind)
{
  g_autofree char *name = g_strconcat (kind->icon, ".svg", NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "icons", "hicolor",
                             "scalable", "actions", name, NULL);

  /* The others come with every desktop's icon theme. */
  if (g_str_has_prefix (kind->icon, "ew-"))
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_table (gconstpointer data)
{
  const EwKind *kind = data;

  g_assert_cmpstr (kind->name, !=, "");
  g_assert_cmpstr (kind->title, !=, "");
  assert_icon_is_there (kind);
  assert_flags_are_true (kind);
  for (const EwField *field = kind->type.fields; field->name; field++)
    assert_field_is_sane (kind, field);
  assert_has_field (kind, "z", EW_FIELD_STRING);
  assert_has_field (kind, "parent", EW_FIELD_REF);
  assert_has_field (kind, "clash", EW_FIELD_MAP);
  if (kind->text)
    g_assert_nonnull (kind->text_spot);
  if (kind->text)
    g_assert_nonnull (ew_kind_find_field (kind, kind->text));
  if (kind->link)
    assert_has_field (kind, kind->link, EW_FIELD_STRING);
}

static void
test_defaults (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) one = ew_object_new (kind, "x");
  g_autoptr (EwObject) two = ew_object_new (kind, "x");

  g_assert_true (ew_object_equal (one, two));
  for (const EwField *field = kind->type.fields; field->name; field++) {
    if (!g_str_equal (field->name, "size"))
      g_assert_true (ew_field_is_default (field, &one->record));
  }
}

static void
test_copy (gconstpointer data)
{
  g_autoptr (EwObject) rich = conformance_rich (data, 1);
  g_autoptr (EwObject) copy = ew_object_copy (rich);
  g_autoptr (EwObject) other = ew_object_copy_as (rich, "other");

  g_assert_true (ew_object_equal (rich, copy));
  g_assert_false (ew_object_equal (rich, other));
  g_assert_cmpstr (ew_object_kind_name (copy), ==, ew_object_kind_name (rich));
}

/* Whatever differs, in a field or in what we do not know, is seen. */
static void
test_compare (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) rich = conformance_rich (kind, 1);
  g_autoptr (EwObject) stranger = ew_object_copy (rich);

  for (const EwField *field = kind->type.fields; field->name; field++) {
    g_autoptr (EwObject) changed = ew_object_copy (rich);

    conformance_change (field, &changed->record, 2);
    g_assert_false (ew_object_equal (rich, changed));
    ew_field_assign (field, &changed->record, &rich->record);
    g_assert_true (ew_object_equal (rich, changed));
  }
  conformance_add_unknown (&stranger->record, "2");
  g_assert_false (ew_object_equal (rich, stranger));
}

static void
test_says_something (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) fresh = ew_object_new (kind, "x");
  g_autoptr (EwObject) rich = conformance_rich (kind, 1);
  g_autofree char *of_fresh = ew_object_to_text (fresh);
  g_autofree char *of_rich = ew_object_to_text (rich);

  g_assert_cmpstr (of_fresh, !=, "");
  g_assert_cmpstr (of_rich, !=, "");
  if (kind->text)
    g_assert_nonnull (
        strstr (of_rich, ew_object_get_string (rich, kind->text)));
}

/* Places and sizes that a file may hold, in stored units. */
static const struct {
  EwCoords pos, size;
} places[] = {
  { { 6400, 5120 }, { 12800, 12800 } },
  { { 6400, 5120 }, { 38400, 1920 } },
  { { 0, 0 }, { 0, 0 } },
  { { -320, 77 }, { -6400, -1 } },
  { { 33, 21 }, { 640, 64000 } },
  { { 0, 0 }, { 1LL << 40, 1LL << 40 } },
  { { -(1LL << 40), 1LL << 40 }, { 12800, 6400 } },
};

typedef enum {
  TEXT_NONE,
  TEXT_SHORT,
  TEXT_LONG,
  TEXT_WORD,
  TEXT_MARKS,
  N_TEXTS,
} Text;

static char *
repeat (const char *piece, guint times)
{
  GString *text = g_string_new ("x");

  while (times--)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static char *
make_text (Text text)
{
  switch (text) {
  case TEXT_SHORT:
    return g_strdup ("Ship it\nÁfjgq");
  case TEXT_LONG:
    return repeat (" and so on", 100);
  case TEXT_WORD:
    return repeat ("wonderful", 22000);
  case TEXT_MARKS:
    return repeat ("\xcc\x81\xcc\xa7", 5000);
  default:
    return g_strdup ("");
  }
}

static EwObject *
make_target (const char *id, EwCoords pos, EwCoords size)
{
  EwObject *target = ew_object_new (&ew_kind_unknown, id);

  target->pos = pos;
  target->size = size;
  return target;
}

typedef struct {
  EwObject *object;
  EwCoords points[2];
  guint n; /* anchors seen */
  bool tied;
} Tie;

/* The first end at the object "a", or where it is; the second at "b". */
static void
tie_cb (const EwField *field, const EwAnchor *old, gpointer data)
{
  Tie *tie = data;
  guint end = tie->n++ % 2;
  EwAnchor anchor = { .object =
                          ew_string_new (tie->tied ? (end ? "b" : "a") : ""),
                      .spot = EW_SPOT_AUTO,
                      .point = tie->points[end] };

  ew_field_set_anchor (field, &tie->object->record, &anchor);
  g_ref_string_release (anchor.object);
}

/* An object of @kind at @place, alone on a board with what it is tied to. */
static EwBoard *
make_board (const EwKind *kind, guint place, Text text, bool tied)
{
  EwCoords pos = places[place].pos, size = places[place].size;
  EwCoords far = { pos.x + size.x + 9000, pos.y + size.y / 2 };
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  EwObject *object = ew_object_new (kind, "object");
  Tie tie = { .object = object, .points = { pos, far }, .tied = tied };
  g_autofree char *words = make_text (text);

  object->pos = pos;
  object->size = size;
  if (kind->text)
    ew_object_set_string (object, kind->text, words);
  ew_object_each_anchor (object, tie_cb, &tie);
  g_ptr_array_add (objects, object);
  g_ptr_array_add (objects, make_target ("a", pos, size));
  g_ptr_array_add (objects, make_target ("b", far, (EwCoords){ 6400, 3200 }));
  return ew_board_new_with ("x", objects);
}

static const EwObject *
get_object (const EwBoard *board)
{
  return ew_board_get (board, "object");
}

typedef void (*CaseFunc) (const EwObject *object, const EwBoard *board);

static void
try_case (const EwKind *kind, guint place, Text text, CaseFunc func)
{
  g_autoptr (EwBoard) loose = make_board (kind, place, text, false);

  func (get_object (loose), loose);
  if (ew_kind_has (kind, EW_KIND_LINE | EW_KIND_PIN)) {
    g_autoptr (EwBoard) tied = make_board (kind, place, text, true);

    func (get_object (tied), tied);
  }
}

static void
each_case (const EwKind *kind, CaseFunc func)
{
  for (guint place = 0; place < G_N_ELEMENTS (places); place++) {
    for (int text = 0; text < N_TEXTS; text++)
      try_case (kind, place, (Text) text, func);
  }
}

static void
assert_hits_are_inside (const EwObject *object, const EwBoard *board)
{
  EwRect bounds = ew_object_bounds (object, board);
  EwRect around = ew_rect_grow (bounds, MAX (bounds.w, bounds.h) / 4);
  const int steps = 7;

  for (int i = 0; i < steps * steps; i++) {
    EwPoint p = { around.x + around.w * (i % steps) / (steps - 1),
                  around.y + around.h * (i / steps) / (steps - 1) };

    if (ew_object_hit (object, board, p, 0))
      g_assert_true (ew_rect_contains (bounds, p));
  }
}

static void
test_bounds_contain_hit (gconstpointer data)
{
  each_case (data, assert_hits_are_inside);
}

/* Paints @object as it looks around @center at @scale. */
static cairo_surface_t *
paint_around (const EwObject *object, const EwBoard *board, EwPoint center,
              double scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PICTURE, PICTURE);
  cairo_t *cr = cairo_create (surface);
  EwPen *pen = ew_cairo_pen_new (cr, ew_palette_get (EW_SCHEME_LIGHT), scale);

  cairo_translate (cr, PICTURE / 2, PICTURE / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -center.x, -center.y);
  ew_object_paint (object, board, pen);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x];
}

static void
assert_inside_around (const EwObject *object, const EwBoard *board,
                      EwRect bounds, EwPoint center, double scale)
{
  cairo_surface_t *surface = paint_around (object, board, center, scale);

  for (int i = 0; i < PICTURE * PICTURE; i++) {
    int x = i % PICTURE, y = i / PICTURE;
    EwRect pixel = { center.x + (x - PICTURE / 2) / scale,
                     center.y + (y - PICTURE / 2) / scale, 1 / scale,
                     1 / scale };

    if (pixel_at (surface, x, y) != 0)
      g_assert_true (ew_rect_intersects (bounds, pixel));
  }
  cairo_surface_destroy (surface);
}

/* Close up at each corner, and from far. */
static void
assert_paint_is_inside (const EwObject *object, const EwBoard *board)
{
  EwRect b = ew_object_bounds (object, board);

  for (int i = 0; i < 4; i++) {
    EwPoint corner = { b.x + b.w * (i % 2), b.y + b.h * (i / 2) };

    assert_inside_around (object, board, b, corner, 1);
  }
  assert_inside_around (object, board, b, ew_rect_center (b), 0.1);
}

static void
test_paint_stays_inside (gconstpointer data)
{
  each_case (data, assert_paint_is_inside);
}

static bool
is_blank (cairo_surface_t *surface)
{
  for (int i = 0; i < PICTURE * PICTURE; i++) {
    if (pixel_at (surface, i % PICTURE, i / PICTURE) != 0)
      return false;
  }
  return true;
}

/* What is on the canvas can be seen and grabbed, near and far; what is not,
 * leaves no trace. */
static void
test_shows (gconstpointer data)
{
  const EwKind *kind = data;
  bool shows = !ew_kind_has (kind, EW_KIND_META);
  const double scales[] = { 1, 0.1 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_autoptr (EwBoard) board = make_board (kind, 0, TEXT_SHORT, true);
    EwRect bounds = ew_object_bounds (get_object (board), board);
    cairo_surface_t *surface = paint_around (
        get_object (board), board, ew_rect_center (bounds), scales[i]);

    g_assert_true (is_blank (surface) == !shows);
    g_assert_true (ew_rect_is_empty (bounds) == !shows);
    cairo_surface_destroy (surface);
  }
}

static void
assert_text_spot_is_sane (const EwObject *object, const EwBoard *board)
{
  EwTextSpot spot = { .color = NULL };

  if (!object->kind->text_spot)
    return;
  object->kind->text_spot (object, board, &spot);
  g_assert_false (ew_rect_is_empty (spot.box));
  g_assert_cmpfloat (spot.style.size_min, >, 0);
  g_assert_cmpfloat (spot.style.size_max, >=, spot.style.size_min);
  g_assert_nonnull (spot.color);
}

static void
test_text_spot (gconstpointer data)
{
  each_case (data, assert_text_spot_is_sane);
}

/* A box that follows its text holds all of it, and no more; others stay. */
static void
test_fit_text (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) fresh = ew_object_new (kind, "x");
  g_autoptr (EwObject) fitted = ew_object_copy (fresh);
  double one_line;

  ew_object_fit_text (fitted);
  if (!ew_kind_has (kind, EW_KIND_GROWS)) {
    g_assert_true (ew_object_equal (fresh, fitted));
    return;
  }
  one_line = ew_object_box (fitted).h;
  ew_object_set_string (fitted, kind->text, "one\ntwo\nthree");
  ew_object_fit_text (fitted);
  g_assert_cmpfloat (ew_object_box (fitted).h, >, 2 * one_line);
  g_assert_cmpfloat (ew_object_bounds (fitted, NULL).h, <,
                     ew_object_box (fitted).h + 8);
  ew_object_set_string (fitted, kind->text, "one");
  ew_object_fit_text (fitted);
  g_assert_cmpfloat_with_epsilon (ew_object_box (fitted).h, one_line, 1);
  g_assert_cmpfloat (ew_object_box (fitted).w, ==, ew_object_box (fresh).w);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/names", test_names);
  conformance_add ("table", test_table);
  conformance_add ("defaults", test_defaults);
  conformance_add ("copy", test_copy);
  conformance_add ("compare", test_compare);
  conformance_add ("says-something", test_says_something);
  conformance_add ("bounds-contain-hit", test_bounds_contain_hit);
  conformance_add ("paint-stays-inside", test_paint_stays_inside);
  conformance_add ("shows", test_shows);
  conformance_add ("text-spot", test_text_spot);
  conformance_add ("fit-text", test_fit_text);
  return g_test_run ();
}
