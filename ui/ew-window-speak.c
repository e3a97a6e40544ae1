/* What a screen reader says about what was done.
 *
 * Going somewhere speaks by itself, because the focus moves; doing something
 * where one stands would be silent. */
#include "ew-window-private.h"

#include "ew-compat.h"
#include "ew-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of many steps in a row, as of a held arrow key, only the end is said; ms. */
#define PAUSE 300

void
ew_window_announce (EwWindow *window, const char *sentence)
{
  g_clear_handle_id (&window->walk.speak, g_source_remove);
  ew_compat_announce (GTK_WIDGET (window), sentence);
}

void
ew_window_announce_step (EwWindow *window, const char *format,
                         const char *label)
{
  g_autofree char *sentence = NULL;

  if (label == NULL)
    return;
  sentence = g_strdup_printf (format, label);
  ew_window_announce (window, sentence);
}

void
ew_window_announce_said (EwWindow *window, const char *label)
{
  g_autofree char *sentence = g_strdup_printf (_ ("%s: sent"), label);

  g_clear_handle_id (&window->walk.speak, g_source_remove);
  ew_window_announce (window, sentence);
}

/* Whose the one selected object is; "" for the board and for several. */
static const char *
owner_now (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object =
      board != NULL && id != NULL ? ew_board_get (board, id) : NULL;

  return object != NULL ? object->parent : "";
}

static EwAlignment
line_now (EwWindow *window, bool is_level, const EwObject **with)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object =
      board != NULL && id != NULL ? ew_board_get (board, id) : NULL;

  *with = NULL;
  if (object == NULL)
    return (EwAlignment){ .is_level = is_level };
  return ew_alignment_find (board, object,
                            ew_view_visible (ew_canvas_view (window->canvas)),
                            is_level, with);
}

static void
remember_place (EwWindow *window)
{
  const EwObject *with;

  g_free (window->walk.owner);
  window->walk.owner = g_strdup (owner_now (window));
  for (guint i = 0; i < G_N_ELEMENTS (window->walk.lines); i++)
    window->walk.lines[i] = line_now (window, i == 1, &with);
}

/* “Move Sticky Note, level with Fix login”: only when it has just got there. */
static char *
add_lines (EwWindow *window, char *sentence)
{
  for (guint i = 0; i < G_N_ELEMENTS (window->walk.lines); i++) {
    const EwObject *with;
    EwAlignment line = line_now (window, i == 1, &with);
    g_autofree char *step = sentence;
    g_autofree char *words = NULL;

    if (ew_alignment_began (&window->walk.lines[i], &line))
      words = ew_alignment_say (&line, ew_window_board (window), with);
    /* Translators: what was done, and whom the object is now in line with. */
    sentence = words != NULL ? g_strdup_printf (_ ("%1$s, %2$s"), step, words)
                             : g_steal_pointer (&step);
  }
  return sentence;
}

/* “Move Sticky Note, now in Ideas” */
static char *
describe_step (EwWindow *window, const char *label)
{
  const char *owner = owner_now (window);
  const EwBoard *board = ew_window_board (window);
  const EwObject *frame = *owner != '\0' ? ew_board_get (board, owner) : NULL;
  g_autofree char *title = NULL;

  if (g_strcmp0 (owner, window->walk.owner) == 0)
    return g_strdup (label);
  title = frame != NULL ? ew_describe_short (board, frame, 40) : NULL;
  if (title != NULL && strstr (label, title) != NULL)
    return g_strdup (label);
  if (frame == NULL) /* Translators: %s is what was done. */
    return g_strdup_printf (_ ("%s, now in no frame"), label);
  title = ew_describe_short (board, frame, 40);
  /* Translators: what was done, and in which frame the object is now. */
  return g_strdup_printf (_ ("%1$s, now in %2$s"), label, title);
}

static gboolean
speak_cb (gpointer data)
{
  EwWindow *window = data;
  const char *label;
  g_autofree char *sentence = NULL;

  window->walk.speak = 0;
  if (window->board == NULL || ew_canvas_is_editing (window->canvas))
    return G_SOURCE_REMOVE;
  label = ew_session_undo_label (window->session, window->board);
  if (label == NULL)
    return G_SOURCE_REMOVE;
  sentence = add_lines (window, describe_step (window, label));
  remember_place (window);
  ew_window_announce (window, sentence);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwWindow *window)
{
  if (g_strcmp0 (board, window->board) != 0 || origin != EW_ORIGIN_LOCAL ||
      window->canvas == NULL || ew_canvas_is_editing (window->canvas))
    return;
  g_clear_handle_id (&window->walk.speak, g_source_remove);
  window->walk.speak = g_timeout_add (PAUSE, speak_cb, window);
}

static void
selection_changed_cb (EwSelection *selection, EwWindow *window)
{
  guint n = ew_selection_size (selection);
  g_autofree char *sentence = NULL;

  if (window->walk.speak == 0)
    remember_place (window);
  if (n < 2 || window->is_dragging)
    return;
  sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u object selected",
                                    "%u objects selected", n),
                       n);
  ew_compat_announce (GTK_WIDGET (window), sentence);
}

void
ew_window_speak_init (EwWindow *window)
{
  g_signal_connect_object (window->session, "changed", G_CALLBACK (changed_cb),
                           window, 0);
  g_signal_connect_object (window->selection, "changed",
                           G_CALLBACK (selection_changed_cb), window, 0);
}
