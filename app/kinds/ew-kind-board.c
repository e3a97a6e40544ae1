/* The board's own entry: its title, what it is for, who drives it, what is
 * wanted of whom by when, and whether it was put away.
 *
 * An object like any other, so that renaming a board is an edit, undone, merged
 * and shared like moving a note; only it is never on the canvas. */
#include "ew-kinds.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EwObject object;
  char *title, *purpose, *wanted;
  char *dri; /* email address of the one who decides, or "" */
  EwMap *reviewers; /* a set of email addresses */
  gint64 due; /* seconds since 1970, 0: whenever */
  gboolean deleted;
} EwBoardEntry;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  { "deleted", N_ ("Deleted"), EW_FIELD_BOOL,
    G_STRUCT_OFFSET (EwBoardEntry, deleted) },
  { "dri", N_ ("Driven by"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwBoardEntry, dri) },
  { "due", N_ ("Due"), EW_FIELD_INT, G_STRUCT_OFFSET (EwBoardEntry, due) },
  { "purpose", N_ ("Purpose"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwBoardEntry, purpose) },
  { "reviewers", N_ ("Reviewers"), EW_FIELD_SET,
    G_STRUCT_OFFSET (EwBoardEntry, reviewers) },
  { "title", N_ ("Title"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwBoardEntry, title), .is_prose = true },
  { "wanted", N_ ("What is wanted"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwBoardEntry, wanted) },
  EW_FIELD_END,
};

static EwRect
board_bounds (const EwObject *object, const EwBoard *board)
{
  return EW_RECT_EMPTY;
}

static bool
board_hit (const EwObject *object, const EwBoard *board, EwPoint point,
           double slop)
{
  return false;
}

static char *
board_to_text (const EwObject *object)
{
  const EwBoardEntry *entry = (const EwBoardEntry *) object;

  return g_strdup (*entry->title ? entry->title : _ ("Untitled Board"));
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u board", "%u boards", n);
}

const EwKind ew_kind_board = {
  .name = "board",
  .title = N_ ("Board"),
  .count = count,
  .icon = "ew-board-symbolic",
  .flags = EW_KIND_META,
  .layer = EW_LAYER_FRAMES,
  .type = { fields, sizeof (EwBoardEntry) },
  .hit = board_hit,
  .bounds = board_bounds,
  .to_text = board_to_text,
};
