#include "ew-export.h"

#include "ew-kinds.h"
#include "ew-paint.h"
#include "sample-board.h"

#include <math.h>
#include <string.h>

/* --- SVG ---------------------------------------------------------------- */

typedef struct {
  GString *words; /* of all <text> */
  GHashTable *ids, *asked; /* defined; pointed at */
  guint n_elements, n_rects;
  guint depth;
} Seen;

static void
take_reference (Seen *seen, const char *value)
{
  const char *hash = g_str_has_prefix (value, "url(#") ? value + 4 : value;
  g_autofree char *id = g_strdup (hash + 1);

  if (*hash != '#' || strchr (value, ' '))
    return;
  if (g_str_has_suffix (id, ")"))
    id[strlen (id) - 1] = '\0';
  if (hash != value || *value == '#')
    g_hash_table_add (seen->asked, g_steal_pointer (&id));
}

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names,
          const char **values, gpointer data, GError **error)
{
  Seen *seen = data;

  seen->n_elements++;
  seen->n_rects += g_str_equal (name, "rect");
  for (int i = 0; names[i]; i++) {
    if (g_str_equal (names[i], "id"))
      g_assert_true (g_hash_table_add (seen->ids, g_strdup (values[i])));
    else if (g_str_equal (names[i], "xlink:href") ||
             g_str_has_prefix (values[i], "url("))
      take_reference (seen, values[i]);
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length,
         gpointer data, GError **error)
{
  const char *element = g_markup_parse_context_get_element (context);
  Seen *seen = data;

  if (g_str_equal (element, "text") || g_str_equal (element, "tspan")) {
    g_string_append_len (seen->words, text, (gssize) length);
    g_string_append_c (seen->words, ' ');
  }
}

static void
seen_clear (Seen *seen)
{
  g_string_free (seen->words, TRUE);
  g_hash_table_unref (seen->ids);
  g_hash_table_unref (seen->asked);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

/* Well-formed, and nothing in it points into the void. */
static Seen
read_svg (const EwBoard *board)
{
  static const GMarkupParser parser = { .start_element = start_cb,
                                        .text = text_cb };
  Seen seen = { .words = g_string_new (NULL) };
  EwExport all = ew_export_all (board);
  g_autoptr (GBytes) bytes = ew_export_svg (&all);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer id;

  seen.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  seen.asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  context = g_markup_parse_context_new (&parser, 0, &seen, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_hash_table_iter_init (&iter, seen.asked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (seen.ids, id));
  return seen;
}

static EwBoard *
board_of (const char *text, guint n, double side)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("n%u", i);
    EwObject *note = ew_object_new (&ew_kind_note, id);

    ew_object_set_box (note, (EwRect){ i * 300, 0, side + i, side });
    ew_object_set_string (note, "text", text);
    g_ptr_array_add (objects, note);
  }
  return ew_board_new_with ("b", objects);
}

/* People select and search it. */
static void
test_words (void)
{
  g_autoptr (EwBoard) board = sample_board_new ();
  g_auto (Seen) seen = read_svg (board);
  static const char *const words[] = {
    "Agree on a",   "leads to", "What went well", "Donaudampf",
    "ملاحظة قصيرة", "Quiet",    "4:12",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (seen.words->str, words[i]));
}

static void
test_hostile_words (void)
{
  static const char *const texts[] = {
    "]]></svg><script>alert (1)</script>",
    "\"' onload=\"x\" & <b>",
    "a\xef\xbf\xbe\xef\xbf\xbfz",
    "**bold _and_ `code`** ~~gone~~",
    "ملاحظة <b> قصيرة",
    "x\x01\x1b[0m\ty",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (EwBoard) board = board_of (texts[i], 1, 200);
    g_auto (Seen) seen = read_svg (board);

    g_assert_cmpuint (seen.words->len, >, 1);
  }
}

/* A shadow is defined once for all that are alike. */
static void
test_shared_shadows (void)
{
  g_autoptr (EwBoard) one = board_of ("Ship", 1, 200);
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  guint alone, many;

  for (guint i = 0; i < 100; i++) {
    g_autofree char *id = g_strdup_printf ("n%u", i);
    EwObject *note = ew_object_new (&ew_kind_note, id);

    ew_object_set_box (note, (EwRect){ i * 300, 0, 200, 200 });
    g_ptr_array_add (objects, note);
  }
  g_autoptr (EwBoard) alike = ew_board_new_with ("b", objects);
  g_auto (Seen) first = read_svg (one);
  g_auto (Seen) second = read_svg (alike);

  alone = first.n_rects;
  many = second.n_rects;
  g_assert_cmpuint (many, ==, alone + 99);
}

/* … and of more sizes than are kept, all have one. */
static void
test_many_shadows (void)
{
  g_autoptr (EwBoard) board = board_of ("Ship", 200, 100);
  g_auto (Seen) seen = read_svg (board);

  g_assert_cmpuint (seen.n_rects, ==, 1 + 200 * 9);
}

static void
test_far_away (void)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  EwObject *note = ew_object_new (&ew_kind_note, "n");

  ew_object_set_box (note, (EwRect){ 17179869184.0, -17179869184.0, 200, 200 });
  g_ptr_array_add (objects, note);
  g_autoptr (EwBoard) board = ew_board_new_with ("b", objects);
  g_auto (Seen) seen = read_svg (board);
  EwExport all = ew_export_all (board);
  g_autoptr (GBytes) bytes = ew_export_svg (&all);
  const char *text = g_bytes_get_data (bytes, NULL);

  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes),
                                  "x=\"17179869184\" y=\"-17179869184\""));
}

