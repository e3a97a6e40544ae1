#include "ew-text-editor.h"

#include "ew-editor-menu.h"
#include "ew-emphasis.h"
#include "ew-text-common.h"
#include "ew-text-fit.h"
#include "ew-verbs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A pause of this long ends a step of undo, microseconds. */
#define BURST_PAUSE G_USEC_PER_SEC
/* A text view puts every glyph on a whole pixel.  This many times as large, and
 * scaled down, its lines break where those of the painted text do. */
#define FINE 8
/* Wider or higher than this GTK cannot count. */
#define SIDE_MAX 1e6
/* Room below the text, px of the board, so that it never scrolls by itself. */
#define SLACK 2.0

struct _EwTextEditor {
  GtkTextView parent_instance;

  EwSession *session;
  char *board_id, *id;
  guint gesture; /* 0 before the first change of a burst */
  gint64 last_change;
  bool is_own_change; /* the board changes because of us, or we because of it */
  bool is_closed;
  guint leave; /* idle source: has the focus gone for good? */

  EwEditorMenu *menu;
  EwSpelling *spelling; /* NULL while nobody checks */
  GtkCssProvider *css;
  char *css_text; /* as loaded */
  PangoContext *pango;
};

G_DEFINE_FINAL_TYPE (EwTextEditor, ew_text_editor, GTK_TYPE_TEXT_VIEW)

