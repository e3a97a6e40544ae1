/* Typing into an object, and what others do to it meanwhile. */
#include "stage.h"

#include "ew-emphasis.h"

#include <adwaita.h>

static char *
note_with (Stage *stage, const char *text)
{
  const char *fields[] = { "text", text, NULL };

  return desk_add (&stage->desk, "note", (EwRect){ 0, 0, 200, 200 }, fields);
}

static GtkTextBuffer *
open_editor (Stage *stage, const char *id, bool select_all)
{
  GtkWidget *editor;

  ew_canvas_show (stage->canvas, stage->desk.session, stage->desk.board_id);
  g_assert_true (ew_canvas_edit (stage->canvas, id, select_all));
  g_assert_true (ew_canvas_is_editing (stage->canvas));
  editor = gtk_widget_get_last_child (GTK_WIDGET (stage->canvas));
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
}

static void
type (GtkTextBuffer *buffer, const char *text)
{
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static int
caret (GtkTextBuffer *buffer)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter,
                                    gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
put_caret (GtkTextBuffer *buffer, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* As a teammate's change would come. */
static void
change (Stage *stage, char *id, const char *text)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  g_ptr_array_add (ids, id);
  edit = ew_verb_set (desk_board (&stage->desk), ids, "text", text, NULL);
  ew_session_apply (stage->desk.session, stage->desk.board_id, edit, 0, NULL);
}

static void
test_typing (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship");
  GtkTextBuffer *buffer = open_editor (stage, id, false);

  stage_settle (stage);
  type (buffer, " it");
  g_assert_cmpstr (desk_get (&stage->desk, id, "text"), ==, "Ship it");
  type (buffer, " → 明日");
  g_assert_cmpstr (desk_get (&stage->desk, id, "text"), ==, "Ship it → 明日");
  ew_canvas_stop_editing (stage->canvas);
  g_assert_false (ew_canvas_is_editing (stage->canvas));

  /* One burst is one step. */
  ew_session_undo (stage->desk.session, stage->desk.board_id);
  g_assert_cmpstr (desk_get (&stage->desk, id, "text"), ==, "Ship");
}

static void
test_select_all (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Old words");
  GtkTextBuffer *buffer = open_editor (stage, id, true);

  type (buffer, "New");
  g_assert_cmpstr (desk_get (&stage->desk, id, "text"), ==, "New");
}

static void
test_undo_inside (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship");
  GtkTextBuffer *buffer = open_editor (stage, id, false);
  g_autofree char *text = NULL;

  type (buffer, " it");
  ew_session_undo (stage->desk.session, stage->desk.board_id);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Ship");
  g_assert_true (ew_canvas_is_editing (stage->canvas));
}

static void
test_caret_stays (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship it today");
  GtkTextBuffer *buffer = open_editor (stage, id, false);
  g_autofree char *text = NULL;

  put_caret (buffer, 7);
  change (stage, id, "Wir: Ship it today");
  g_assert_cmpint (caret (buffer), ==, 12);
  change (stage, id, "Wir: Ship it tomorrow");
  g_assert_cmpint (caret (buffer), ==, 12);
  change (stage, id, "Für Ship it tomorrow");
  g_assert_cmpint (caret (buffer), ==, 11);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Für Ship it tomorrow");
}

/* “ä” and “ö” share their first byte; the text stays valid all the same. */
static void
test_half_a_letter (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "xäy");
  GtkTextBuffer *buffer = open_editor (stage, id, false);
  g_autofree char *text = NULL;

  change (stage, id, "xöy");
  change (stage, id, "xöyö");
  change (stage, id, "ö");
  change (stage, id, "öäö");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "öäö");
}

static void
test_deleted_meanwhile (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship it");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  open_editor (stage, id, false);
  g_ptr_array_add (ids, id);
  edit = ew_verb_remove (desk_board (&stage->desk), ids);
  ew_session_apply (stage->desk.session, stage->desk.board_id, edit, 0, NULL);
  g_assert_false (ew_canvas_is_editing (stage->canvas));
  stage_settle (stage);
}

/* Text that nobody wrote leaves nothing behind; an empty note stays. */
static void
test_left_empty (Stage *stage, gconstpointer data)
{
  g_autofree char *note = note_with (stage, "");
  g_autofree char *text =
      desk_add (&stage->desk, "text", (EwRect){ 300, 0, 200, 40 }, NULL);

  open_editor (stage, note, true);
  ew_canvas_stop_editing (stage->canvas);
  g_assert_true (desk_has (&stage->desk, note));
  open_editor (stage, text, true);
  ew_canvas_stop_editing (stage->canvas);
  g_assert_false (desk_has (&stage->desk, text));
}

static void
finished_cb (EwCanvas *canvas, gpointer data)
{
  ++*(guint *) data;
}

static void
test_another_board (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship it");
  guint finished = 0;

  open_editor (stage, id, false);
  g_signal_connect (stage->canvas, "edit-finished", G_CALLBACK (finished_cb),
                    &finished);
  ew_canvas_show (stage->canvas, NULL, NULL);
  g_assert_false (ew_canvas_is_editing (stage->canvas));
  g_assert_cmpuint (finished, ==, 1);
  g_assert_false (ew_canvas_edit (stage->canvas, id, false));
}

