/* What a commit says of itself, so that `git log` reads like a diary:
 * "Ana: 4 notes, 2 comments in Retro October". */
#include "ew-session-private.h"

#include "ew-kinds.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TITLE_MAX 60
/* More kinds than this are "others". */
#define KINDS_MAX 3

/* One line, whatever people and their teammates put into a title. */
static char *
tame (const char *words)
{
  g_autofree char *line = ew_string_excerpt (words, TITLE_MAX);
  g_autoptr (GString) tamed = g_string_new (NULL);

  for (const char *at = line; *at; at = g_utf8_next_char (at))
    if (g_unichar_isprint (g_utf8_get_char (at)))
      g_string_append_unichar (tamed, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&tamed), FALSE);
}

static const EwObject *
newest (const EwChange *change)
{
  return change->after ? change->after : change->before;
}

static char *
title_of (EwSession *self, const EwBoardEdit *edit)
{
  const EwBoardEntry *entry = ew_session_get_entry (self, edit->board);
  const EwChange *own = ew_edit_find (edit->edit, EW_BOARD_SELF);
  const EwObject *board = own ? newest (own) : entry ? entry->self : NULL;
  g_autofree char *title =
      tame (board ? ew_object_get_string (board, "title") : "");

  return *title ? g_steal_pointer (&title) : g_strdup (_ ("a board"));
}

/* --- How many of which kind ---------------------------------------------- */

typedef struct {
  const EwKind *kind;
  guint n;
} Count;

static void
count_one (GArray *counts, const EwKind *kind)
{
  for (guint i = 0; i < counts->len; i++) {
    Count *count = &g_array_index (counts, Count, i);

    if (count->kind == kind) {
      count->n++;
      return;
    }
  }
  g_array_append_val (counts, ((Count){ kind, 1 }));
}

static int
most_first (gconstpointer a, gconstpointer b)
{
  const Count *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return g_utf8_collate (_ (x->kind->title), _ (y->kind->title));
}

static void
count_edit (GArray *counts, const EwEdit *edit)
{
  for (guint i = 0; i < ew_edit_size (edit); i++) {
    const EwObject *object = newest (ew_edit_at (edit, i));

    if (!ew_kind_has (object->kind, EW_KIND_META))
      count_one (counts, object->kind);
  }
}

static void
add_part (GString *list, char *part)
{
  g_string_append_printf (list, list->len > 0 ? ", %s" : "%s", part);
  g_free (part);
}

/* "4 notes, 2 comments".  Returns: (transfer full). */
static char *
list_counts (GArray *counts)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint others = 0;

  g_array_sort (counts, most_first);
  for (guint i = 0; i < counts->len; i++) {
    const Count *count = &g_array_index (counts, Count, i);

    if (i < KINDS_MAX)
      add_part (list,
                g_strdup_printf (count->kind->count (count->n), count->n));
    else
      others += count->n;
  }
  if (others > 0)
    add_part (list, g_strdup_printf (ngettext ("%u other", "%u others", others),
                                     others));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static bool
only_removes (const EwEdit *edit)
{
  for (guint i = 0; i < ew_edit_size (edit); i++)
    if (ew_edit_at (edit, i)->after)
      return false;
  return true;
}

/* --- One board ----------------------------------------------------------- */

static bool
is_deleted (const EwObject *own)
{
  const EwField *field = ew_kind_find_field (own->kind, "deleted");

  return field && ew_field_get_bool (field, &own->record);
}

/* What was done to the board itself; NULL when nothing that has a name. */
static char *
tell_own (const EwChange *own, const char *title)
{
  g_autofree char *before = NULL;

  if (!own || !own->after)
    return NULL;
  if (!own->before)
    return g_strdup_printf (_ ("new board %s"), title);
  if (is_deleted (own->before) != is_deleted (own->after))
    return g_strdup_printf (is_deleted (own->after)
                                ? _ ("deleted the board %s")
                                : _ ("brought the board %s back"),
                            title);
  before = tame (ew_object_get_string (own->before, "title"));
  if (strcmp (before, title) == 0)
    return g_strdup_printf (_ ("settings of %s"), title);
  /* Translators: two titles of one board. */
  return g_strdup_printf (_ ("renamed %1$s to %2$s"), before, title);
}

static char *
tell_objects (GArray *counts, const EwEdit *edit, const char *title)
{
  g_autofree char *list = list_counts (counts);

  /* Translators: "4 notes, 2 comments in Retro October". */
  return g_strdup_printf (only_removes (edit) ? _ ("removed %1$s from %2$s")
                                              : _ ("%1$s in %2$s"),
                          list, title);
}

static char *
tell_board (EwSession *self, const EwBoardEdit *edit)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));
  const EwChange *own = ew_edit_find (edit->edit, EW_BOARD_SELF);
  g_autofree char *title = title_of (self, edit);
  g_autofree char *of_own = tell_own (own, title);
  g_autofree char *of_objects = NULL;

  count_edit (counts, edit->edit);
  if (counts->len == 0)
    return of_own ? g_steal_pointer (&of_own) : g_strdup (title);
  of_objects = tell_objects (counts, edit->edit, title);
  if (!of_own)
    return g_steal_pointer (&of_objects);
  /* Translators: two things that were done in one go. */
  return g_strdup_printf (_ ("%1$s; %2$s"), of_own, of_objects);
}

/* --- Several ------------------------------------------------------------- */

static char *
sum_up (GPtrArray *edits)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autofree char *list = NULL;

  for (guint i = 0; i < edits->len; i++)
    count_edit (counts, ((const EwBoardEdit *) edits->pdata[i])->edit);
  if (counts->len == 0)
    return g_strdup_printf (ngettext ("%u board", "%u boards", edits->len),
                            edits->len);
  list = list_counts (counts);
  /* Translators: "4 notes, 2 comments on 3 boards". */
  return g_strdup_printf (
      ngettext ("%1$s on %2$u board", "%1$s on %2$u boards", edits->len), list,
      edits->len);
}

static char *
tell_boards (EwSession *self, GPtrArray *edits)
{
  GString *text = g_string_new (NULL);
  g_autofree char *sum = sum_up (edits);

  g_string_append_printf (text, "%s\n", sum);
  for (guint i = 0; i < edits->len; i++) {
    g_autofree char *line = tell_board (self, edits->pdata[i]);

    g_string_append_printf (text, "\n%s", line);
  }
  return g_string_free (text, FALSE);
}

char *
ew_session_commit_message (EwSession *self, GPtrArray *edits)
{
  g_autofree char *who =
      tame (self->identity ? self->identity->name : "Elsewhen");
  g_autofree char *what = edits->len == 1 ? tell_board (self, edits->pdata[0])
                                          : tell_boards (self, edits);

  return g_strdup_printf ("%s: %s", who, what);
}
