/* A walkthrough: a recording, with its chapters on a card. */
#include "ew-walkthrough.h"

#include "ew-captions.h"
#include "ew-card.h"
#include "ew-link-at.h"
#include "ew-string.h"
#include "ew-marks.h"
#include "ew-text-fit.h"
#include "ew-url.h"

#include <glib/gi18n-lib.h>

#define HEAD_HEIGHT 80.0 /* button, title, line and bar */
#define ROW_HEIGHT 24.0 /* of a chapter */
#define BUTTON 19.0 /* radius */
#define LEFT 72.0 /* where the words begin */
#define MARGIN 18.0
#define TIME_WIDTH 46.0
#define BAR_HEIGHT 4.0
#define BAR_GAP 2.0

static const EwField fields[] = {
  { "asset", N_ ("Recording"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwWalkthrough, asset), .is_inner = true },
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "captions", N_ ("Captions"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwWalkthrough, captions) },
  { "chapters", N_ ("Chapters"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwWalkthrough, chapters) },
  { "commit", N_ ("Version"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwWalkthrough, commit), .is_inner = true },
  { "duration", N_ ("Duration"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwWalkthrough, duration) },
  { "title", N_ ("Title"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwWalkthrough, title), .is_prose = true },
  { "track", N_ ("Track"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwWalkthrough, track), .is_inner = true },
  { "url", N_ ("Link"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwWalkthrough, url) },
  EW_FIELD_END,
};

static const EwTextStyle title_style = {
  .size_max = 15,
  .size_min = 15,
  .bold = true,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};
static const EwTextStyle line_style = {
  .size_max = 12,
  .size_min = 12,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};
static const EwTextStyle row_style = {
  .size_max = 13,
  .size_min = 13,
  .align = PANGO_ALIGN_LEFT,
  .middle = true,
  .ellipsize = true,
};

typedef struct {
  EwPoint button;
  EwRect title, line, bar;
  EwRect rows; /* all chapters that have room */
  guint n_rows;
} Plan;

/* A card lower than its head keeps the middle of it. */
static Plan
make_plan (EwRect box)
{
  double top = box.y + MIN (0, (box.h - HEAD_HEIGHT) / 2);
  double width = MAX (box.w - LEFT - MARGIN, 1);
  double rest = MIN (box.h - HEAD_HEIGHT - 8, 100 * ROW_HEIGHT);
  guint n_rows = rest > 0 ? (guint) (rest / ROW_HEIGHT) : 0;

  return (Plan){
    .button = { box.x + 40, top + HEAD_HEIGHT / 2 },
    .title = { box.x + LEFT, top + 17, width, 22 },
    .line = { box.x + LEFT, top + 39, width, 18 },
    .bar = { box.x + LEFT, top + 61, width, BAR_HEIGHT },
    .rows = { box.x + LEFT, top + HEAD_HEIGHT - 2, width, n_rows * ROW_HEIGHT },
    .n_rows = n_rows,
  };
}

static EwRect
row_box (const Plan *plan, guint row)
{
  return (EwRect){ plan->rows.x, plan->rows.y + row * ROW_HEIGHT, plan->rows.w,
                   ROW_HEIGHT };
}

const EwWalkthrough *
ew_walkthrough_from_object (const EwObject *object)
{
  if (!object || object->kind != &ew_kind_walkthrough)
    return NULL;
  return (const EwWalkthrough *) object;
}

bool
ew_walkthrough_plays (const EwWalkthrough *walk)
{
  return *walk->track || *walk->asset || *walk->captions;
}

gint64
ew_walkthrough_length (const EwWalkthrough *walk)
{
  g_autoptr (GPtrArray) captions = ew_captions_parse (walk->captions);
  gint64 seconds;

  if (!ew_duration_parse (walk->duration, &seconds))
    seconds = 0;
  return MAX (seconds * 1000, ew_captions_end (captions));
}

char *
ew_walkthrough_title (const EwWalkthrough *walk)
{
  g_autofree char *host = ew_url_host (walk->url);

  if (*walk->title)
    return g_strdup (walk->title);
  return host ? g_strdup (host) : g_strdup (_ ("Walkthrough"));
}

/* Whoever listens needs no seconds of something that takes minutes. */
static char *
spoken_time (gint64 seconds)
{
  guint minutes = (guint) ((seconds + 30) / 60);

  if (seconds < 60)
    return g_strdup_printf (
        ngettext ("%u second", "%u seconds", (gulong) seconds),
        (guint) seconds);
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes),
                          minutes);
}

