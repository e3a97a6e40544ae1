/* Light Markdown: what people type in a note, and how it is shown.
 *
 * Bold, italic, strikethrough, headings, lists, tick boxes, links and code;
 * everything else of Markdown, HTML first of all, is shown as it was typed, and
 * so are line breaks and empty lines.  What is stored is always the source; it
 * is parsed (by md4c) only to be shown, searched or read aloud.
 *
 * Text from a file may be anything: whoever parses hands in at most
 * EW_TEXT_SHOWN_MAX characters (ew_markdown_to_text() sees to that itself), and
 * what would become much longer than its source is shown as it was typed.
 *
 * Values; any thread. */
#pragma once

#include <pango/pango.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  EW_MARK_BOLD = 1 << 0,
  EW_MARK_ITALIC = 1 << 1,
  EW_MARK_STRIKE = 1 << 2,
  EW_MARK_CODE = 1 << 3,
  EW_MARK_LINK = 1 << 4,
} EwMark;

/* Bytes of the shown text that look alike.  Runs may overlap. */
typedef struct {
  guint start, end;
  EwMark mark;
  char *url; /* of a LINK: safe to open (ew_url_is_safe) */
} EwMarkRun;

/* A tick box: a blank of one em in the shown text, over which it is drawn. */
typedef struct {
  guint at; /* byte of the shown text */
  guint source; /* byte of the source: the character between [ and ] */
  bool ticked;
} EwMarkBox;

typedef struct {
  char *text; /* as shown, without marks */
  GArray *runs; /* of EwMarkRun */
  GArray *boxes; /* of EwMarkBox, in order */
  bool has_list; /* reads from the left, also where text is centred */
  bool is_list; /* nothing but items: lines may hang under their bullet */
} EwMarkdown;

/* @source is valid UTF-8.  Returns: (transfer full). */
EwMarkdown *ew_markdown_parse (const char *source);
void ew_markdown_free (EwMarkdown *markdown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwMarkdown, ew_markdown_free)

/* Returns: (transfer full): the looks of the runs. */
PangoAttrList *ew_markdown_attributes (const EwMarkdown *markdown);

/* The words alone, for search and for people who cannot see the rest; a tick
 * box becomes ☐ or ☑.  Of a text beyond EW_TEXT_SHOWN_MAX characters the rest
 * follows as it was typed.  Returns: (transfer full). */
char *ew_markdown_to_text (const char *source);

G_END_DECLS
