#include "ew-stand-ins.h"

#include "ew-canvas-private.h"
#include "ew-describe.h"
#include "ew-pins.h"
#include "ew-stand-in.h"

#include <glib/gi18n-lib.h>

#define MOST 400
/* The view rests when nothing moved for so long, ms. */
#define REST 120
/* Beyond what shows, in parts of the window: what the next step may reach. */
#define NEARLY 0.25
/* The ring: how far around the object, and how thick, window px. */
#define RING_GAP 7.0f
#define RING_WIDTH 3.0f
#define RING_RADIUS 10.0f
/* Nothing is allocated further out than this, window px. */
#define FAR_OUT 16000

struct _EwStandIns {
  GtkWidget parent_instance;
  EwCanvas *canvas; /* the parent */
  EwSession *session;
  char *board;
  gulong changed_id;
  EwReadingOrder *order; /* NULL: not made since the last edit */
  GHashTable *by_id; /* id → EwStandIn, a child */
  guint rest; /* timeout, or 0 */
};

G_DEFINE_FINAL_TYPE (EwStandIns, ew_stand_ins, GTK_TYPE_WIDGET)

static const EwBoard *
live_board (EwStandIns *stand_ins)
{
  if (stand_ins->board == NULL)
    return NULL;
  return ew_session_board (stand_ins->session, stand_ins->board);
}

const EwReadingOrder *
ew_stand_ins_order (EwStandIns *stand_ins)
{
  if (stand_ins->order == NULL)
    stand_ins->order = ew_reading_order_new (live_board (stand_ins));
  return stand_ins->order;
}

static EwStandIn *
focused (EwStandIns *stand_ins)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (stand_ins));

  return child != NULL ? EW_STAND_IN (child) : NULL;
}

const char *
ew_stand_ins_focused (EwStandIns *stand_ins)
{
  EwStandIn *stand_in = focused (stand_ins);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (stand_ins));

  if (stand_in == NULL || root == NULL ||
      gtk_root_get_focus (root) != GTK_WIDGET (stand_in))
    return NULL;
  return ew_stand_in_id (stand_in);
}

/* --- Which, and where ----------------------------------------------------- */

/* Window px. */
static EwRect
box_of (EwStandIns *stand_ins, const EwBoard *board, const EwObject *object)
{
  const EwView *view = ew_canvas_view (stand_ins->canvas);

  if (ew_kind_has (object->kind, EW_KIND_PIN))
    return ew_pin_box (board, view, object);
  return ew_view_rect_to_window (view, ew_kind_has (object->kind, EW_KIND_BOX)
                                           ? ew_object_box (object)
                                           : ew_object_bounds (object, board));
}

static GdkRectangle
place_of (EwStandIns *stand_ins, const EwBoard *board, const EwObject *object)
{
  EwRect limits = { -FAR_OUT, -FAR_OUT, 2 * FAR_OUT, 2 * FAR_OUT };
  EwRect box = ew_rect_intersection (box_of (stand_ins, board, object), limits);

  return (GdkRectangle){ (int) box.x, (int) box.y, MAX (1, (int) box.w),
                         MAX (1, (int) box.h) };
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const EwObject *one = *(const EwObject *const *) a;
  const EwObject *other = *(const EwObject *const *) b;
  guint i = 0, j = 0;

  ew_reading_order_find (data, one->id, &i);
  ew_reading_order_find (data, other->id, &j);
  return (i > j) - (i < j);
}

/* Seen from afar there are more than anyone wants to hear of; those of one part
 * of the board are as good as others. */
static GPtrArray *
near_ones (EwStandIns *stand_ins, const EwBoard *board)
{
  const EwView *view = ew_canvas_view (stand_ins->canvas);
  EwReadingOrder *order = (EwReadingOrder *) ew_stand_ins_order (stand_ins);
  EwRect area = ew_view_visible (view);
  GPtrArray *found = g_ptr_array_new ();
  guint place, of;

  area = ew_rect_grow (area, NEARLY * MAX (area.w, area.h));
  for (guint i = 0; i < ew_board_size (board) && found->len < 4 * MOST; i++) {
    const EwObject *object = ew_board_at (board, i);

    if (ew_rect_intersects (area, ew_board_bounds_at (board, i)) &&
        ew_reading_order_place (order, object->id, &place, &of))
      g_ptr_array_add (found, (gpointer) object);
  }
  g_ptr_array_sort_with_data (found, compare_order, order);
  if (found->len > MOST)
    g_ptr_array_set_size (found, MOST);
  return found;
}

/* --- One of them ---------------------------------------------------------- */