static void
test_no_text (Stage *stage, gconstpointer data)
{
  EwAnchor anchor = { .object = (char *) "", .spot = EW_SPOT_AUTO };
  g_autofree char *thread = NULL;
  g_autoptr (EwEdit) edit =
      ew_verb_comment (desk_board (&stage->desk), &anchor, "Is this so?", "Bo",
                       "bo@example.org", &thread);

  ew_session_apply (stage->desk.session, stage->desk.board_id, edit, 0, NULL);
  ew_canvas_show (stage->canvas, stage->desk.session, stage->desk.board_id);
  g_assert_false (ew_canvas_edit (stage->canvas, thread, false));
  g_assert_false (ew_canvas_edit (stage->canvas, "nobody", false));
}

/* Whoever begins to type sees what they type. */
static void
test_comes_near (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship it");
  EwRect box = desk_box (&stage->desk, id);
  const EwView *view = ew_canvas_view (stage->canvas);
  EwView far = EW_VIEW_INIT;

  ew_canvas_show (stage->canvas, stage->desk.session, stage->desk.board_id);
  far.zoom = 0.1;
  ew_canvas_set_view (stage->canvas, far);
  ew_canvas_edit (stage->canvas, id, false);
  stage_settle (stage);
  g_assert_cmpfloat (view->zoom, ==, 1);
  g_assert_true (ew_rect_covers (ew_view_visible (view), box));

  ew_canvas_pan (stage->canvas, -view->width, 0);
  ew_canvas_edit (stage->canvas, id, false);
  stage_settle (stage);
  g_assert_true (ew_rect_covers (ew_view_visible (view), box));
}

static void
assert_emphasis (GtkTextBuffer *buffer, const char *mark, const char *expected)
{
  g_autofree char *text = NULL;

  ew_emphasis_toggle (buffer, mark);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_emphasis (Stage *stage, gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, "Ship it", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 5);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  assert_emphasis (buffer, "**", "Ship **it**");
  assert_emphasis (buffer, "*", "Ship ***it***");
  assert_emphasis (buffer, "**", "Ship *it*");
  assert_emphasis (buffer, "*", "Ship it");
  put_caret (buffer, 0);
  assert_emphasis (buffer, "**", "****Ship it");
  g_assert_cmpint (caret (buffer), ==, 2);
  assert_emphasis (buffer, "**", "Ship it");
}

static GtkTextBuffer *
edited_buffer (Stage *stage)
{
  GtkWidget *editor = gtk_widget_get_last_child (GTK_WIDGET (stage->canvas));

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
}

/* A key pressed in the editor leads from note to note. */
static void
test_goes_on (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship");
  const char *next;

  open_editor (stage, id, false);
  g_assert_true (ew_canvas_grow (stage->canvas, id, EW_GROW_RIGHT));
  g_assert_true (ew_canvas_is_editing (stage->canvas));
  next = ew_selection_single (stage->desk.selection);
  g_assert_cmpstr (next, !=, id);
  type (edited_buffer (stage), "it");
  g_assert_cmpstr (desk_get (&stage->desk, next, "text"), ==, "it");
  g_assert_cmpstr (desk_get (&stage->desk, id, "text"), ==, "Ship");
  g_assert_cmpfloat (desk_box (&stage->desk, next).x, >, 200);
  stage_settle (stage);
}

/* Font and place while editing are those of the painted text. */
static void
test_looks_as_painted (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship it today");
  GtkTextBuffer *buffer = open_editor (stage, id, false);
  GtkWidget *editor = gtk_widget_get_last_child (GTK_WIDGET (stage->canvas));
  const EwView *view = ew_canvas_view (stage->canvas);
  graphene_rect_t bounds;

  stage_settle (stage);
  g_assert_true (
      gtk_widget_compute_bounds (editor, GTK_WIDGET (stage->canvas), &bounds));
  g_assert_cmpfloat_with_epsilon (
      bounds.origin.y + bounds.size.height / 2,
      ew_view_to_window (view, (EwPoint){ 0, 100 }).y, 2);
  type (buffer, " and tomorrow, and the day after, and on");
  stage_settle (stage);
  g_assert_true (
      gtk_widget_compute_bounds (editor, GTK_WIDGET (stage->canvas), &bounds));
  g_assert_cmpfloat_with_epsilon (
      bounds.origin.y + bounds.size.height / 2,
      ew_view_to_window (view, (EwPoint){ 0, 100 }).y, 2);
}

/* The window is closed in the middle of a word. */
static void
test_closed_meanwhile (Stage *stage, gconstpointer data)
{
  g_autofree char *id = note_with (stage, "Ship");

  type (open_editor (stage, id, false), " it");
  stage_settle (stage);
}

#define CASE(name, function) \
  g_test_add ("/canvas/text-editor/" name, Stage, NULL, stage_set_up, \
              function, stage_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("typing", test_typing);
  CASE ("select-all", test_select_all);
  CASE ("undo-inside", test_undo_inside);
  CASE ("caret-stays", test_caret_stays);
  CASE ("half-a-letter", test_half_a_letter);
  CASE ("deleted-meanwhile", test_deleted_meanwhile);
  CASE ("left-empty", test_left_empty);
  CASE ("another-board", test_another_board);
  CASE ("no-text", test_no_text);
  CASE ("comes-near", test_comes_near);
  CASE ("emphasis", test_emphasis);
  CASE ("goes-on", test_goes_on);
  CASE ("looks-as-painted", test_looks_as_painted);
  CASE ("closed-meanwhile", test_closed_meanwhile);
  return g_test_run ();
}
