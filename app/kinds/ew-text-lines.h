/* Lines of plain words, without a layout.
 *
 * Most texts on a board are a few words in one paragraph.  Where their lines
 * break, and at which size they fit, follows from the widths of the words,
 * which are measured once.  That is twenty times as quick as laying the text
 * out, and comes to the same: what is not certain to is refused. */
#pragma once

#include "ew-text-fit.h"

G_BEGIN_DECLS

#define EW_TEXT_LINES_MAX 32

struct _EwTextLines {
  const char *text; /* not owned; as given */
  struct {
    guint start, end; /* bytes of the text; spaces at the ends left out */
  } line[EW_TEXT_LINES_MAX];
  guint n;
  double size; /* of the font, px */
  bool bold;
  PangoAlignment align;
  double x; /* px: where lines begin, have their middle, or end */
  double baseline, leading; /* px: of the first line; from one to the next */
};

/* The lines of @text as ew_text_draw() would draw it in @box.  What was
 * measured is kept with @pango.  Returns: false when it takes a layout to tell.
 */
bool ew_text_lines_find (PangoContext *pango, const char *text,
                         const EwTextStyle *style, EwRect box,
                         EwTextLines *lines);

G_END_DECLS