static void
focused_cb (EwStandIns *stand_ins, EwStandIn *stand_in)
{
  const char *id = ew_stand_in_id (stand_in);
  EwSelection *selection = stand_ins->canvas->selection;

  gtk_widget_queue_draw (GTK_WIDGET (stand_ins));
  if (gtk_widget_has_focus (GTK_WIDGET (stand_in)) &&
      !ew_selection_has (selection, id))
    ew_selection_set_one (selection, id);
}

static EwStandIn *
ensure (EwStandIns *stand_ins, const EwObject *object)
{
  EwStandIn *stand_in = g_hash_table_lookup (stand_ins->by_id, object->id);

  if (stand_in != NULL)
    return stand_in;
  stand_in = ew_stand_in_new (object->id);
  g_signal_connect_object (stand_in, "focused", G_CALLBACK (focused_cb),
                           stand_ins, G_CONNECT_SWAPPED);
  g_hash_table_insert (stand_ins->by_id, (gpointer) ew_stand_in_id (stand_in),
                       stand_in);
  gtk_widget_set_parent (GTK_WIDGET (stand_in), GTK_WIDGET (stand_ins));
  return stand_in;
}

static EwStandIn *
refresh (EwStandIns *stand_ins, const EwBoard *board, const EwObject *object)
{
  EwStandIn *stand_in = ensure (stand_ins, object);
  GdkRectangle place = place_of (stand_ins, board, object);
  const EwView *view = ew_canvas_view (stand_ins->canvas);
  bool shows = place.x < view->width && place.y < view->height &&
               place.x + place.width > 0 && place.y + place.height > 0;
  g_autofree char *label =
      ew_describe (board, ew_stand_ins_order (stand_ins), object, NULL);

  ew_stand_in_set_label (stand_in, label);
  ew_stand_in_set_place (stand_in, &place);
  gtk_widget_set_child_visible (GTK_WIDGET (stand_in),
                                shows || stand_in == focused (stand_ins));
  return stand_in;
}

/* Whoever has the focus hands it on before it goes: a window without one hears
 * no key. */
static void
drop (EwStandIns *stand_ins, EwStandIn *stand_in)
{
  g_hash_table_remove (stand_ins->by_id, ew_stand_in_id (stand_in));
  if (stand_in == focused (stand_ins))
    gtk_widget_grab_focus (GTK_WIDGET (stand_ins->canvas));
  gtk_widget_unparent (GTK_WIDGET (stand_in));
}

/* --- All of them ---------------------------------------------------------- */

/* Those that are not wanted go, but for the one with the focus when its object
 * is only out of sight. */
static void
drop_others (EwStandIns *stand_ins, const EwBoard *board, GHashTable *wanted)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stand_ins));

  while (child != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (child);
    EwStandIn *stand_in = EW_STAND_IN (child);
    const EwObject *object =
        board != NULL ? ew_board_get (board, ew_stand_in_id (stand_in)) : NULL;

    if (object != NULL && stand_in == focused (stand_ins))
      refresh (stand_ins, board, object);
    else if (!g_hash_table_contains (wanted, child))
      drop (stand_ins, stand_in);
    child = next;
  }
}

static void
put_after (EwStandIns *stand_ins, GtkWidget *child, GtkWidget *before)
{
  if (gtk_widget_get_prev_sibling (child) != before)
    gtk_widget_insert_after (child, GTK_WIDGET (stand_ins), before);
}

void
ew_stand_ins_update (EwStandIns *stand_ins)
{
  const EwBoard *board = live_board (stand_ins);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GtkWidget *before = NULL;

  g_clear_handle_id (&stand_ins->rest, g_source_remove);
  if (board != NULL) {
    g_autoptr (GPtrArray) objects = near_ones (stand_ins, board);

    for (guint i = 0; i < objects->len; i++) {
      GtkWidget *child =
          GTK_WIDGET (refresh (stand_ins, board, objects->pdata[i]));

      put_after (stand_ins, child, before);
      before = child;
      g_hash_table_add (wanted, child);
    }
  }
  drop_others (stand_ins, board, wanted);
  gtk_widget_queue_allocate (GTK_WIDGET (stand_ins));
}

static gboolean
rest_cb (gpointer data)
{
  EwStandIns *stand_ins = data;

  stand_ins->rest = 0;
  ew_stand_ins_update (stand_ins);
  return G_SOURCE_REMOVE;
}

static void
update_soon (EwStandIns *stand_ins)
{
  g_clear_handle_id (&stand_ins->rest, g_source_remove);
  stand_ins->rest =
      g_timeout_add_full (G_PRIORITY_LOW, REST, rest_cb, stand_ins, NULL);
  if (focused (stand_ins) != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (stand_ins));
}

