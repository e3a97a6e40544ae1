#include "ew-spelling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words looked at without giving others a turn. */
#define WORDS_AT_ONCE 50
/* What is longer is prose from elsewhere; characters. */
#define LENGTH_MAX 20000

struct _EwSpelling {
  GtkTextView *view;
  GtkTextBuffer *buffer;
  EwDictionary *dictionary;
  GtkTextTag *wrong;
  GtkTextMark *from, *to; /* what waits to be looked at */
  bool waits;
  int caret_word; /* offset in a word that waits for the caret, or -1 */
  guint idle;
  GSimpleActionGroup *actions;
  int offered; /* offset in the word that the menu is about, or -1 */
};

/* --- Words ------------------------------------------------------------- */

/* The word that @at is in, or ends. */
static bool
word_around (const GtkTextIter *at, GtkTextIter *start, GtkTextIter *end)
{
  *start = *end = *at;
  if (!gtk_text_iter_inside_word (at) && !gtk_text_iter_ends_word (at))
    return false;
  if (!gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  if (!gtk_text_iter_ends_word (end) || gtk_text_iter_equal (start, end))
    gtk_text_iter_forward_word_end (end);
  return true;
}

static gboolean
is_space_cb (gunichar c, gpointer data)
{
  return g_unichar_isspace (c);
}

/* Addresses, names of files and code are not spelled. */
static bool
is_prose (const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter from = *start, to = *end;
  g_autofree char *piece = NULL;

  if (gtk_text_iter_backward_find_char (&from, is_space_cb, NULL, NULL))
    gtk_text_iter_forward_char (&from);
  if (!g_unichar_isspace (gtk_text_iter_get_char (&to)))
    gtk_text_iter_forward_find_char (&to, is_space_cb, NULL, NULL);
  piece = gtk_text_iter_get_slice (&from, &to);
  return !strpbrk (piece, "@/\\0123456789_`") && !strstr (piece, "www.");
}

static bool
holds_caret (EwSpelling *spelling, const GtkTextIter *start,
             const GtkTextIter *end)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (
      spelling->buffer, &caret, gtk_text_buffer_get_insert (spelling->buffer));
  return gtk_text_iter_compare (&caret, start) > 0 &&
         gtk_text_iter_compare (&caret, end) <= 0;
}

static bool
is_wrong (EwSpelling *spelling, const GtkTextIter *start,
          const GtkTextIter *end)
{
  g_autofree char *word = gtk_text_iter_get_text (start, end);

  return !ew_dictionary_has (spelling->dictionary, word) &&
         is_prose (start, end);
}

static void
check_word (EwSpelling *spelling, const GtkTextIter *start,
            const GtkTextIter *end)
{
  gtk_text_buffer_remove_tag (spelling->buffer, spelling->wrong, start, end);
  if (holds_caret (spelling, start, end))
    spelling->caret_word = gtk_text_iter_get_offset (start);
  else if (is_wrong (spelling, start, end))
    gtk_text_buffer_apply_tag (spelling->buffer, spelling->wrong, start, end);
}

/* --- What waits -------------------------------------------------------- */

/* GTK says no when it comes to the very end, be it with a word. */
static bool
next_word_end (GtkTextIter *at)
{
  GtkTextIter before = *at;

  return gtk_text_iter_forward_word_end (at) ||
         (!gtk_text_iter_equal (&before, at) && gtk_text_iter_ends_word (at));
}

/* Returns: whether anything is left. */
static bool
check_some (EwSpelling *spelling, guint words)
{
  GtkTextIter at, start, until;

  gtk_text_buffer_get_iter_at_mark (spelling->buffer, &at, spelling->from);
  gtk_text_buffer_get_iter_at_mark (spelling->buffer, &until, spelling->to);
  while (words-- > 0 && next_word_end (&at)) {
    start = at;
    gtk_text_iter_backward_word_start (&start);
    if (gtk_text_iter_compare (&start, &until) > 0 ||
        gtk_text_iter_get_offset (&at) > LENGTH_MAX)
      return false;
    check_word (spelling, &start, &at);
    gtk_text_buffer_move_mark (spelling->buffer, spelling->from, &at);
  }
  return gtk_text_iter_compare (&at, &until) < 0;
}

