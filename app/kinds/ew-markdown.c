#include "ew-markdown.h"

#include "ew-text-fit.h"
#include "ew-walkthrough.h"

#include <md4c.h>
#include <string.h>

#define FLAGS \
  (MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_STRIKETHROUGH | \
   MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS | \
   MD_FLAG_PERMISSIVEWWWAUTOLINKS)
#define INDENT_MAX 6 /* lists in lists beyond that look alike */
#define SPAN_MAX 64 /* spans in spans beyond that look alike */
#define GROWTH_MAX 3 /* the shown text may be so many times its source */
#define INDENT "\u2003"
#define BULLET "•\u2002"
#define BOX "\u2003\u2002"
#define RULE "―――"

typedef struct {
  guint start;
  EwMark mark;
  char *url;
} Span;

typedef struct {
  const char *source;
  gsize length, seen; /* bytes of the source: all, and already shown */
  EwMarkdown *markdown;
  GString *out;
  GArray *spans; /* of Span, open */
  GArray *numbers; /* of guint, of the lists that are open; 0: bullets */
  guint quotes, paragraphs, items;
  bool breaks; /* the next text is on a line of its own */
  GString *marker; /* what comes before it: a bullet */
  EwMarkBox box;
  bool has_box;
} Builder;

static void
run_clear (gpointer data)
{
  g_clear_pointer (&((EwMarkRun *) data)->url, g_free);
}

static void
span_clear (gpointer data)
{
  g_clear_pointer (&((Span *) data)->url, g_free);
}

/* --- Lines ------------------------------------------------------------- */

/* Where in the source @text lies; what md4c made up lies nowhere. */
static bool
is_source (const Builder *builder, const char *text)
{
  return text >= builder->source && text < builder->source + builder->length;
}

/* As many line breaks as were typed, so that empty lines stay. */
static guint
count_breaks (const Builder *builder, const char *until)
{
  guint n = 0;

  if (!is_source (builder, until))
    return 1;
  for (const char *at = builder->source + builder->seen; at < until; at++)
    n += *at == '\n';
  return MAX (n, 1);
}

static void
begin_line (Builder *builder, const char *text)
{
  guint breaks = builder->out->len > 0 ? count_breaks (builder, text) : 0;

  while (breaks--)
    g_string_append_c (builder->out, '\n');
  builder->breaks = false;
  builder->paragraphs++;
  if (builder->quotes > 0)
    g_string_append (builder->out, "> ");
  g_string_append (builder->out, builder->marker->str);
  g_string_truncate (builder->marker, 0);
  if (!builder->has_box)
    return;
  builder->box.at = builder->out->len - strlen (BOX);
  g_array_append_val (builder->markdown->boxes, builder->box);
  builder->has_box = false;
}

static void
add_text (Builder *builder, const char *text, gsize size)
{
  if (builder->breaks)
    begin_line (builder, text);
  g_string_append_len (builder->out, text, (gssize) size);
  if (is_source (builder, text))
    builder->seen = (gsize) (text - builder->source) + size;
}

/* What has no text of its own: a rule, an item without words.  It is the next
 * thing in the source. */
static const char *
next_in_source (const Builder *builder)
{
  const char *at = builder->source + builder->seen;

  return at + strspn (at, " \n");
}

static void
add_wordless (Builder *builder, const char *shown)
{
  const char *at = next_in_source (builder);

  begin_line (builder, at);
  g_string_append (builder->out, shown);
  builder->seen = (gsize) (at - builder->source) + strcspn (at, "\n");
}

/* --- Blocks ------------------------------------------------------------ */

static void
indent (Builder *builder)
{
  guint depth = MIN (builder->numbers->len, INDENT_MAX);

  g_string_truncate (builder->marker, 0);
  while (depth-- > 1)
    g_string_append (builder->marker, INDENT);
}

static void
enter_item (Builder *builder, const MD_BLOCK_LI_DETAIL *item)
{
  guint *number =
      &g_array_index (builder->numbers, guint, builder->numbers->len - 1);

  builder->items++;
  indent (builder);
  builder->has_box = item->is_task;
  if (item->is_task) {
    builder->box =
        (EwMarkBox){ 0, item->task_mark_offset, item->task_mark != ' ' };
    g_string_append (builder->marker, BOX);
  } else if (*number > 0) {
    g_string_append_printf (builder->marker, "%u.\u2002", (*number)++);
  } else {
    g_string_append (builder->marker, BULLET);
  }
}

