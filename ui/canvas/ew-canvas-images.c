/* Pictures on the canvas: whose, how drawn, and what to repaint when one comes.
 */
#include "ew-canvas-private.h"

#include "ew-assets.h"

static void
show_again (EwCanvas *canvas, const EwBoard *board, guint index)
{
  ew_node_cache_forget (canvas->cache, ew_board_at (board, index)->id);
  ew_canvas_damage (canvas, ew_board_bounds_at (board, index));
}

static void
ready_cb (const char *asset, gpointer data)
{
  EwCanvas *canvas = data;
  const EwBoard *board = ew_canvas_live (canvas);

  for (guint i = 0; board && i < ew_board_size (board); i++)
    if (g_str_equal (ew_object_asset (ew_board_at (board, i)), asset))
      show_again (canvas, board, i);
}

static void
screen_changed_cb (EwCanvas *canvas)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (canvas));
  GskRenderer *renderer = native ? gtk_native_get_renderer (native) : NULL;

  ew_image_cache_set_screen (canvas->images,
                             gtk_widget_get_scale_factor (GTK_WIDGET (canvas)),
                             renderer && !GSK_IS_CAIRO_RENDERER (renderer));
}

void
ew_canvas_images_init (EwCanvas *canvas)
{
  canvas->images = ew_image_cache_new (ready_cb, canvas);
  ew_node_cache_set_images (canvas->cache, canvas->images);
  g_signal_connect (canvas, "realize", G_CALLBACK (screen_changed_cb), NULL);
  g_signal_connect (canvas, "notify::scale-factor",
                    G_CALLBACK (screen_changed_cb), NULL);
}