static gboolean
idle_cb (gpointer data)
{
  EwSpelling *spelling = data;

  if (check_some (spelling, WORDS_AT_ONCE))
    return G_SOURCE_CONTINUE;
  spelling->idle = 0;
  spelling->waits = false;
  return G_SOURCE_REMOVE;
}

/* The words that touch [@start, @end] wait, with what waits already. */
static void
let_wait (EwSpelling *spelling, const GtkTextIter *start,
          const GtkTextIter *end)
{
  GtkTextIter from = *start, to = *end, old;

  gtk_text_iter_backward_word_start (&from);
  if (spelling->waits) {
    gtk_text_buffer_get_iter_at_mark (spelling->buffer, &old, spelling->from);
    from = gtk_text_iter_compare (&old, &from) < 0 ? old : from;
    gtk_text_buffer_get_iter_at_mark (spelling->buffer, &old, spelling->to);
    to = gtk_text_iter_compare (&old, &to) > 0 ? old : to;
  }
  gtk_text_buffer_move_mark (spelling->buffer, spelling->from, &from);
  gtk_text_buffer_move_mark (spelling->buffer, spelling->to, &to);
  spelling->waits = true;
  if (!spelling->idle)
    spelling->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, spelling, NULL);
}

static void
inserted_cb (EwSpelling *spelling, GtkTextIter *end, const char *text,
             int length)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, g_utf8_strlen (text, length));
  /* What is written into a wrong word is not wrong yet. */
  gtk_text_buffer_remove_tag (spelling->buffer, spelling->wrong, &start, end);
  let_wait (spelling, &start, end);
}

static void
deleted_cb (EwSpelling *spelling, GtkTextIter *start, GtkTextIter *end)
{
  let_wait (spelling, start, end);
}

static void
caret_cb (EwSpelling *spelling)
{
  GtkTextIter at, start, end;

  if (spelling->caret_word < 0)
    return;
  gtk_text_buffer_get_iter_at_offset (spelling->buffer, &at,
                                      spelling->caret_word);
  if (word_around (&at, &start, &end) && holds_caret (spelling, &start, &end))
    return;
  spelling->caret_word = -1;
  let_wait (spelling, &start, &end);
}

void
ew_spelling_flush (EwSpelling *spelling)
{
  check_some (spelling, G_MAXUINT);
  g_clear_handle_id (&spelling->idle, g_source_remove);
  spelling->waits = false;
}

/* --- The menu ---------------------------------------------------------- */

static bool
word_at (EwSpelling *spelling, int offset, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (spelling->buffer, &at, offset);
  return offset >= 0 && word_around (&at, start, end);
}

bool
ew_spelling_is_wrong_at (EwSpelling *spelling, int offset)
{
  GtkTextIter start, end;

  return word_at (spelling, offset, &start, &end) &&
         gtk_text_iter_has_tag (&start, spelling->wrong);
}

static void
replace_cb (GSimpleAction *action, GVariant *word, gpointer data)
{
  EwSpelling *spelling = data;
  GtkTextIter start, end;

  if (!word_at (spelling, spelling->offered, &start, &end))
    return;
  gtk_text_buffer_begin_user_action (spelling->buffer);
  gtk_text_buffer_delete (spelling->buffer, &start, &end);
  gtk_text_buffer_insert (spelling->buffer, &start,
                          g_variant_get_string (word, NULL), -1);
  gtk_text_buffer_end_user_action (spelling->buffer);
}

static void
learn_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EwSpelling *spelling = data;
  GtkTextIter start, end;
  g_autofree char *word = NULL;

  if (!word_at (spelling, spelling->offered, &start, &end))
    return;
  word = gtk_text_iter_get_text (&start, &end);
  ew_dictionary_add (spelling->dictionary, word);
  gtk_text_buffer_get_bounds (spelling->buffer, &start, &end);
  let_wait (spelling, &start, &end);
}

