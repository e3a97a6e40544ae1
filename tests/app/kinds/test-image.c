/* Images and file cards: what they draw, and what stands for a picture that is
 * not there. */
#include "ew-cairo-pen.h"
#include "ew-kinds.h"

#include <string.h>

#define SIDE 200

typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  EwPen *pen;
} Paper;

static void
paper_init (Paper *paper)
{
  paper->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  paper->cr = cairo_create (paper->surface);
  paper->pen =
      ew_cairo_pen_new (paper->cr, ew_palette_get (EW_SCHEME_LIGHT), 1);
}

static void
paper_clear (Paper *paper)
{
  ew_cairo_pen_free (paper->pen);
  cairo_destroy (paper->cr);
  cairo_surface_destroy (paper->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static guint32
pixel (const Paper *paper, int x, int y)
{
  const guchar *data;

  cairo_surface_flush (paper->surface);
  data = cairo_image_surface_get_data (paper->surface);
  return ((const guint32 *) (data + y * cairo_image_surface_get_stride (
                                            paper->surface)))[x];
}

/* Twice as wide as high: left half red, right half blue. */
static cairo_surface_t *
picture_cb (const char *asset, double side, const char **reason, gpointer data)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 20);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpstr (asset, ==, "abc.png");
  *(double *) data = side;
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 1);
  cairo_rectangle (cr, 20, 0, 20, 20);
  cairo_fill (cr);
  cairo_destroy (cr);
  return surface;
}

static EwObject *
image_in (EwRect box)
{
  EwObject *image = ew_object_new (&ew_kind_image, "image");
  const EwField *natural = ew_kind_find_field (&ew_kind_image, "natural");

  ew_object_set_string (image, "asset", "abc.png");
  ew_field_set_coords (
      natural, &image->record,
      (EwCoords){ 40 * EW_UNITS_PER_PX, 20 * EW_UNITS_PER_PX });
  ew_object_set_box (image, box);
  return image;
}

/* The picture keeps its proportions; what sticks out of the box is cut. */
static void
test_covers (void)
{
  g_auto (Paper) paper;
  g_autoptr (EwObject) image = image_in ((EwRect){ 50, 50, 100, 100 });
  double side = 0;

  paper_init (&paper);
  ew_cairo_pen_set_images (paper.pen, &(EwCairoImages){ picture_cb, &side });
  ew_object_paint (image, NULL, paper.pen);
  g_assert_cmpfloat (side, ==, 200);
  g_assert_cmphex (pixel (&paper, 70, 100), ==, 0xffff0000);
  g_assert_cmphex (pixel (&paper, 130, 100), ==, 0xff0000ff);
  g_assert_cmphex (pixel (&paper, 45, 100), ==, 0);
  g_assert_cmphex (pixel (&paper, 155, 100), ==, 0);
}

static cairo_surface_t *
nothing_cb (const char *asset, double side, const char **reason, gpointer data)
{
  *reason = "It is gone";
  return NULL;
}

/* Without one there is a surface with the words. */
static void
test_stands_in (void)
{
  g_auto (Paper) paper;
  g_autoptr (EwObject) image = image_in ((EwRect){ 50, 50, 100, 100 });

  paper_init (&paper);
  ew_object_paint (image, NULL, paper.pen);
  g_assert_cmphex (pixel (&paper, 60, 60), ==, 0xffffffff);
  ew_cairo_pen_set_images (paper.pen, &(EwCairoImages){ nothing_cb, NULL });
  ew_object_paint (image, NULL, paper.pen);
  g_assert_cmphex (pixel (&paper, 60, 60), ==, 0xffffffff);
  /* A frame warns of what will never come. */
  g_assert_cmphex (pixel (&paper, 50, 100), !=, 0xffffffff);
}

static void
assert_says (const EwObject *object, const char *words)
{
  g_autofree char *text = ew_object_to_text (object);

  g_assert_cmpstr (text, ==, words);
}

static void
test_says (void)
{
  g_autoptr (EwObject) image = ew_object_new (&ew_kind_image, NULL);
  g_autoptr (EwObject) file = ew_object_new (&ew_kind_file, NULL);

  assert_says (image, "Image");
  assert_says (file, "File");
  ew_object_set_string (image, "alt", "The harbour");
  ew_object_set_string (file, "name", "Timetable.pdf");
  assert_says (image, "The harbour");
  assert_says (file, "Timetable.pdf");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/covers", test_covers);
  g_test_add_func ("/image/stands-in", test_stands_in);
  g_test_add_func ("/image/says", test_says);
  return g_test_run ();
}