bool
ew_stand_ins_focus (EwStandIns *stand_ins, const char *id)
{
  const EwBoard *board = live_board (stand_ins);
  const EwObject *object = board != NULL ? ew_board_get (board, id) : NULL;
  EwStandIn *stand_in;

  if (object == NULL || ew_kind_has (object->kind, EW_KIND_META))
    return false;
  stand_in = refresh (stand_ins, board, object);
  gtk_widget_set_child_visible (GTK_WIDGET (stand_in), TRUE);
  ew_stand_in_allocate (stand_in);
  update_soon (stand_ins);
  return gtk_widget_grab_focus (GTK_WIDGET (stand_in));
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwStandIns *stand_ins)
{
  if (g_strcmp0 (board, stand_ins->board) != 0)
    return;
  g_clear_pointer (&stand_ins->order, ew_reading_order_free);
  update_soon (stand_ins);
}

static void
leave_board (EwStandIns *stand_ins)
{
  if (stand_ins->session != NULL)
    g_clear_signal_handler (&stand_ins->changed_id, stand_ins->session);
  g_clear_object (&stand_ins->session);
  g_clear_pointer (&stand_ins->board, g_free);
  g_clear_pointer (&stand_ins->order, ew_reading_order_free);
}

void
ew_stand_ins_show (EwStandIns *stand_ins, EwSession *session, const char *board)
{
  leave_board (stand_ins);
  if (board != NULL) {
    stand_ins->session = g_object_ref (session);
    stand_ins->board = g_strdup (board);
    stand_ins->changed_id = g_signal_connect_object (
        session, "changed", G_CALLBACK (changed_cb), stand_ins, 0);
  }
  update_soon (stand_ins);
}

/* --- The widget ----------------------------------------------------------- */

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      ew_stand_in_allocate (EW_STAND_IN (child));
}

/* It keeps one size on the screen, outside the outline of the selection. */
static void
append_ring (EwStandIns *stand_ins, GtkSnapshot *snapshot, EwRect box)
{
  const EwPalette *palette = stand_ins->canvas->palette;
  bool contrast = palette->scheme == EW_SCHEME_LIGHT_CONTRAST ||
                  palette->scheme == EW_SCHEME_DARK_CONTRAST;
  EwColor color =
      contrast ? palette->ink : ew_color_with_alpha (palette->accent, 0.5f);
  GdkRGBA rgba = { color.r, color.g, color.b, color.a };
  EwRect around = ew_rect_grow (box, RING_GAP + RING_WIDTH);
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (
      &ring,
      &GRAPHENE_RECT_INIT ((float) around.x, (float) around.y, (float) around.w,
                           (float) around.h),
      RING_RADIUS);
  gtk_snapshot_append_border (
      snapshot, &ring,
      (float[4]){ RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH },
      (GdkRGBA[4]){ rgba, rgba, rgba, rgba });
}

/* The only one that is selected has an outline already, which says the same.
 */
static bool
is_outlined (EwStandIns *stand_ins, const char *id)
{
  const char *single = ew_selection_single (stand_ins->canvas->selection);

  return g_strcmp0 (single, id) == 0;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EwStandIns *stand_ins = EW_STAND_INS (widget);
  const EwBoard *board = live_board (stand_ins);
  const char *id = ew_stand_ins_focused (stand_ins);
  const EwObject *object =
      board != NULL && id != NULL ? ew_board_get (board, id) : NULL;

  if (object != NULL && !is_outlined (stand_ins, id))
    append_ring (stand_ins, snapshot, box_of (stand_ins, board, object));
}

/* Tab does not lead in here by itself: it walks in reading order, and that is
 * the window's business. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
dispose (GObject *object)
{
  EwStandIns *stand_ins = EW_STAND_INS (object);
  GtkWidget *child;

  g_clear_handle_id (&stand_ins->rest, g_source_remove);
  leave_board (stand_ins);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (stand_ins))))
    gtk_widget_unparent (child);
  g_clear_pointer (&stand_ins->by_id, g_hash_table_unref);
  G_OBJECT_CLASS (ew_stand_ins_parent_class)->dispose (object);
}

static void
ew_stand_ins_class_init (EwStandInsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;
  widget_class->focus = focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ew_stand_ins_init (EwStandIns *stand_ins)
{
  stand_ins->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_set_can_target (GTK_WIDGET (stand_ins), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stand_ins),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Objects"),
                                  -1);
}

EwStandIns *
ew_stand_ins_new (EwCanvas *canvas)
{
  EwStandIns *stand_ins = g_object_new (EW_TYPE_STAND_INS, NULL);

  stand_ins->canvas = canvas;
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (update_soon),
                           stand_ins, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas->selection, "changed",
                           G_CALLBACK (gtk_widget_queue_draw), stand_ins,
                           G_CONNECT_SWAPPED);
  return stand_ins;
}
