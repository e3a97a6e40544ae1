#include "ew-stage.h"

#include <stdbool.h>

/* From the edges of the canvas, between bars, and from the selection. */
#define MARGIN 14
#define GAP 10
#define LIFT 26
/* What the canvas asks for before the sides of the window fold away. */
#define NATURAL_WIDTH 620
#define MIN_HEIGHT 240

struct _EwStage {
  GtkWidget parent;
  GtkWidget *slots[EW_STAGE_N_SLOTS];
  EwRect anchor;
};

G_DEFINE_FINAL_TYPE (EwStage, ew_stage, GTK_TYPE_WIDGET)

static int
min_width (EwStage *stage)
{
  int width = 0;

  for (int i = EW_STAGE_NEWS; i <= EW_STAGE_ZOOM; i++) {
    int own = 0;

    if (stage->slots[i] != NULL)
      gtk_widget_measure (stage->slots[i], GTK_ORIENTATION_HORIZONTAL, -1, &own,
                          NULL, NULL, NULL);
    width = MAX (width, own + 2 * MARGIN);
  }
  return width;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *min_baseline, int *nat_baseline)
{
  bool across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? min_width (EW_STAGE (widget)) : MIN_HEIGHT;
  *natural = MAX (*minimum, across ? NATURAL_WIDTH : MIN_HEIGHT);
}

static GtkRequisition
size_of (GtkWidget *child)
{
  GtkRequisition size = { 0, 0 };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_get_preferred_size (child, NULL, &size);
  return size;
}

static void
place (GtkWidget *child, GtkAllocation box)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &box, -1);
}

/* The map and the zoom bar step up when the tools leave no room beside them. */
static void
place_map (EwStage *stage, int height, int tools_x, int tools_height)
{
  GtkRequisition map = size_of (stage->slots[EW_STAGE_MAP]);
  int lift = MARGIN + map.width + GAP > tools_x ? tools_height + GAP : 0;

  place (stage->slots[EW_STAGE_MAP],
         (GtkAllocation){ MARGIN, height - map.height - MARGIN - lift,
                          map.width, map.height });
}

static void
place_bottom (EwStage *stage, int width, int height)
{
  GtkRequisition tools = size_of (stage->slots[EW_STAGE_TOOLS]);
  GtkRequisition zoom = size_of (stage->slots[EW_STAGE_ZOOM]);
  int tools_x = (width - tools.width) / 2;
  int zoom_x = width - zoom.width - MARGIN;
  int lift = tools_x + tools.width + GAP > zoom_x ? tools.height + GAP : 0;

  place (stage->slots[EW_STAGE_TOOLS],
         (GtkAllocation){ tools_x, height - tools.height - MARGIN, tools.width,
                          tools.height });
  place (stage->slots[EW_STAGE_ZOOM],
         (GtkAllocation){ zoom_x, height - zoom.height - MARGIN - lift,
                          zoom.width, zoom.height });
  place_map (stage, height, tools_x, tools.height);
}

static void
place_news (EwStage *stage, int width)
{
  GtkRequisition size = size_of (stage->slots[EW_STAGE_NEWS]);
  int own = MIN (size.width, width - 2 * MARGIN);
  int height;

  if (stage->slots[EW_STAGE_NEWS] == NULL)
    return;
  gtk_widget_measure (stage->slots[EW_STAGE_NEWS], GTK_ORIENTATION_VERTICAL,
                      own, NULL, &height, NULL, NULL);
  place (stage->slots[EW_STAGE_NEWS],
         (GtkAllocation){ (width - own) / 2, MARGIN, own, height });
}

static void
place_back (EwStage *stage, int width)
{
  GtkRequisition news = size_of (stage->slots[EW_STAGE_NEWS]);
  GtkRequisition back = size_of (stage->slots[EW_STAGE_BACK]);
  int y = news.height > 0 ? MARGIN + news.height + GAP : MARGIN;

  place (
      stage->slots[EW_STAGE_BACK],
      (GtkAllocation){ (width - back.width) / 2, y, back.width, back.height });
}

static void
place_tour (EwStage *stage, int width, int height)
{
  GtkRequisition tools = size_of (stage->slots[EW_STAGE_TOOLS]);
  GtkRequisition tour = size_of (stage->slots[EW_STAGE_TOUR]);
  int own = MIN (tour.width, width - 2 * MARGIN);

  place (stage->slots[EW_STAGE_TOUR],
         (GtkAllocation){ (width - own) / 2,
                          height - MARGIN - tools.height - GAP - tour.height,
                          own, tour.height });
}

static void
place_hint (EwStage *stage, int width, int height)
{
  GtkRequisition hint = size_of (stage->slots[EW_STAGE_HINT]);

  place (stage->slots[EW_STAGE_HINT],
         (GtkAllocation){ (width - hint.width) / 2, (height - hint.height) / 2,
                          hint.width, hint.height });
}

static void
place_selection (EwStage *stage, int width, int height)
{
  GtkRequisition size = size_of (stage->slots[EW_STAGE_SELECTION]);
  EwRect anchor = stage->anchor;
  int x = anchor.x + (anchor.w - size.width) / 2;
  int y = anchor.y - size.height - LIFT;

  if (y < MARGIN && anchor.y + anchor.h + LIFT + size.height < height - MARGIN)
    y = anchor.y + anchor.h + LIFT;
  x = CLAMP (x, MARGIN, MAX (MARGIN, width - size.width - MARGIN));
  y = CLAMP (y, MARGIN, MAX (MARGIN, height - size.height - MARGIN));
  place (stage->slots[EW_STAGE_SELECTION],
         (GtkAllocation){ x, y, size.width, size.height });
}

/* A popover of ours is a child too, with a surface of its own. */
static void
present_popovers (GtkWidget *stage)
{
  GtkWidget *child = gtk_widget_get_first_child (stage);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EwStage *stage = EW_STAGE (widget);

  place (stage->slots[EW_STAGE_CANVAS], (GtkAllocation){ 0, 0, width, height });
  place_news (stage, width);
  place_back (stage, width);
  place_hint (stage, width, height);
  place_tour (stage, width, height);
  place_bottom (stage, width, height);
  place_selection (stage, width, height);
  present_popovers (widget);
}

static void
dispose (GObject *object)
{
  EwStage *stage = EW_STAGE (object);

  for (int i = 0; i < EW_STAGE_N_SLOTS; i++)
    g_clear_pointer (&stage->slots[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ew_stage_parent_class)->dispose (object);
}

static void
ew_stage_class_init (EwStageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
}

static void
ew_stage_init (EwStage *stage)
{
  gtk_widget_set_overflow (GTK_WIDGET (stage), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (stage), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (stage), TRUE);
}

GtkWidget *
ew_stage_new (void)
{
  return g_object_new (EW_TYPE_STAGE, NULL);
}

void
ew_stage_put (EwStage *stage, EwStageSlot slot, GtkWidget *child)
{
  g_return_if_fail (EW_IS_STAGE (stage));
  g_return_if_fail (slot < EW_STAGE_N_SLOTS && stage->slots[slot] == NULL);

  stage->slots[slot] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (stage));
}

void
ew_stage_set_anchor (EwStage *stage, EwRect anchor)
{
  g_return_if_fail (EW_IS_STAGE (stage));

  stage->anchor = anchor;
  gtk_widget_queue_allocate (GTK_WIDGET (stage));
}
