/* The pen: a stroke as the hand draws it.  It stays in the hand: who drew one
 * stroke draws another. */
#include "ew-tool.h"

#include "ew-ink.h"

/* How much of the way to the pointer the line goes at once: the rest takes the
 * tremble out of a hand. */
#define FOLLOW 0.65
/* What is dropped on release, and what is too near to be a point, window px. */
#define TOLERANCE 0.6
#define NEAR 1.5

static EwInkStyle
style_of (EwToolbox *toolbox)
{
  return (EwInkStyle){ toolbox->pen_color, toolbox->pen_width };
}

static EwInkPoint *
last_point (GArray *stroke)
{
  return &g_array_index (stroke, EwInkPoint, stroke->len - 1);
}

/* A pen that is being lifted presses no more: the line goes on as it was. */
static EwInkPoint
point_of (const EwPointer *pointer, const EwInkPoint *last)
{
  double before = last ? last->pressure : EW_INK_PRESSURE;

  return (EwInkPoint){ pointer->board,
                       pointer->pressure > 0 ? pointer->pressure : before };
}

void
ew_ink_tool_press (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwInkPoint first = point_of (&press->start, NULL);

  press->stroke = g_array_new (FALSE, FALSE, sizeof (EwInkPoint));
  g_array_append_val (press->stroke, first);
}

static double
between (double from, double to)
{
  return from + (to - from) * FOLLOW;
}

static void
make_object (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  GArray *stroke = press->stroke;
  EwInkStyle style = style_of (toolbox);
  g_autoptr (EwObject) object = NULL;
  g_autoptr (EwEdit) edit = NULL;

  ew_ink_simplify (stroke, TOLERANCE / press->now.scale);
  object = ew_ink_new ((EwInkPoint *) stroke->data, stroke->len, &style);
  edit = ew_verb_add (ew_toolbox_board (toolbox), object);
  ew_toolbox_apply (toolbox, edit);
}

/* What is longer than one object can hold goes on as the next, in the same
 * gesture. */
static void
break_when_full (EwToolbox *toolbox)
{
  GArray *stroke = toolbox->press.stroke;
  EwInkPoint last = *last_point (stroke);

  if (stroke->len < EW_INK_POINTS_MAX)
    return;
  make_object (toolbox);
  g_array_set_size (stroke, 0);
  g_array_append_val (stroke, last);
}

void
ew_ink_tool_drag (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;
  EwInkPoint last = *last_point (press->stroke);
  EwInkPoint now = point_of (&press->now, &last);
  EwInkPoint next = { { between (last.at.x, now.at.x),
                        between (last.at.y, now.at.y) },
                      between (last.pressure, now.pressure) };

  if (ew_point_distance (last.at, next.at) * press->now.scale < NEAR)
    return;
  g_array_append_val (press->stroke, next);
  break_when_full (toolbox);
  ew_toolbox_refresh (toolbox);
}

/* The line ends where the pen was lifted, however far behind it was. */
void
ew_ink_tool_release (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwInkPoint end = point_of (&press->now, last_point (press->stroke));

  if (press->moved)
    g_array_append_val (press->stroke, end);
  make_object (toolbox);
}

void
ew_ink_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  GArray *stroke = toolbox->press.stroke;
  EwInkStyle style = style_of (toolbox);

  if (toolbox->active && stroke)
    ew_ink_paint (pen, (EwInkPoint *) stroke->data, stroke->len, &style);
}