char *
ew_walkthrough_extent (const EwWalkthrough *walk)
{
  g_autoptr (GPtrArray) chapters = ew_chapters_parse (walk->chapters);
  gint64 seconds = (ew_walkthrough_length (walk) + 500) / 1000;
  g_autofree char *time = seconds > 0 ? spoken_time (seconds) : g_strdup ("");
  g_autofree char *parts = g_strdup_printf (
      ngettext ("%u chapter", "%u chapters", chapters->len), chapters->len);

  if (chapters->len == 0)
    return g_steal_pointer (&time);
  return *time ? g_strdup_printf ("%s, %s", time, parts)
               : g_steal_pointer (&parts);
}

/* "Walkthrough · 4:12 · 5 chapters" */
static char *
shown_line (const EwWalkthrough *walk, guint n_chapters)
{
  g_autoptr (GString) line = g_string_new (_ ("Walkthrough"));
  g_autofree char *duration = NULL;
  gint64 seconds;

  if (*walk->url && !ew_url_is_safe (walk->url))
    return g_strdup (_ ("This address cannot be opened"));
  if (ew_duration_parse (walk->duration, &seconds)) {
    duration = ew_duration_format (seconds);
    g_string_append_printf (line, " · %s", duration);
  }
  if (n_chapters > 0) {
    g_string_append (line, " · ");
    g_string_append_printf (
        line, ngettext ("%u chapter", "%u chapters", n_chapters), n_chapters);
  }
  return g_strdup (line->str);
}

static void
paint_button (const EwWalkthrough *walk, EwPoint at, EwPen *pen)
{
  const EwPalette *palette = pen->palette;
  bool opens = ew_walkthrough_plays (walk) || ew_url_is_safe (walk->url);
  EwRect disc = { at.x - BUTTON, at.y - BUTTON, 2 * BUTTON, 2 * BUTTON };
  EwPoint corners[] = { { at.x - 5.5, at.y - 9 },
                        { at.x + 9.5, at.y },
                        { at.x - 5.5, at.y + 9 } };
  g_autoptr (EwPath) triangle = ew_path_new_polygon (corners, 3);

  ew_pen_fill_rect (pen, disc, BUTTON, opens ? palette->accent : palette->line);
  ew_pen_fill (pen, triangle, opens ? palette->on_accent : palette->dim);
}

/* When the recording ends; a guess from its last chapter when nobody said. */
static gint64
total_seconds (const EwWalkthrough *walk, GPtrArray *chapters)
{
  const EwChapter *last = g_ptr_array_index (chapters, chapters->len - 1);
  gint64 seconds;

  if (ew_duration_parse (walk->duration, &seconds) && seconds > last->seconds)
    return seconds;
  return last->seconds + MAX (last->seconds / chapters->len, 10);
}

/* One piece for each chapter, as long as it lasts. */
static void
paint_bar (const EwWalkthrough *walk, GPtrArray *chapters, EwRect bar,
           EwPen *pen)
{
  gint64 total = total_seconds (walk, chapters);
  double start = bar.x;

  for (guint i = 0; i < chapters->len; i++) {
    const EwChapter *next =
        i + 1 < chapters->len ? g_ptr_array_index (chapters, i + 1) : NULL;
    double end = bar.x + bar.w * (next ? next->seconds : total) / total;
    EwRect piece = { start, bar.y, end - start - BAR_GAP, bar.h };

    ew_pen_fill_rect (pen, piece, BAR_HEIGHT / 2,
                      i == 0 ? pen->palette->accent : pen->palette->line);
    start = end;
  }
}

static void
paint_row (const EwChapter *chapter, EwRect row, EwPen *pen)
{
  g_autofree char *time = ew_duration_format (chapter->seconds);
  EwRect left = { row.x, row.y, TIME_WIDTH, row.h };
  EwRect right = { row.x + TIME_WIDTH, row.y, MAX (row.w - TIME_WIDTH, 1),
                   row.h };

  ew_text_draw (pen, time, &row_style, left,
                ew_palette_stroke (pen->palette, "blue", NULL));
  ew_text_draw (pen, chapter->title, &row_style, right, pen->palette->ink);
}

/* The last row says how many have no room. */
static void
paint_rows (GPtrArray *chapters, const Plan *plan, EwPen *pen)
{
  bool all = chapters->len <= plan->n_rows;
  guint n = all ? chapters->len : MAX (plan->n_rows, 1) - 1;
  g_autofree char *more = NULL;

  for (guint i = 0; i < n; i++)
    paint_row (g_ptr_array_index (chapters, i), row_box (plan, i), pen);
  if (all || plan->n_rows == 0)
    return;
  more = g_strdup_printf (ngettext ("%u more", "%u more", chapters->len - n),
                          chapters->len - n);
  ew_text_draw (pen, more, &row_style, row_box (plan, n), pen->palette->dim);
}