/* --- PNG ---------------------------------------------------------------- */

typedef struct {
  const guchar *bytes;
  gsize size;
} Source;

static cairo_status_t
read_cb (void *data, guchar *bytes, guint length)
{
  Source *source = data;

  if (length > source->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, source->bytes, length);
  source->bytes += length;
  source->size -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  Source source;

  source.bytes = g_bytes_get_data (bytes, &source.size);
  return cairo_image_surface_create_from_png_stream (read_cb, &source);
}

/* What one thread paints in one piece. */
static cairo_surface_t *
paint_whole (const EwExport *all, int width, int height)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  double scale = width / all->area.w;
  EwPen *pen = ew_cairo_pen_new (cr, all->palette, scale);
  EwColor paper = all->palette->canvas;

  cairo_set_source_rgb (cr, paper.r, paper.g, paper.b);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -all->area.x, -all->area.y);
  ew_paint_objects (pen, all->board, all->area);
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_different (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint n = 0;

  for (int y = 0; y < height; y++) {
    const guchar *one = cairo_image_surface_get_data (a) +
                        y * cairo_image_surface_get_stride (a);
    const guchar *two = cairo_image_surface_get_data (b) +
                        y * cairo_image_surface_get_stride (b);

    for (int x = 0; x < width * 4; x++)
      n += x % 4 < 3 && ABS (one[x] - two[x]) > 8;
  }
  return n;
}

/* No seam shows where one thread's part ends. */
static void
test_png (void)
{
  g_autoptr (EwBoard) board = sample_board_new ();
  EwExport all = ew_export_all (board);
  static const int widths[] = { 1500, 400, 37 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = ew_export_png (&all, widths[i], &error);
    cairo_surface_t *picture, *whole;

    g_assert_no_error (error);
    picture = read_png (bytes);
    g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
    g_assert_cmpint (cairo_image_surface_get_width (picture), ==, widths[i]);
    whole =
        paint_whole (&all, widths[i], cairo_image_surface_get_height (picture));
    g_assert_cmpuint (count_different (picture, whole), <,
                      (guint) widths[i] / 4);
    cairo_surface_destroy (picture);
    cairo_surface_destroy (whole);
  }
}

/* A tower of a board is refused in words, before memory is asked for. */
static void
test_too_high (void)
{
  g_autoptr (EwBoard) board = board_of ("Ship", 1, 200);
  EwExport all = ew_export_all (board);
  g_autoptr (GError) error = NULL;

  all.area.h = all.area.w * 1e6;
  g_assert_null (ew_export_png (&all, 2000, &error));
  g_assert_error (error, EW_EXPORT_ERROR, EW_EXPORT_ERROR_SIZE);
}

static void
test_empty (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  EwExport all = ew_export_all (board);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = ew_export_png (&all, 10, &error);
  g_auto (Seen) seen = read_svg (board);

  g_assert_no_error (error);
  g_assert_nonnull (png);
  g_assert_cmpuint (seen.n_rects, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/svg/words", test_words);
  g_test_add_func ("/export/svg/hostile-words", test_hostile_words);
  g_test_add_func ("/export/svg/shared-shadows", test_shared_shadows);
  g_test_add_func ("/export/svg/many-shadows", test_many_shadows);
  g_test_add_func ("/export/svg/far-away", test_far_away);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/png/too-high", test_too_high);
  g_test_add_func ("/export/empty", test_empty);
  return g_test_run ();
}
