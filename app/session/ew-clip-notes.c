/* Text from other programs as notes. */
#include "ew-clip.h"

#include "ew-verbs-private.h"

#include "ew-kinds.h"
#include "ew-string.h"

#include <math.h>
#include <string.h>

/* Between notes, px. */
#define GAP 24.0

/* --- Text → rows of cells ------------------------------------------------ */

/* A quoted cell, as spreadsheets write those with lines or tabs in them. */
static const char *
read_quoted (const char *at, GString *cell)
{
  for (at++; *at != '\0'; at++) {
    if (*at == '"' && at[1] == '"')
      at++;
    else if (*at == '"')
      return at + 1;
    g_string_append_c (cell, *at);
  }
  return at;
}

static bool
is_quoted (const char *at)
{
  const char *end = at;
  g_autoptr (GString) cell = NULL;

  if (*at != '"')
    return false;
  cell = g_string_new (NULL);
  end = read_quoted (at, cell);
  return *end == '\0' || *end == '\t' || *end == '\r' || *end == '\n';
}

static char *
read_cell (const char **at, bool table)
{
  GString *cell = g_string_new (NULL);

  if (table && is_quoted (*at))
    *at = read_quoted (*at, cell);
  while (**at != '\0' && **at != '\r' && **at != '\n' &&
         !(table && **at == '\t'))
    g_string_append_c (cell, *(*at)++);
  return g_strstrip (g_string_free (cell, FALSE));
}

/* "- Milk" → "Milk", but a box to tick stays one. */
static void
drop_bullet (char *line)
{
  static const char *const bullets[] = { "- ", "* ", "• ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && strchr (line, '[') == NULL) {
      gsize skip = strlen (bullets[i]);

      memmove (line, line + skip, strlen (line) - skip + 1);
      g_strchug (line);
      return;
    }
}

static GPtrArray *
read_row (const char **at, bool table)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (;;) {
    g_ptr_array_add (row, read_cell (at, table));
    if (**at != '\t')
      break;
    (*at)++;
  }
  if (**at == '\r')
    (*at)++;
  if (**at == '\n')
    (*at)++;
  return row;
}

static GPtrArray *
read_table (const char *text)
{
  GPtrArray *rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*text != '\0')
    g_ptr_array_add (rows, read_row (&text, true));
  return rows;
}

static GPtrArray *
read_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0') {
    g_autofree char *line = read_cell (&text, false);

    while (*text == '\r' || *text == '\n')
      text++;
    if (*line == '\0')
      continue;
    drop_bullet (line);
    g_ptr_array_add (lines, g_steal_pointer (&line));
  }
  return lines;
}

/* Lines have no columns of their own: as many as make it about square. */
static GPtrArray *
fold_lines (GPtrArray *lines)
{
  GPtrArray *rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint columns = ceil (sqrt (MIN (lines->len, EW_CLIP_MAX_NOTES)));

  for (guint i = 0; i < lines->len; i++) {
    if (i % columns == 0)
      g_ptr_array_add (rows, g_ptr_array_new_with_free_func (g_free));
    g_ptr_array_add (rows->pdata[rows->len - 1], g_strdup (lines->pdata[i]));
  }
  return rows;
}

static GPtrArray *
rows_of (const char *text)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (strchr (text, '\t') != NULL)
    return read_table (text);
  lines = read_lines (text);
  return fold_lines (lines);
}

/* --- Cells → notes ------------------------------------------------------- */

static EwObject *
new_note (const EwClipNotes *notes, const char *text, EwPoint corner)
{
  EwObject *note = ew_object_new (&ew_kind_note, NULL);

  ew_object_set_box (note, (EwRect){ corner.x, corner.y, note->kind->size.x,
                                     note->kind->size.y });
  if (notes->color != NULL)
    ew_object_set_string (note, "color", notes->color);
  ew_object_set_string (note, note->kind->text, text);
  ew_object_fit_text (note);
  return note;
}

static void
add_row (GPtrArray *objects, const EwClipNotes *notes, GPtrArray *row,
         double *y, guint *left_out)
{
  double height = 0;

  for (guint column = 0; column < row->len; column++) {
    const char *cell = row->pdata[column];
    EwPoint corner = { column * (ew_kind_note.size.x + GAP), *y };
    EwObject *note;

    if (*cell == '\0')
      continue;
    if (objects->len >= EW_CLIP_MAX_NOTES || strlen (cell) > EW_CLIP_MAX_TEXT) {
      (*left_out)++;
      continue;
    }
    note = new_note (notes, cell, corner);
    height = MAX (height, ew_object_box (note).h);
    g_ptr_array_add (objects, note);
  }
  *y += height > 0 ? height + GAP : 0;
}

EwEdit *
ew_clip_paste_notes (const EwBoard *board, const EwClipNotes *notes,
                     GPtrArray **ids, guint *left_out)
{
  g_autoptr (GPtrArray) rows = rows_of (notes->text);
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  double y = 0;

  *left_out = 0;
  for (guint i = 0; i < rows->len; i++)
    add_row (objects, notes, rows->pdata[i], &y, left_out);
  return ew_clip_paste (board, objects, notes->at, ids);
}