enum {
  FINISHED,
  GO_ON,
  RESIZED,
  STYLED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const EwBoard *
live (EwTextEditor *editor)
{
  return ew_session_board (editor->session, editor->board_id);
}

static const EwObject *
edited (EwTextEditor *editor)
{
  const EwBoard *board = live (editor);

  return board ? ew_board_get (board, editor->id) : NULL;
}

static char *
typed (EwTextEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

const char *
ew_text_editor_id (EwTextEditor *editor)
{
  g_return_val_if_fail (EW_IS_TEXT_EDITOR (editor), NULL);
  return editor->id;
}

static EwEdit *
text_edit (EwTextEditor *editor, const EwObject *object, const char *text,
           GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, object->id);
  return ew_verb_set (live (editor), ids, object->kind->text, text, error);
}

static void
apply (EwTextEditor *editor, EwEdit *edit, GError **error)
{
  gint64 now = g_get_monotonic_time ();

  if (!editor->gesture || now - editor->last_change > BURST_PAUSE)
    editor->gesture = ew_session_new_gesture (editor->session);
  editor->last_change = now;
  ew_session_apply (editor->session, editor->board_id, edit, editor->gesture,
                    error);
}

static void
buffer_changed_cb (EwTextEditor *editor)
{
  const EwObject *object = edited (editor);
  g_autofree char *text = NULL;
  g_autoptr (EwEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (editor->is_own_change || editor->is_closed || !object)
    return;
  text = typed (editor);
  edit = text_edit (editor, object, text, &error);
  editor->is_own_change = true;
  if (edit && !ew_edit_is_empty (edit))
    apply (editor, edit, &error);
  editor->is_own_change = false;
  if (error)
    g_signal_emit (editor, signals[FAILED], 0, error);
  g_signal_emit (editor, signals[RESIZED], 0);
}

/* Replaces only what differs, so that the caret stays in its sentence. */
static void
take_text (EwTextEditor *editor, const char *old, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  gsize head = ew_text_common_head (old, text),
        tail = ew_text_common_tail (old, text, head);
  gsize old_end = strlen (old) - tail, end = strlen (text) - tail;
  glong from = g_utf8_pointer_to_offset (old, old + head);
  glong to = g_utf8_pointer_to_offset (old, old + old_end);
  GtkTextIter start, stop;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &stop, to);
  editor->is_own_change = true;
  gtk_text_buffer_delete (buffer, &start, &stop);
  gtk_text_buffer_insert (buffer, &start, text + head, end - head);
  editor->is_own_change = false;
}

void
ew_text_editor_refresh (EwTextEditor *editor)
{
  const EwObject *object;
  const char *text;
  g_autofree char *old = NULL;

  g_return_if_fail (EW_IS_TEXT_EDITOR (editor));

  if (editor->is_own_change || editor->is_closed)
    return;
  object = edited (editor);
  if (!object) {
    g_signal_emit (editor, signals[FINISHED], 0);
    return;
  }
  text = ew_object_get_string (object, object->kind->text);
  old = typed (editor);
  if (strcmp (old, text) != 0)
    take_text (editor, old, text);
}

/* A screen reader says what is typed into. */
static void
update_label (EwTextEditor *editor)
{
  const EwObject *object = edited (editor);
  const char *title =
      object ? g_dgettext (GETTEXT_PACKAGE, object->kind->title) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
ew_text_editor_start (EwTextEditor *editor, bool select_all)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (EW_IS_TEXT_EDITOR (editor));

  update_label (editor);
  ew_text_editor_refresh (editor);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, select_all ? &start : &end);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

void
ew_text_editor_set_dictionary (EwTextEditor *editor, EwDictionary *dictionary)
{
  g_return_if_fail (EW_IS_TEXT_EDITOR (editor));

  ew_editor_menu_set_spelling (editor->menu, NULL);
  g_clear_pointer (&editor->spelling, ew_spelling_free);
  if (dictionary)
    editor->spelling = ew_spelling_new (GTK_TEXT_VIEW (editor), dictionary);
  ew_editor_menu_set_spelling (editor->menu, editor->spelling);
}

static void
remove_unseen (EwTextEditor *editor)
{
  const EwObject *object = edited (editor);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  if (!object || !ew_kind_has (object->kind, EW_KIND_GROWS) ||
      *ew_object_get_string (object, object->kind->text))
    return;
  g_ptr_array_add (ids, object->id);
  edit = ew_verb_remove (live (editor), ids);
  apply (editor, edit, NULL);
}

void
ew_text_editor_close (EwTextEditor *editor)
{
  g_return_if_fail (EW_IS_TEXT_EDITOR (editor));

  if (editor->is_closed)
    return;
  editor->is_closed = true;
  g_clear_handle_id (&editor->leave, g_source_remove);
  remove_unseen (editor);
}

/* --- Looks ------------------------------------------------------------- */

static EwColor
ink_of (const EwTextSpot *spot, const EwPalette *palette)
{
  if (!*spot->color)
    return palette->ink;
  return ew_palette_ink_on (palette,
                            ew_palette_fill (palette, spot->color, ""));
}

static char *
families (void)
{
  g_auto (GStrv) names = g_strsplit (EW_FONT_FAMILY, ", ", -1);
  g_autofree char *joined = g_strjoinv ("\", \"", names);

  return g_strdup_printf ("\"%s\"", joined);
}

static void
load_css (EwTextEditor *editor, const EwTextSpot *spot, double size,
          const EwPalette *palette)
{
  EwColor ink = ink_of (spot, palette);
  GdkRGBA color = { ink.r, ink.g, ink.b, ink.a };
  g_autofree char *family = families ();
  g_autofree char *color_text = gdk_rgba_to_string (&color);
  char size_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (size_text, sizeof size_text, "%.3f", size);
  css = g_strdup_printf (
      "textview.ew-editor, textview.ew-editor > text {"
      " font-family: %s; font-size: %spx; font-weight: %d; color: %s;"
      " caret-color: %s; background: none; padding: 0; }"
      "textview.ew-editor > text > selection {"
      " color: %s; background-color: alpha(%s, 0.22); }",
      family, size_text, spot->style.bold ? 700 : 400, color_text, color_text,
      color_text, color_text);
  if (g_strcmp0 (css, editor->css_text) == 0)
    return;
  gtk_css_provider_load_from_data (editor->css, css, -1);
  g_free (editor->css_text);
  editor->css_text = g_steal_pointer (&css);
}

static GtkJustification
justification (PangoAlignment align)
{
  return align == PANGO_ALIGN_CENTER  ? GTK_JUSTIFY_CENTER
         : align == PANGO_ALIGN_RIGHT ? GTK_JUSTIFY_RIGHT
                                      : GTK_JUSTIFY_LEFT;
}

/* What is edited is the source, which is laid out as it is. */
static EwTextStyle
source_style (const EwTextSpot *spot)
{
  EwTextStyle style = spot->style;

  style.markdown = false;
  return style;
}

/* That of the painted text, so that nothing jumps; smaller only where the
 * source is so much longer that it would not fit. */
static double
font_size (EwTextEditor *editor, const EwTextSpot *spot, const char *text)
{
  EwTextStyle source = source_style (spot);
  double shown =
      ew_text_fit_size (editor->pango, text, &spot->style, spot->box);

  return MIN (shown,
              ew_text_fit_size (editor->pango, text, &source, spot->box));
}

/* As high as what is typed, px of the board. */
static double
text_height (EwTextEditor *editor, const EwTextSpot *spot, double size)
{
  EwTextStyle style = source_style (spot);
  g_autofree char *text = typed (editor);
  g_autoptr (PangoLayout) layout = NULL;

  style.size_max = style.size_min = size;
  layout =
      ew_text_layout (editor->pango, *text ? text : " ", &style, spot->box.w);
  return ew_text_layout_size (layout).y;
}

static GskTransform *
transform_to (EwPoint at, double zoom)
{
  GskTransform *moved =
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (at.x, at.y));

