/* Objects dragged out of the window: onto another one, or another program. */
#include "ew-window-private.h"

#include "ew-clip-content.h"
#include "ew-clip.h"
#include "ew-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So far outside the pointer is out, px: an edge is for scrolling. */
#define OUTSIDE 12.0
/* The picture that goes along under the pointer, px. */
#define ICON_MAX 160.0

/* --- What is seen of it ------------------------------------------------- */

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) stride * height);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                 height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
paint_icon (EwWindow *window, GPtrArray *ids)
{
  const EwBoard *board = ew_window_board (window);
  EwRect area = ew_clip_area (board, ids);
  bool dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double zoom = ew_canvas_view (window->canvas)->zoom;
  double scale = MIN (zoom, ICON_MAX / MAX (MAX (area.w, area.h), 1));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, MAX (ceil (area.w * scale), 1),
      MAX (ceil (area.h * scale), 1));
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board (cr, board, area,
                  ew_palette_get (dark ? EW_SCHEME_DARK : EW_SCHEME_LIGHT),
                  scale);
  cairo_destroy (cr);
  texture = texture_of (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/* --- Out ---------------------------------------------------------------- */

static void
over_cb (GdkDrag *drag, EwWindow *window)
{
  if (window->out.drag != drag)
    return;
  g_clear_object (&window->out.drag);
  g_clear_pointer (&window->out.board, g_free);
}

static void
cancelled_cb (GdkDrag *drag, GdkDragCancelReason reason, EwWindow *window)
{
  over_cb (drag, window);
}

static void
remember (EwWindow *window, GdkDrag *drag, EwPoint from)
{
  g_clear_object (&window->out.drag);
  g_free (window->out.board);
  window->out.drag = drag;
  window->out.board = g_strdup (window->board);
  window->out.from = from;
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (over_cb), window,
                           0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancelled_cb), window,
                           0);
}

static bool
is_outside (EwWindow *window, EwPoint at)
{
  GtkWidget *widget = GTK_WIDGET (window);
  double x, y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (window->canvas), widget,
                                         at.x, at.y, &x, &y))
    return false;
  return x < -OUTSIDE || y < -OUTSIDE ||
         x > gtk_widget_get_width (widget) + OUTSIDE ||
         y > gtk_widget_get_height (widget) + OUTSIDE;
}

static GdkDrag *
begin (EwWindow *window, GdkContentProvider *content)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  GdkSeat *seat =
      gdk_display_get_default_seat (gtk_widget_get_display (widget));

  return gdk_drag_begin (surface, gdk_seat_get_pointer (seat), content,
                         GDK_ACTION_COPY, 0, 0);
}

bool
ew_window_drag_out (EwWindow *window, const EwPointer *pointer)
{
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkTexture) icon = NULL;
  EwPoint from;
  GdkDrag *drag;

  if (!ew_toolbox_is_moving (window->toolbox, &from) ||
      !is_outside (window, pointer->window))
    return false;
  content =
      ew_clip_content_new (window->session, ew_window_board (window), ids);
  icon = paint_icon (window, ids);
  /* They stay where they were; what is carried is a copy. */
  ew_canvas_break_press (window->canvas);
  drag = content != NULL ? begin (window, content) : NULL;
  if (drag == NULL)
    return true;
  gtk_drag_icon_set_from_paintable (drag, GDK_PAINTABLE (icon), -8, -8);
  remember (window, drag, from);
  return true;
}

/* --- And back ----------------------------------------------------------- */

bool
ew_window_drag_back (EwWindow *window, GdkDrop *drop, EwPoint at)
{
  GdkDrag *drag = gdk_drop_get_drag (drop);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  EwPoint from = window->out.from;
  guint gesture;

  if (drag == NULL || drag != window->out.drag ||
      g_strcmp0 (window->board, window->out.board) != 0)
    return false;
  gesture = ew_session_new_gesture (window->session);
  if (ew_window_apply (window,
                       ew_verb_move (ew_window_board (window), ids,
                                     (EwPoint){ at.x - from.x, at.y - from.y }),
                       gesture))
    ew_window_apply (window, ew_verb_reparent (ew_window_board (window), ids),
                     gesture);
  gdk_drop_finish (drop, GDK_ACTION_COPY);
  return true;
}
