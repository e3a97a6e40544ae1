/* A file card: something that lies among the workspace's assets, by name. */
#include "ew-kinds.h"

#include "ew-card.h"
#include "ew-marks.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEFT 60.0 /* where the words begin */
#define MARGIN 16.0
#define NAME_HEIGHT 22.0
#define SIZE_HEIGHT 18.0
#define SHEET_WIDTH 24.0
#define SHEET_HEIGHT 30.0
#define EAR 8.0 /* the folded corner of the sheet */

typedef struct {
  EwObject object;
  char *asset, *name;
  gint64 bytes;
} EwFile;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "asset", N_ ("File"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwFile, asset),
    .is_inner = true },
  { "bytes", N_ ("Bytes"), EW_FIELD_INT, G_STRUCT_OFFSET (EwFile, bytes),
    .is_inner = true },
  { "name", N_ ("Name"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwFile, name) },
  EW_FIELD_END,
};

static const EwTextStyle name_style = {
  .size_max = 15,
  .size_min = 15,
  .bold = true,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};
static const EwTextStyle size_style = {
  .size_max = 12,
  .size_min = 12,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};
static const EwTextStyle type_style = {
  .size_max = 8,
  .size_min = 8,
  .bold = true,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

static EwRect
name_box (EwRect box)
{
  double top = box.y + (box.h - NAME_HEIGHT - SIZE_HEIGHT) / 2;

  return (EwRect){ box.x + LEFT, top, MAX (box.w - LEFT - MARGIN, 1),
                   NAME_HEIGHT };
}

/* "PDF" of "Plan.pdf"; nothing of a name without such an end, or a long one.
 * Returns: (transfer full). */
static char *
type_word (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (!dot || dot == name || !g_ascii_isalnum (dot[1]) || strlen (dot) > 5)
    return g_strdup ("");
  return g_ascii_strup (dot + 1, -1);
}

/* A sheet of paper with a folded corner, and the type of the file on it. */
static void
paint_sheet (EwPen *pen, EwPoint at, const char *name)
{
  double l = at.x - SHEET_WIDTH / 2, r = at.x + SHEET_WIDTH / 2;
  double t = at.y - SHEET_HEIGHT / 2, b = at.y + SHEET_HEIGHT / 2;
  const EwPoint points[] = {
    { l, t }, { r - EAR, t }, { r, t + EAR }, { r, b }, { l, b },
  };
  g_autoptr (EwPath) sheet =
      ew_path_new_polygon (points, G_N_ELEMENTS (points));
  g_autoptr (EwPath) ear = ew_path_new ();
  g_autofree char *type = type_word (name);
  EwColor accent = pen->palette->accent;

  ew_pen_fill (pen, sheet, ew_color_with_alpha (accent, 0.14f));
  ew_pen_stroke (pen, sheet, accent, 1.5);
  ew_path_move (ear, (EwPoint){ r - EAR, t });
  ew_path_line (ear, (EwPoint){ r - EAR, t + EAR });
  ew_path_line (ear, (EwPoint){ r, t + EAR });
  ew_pen_stroke (pen, ear, accent, 1.5);
  ew_text_draw (
      pen, type, &type_style,
      (EwRect){ l + 1, t + EAR + 3, SHEET_WIDTH - 2, SHEET_HEIGHT - EAR - 4 },
      accent);
}

static char *
shown_name (const EwFile *file)
{
  return g_strdup (*file->name ? file->name : _ ("File"));
}

static char *
shown_size (const EwFile *file)
{
  return *file->asset ? g_format_size ((guint64) MAX (file->bytes, 0))
                      : g_strdup (_ ("No file yet"));
}

static void
file_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwFile *file = (const EwFile *) object;
  EwRect box = ew_object_box (object), first = name_box (box);
  EwRect second = { first.x, first.y + NAME_HEIGHT + 1, first.w, SIZE_HEIGHT };
  g_autofree char *name = shown_name (file);
  g_autofree char *size = shown_size (file);

  ew_card_begin (pen, box);
  paint_sheet (pen, (EwPoint){ box.x + LEFT / 2, box.y + box.h / 2 }, name);
  ew_text_draw (pen, name, &name_style, first, pen->palette->ink);
  ew_text_draw (pen, size, &size_style, second, pen->palette->dim);
  ew_card_end (pen);
  ew_marks_paint (object, board, pen);
}

static void
file_text_spot (const EwObject *object, const EwBoard *board, EwTextSpot *spot)
{
  spot->box = name_box (ew_object_box (object));
  spot->style = name_style;
  spot->color = "";
}

static char *
file_to_text (const EwObject *object)
{
  return shown_name ((const EwFile *) object);
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n);
}

const EwKind ew_kind_file = {
  .name = "file",
  .title = N_ ("File"),
  .count = count,
  .icon = "text-x-generic-symbolic",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwFile) },
  .text = "name",
  .size = { 264, 72 },
  .paint = file_paint,
  .text_spot = file_text_spot,
  .to_text = file_to_text,
};
