/* Playing a walkthrough on the board itself. */
#include "ew-window-player-private.h"

#include "ew-thread.h"

#include <glib/gi18n-lib.h>

/* With reduced motion one is taken along where the camera rests, ms. */
#define REST 150

bool
ew_window_player_is_open (EwWindow *window)
{
  return window->player != NULL && window->player->tour != NULL;
}

const char *
ew_window_player_id (EwWindow *window)
{
  return ew_window_player_is_open (window) ? window->player->tour->id : NULL;
}

/* --- A frame ------------------------------------------------------------ */

static bool
is_resting (const EwTour *tour, gint64 ms)
{
  EwTrackMoment now = ew_track_moment (tour->track, ms);
  EwTrackMoment then = ew_track_moment (tour->track, ms + REST);

  return now.center.x == then.center.x && now.center.y == then.center.y &&
         now.zoom == then.zoom;
}

static void
look (EwWindow *window, gint64 ms)
{
  EwWindowPlayer *own = window->player;
  const EwView *now = ew_canvas_view (window->canvas);
  EwTrackMoment moment = ew_track_moment (own->tour->track, ms);
  EwView view;

  if (own->is_away || !moment.has_camera || now->width <= 0)
    return;
  if (!adw_get_enable_animations (GTK_WIDGET (window)) &&
      !is_resting (own->tour, ms))
    return;
  view = ew_track_view (&moment, now->width, now->height);
  if (view.zoom == now->zoom && view.origin.x == now->origin.x &&
      view.origin.y == now->origin.y)
    return;
  own->is_moving = true;
  ew_canvas_set_view (window->canvas, view);
  own->is_moving = false;
}

void
ew_window_player_show (EwWindow *window)
{
  EwWindowPlayer *own = window->player;
  gint64 ms = ew_player_time (own->player);
  const EwCaption *caption = ew_captions_at (own->tour->captions, ms);

  own->ms = ms;
  look (window, ms);
  ew_player_bar_set_time (own->bar, ms);
  ew_player_bar_set_caption (own->bar, caption ? caption->text : "");
  ew_captions_panel_set_time (window->captions, ms);
  ew_canvas_refresh (window->canvas);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EwWindow *window = data;

  ew_window_player_show (window);
  if (ew_player_is_playing (window->player->player))
    return G_SOURCE_CONTINUE;
  window->player->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EwPlayer *player, EwWindow *window)
{
  EwWindowPlayer *own = window->player;

  ew_player_bar_set_playing (own->bar, ew_player_is_playing (player));
  if (own->tick == 0)
    own->tick = gtk_widget_add_tick_callback (GTK_WIDGET (window->canvas),
                                              tick_cb, window, NULL);
}

static void
failed_cb (EwPlayer *player, const GError *error, EwWindow *window)
{
  ew_player_bar_set_note (window->player->bar, error->message);
}

/* Whoever looks elsewhere is not dragged back. */
static void
view_changed_cb (EwCanvas *canvas, EwWindow *window)
{
  EwWindowPlayer *own = window->player;
  const EwView *now;
  bool resized;

  if (!ew_window_player_is_open (window) || window->canvas == NULL)
    return;
  now = ew_canvas_view (canvas);
  resized = now->width != own->shown.width || now->height != own->shown.height;
  own->shown = *now;
  if (own->is_moving || resized || own->is_away)
    return;
  own->is_away = true;
  ew_player_bar_set_away (own->bar, TRUE);
}

/* --- Painting ----------------------------------------------------------- */

void
ew_window_player_paint (EwWindow *window, EwPen *pen)
{
  const EwBoard *board = ew_window_board (window);
  EwWindowPlayer *own = window->player;

  if (!ew_window_player_is_open (window) || board == NULL)
    return;
  ew_window_player_paint_changed (window, pen);
  /* Not when the player is: at the end it would stop while one paints, and the
   * bar would change between its place and its picture. */
  ew_tour_paint (own->tour, own->ms, board, pen);
}

