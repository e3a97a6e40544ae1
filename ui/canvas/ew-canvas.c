#include "ew-canvas-private.h"

#include "ew-error.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

/* Window px: a font smaller than this cannot be written in. */
#define LEGIBLE 8.0

G_DEFINE_FINAL_TYPE (EwCanvas, ew_canvas, GTK_TYPE_WIDGET)

enum {
  VIEW_CHANGED,
  EDIT_STARTED,
  EDIT_FINISHED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

const EwBoard *
ew_canvas_live (EwCanvas *canvas)
{
  if (!canvas->session || !canvas->board_id)
    return NULL;
  if (canvas->still)
    return canvas->still;
  return ew_session_board (canvas->session, canvas->board_id);
}

void
ew_canvas_damage (EwCanvas *canvas, EwRect area)
{
  ew_tiles_damage (canvas->tiles, area);
  ew_debug_damage (&canvas->debug, area);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* A text view knows what room it wants only when it is given some, and asks for
 * another layout then.  In the middle of a layout that is too late, and the
 * window would miss a frame; so it gets its place here, before. */
static void
place_editor (EwCanvas *canvas)
{
  if (!canvas->editor)
    return;
  ew_text_editor_place (canvas->editor, &canvas->view);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

static void
refit_editor (EwCanvas *canvas)
{
  if (canvas->editor)
    ew_text_editor_restyle (canvas->editor, canvas->palette);
  place_editor (canvas);
}

static void
ew_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EwCanvas *canvas = EW_CANVAS (widget);

  ew_canvas_resized (canvas, width, height);
  gtk_widget_allocate (GTK_WIDGET (canvas->stand_ins), width, height, -1, NULL);
  if (canvas->editor)
    ew_text_editor_place (canvas->editor, &canvas->view);
}

static void
scheme_changed_cb (EwCanvas *canvas)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  bool dark = adw_style_manager_get_dark (style);
  bool contrast = adw_style_manager_get_high_contrast (style);
  EwScheme scheme =
      contrast ? (dark ? EW_SCHEME_DARK_CONTRAST : EW_SCHEME_LIGHT_CONTRAST)
               : (dark ? EW_SCHEME_DARK : EW_SCHEME_LIGHT);

  canvas->palette = ew_palette_get (scheme);
  ew_tiles_clear (canvas->tiles);
  refit_editor (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
watch_style (EwCanvas *canvas)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark",
                           G_CALLBACK (scheme_changed_cb), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (scheme_changed_cb), canvas,
                           G_CONNECT_SWAPPED);
  scheme_changed_cb (canvas);
}

void
ew_canvas_set_still (EwCanvas *canvas, const EwBoard *board)
{
  EwBoard *still = board ? ew_board_snapshot (board) : NULL;

  g_return_if_fail (EW_IS_CANVAS (canvas));
  if (!still && !canvas->still)
    return;
  ew_canvas_stop_editing (canvas);
  g_clear_pointer (&canvas->still, ew_board_unref);
  canvas->still = still;
  ew_node_cache_clear (canvas->cache);
  ew_tiles_clear (canvas->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

const EwBoard *
ew_canvas_still (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), NULL);
  return canvas->still;
}

static void
leave_board (EwCanvas *canvas)
{
  g_clear_pointer (&canvas->still, ew_board_unref);
  if (canvas->session)
    g_clear_signal_handler (&canvas->changed_id, canvas->session);
  g_clear_object (&canvas->session);
  g_clear_pointer (&canvas->board_id, g_free);
}

static void
ew_canvas_dispose (GObject *object)
{
  EwCanvas *canvas = EW_CANVAS (object);

  ew_canvas_stop_editing (canvas);
  ew_canvas_halt (canvas);
  leave_board (canvas);
  canvas->handler = NULL;
  if (canvas->stand_ins)
    gtk_widget_unparent (GTK_WIDGET (canvas->stand_ins));
  canvas->stand_ins = NULL;
  g_clear_object (&canvas->glide.animation);
  g_clear_handle_id (&canvas->refine, g_source_remove);
  g_clear_handle_id (&canvas->tell, g_source_remove);
  g_clear_object (&canvas->selection);
  g_clear_handle_id (&canvas->settle, g_source_remove);
  g_clear_pointer (&canvas->cache, ew_node_cache_free);
  g_clear_pointer (&canvas->authors, ew_author_labels_free);
  g_clear_pointer (&canvas->dictionary, ew_dictionary_unref);
  g_clear_pointer (&canvas->tiles, ew_tiles_free);
  g_clear_pointer (&canvas->images, ew_image_cache_free);
  g_clear_pointer (&canvas->found, g_array_unref);
  g_clear_pointer (&canvas->tint, ew_tint_free);
  g_clear_object (&canvas->pango);
  g_clear_pointer (&canvas->views, g_hash_table_unref);
  G_OBJECT_CLASS (ew_canvas_parent_class)->dispose (object);
}

static guint
signal_new (const char *name)
{
  return g_signal_new (name, EW_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, 0);
}

void
ew_canvas_toggle_debug (EwCanvas *canvas)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  canvas->debug.shown = !canvas->debug.shown;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

char *
ew_canvas_debug_text (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), NULL);

  if (!canvas->debug.shown)
    return NULL;
  return ew_debug_text (&canvas->debug, canvas->tiles, canvas->cache);
}