static void
open_list (Builder *builder, guint number)
{
  builder->markdown->has_list = true;
  g_array_append_val (builder->numbers, number);
}

static void
open_span (Builder *builder, EwMark mark, char *url)
{
  Span span = { builder->out->len, mark, url };

  g_array_append_val (builder->spans, span);
}

static int
enter_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Builder *builder = data;

  if (type == MD_BLOCK_UL)
    open_list (builder, 0);
  else if (type == MD_BLOCK_OL)
    open_list (builder, ((MD_BLOCK_OL_DETAIL *) detail)->start);
  else if (type == MD_BLOCK_LI)
    enter_item (builder, detail);
  else if (type == MD_BLOCK_H)
    open_span (builder, EW_MARK_BOLD, NULL);
  else if (type == MD_BLOCK_CODE)
    open_span (builder, EW_MARK_CODE, NULL);
  else if (type == MD_BLOCK_HR)
    add_wordless (builder, RULE);
  else if (type == MD_BLOCK_QUOTE)
    builder->quotes++;
  builder->breaks = true;
  return 0;
}

static void
close_span (Builder *builder)
{
  Span span = g_array_index (builder->spans, Span, builder->spans->len - 1);
  EwMarkRun run = { span.start, builder->out->len, span.mark,
                    g_strdup (span.url) };

  g_array_set_size (builder->spans, builder->spans->len - 1);
  if (run.mark && run.end > run.start && builder->spans->len < SPAN_MAX)
    g_array_append_val (builder->markdown->runs, run);
  else
    g_free (run.url);
}

static int
leave_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Builder *builder = data;

  if (type == MD_BLOCK_LI && builder->marker->len > 0)
    add_wordless (builder, "");
  else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    g_array_set_size (builder->numbers, builder->numbers->len - 1);
  else if (type == MD_BLOCK_QUOTE)
    builder->quotes--;
  else if (type == MD_BLOCK_CODE && g_str_has_suffix (builder->out->str, "\n"))
    g_string_truncate (builder->out, builder->out->len - 1);
  if (type == MD_BLOCK_H || type == MD_BLOCK_CODE)
    close_span (builder);
  builder->breaks = true;
  return 0;
}

/* --- Spans ------------------------------------------------------------- */

static int
enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Builder *builder = data;
  EwMark mark = type == MD_SPAN_STRONG ? EW_MARK_BOLD
                : type == MD_SPAN_EM   ? EW_MARK_ITALIC
                : type == MD_SPAN_DEL  ? EW_MARK_STRIKE
                : type == MD_SPAN_CODE ? EW_MARK_CODE
                                       : 0;
  g_autofree char *url = NULL;

  if (builder->breaks)
    begin_line (builder, next_in_source (builder));
  if (type == MD_SPAN_A) {
    const MD_ATTRIBUTE *href = &((MD_SPAN_A_DETAIL *) detail)->href;

    url = g_strndup (href->text, href->size);
    mark = ew_url_is_safe (url) ? EW_MARK_LINK : 0;
  }
  open_span (builder, mark, g_steal_pointer (&url));
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  close_span (data);
  return 0;
}

static int
text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Builder *builder = data;

  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    g_string_append (builder->out, builder->quotes > 0 ? "\n> " : "\n");
    builder->paragraphs++;
  } else {
    add_text (builder, text, size);
  }
  return builder->out->len > builder->length * GROWTH_MAX + 64;
}

/* --- The whole --------------------------------------------------------- */