  return gsk_transform_scale (moved, zoom, zoom);
}

/* Where the text is, and as large as it is written. */
static double
find_spot (EwTextEditor *editor, const EwObject *object, EwTextSpot *spot)
{
  g_autofree char *text = typed (editor);

  object->kind->text_spot (object, live (editor), spot);
  return font_size (editor, spot, text);
}

void
ew_text_editor_restyle (EwTextEditor *editor, const EwPalette *palette)
{
  const EwObject *object;
  EwTextSpot spot = { 0 };
  g_autofree char *text = NULL;
  double size;

  g_return_if_fail (EW_IS_TEXT_EDITOR (editor));
  g_return_if_fail (palette != NULL);

  object = edited (editor);
  if (!object)
    return;
  text = typed (editor);
  size = find_spot (editor, object, &spot);
  load_css (editor, &spot, size * FINE, palette);
  gtk_text_view_set_justification (
      GTK_TEXT_VIEW (editor),
      justification (ew_text_alignment (text, &spot.style)));
}

void
ew_text_editor_place (EwTextEditor *editor, const EwView *view)
{
  const EwObject *object;
  EwTextSpot spot = { 0 };
  double size, height, top;
  EwPoint at;

  g_return_if_fail (EW_IS_TEXT_EDITOR (editor));

  object = edited (editor);
  if (!object)
    return;
  size = find_spot (editor, object, &spot);
  height = text_height (editor, &spot, size);
  top = spot.style.middle ? MAX ((spot.box.h - height) / 2, 0) : 0;
  at = ew_view_to_window (view, (EwPoint){ spot.box.x, spot.box.y + top });
  gtk_widget_allocate (GTK_WIDGET (editor),
                       (int) CLAMP (round (spot.box.w * FINE), 1, SIDE_MAX),
                       (int) MIN (ceil ((height + SLACK) * FINE), SIDE_MAX), -1,
                       transform_to (at, view->zoom / FINE));
}

/* --- Keys and focus ---------------------------------------------------- */

static bool
undo_or_redo (EwTextEditor *editor, guint key, GdkModifierType state)
{
  bool shift = state & GDK_SHIFT_MASK;

  if (!(state & GDK_CONTROL_MASK) || (key != GDK_KEY_z && key != GDK_KEY_y))
    return false;
  editor->gesture = 0;
  if (key == GDK_KEY_y || shift)
    ew_session_redo (editor->session, editor->board_id);
  else
    ew_session_undo (editor->session, editor->board_id);
  return true;
}

static bool
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

/* Returns: whether the key asks for the next object, and @how. */
static bool
is_last_key (guint key, GdkModifierType state, EwGrow *how)
{
  bool shift = state & GDK_SHIFT_MASK;

  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    *how = shift ? EW_GROW_LEFT : EW_GROW_RIGHT;
  else if (is_enter (key) && (state & GDK_CONTROL_MASK))
    *how = shift ? EW_GROW_ABOVE : EW_GROW_BELOW;
  else if (is_enter (key) && (state & GDK_ALT_MASK))
    *how = shift ? EW_GROW_SIBLING : EW_GROW_CHILD;
  else
    return false;
  return true;
}

static bool
emphasise (EwTextEditor *editor, guint key, GdkModifierType state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) !=
          GDK_CONTROL_MASK ||
      (key != GDK_KEY_b && key != GDK_KEY_i && key != GDK_KEY_k))
    return false;
  if (key == GDK_KEY_k)
    ew_emphasis_link (buffer);
  else
    ew_emphasis_toggle (buffer, key == GDK_KEY_b ? "**" : "*");
  return true;
}