/* --- The end ------------------------------------------------------------ */

static void
enable (EwWindow *window, bool open)
{
  static const char *const actions[] = {
    "win.tour-play",     "win.tour-return",   "win.tour-comment",
    "win.tour-close",    "win.tour-recorded", "win.tour-seek",
    "win.tour-forward",  "win.tour-back",     "win.tour-export",
    "win.tour-captions",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), actions[i], open);
  gtk_widget_set_visible (GTK_WIDGET (window->player->bar), open);
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (window->toasts), "touring");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (window->toasts), "touring");
}

static void
clear (EwWindow *window)
{
  EwWindowPlayer *own = window->player;

  g_cancellable_cancel (own->loading);
  g_clear_object (&own->loading);
  if (own->tick != 0 && window->canvas != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (window->canvas), own->tick);
  own->tick = 0;
  if (own->player != NULL) {
    g_signal_handlers_disconnect_by_data (own->player, window);
    ew_player_pause (own->player);
  }
  g_clear_object (&own->player);
  if (window->canvas != NULL)
    ew_canvas_set_still (window->canvas, NULL);
  g_clear_pointer (&own->tour, ew_tour_free);
  g_clear_pointer (&own->recorded, ew_board_unref);
  g_clear_pointer (&own->changed, g_hash_table_unref);
  own->is_away = false;
}