static void
builder_init (Builder *builder, const char *source)
{
  *builder = (Builder){ .source = source, .length = strlen (source) };
  builder->markdown = g_new0 (EwMarkdown, 1);
  builder->markdown->runs = g_array_new (FALSE, FALSE, sizeof (EwMarkRun));
  builder->markdown->boxes = g_array_new (FALSE, FALSE, sizeof (EwMarkBox));
  g_array_set_clear_func (builder->markdown->runs, run_clear);
  builder->out = g_string_sized_new (builder->length);
  builder->marker = g_string_new (NULL);
  builder->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (builder->spans, span_clear);
  builder->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

static EwMarkdown *
builder_finish (Builder *builder)
{
  EwMarkdown *markdown = builder->markdown;

  markdown->text = g_string_free (builder->out, FALSE);
  markdown->is_list =
      builder->items > 0 && builder->items == builder->paragraphs;
  g_string_free (builder->marker, TRUE);
  g_array_unref (builder->spans);
  g_array_unref (builder->numbers);
  return markdown;
}

/* As it was typed, because it cannot be shown otherwise. */
static void
show_source (Builder *builder)
{
  g_string_assign (builder->out, builder->source);
  g_array_set_size (builder->markdown->runs, 0);
  g_array_set_size (builder->markdown->boxes, 0);
  builder->markdown->has_list = false;
  builder->items = 0;
}

EwMarkdown *
ew_markdown_parse (const char *source)
{
  static const MD_PARSER parser = {
    .flags = FLAGS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  Builder builder;

  g_return_val_if_fail (source != NULL, NULL);

  builder_init (&builder, source);
  if (md_parse (source, builder.length, &parser, &builder) != 0)
    show_source (&builder);
  return builder_finish (&builder);
}

void
ew_markdown_free (EwMarkdown *markdown)
{
  if (!markdown)
    return;
  g_free (markdown->text);
  g_array_unref (markdown->runs);
  g_array_unref (markdown->boxes);
  g_free (markdown);
}

/* --- Looks ------------------------------------------------------------- */

#define CODE_SHADE 0x8000 /* grey, of 65535 … */
#define CODE_ALPHA 0x2800 /* … and faint      */

static void
add_attribute (PangoAttrList *list, const EwMarkRun *run,
               PangoAttribute *attribute)
{
  attribute->start_index = run->start;
  attribute->end_index = run->end;
  pango_attr_list_insert (list, attribute);
}

static void
add_run (PangoAttrList *list, const EwMarkRun *run)
{
  if (run->mark & EW_MARK_BOLD)
    add_attribute (list, run, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (run->mark & EW_MARK_ITALIC)
    add_attribute (list, run, pango_attr_style_new (PANGO_STYLE_ITALIC));
  if (run->mark & EW_MARK_STRIKE)
    add_attribute (list, run, pango_attr_strikethrough_new (TRUE));
  if (run->mark & EW_MARK_LINK)
    add_attribute (list, run,
                   pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  if (!(run->mark & EW_MARK_CODE))
    return;
  add_attribute (list, run, pango_attr_family_new ("Monospace"));
  add_attribute (
      list, run,
      pango_attr_background_new (CODE_SHADE, CODE_SHADE, CODE_SHADE));
  add_attribute (list, run, pango_attr_background_alpha_new (CODE_ALPHA));
}

PangoAttrList *
ew_markdown_attributes (const EwMarkdown *markdown)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < markdown->runs->len; i++)
    add_run (list, &g_array_index (markdown->runs, EwMarkRun, i));
  return list;
}

/* --- Words alone ------------------------------------------------------- */

static void
append_words (GString *words, const EwMarkdown *markdown)
{
  const char *at = markdown->text;

  for (guint i = 0; i < markdown->boxes->len; i++) {
    const EwMarkBox *box = &g_array_index (markdown->boxes, EwMarkBox, i);
    const char *blank = markdown->text + box->at;

    g_string_append_len (words, at, blank - at);
    g_string_append (words, box->ticked ? "☑" : "☐");
    at = g_utf8_next_char (blank);
  }
  g_string_append (words, at);
}

char *
ew_markdown_to_text (const char *source)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (EwMarkdown) markdown = NULL;
  g_autofree char *head = NULL;
  const char *rest = source;

  g_return_val_if_fail (source != NULL, NULL);

  for (guint n = 0; *rest && n < EW_TEXT_SHOWN_MAX; n++)
    rest = g_utf8_next_char (rest);
  head = g_strndup (source, (gsize) (rest - source));
  markdown = ew_markdown_parse (head);
  append_words (words, markdown);
  g_string_append (words, rest);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