static gboolean
debug_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ew_canvas_toggle_debug (EW_CANVAS (widget));
  return TRUE;
}

static void
ew_canvas_class_init (EwCanvasClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ew_canvas_dispose;
  widget_class->snapshot = ew_canvas_snapshot;
  widget_class->size_allocate = ew_canvas_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F12,
                                GDK_CONTROL_MASK | GDK_SHIFT_MASK, debug_cb,
                                NULL);

  signals[VIEW_CHANGED] = signal_new ("view-changed");
  signals[EDIT_STARTED] =
      g_signal_new ("edit-started", EW_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_TEXT_VIEW);
  signals[EDIT_FINISHED] = signal_new ("edit-finished");
  signals[FAILED] = g_signal_new ("failed", EW_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ew_canvas_init (EwCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);

  canvas->view = canvas->glide.from = canvas->glide.to = EW_VIEW_INIT;
  canvas->views =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ew_debug_init (&canvas->debug);
  canvas->cache = ew_node_cache_new ();
  canvas->tiles = ew_tiles_new (&ew_canvas_tiles_source, canvas);
  canvas->found = g_array_new (FALSE, FALSE, sizeof (guint));
  canvas->tint = ew_tint_new ();
  canvas->pango = ew_text_context_new ();
  canvas->grid = true;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_add_css_class (widget, "ew-canvas");
  watch_style (canvas);
  ew_canvas_input_init (canvas);
  ew_canvas_images_init (canvas);
}

GtkWidget *
ew_canvas_new (EwSelection *selection)
{
  EwCanvas *canvas;

  g_return_val_if_fail (EW_IS_SELECTION (selection), NULL);

  canvas = g_object_new (EW_TYPE_CANVAS, NULL);
  canvas->selection = g_object_ref (selection);
  canvas->stand_ins = ew_stand_ins_new (canvas);
  gtk_widget_set_parent (GTK_WIDGET (canvas->stand_ins), GTK_WIDGET (canvas));
  g_signal_connect_object (selection, "changed",
                           G_CALLBACK (gtk_widget_queue_draw), canvas,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (canvas);
}

void
ew_canvas_set_handler (EwCanvas *canvas, const EwCanvasHandler *handler,
                       gpointer data)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  canvas->handler = handler;
  canvas->handler_data = data;
  ew_canvas_refresh (canvas);
}

