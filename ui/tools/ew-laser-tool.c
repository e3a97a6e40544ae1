/* The laser: points without touching.  A trail follows the pointer and fades,
 * whether a button is held or not; nothing on the board changes. */
#include "ew-tool.h"

#include "ew-laser.h"

#define FRAME 16 /* ms */

static gint64
now (void)
{
  return g_get_monotonic_time () / 1000;
}

/* Forgets what has faded. */
static void
drop_old (EwToolbox *toolbox)
{
  guint n = 0;

  while (n < toolbox->laser->len &&
         now () - g_array_index (toolbox->laser, EwLaserPoint, n).age >
             EW_LASER_SPAN)
    n++;
  g_array_remove_range (toolbox->laser, 0, n);
}

static gboolean
fade_cb (gpointer data)
{
  EwToolbox *toolbox = data;

  drop_old (toolbox);
  toolbox->host->refresh (toolbox->data);
  if (toolbox->laser->len > 0)
    return G_SOURCE_CONTINUE;
  toolbox->laser_fade = 0;
  return G_SOURCE_REMOVE;
}

static void
follow (EwToolbox *toolbox, const EwPointer *pointer)
{
  EwLaserPoint point = { pointer->board, now () };

  if (!toolbox->laser)
    toolbox->laser = g_array_new (FALSE, FALSE, sizeof (EwLaserPoint));
  g_array_append_val (toolbox->laser, point);
  if (!toolbox->laser_fade)
    toolbox->laser_fade = g_timeout_add (FRAME, fade_cb, toolbox);
  toolbox->host->refresh (toolbox->data);
}

void
ew_laser_tool_follow (EwToolbox *toolbox)
{
  follow (toolbox, &toolbox->press.now);
}

void
ew_laser_tool_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  follow (toolbox, pointer);
}

void
ew_laser_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  g_autoptr (GArray) trail = NULL;

  if (!toolbox->laser)
    return;
  trail = g_array_copy (toolbox->laser);
  for (guint i = 0; i < trail->len; i++) {
    EwLaserPoint *point = &g_array_index (trail, EwLaserPoint, i);

    point->age = now () - point->age;
  }
  ew_laser_paint (trail, pen);
}

const char *
ew_laser_tool_cursor (EwToolbox *toolbox)
{
  return "crosshair";
}

void
ew_laser_tool_end (EwToolbox *toolbox)
{
  g_clear_handle_id (&toolbox->laser_fade, g_source_remove);
  g_clear_pointer (&toolbox->laser, g_array_unref);
}