static void
walkthrough_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwWalkthrough *walk = (const EwWalkthrough *) object;
  g_autoptr (GPtrArray) chapters = ew_chapters_parse (walk->chapters);
  g_autofree char *title = ew_walkthrough_title (walk);
  g_autofree char *line = shown_line (walk, chapters->len);
  Plan plan = make_plan (ew_object_box (object));

  ew_card_begin (pen, ew_object_box (object));
  paint_button (walk, plan.button, pen);
  ew_text_draw (pen, title, &title_style, plan.title, pen->palette->ink);
  ew_text_draw (pen, line, &line_style, plan.line, pen->palette->dim);
  if (chapters->len > 0) {
    paint_bar (walk, chapters, plan.bar, pen);
    paint_rows (chapters, &plan, pen);
  }
  ew_card_end (pen);
  ew_marks_paint (object, board, pen);
}

/* Returns: (nullable): what row at @point was painted. */
static const EwChapter *
chapter_at (GPtrArray *chapters, const Plan *plan, EwPoint point)
{
  bool all = chapters->len <= plan->n_rows;
  guint n = all ? chapters->len : MAX (plan->n_rows, 1) - 1;

  for (guint i = 0; i < n; i++) {
    if (ew_rect_contains (row_box (plan, i), point))
      return g_ptr_array_index (chapters, i);
  }
  return NULL;
}

/* Which second of it a press at @point begins at; false where nothing does. */
static bool
seconds_at (const EwWalkthrough *walk, EwPoint point, gint64 *seconds)
{
  g_autoptr (GPtrArray) chapters = ew_chapters_parse (walk->chapters);
  EwRect box = ew_object_box (&walk->object);
  Plan plan = make_plan (box);
  const EwChapter *chapter;

  *seconds = -1;
  if (!ew_rect_contains (box, point))
    return false;
  if (ew_point_distance (plan.button, point) <= BUTTON ||
      ew_rect_contains (plan.title, point))
    return true;
  chapter = chapter_at (chapters, &plan, point);
  *seconds = chapter ? chapter->seconds : -1;
  return chapter != NULL;
}

char *
ew_walkthrough_at (const EwObject *object, EwPoint point)
{
  const EwWalkthrough *walk = (const EwWalkthrough *) object;
  gint64 seconds;

  if (ew_walkthrough_plays (walk) || !seconds_at (walk, point, &seconds))
    return NULL;
  return seconds < 0 ? g_strdup (walk->url) : ew_url_at (walk->url, seconds);
}

gint64
ew_object_play_at (const EwObject *object, EwPoint point)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);
  gint64 seconds;

  if (!walk || !ew_walkthrough_plays (walk) ||
      !seconds_at (walk, point, &seconds))
    return -1;
  return MAX (seconds, 0);
}

static void
walkthrough_text_spot (const EwObject *object, const EwBoard *board,
                       EwTextSpot *spot)
{
  spot->box = make_plan (ew_object_box (object)).title;
  spot->style = title_style;
  spot->color = "";
}

static char *
walkthrough_to_text (const EwObject *object)
{
  const EwWalkthrough *walk = (const EwWalkthrough *) object;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = ew_walkthrough_title (walk);

  g_string_append (text, title);
  if (*walk->url)
    g_string_append_printf (text, "\n%s", walk->url);
  if (*walk->chapters)
    g_string_append_printf (text, "\n%s", walk->chapters);
  if (*walk->captions)
    g_string_append_printf (text, "\n%s", walk->captions);
  return g_strdup (text->str);
}

static void
walkthrough_from_link (EwObject *object, const char *url)
{
  EwWalkthrough *walk = (EwWalkthrough *) object;
  g_autofree char *words = ew_url_words (url);

  ew_string_set (&walk->url, url);
  ew_string_set (&walk->title, words);
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u walkthrough", "%u walkthroughs", n);
}

const EwKind ew_kind_walkthrough = {
  .name = "walkthrough",
  .title = N_ ("Walkthrough"),
  .count = count,
  .icon = "ew-walkthrough-symbolic",
  .shortcut = "W",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwWalkthrough) },
  .text = "title",
  .link = "url",
  .size = { 288, 80 },
  .paint = walkthrough_paint,
  .text_spot = walkthrough_text_spot,
  .to_text = walkthrough_to_text,
  .from_link = walkthrough_from_link,
};