void
ew_window_player_close (EwWindow *window)
{
  g_autofree char *id = g_strdup (window->player->tour->id);

  clear (window);
  ew_captions_panel_set_playing (window->captions, NULL);
  enable (window, false);
  if (ew_selection_size (window->selection) == 0)
    ew_selection_set_one (window->selection, id);
  ew_canvas_refresh (window->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* --- The beginning ------------------------------------------------------ */

static void
fill_bar (EwWindow *window)
{
  EwWindowPlayer *own = window->player;
  const EwBoard *board = ew_window_board (window);
  const EwFault *fault =
      own->tour->faults->len > 0 ? own->tour->faults->pdata[0] : NULL;
  guint missing = ew_tour_missing (own->tour, board);
  g_autofree char *gone = g_strdup_printf (
      ngettext ("%u thing it points at is not on the board any more.",
                "%u things it points at are not on the board any more.",
                missing),
      missing);

  ew_player_bar_reset (own->bar, own->tour->title, own->tour->length);
  ew_player_bar_set_recorded (own->bar, FALSE, FALSE);
  for (guint i = 0; i < own->tour->chapters->len; i++) {
    const EwChapter *chapter = own->tour->chapters->pdata[i];

    ew_player_bar_add_chapter (own->bar, chapter->seconds * 1000,
                               chapter->title);
  }
  ew_window_player_mark_comments (window);
  ew_player_bar_set_note (own->bar, fault         ? fault->sentence
                                    : missing > 0 ? gone
                                                  : "");
}

/* Takes @tour. */
static void
open_tour (EwWindow *window, EwTour *tour, gint64 ms)
{
  EwWindowPlayer *own = window->player;

  own->tour = tour;
  own->ms = ms;
  ew_captions_panel_set_playing (window->captions, tour->id);
  /* Its bar and its handles would stand before what is shown. */
  ew_selection_clear (window->selection);
  own->shown = *ew_canvas_view (window->canvas);
  own->player = ew_player_new (tour->length);
  g_signal_connect_object (own->player, "changed", G_CALLBACK (changed_cb),
                           window, 0);
  g_signal_connect_object (own->player, "failed", G_CALLBACK (failed_cb),
                           window, 0);
  fill_bar (window);
  enable (window, true);
  ew_window_player_ask_recorded (window);
  if (tour->sound != NULL)
    ew_player_set_sound (own->player, tour->sound);
  ew_player_seek (own->player, ms);
  ew_player_play (own->player);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* Made elsewhere, and attached. */
static bool
is_film (const EwWalkthrough *walk)
{
  return *walk->track == '\0' && *walk->asset != '\0' &&
         !g_str_has_suffix (walk->asset, ".ogg");
}

void
ew_window_play (EwWindow *window, const char *id, gint64 ms)
{
  const EwBoard *board = ew_window_board (window);
  const EwWalkthrough *walk =
      board ? ew_walkthrough_from_object (ew_board_get (board, id)) : NULL;

  if (walk == NULL || !ew_walkthrough_plays (walk))
    return;
  if (is_film (walk)) {
    ew_window_play_asset (window, &walk->object, ms);
    return;
  }
  clear (window);
  window->player->loading = g_cancellable_new ();
  ew_window_load_tour (window, &walk->object, ms, window->player->loading,
                       open_tour);
}

void
ew_window_play_at (EwWindow *window, const char *id, gint64 ms)
{
  EwPlayer *player = window->player->player;

  if (g_strcmp0 (ew_window_player_id (window), id) == 0)
    ew_player_seek (player, ms);
  else
    ew_window_play (window, id, ms);
}

static bool
tells_of (const EwNotice *notice, const char *id)
{
  for (guint i = 0; i < notice->ids->len; i++)
    if (g_str_equal (notice->ids->pdata[i], id))
      return true;
  return false;
}

/* Somebody corrects what is said while it plays. */
static void
object_changed_cb (EwSession *session, const char *board, EwNotice *notice,
                   EwOrigin origin, EwWindow *window)
{
  const EwBoard *now = ew_window_board (window);
  EwWindowPlayer *own = window->player;
  const EwWalkthrough *walk;

  if (!ew_window_player_is_open (window) || now == NULL ||
      g_strcmp0 (board, window->board) != 0)
    return;
  if (ew_window_player_tells_of_comments (window, notice))
    ew_window_player_mark_comments (window);
  if (!tells_of (notice, own->tour->id))
    return;
  walk = ew_walkthrough_from_object (ew_board_get (now, own->tour->id));
  if (walk == NULL)
    return;
  ew_tour_update (own->tour, walk);
  ew_player_set_length (own->player, own->tour->length);
  ew_player_bar_set_length (own->bar, own->tour->length);
  ew_window_player_show (window);
}

void
ew_window_player_watch (EwWindow *window)
{
  g_signal_connect_object (window->session, "changed",
                           G_CALLBACK (object_changed_cb), window, 0);
}

void
ew_window_player_hold (EwWindow *window)
{
  if (ew_window_player_is_open (window))
    ew_player_pause (window->player->player);
}

char *
ew_window_player_moment (EwWindow *window)
{
  if (!ew_window_player_is_open (window))
    return NULL;
  return ew_duration_format (ew_player_time (window->player->player) / 1000);
}

EwEdit *
ew_window_player_date (EwWindow *window, EwEdit *edit)
{
  const EwChange *change = ew_edit_at (edit, 0);
  g_autoptr (EwObject) thread = NULL;
  gint64 ms;

  if (!ew_window_player_is_open (window))
    return edit;
  ms = ew_player_time (window->player->player);
  thread = ew_thread_at_moment (ew_thread_from_object (change->after),
                                window->player->tour->id, ms);
  ew_edit_add (edit, change->before, thread);
  return edit;
}

/* --- The window --------------------------------------------------------- */

GtkWidget *
ew_window_player_init (EwWindow *window)
{
  g_autoptr (GMenuModel) menu = ew_window_tour_menu ();

  window->player = g_new0 (EwWindowPlayer, 1);
  window->player->threads =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  window->player->bar = EW_PLAYER_BAR (ew_player_bar_new (menu));
  ew_window_player_listen (window);
  g_signal_connect_object (window->canvas, "view-changed",
                           G_CALLBACK (view_changed_cb), window, 0);
  enable (window, false);
  return GTK_WIDGET (window->player->bar);
}

void
ew_window_player_end (EwWindow *window)
{
  if (window->player == NULL)
    return;
  clear (window);
  g_hash_table_unref (window->player->threads);
  g_clear_pointer (&window->player, g_free);
}