void
ew_canvas_refresh (EwCanvas *canvas)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  ew_canvas_update_cursor (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
update_label (EwCanvas *canvas)
{
  const EwBoard *board = ew_canvas_live (canvas);
  const char *title = board ? ew_board_title (board) : "";
  /* Translators: %s is the title of a board, as a screen reader says it. */
  g_autofree char *label = *title ? g_strdup_printf (_ ("Canvas, %s"), title)
                                  : g_strdup (_ ("Canvas"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
tint_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EwCanvas *canvas = EW_CANVAS (widget);

  gtk_widget_queue_draw (widget);
  if (ew_tint_is_seen (canvas->tint, g_get_monotonic_time ()))
    return G_SOURCE_CONTINUE;
  canvas->tint_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
show_tint (EwCanvas *canvas, GPtrArray *ids)
{
  ew_tint_add (canvas->tint, ids, g_get_monotonic_time ());
  if (!canvas->tint_tick)
    canvas->tint_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (canvas), tint_cb, NULL, NULL);
}

void
ew_canvas_tint (EwCanvas *canvas, GPtrArray *ids)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  show_tint (canvas, ids);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
ew_canvas_tint_new (EwCanvas *canvas, GPtrArray *ids)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  ew_tint_set_new (canvas->tint, ids);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* Who has no name yet gets one before the first edit. */
static void
know_me (EwCanvas *canvas)
{
  const EwIdentity *me =
      canvas->session ? ew_session_identity (canvas->session) : NULL;

  if (ew_node_cache_set_me (canvas->cache, me ? me->email : NULL))
    ew_tiles_clear (canvas->tiles);
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwCanvas *canvas)
{
  if (g_strcmp0 (board, canvas->board_id) != 0)
    return;
  know_me (canvas);
  ew_node_cache_drop (canvas->cache, notice->ids);
  ew_canvas_damage (canvas, notice->damage);
  ew_selection_keep_on (canvas->selection, ew_canvas_live (canvas));
  if (origin == EW_ORIGIN_REMOTE) {
    show_tint (canvas, notice->ids);
    ew_canvas_ask_authors (canvas);
  }
  if (g_ptr_array_find_with_equal_func (notice->ids, EW_BOARD_SELF, g_str_equal,
                                        NULL))
    update_label (canvas);
  if (canvas->editor) {
    ew_text_editor_refresh (canvas->editor);
    refit_editor (canvas);
  }
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
ew_canvas_show (EwCanvas *canvas, EwSession *session, const char *board)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));
  g_return_if_fail (board == NULL || EW_IS_SESSION (session));

  ew_canvas_stop_editing (canvas);
  ew_canvas_switch_view (canvas, board);
  leave_board (canvas);
  ew_node_cache_clear (canvas->cache);
  ew_tiles_clear (canvas->tiles);
  ew_tint_clear (canvas->tint);
  ew_canvas_forget_authors (canvas);
  ew_image_cache_set_session (canvas->images, board ? session : NULL);
  if (board) {
    canvas->session = g_object_ref (session);
    canvas->board_id = g_strdup (board);
    canvas->changed_id = g_signal_connect_object (
        session, "changed", G_CALLBACK (changed_cb), canvas, 0);
  }
  know_me (canvas);
  ew_selection_keep_on (canvas->selection, ew_canvas_live (canvas));
  ew_stand_ins_show (canvas->stand_ins, session, board);
  update_label (canvas);
  ew_canvas_ask_authors (canvas);
  ew_canvas_fit_first (canvas);
  g_signal_emit (canvas, signals[VIEW_CHANGED], 0);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

const char *
ew_canvas_board (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), NULL);
  return canvas->board_id;
}

EwPoint
ew_canvas_place (EwCanvas *canvas)
{
  const EwView *view;
  EwPoint at;

  g_return_val_if_fail (EW_IS_CANVAS (canvas), ((EwPoint){ 0, 0 }));
  view = &canvas->view;
  at = canvas->input.is_over ? canvas->input.at
                             : (EwPoint){ view->width / 2, view->height / 2 };
  return ew_view_to_board (view, at);
}

EwRect
ew_canvas_selection_rect (EwCanvas *canvas)
{
  const EwBoard *board;
  EwRect box;

  g_return_val_if_fail (EW_IS_CANVAS (canvas), EW_RECT_EMPTY);
  board = ew_canvas_live (canvas);
  if (!board || ew_selection_size (canvas->selection) == 0)
    return EW_RECT_EMPTY;
  box = ew_selection_box (canvas->selection, board);
  return ew_view_rect_to_window (&canvas->view, box);
}