static GMenuModel *
suggestions (EwSpelling *spelling, const char *word)
{
  g_auto (GStrv) words = ew_dictionary_suggest (spelling->dictionary, word);
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (char **one = words; one && *one; one++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (*one, NULL);

    g_menu_item_set_action_and_target (item, "spelling.replace", "s", *one);
    g_menu_append_item (section, item);
  }
  g_menu_append (section, _ ("Add to Dictionary"), "spelling.learn");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

void
ew_spelling_offer (EwSpelling *spelling, int offset)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *word = NULL;
  GtkTextIter start, end;

  spelling->offered = -1;
  /* Whoever asks about a word gets an answer: it may still wait to be looked
   * at, or for the caret to leave it. */
  if (word_at (spelling, offset, &start, &end) &&
      is_wrong (spelling, &start, &end)) {
    spelling->offered = gtk_text_iter_get_offset (&start);
    word = gtk_text_iter_get_text (&start, &end);
    menu = suggestions (spelling, word);
  }
  gtk_text_view_set_extra_menu (spelling->view, menu);
}

GActionGroup *
ew_spelling_actions (EwSpelling *spelling)
{
  return G_ACTION_GROUP (spelling->actions);
}

/* --- Life -------------------------------------------------------------- */

static const GActionEntry entries[] = {
  { "replace", replace_cb, "s" },
  { "learn", learn_cb },
};

static void
watch (EwSpelling *spelling)
{
  g_signal_connect_data (spelling->buffer, "insert-text",
                         G_CALLBACK (inserted_cb), spelling, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (spelling->buffer, "delete-range",
                         G_CALLBACK (deleted_cb), spelling, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (spelling->buffer, "notify::cursor-position",
                            G_CALLBACK (caret_cb), spelling);
}

EwSpelling *
ew_spelling_new (GtkTextView *view, EwDictionary *dictionary)
{
  EwSpelling *spelling = g_new0 (EwSpelling, 1);
  GdkRGBA red = { 0.88, 0.11, 0.14, 1 };
  GtkTextIter start, end;

  spelling->view = view;
  spelling->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  spelling->dictionary = ew_dictionary_ref (dictionary);
  spelling->caret_word = spelling->offered = -1;
  spelling->wrong = gtk_text_buffer_create_tag (
      spelling->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
      "underline-rgba", &red, NULL);
  gtk_text_buffer_get_bounds (spelling->buffer, &start, &end);
  spelling->from =
      gtk_text_buffer_create_mark (spelling->buffer, NULL, &start, TRUE);
  spelling->to =
      gtk_text_buffer_create_mark (spelling->buffer, NULL, &end, FALSE);
  spelling->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (spelling->actions), entries,
                                   G_N_ELEMENTS (entries), spelling);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling",
                                  G_ACTION_GROUP (spelling->actions));
  watch (spelling);
  let_wait (spelling, &start, &end);
  return spelling;
}

void
ew_spelling_free (EwSpelling *spelling)
{
  GtkTextIter start, end;

  if (!spelling)
    return;
  g_clear_handle_id (&spelling->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (spelling->buffer, spelling);
  gtk_widget_insert_action_group (GTK_WIDGET (spelling->view), "spelling",
                                  NULL);
  gtk_text_view_set_extra_menu (spelling->view, NULL);
  gtk_text_buffer_get_bounds (spelling->buffer, &start, &end);
  gtk_text_buffer_remove_tag (spelling->buffer, spelling->wrong, &start, &end);
  gtk_text_buffer_delete_mark (spelling->buffer, spelling->from);
  gtk_text_buffer_delete_mark (spelling->buffer, spelling->to);
  g_object_unref (spelling->actions);
  g_object_unref (spelling->buffer);
  ew_dictionary_unref (spelling->dictionary);
  g_free (spelling);
}