static gboolean
key_cb (EwTextEditor *editor, guint keyval, guint keycode,
        GdkModifierType state)
{
  guint key = gdk_keyval_to_lower (keyval);
  EwGrow how;

  if (undo_or_redo (editor, key, state) || emphasise (editor, key, state) ||
      ew_editor_menu_key (editor->menu, keyval, state))
    return GDK_EVENT_STOP;
  if (!is_last_key (keyval, state, &how))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (editor, signals[GO_ON], 0, (int) how);
  return GDK_EVENT_STOP;
}

static bool
holds_focus (EwTextEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && (focus == GTK_WIDGET (editor) ||
                   gtk_widget_is_ancestor (focus, GTK_WIDGET (editor)) ||
                   ew_editor_menu_holds (editor->menu, focus));
}

/* Another window in front is no reason to stop. */
static gboolean
left_cb (gpointer data)
{
  EwTextEditor *editor = data;

  editor->leave = 0;
  if (!holds_focus (editor))
    g_signal_emit (editor, signals[FINISHED], 0);
  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (EwTextEditor *editor)
{
  editor->gesture = 0;
  if (!editor->leave && !editor->is_closed)
    editor->leave = g_idle_add (left_cb, editor);
}

/* --- Life -------------------------------------------------------------- */

static void
ew_text_editor_dispose (GObject *object)
{
  EwTextEditor *editor = EW_TEXT_EDITOR (object);

  editor->is_closed = true;
  g_clear_handle_id (&editor->leave, g_source_remove);
  g_clear_pointer (&editor->menu, ew_editor_menu_free);
  g_clear_pointer (&editor->spelling, ew_spelling_free);
  g_clear_object (&editor->session);
  g_clear_object (&editor->css);
  g_clear_object (&editor->pango);
  g_clear_pointer (&editor->board_id, g_free);
  g_clear_pointer (&editor->id, g_free);
  g_clear_pointer (&editor->css_text, g_free);
  G_OBJECT_CLASS (ew_text_editor_parent_class)->dispose (object);
}

static void
ew_text_editor_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  EwTextEditor *editor = EW_TEXT_EDITOR (widget);

  GTK_WIDGET_CLASS (ew_text_editor_parent_class)->css_changed (widget, change);
  if (!editor->is_closed)
    g_signal_emit (editor, signals[STYLED], 0);
}

static void
ew_text_editor_class_init (EwTextEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ew_text_editor_dispose;
  GTK_WIDGET_CLASS (class)->css_changed = ew_text_editor_css_changed;

  signals[FINISHED] =
      g_signal_new ("finished", EW_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[GO_ON] =
      g_signal_new ("go-on", EW_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RESIZED] =
      g_signal_new ("resized", EW_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[STYLED] =
      g_signal_new ("styled", EW_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new (
      "failed", EW_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
add_controllers (EwTextEditor *editor)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Before the text view, which has an undo of its own. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), editor);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), keys);
  gtk_widget_add_controller (GTK_WIDGET (editor), focus);
}

static void
ew_text_editor_init (EwTextEditor *editor)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  editor->menu = ew_editor_menu_new (view);
  editor->pango = ew_text_context_new ();
  editor->css = gtk_css_provider_new ();
  gtk_style_context_add_provider (
      gtk_widget_get_style_context (GTK_WIDGET (editor)),
      GTK_STYLE_PROVIDER (editor->css), GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_widget_add_css_class (GTK_WIDGET (editor), "ew-editor");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb),
                           editor, G_CONNECT_SWAPPED);
  add_controllers (editor);
}

EwTextEditor *
ew_text_editor_new (EwSession *session, const char *board, const char *id)
{
  EwTextEditor *editor;

  g_return_val_if_fail (EW_IS_SESSION (session), NULL);
  g_return_val_if_fail (board != NULL && id != NULL, NULL);

  editor = g_object_new (EW_TYPE_TEXT_EDITOR, NULL);
  editor->session = g_object_ref (session);
  editor->board_id = g_strdup (board);
  editor->id = g_strdup (id);
  return editor;
}
