#include "ew-stills.h"

#include "ew-error.h"
#include "ew-frame.h"
#include "ew-text-fit.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A4 across, pt. */
#define PAGE_W 842.0
#define PAGE_H 595.0
#define MARGIN 36.0
#define HEAD 30.0
#define PICTURE_H 340.0
/* Pixels of a picture for a pt. */
#define PRINT 3
/* Somebody who comes to a chapter needs a moment to look there, ms. */
#define ARRIVES 1500

static const EwTextStyle title_style = {
  .size_max = 18,
  .size_min = 12,
  .bold = true,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};
static const EwTextStyle words_style = {
  .size_max = 12,
  .size_min = 6,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};

/* A page is looked at closer than a screen; and a picture that is on several of
 * them is written once. */
static cairo_surface_t *
printed_cb (const char *asset, double side, const char **reason, gpointer data)
{
  const EwCairoImages *images = data;
  cairo_surface_t *surface =
      images->get (asset, side * PRINT, reason, images->data);
  char *id;

  if (!surface)
    return NULL;
  id =
      g_strdup_printf ("%s-%d", asset, cairo_image_surface_get_width (surface));
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_UNIQUE_ID,
                               (guchar *) id, strlen (id), g_free, id);
  return surface;
}

static EwCairoImages
printed (const EwCairoImages *images)
{
  if (!images->get)
    return (EwCairoImages){ 0 };
  return (EwCairoImages){ printed_cb, (gpointer) images };
}

/* Returns: (transfer full): what is said from @from on, up to @to. */
static char *
said_between (const EwTour *tour, gint64 from, gint64 to)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tour->captions->len; i++) {
    const EwCaption *caption = tour->captions->pdata[i];

    if (caption->start >= from && caption->start < to)
      g_string_append_printf (text, text->len > 0 ? " %s" : "%s",
                              caption->text);
  }
  return g_strdup (text->str);
}

typedef struct {
  const char *title;
  gint64 from, to; /* ms */
} Page;

static void
paint_page (cairo_t *cr, const EwFrame *frame, const Page *page)
{
  const EwTour *tour = frame->tour;
  double width = PAGE_W - 2 * MARGIN;
  EwRect head = { MARGIN, MARGIN, width, HEAD };
  double below = MARGIN + HEAD + PICTURE_H + 12;
  EwRect words = { MARGIN, below, width, PAGE_H - MARGIN - below };
  g_autofree char *time = ew_duration_format (page->from / 1000);
  g_autofree char *title = g_strdup_printf ("%s  %s", time, page->title);
  g_autofree char *said = said_between (tour, page->from, page->to);
  const EwPalette *palette = ew_palette_get (EW_SCHEME_LIGHT);
  EwPen *pen = ew_cairo_pen_new (cr, palette, 1);

  ew_text_draw (pen, title, &title_style, head, palette->ink);
  ew_frame_paint (cr, frame, MIN (page->from + ARRIVES, page->to - 1));
  ew_text_draw (pen, said, &words_style, words, palette->ink);
  ew_cairo_pen_free (pen);
  cairo_show_page (cr);
}

static gint64
chapter_start (const EwTour *tour, guint index)
{
  if (index >= tour->chapters->len)
    return MAX (tour->length, 1);
  return ((EwChapter *) tour->chapters->pdata[index])->seconds * 1000;
}

/* What comes before the first chapter, or all of it, is a page too. */
static void
paint_pages (cairo_t *cr, const EwFrame *frame, GCancellable *cancellable)
{
  const EwTour *tour = frame->tour;
  Page first = { tour->title, 0, chapter_start (tour, 0) };

  if (first.to > 0)
    paint_page (cr, frame, &first);
  for (guint i = 0; i < tour->chapters->len; i++) {
    const EwChapter *chapter = tour->chapters->pdata[i];
    Page page = { chapter->title, chapter_start (tour, i),
                  chapter_start (tour, i + 1) };

    if (g_cancellable_is_cancelled (cancellable))
      return;
    page.to = MAX (page.to, page.from + 1);
    paint_page (cr, frame, &page);
  }
}

static cairo_status_t
make (const EwStills *stills, const char *path, GCancellable *cancellable)
{
  const EwFrame frame = {
    .tour = stills->tour,
    .board = stills->board,
    .images = printed (&stills->images),
    .scheme = stills->scheme,
    .area = { MARGIN, MARGIN + HEAD, PAGE_W - 2 * MARGIN, PICTURE_H },
  };
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_W, PAGE_H);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  stills->tour->title);
  paint_pages (cr, &frame, cancellable);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

bool
ew_stills_write (const EwStills *stills, const char *path,
                 GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  cairo_status_t status = make (stills, part, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
    g_unlink (part);
    return false;
  }
  if (status == CAIRO_STATUS_SUCCESS && g_rename (part, path) == 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("The pages could not be written to %s: %s"), path,
               status == CAIRO_STATUS_SUCCESS
                   ? g_strerror (errno)
                   : cairo_status_to_string (status));
  g_unlink (part);
  return false;
}