static void
editor_failed_cb (EwCanvas *canvas, const GError *error)
{
  g_signal_emit (canvas, signals[FAILED], 0, error);
}

/* Without its text while that is in the editor, and with it again. */
static void
damage_edited (EwCanvas *canvas)
{
  const EwBoard *board = ew_canvas_live (canvas);
  const char *id = ew_text_editor_id (canvas->editor);
  const EwObject *object = board ? ew_board_get (board, id) : NULL;

  if (object)
    ew_canvas_damage (canvas, ew_object_bounds (object, board));
}

static void
editor_open (EwCanvas *canvas, const char *id, bool select_all)
{
  EwTextEditor *editor =
      ew_text_editor_new (canvas->session, canvas->board_id, id);
  GtkWidget *widget = GTK_WIDGET (canvas);

  canvas->editor = editor;
  damage_edited (canvas);
  g_signal_connect_object (editor, "finished",
                           G_CALLBACK (ew_canvas_stop_editing), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "go-on", G_CALLBACK (ew_canvas_go_on),
                           canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "failed", G_CALLBACK (editor_failed_cb),
                           canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "resized", G_CALLBACK (refit_editor), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "styled", G_CALLBACK (place_editor), canvas,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (editor), widget);
  ew_text_editor_start (editor, select_all);
  ew_canvas_check_editor (canvas);
  refit_editor (canvas);
  gtk_widget_queue_draw (widget);
  g_signal_emit (canvas, signals[EDIT_STARTED], 0, editor);
}

/* Text that is typed must be seen: inside the window, and large enough. */
static void
bring_near (EwCanvas *canvas, const EwObject *object, const EwBoard *board)
{
  EwView view = canvas->view;
  EwTextSpot spot = { 0 };

  object->kind->text_spot (object, board, &spot);
  if (spot.style.size_max * view.zoom < LEGIBLE) {
    view.zoom = 1;
    view = ew_view_center_on (view, ew_rect_center (spot.box));
    ew_canvas_look (canvas, view, true);
  } else if (!ew_rect_covers (ew_view_visible (&view), spot.box)) {
    ew_canvas_reveal (canvas, object->id);
  }
}

static bool
can_be_typed (EwCanvas *canvas, const EwObject *object)
{
  const char *text = ew_object_get_string (object, object->kind->text);
  g_autoptr (GError) error = NULL;

  if (ew_text_can_be_typed (text))
    return true;
  error = g_error_new (
      ew_error_quark (), EW_ERROR_USAGE,
      _ ("This text has a word without end. It is shown as far as it can be, "
         "and cannot be edited here."));
  g_signal_emit (canvas, signals[FAILED], 0, error);
  return false;
}

bool
ew_canvas_edit (EwCanvas *canvas, const char *id, bool select_all)
{
  const EwBoard *board;
  const EwObject *object;

  g_return_val_if_fail (EW_IS_CANVAS (canvas), false);
  g_return_val_if_fail (id != NULL, false);

  ew_canvas_stop_editing (canvas);
  board = ew_canvas_live (canvas);
  object = board ? ew_board_get (board, id) : NULL;
  if (!object || object->locked || !object->kind->text ||
      !object->kind->text_spot ||
      ew_session_is_read_only (canvas->session, canvas->board_id))
    return false;
  if (!can_be_typed (canvas, object))
    return false;
  bring_near (canvas, object, board);
  editor_open (canvas, id, select_all);
  return true;
}

bool
ew_canvas_is_editing (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), false);
  return canvas->editor != NULL;
}

void
ew_canvas_stop_editing (EwCanvas *canvas)
{
  EwTextEditor *editor;

  g_return_if_fail (EW_IS_CANVAS (canvas));

  if (!canvas->editor)
    return;
  damage_edited (canvas);
  editor = g_steal_pointer (&canvas->editor);
  ew_text_editor_close (editor);
  if (gtk_widget_has_focus (GTK_WIDGET (editor)))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
  gtk_widget_unparent (GTK_WIDGET (editor));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[EDIT_FINISHED], 0);
}

void
ew_canvas_set_grid (EwCanvas *canvas, bool grid)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));

  canvas->grid = grid;
  ew_tiles_clear (canvas->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}
