/* A diagram of ten connectors, rearranged again and again: no end leaves what
 * it is tied to, and no line runs through the two boxes it connects. */
#include "board-for-tests.h"

#include "ew-route.h"

#include <math.h>

#define BOXES 8
#define LINES 10
#define ROUNDS 200
#define FIELD 260 /* px: the boxes stand in fields of a grid, one in each */
#define COLUMNS 6

static const char *const routes[] = { "straight", "curved", "elbow" };
static const EwRouteForm forms[] = { EW_ROUTE_STRAIGHT, EW_ROUTE_CURVED,
                                     EW_ROUTE_ELBOW };

typedef struct {
  EwBoard *board;
  char *boxes[BOXES], *lines[LINES];
} Diagram;

static void
set_up (Diagram *diagram, gconstpointer data)
{
  diagram->board = ew_board_new ("diagram");
  for (guint i = 0; i < BOXES; i++) {
    EwRect box = { (i % COLUMNS) * FIELD, (i / COLUMNS) * FIELD, 120,
                   60 + 10 * i };

    diagram->boxes[i] = g_strdup_printf ("box-%u", i);
    board_add (diagram->board, i % 2 ? "note" : "shape", diagram->boxes[i],
               box);
  }
  for (guint i = 0; i < LINES; i++) {
    EwAnchor from = { .object = diagram->boxes[i % BOXES],
                      .spot = EW_SPOT_AUTO };
    EwAnchor to = { .object = diagram->boxes[(i * 3 + 1 + i / BOXES) % BOXES],
                    .spot = EW_SPOT_AUTO };

    if (g_str_equal (from.object, to.object))
      to.object = diagram->boxes[(i + 4) % BOXES];
    board_do (diagram->board,
              ew_verb_connect (diagram->board, &ew_kind_connector, &from, &to,
                               &diagram->lines[i]));
    board_set (diagram->board, diagram->lines[i], "route", routes[i % 3]);
  }
}

static void
tear_down (Diagram *diagram, gconstpointer data)
{
  ew_board_unref (diagram->board);
  for (guint i = 0; i < BOXES; i++)
    g_free (diagram->boxes[i]);
  for (guint i = 0; i < LINES; i++)
    g_free (diagram->lines[i]);
}

/* Each into another field, so that none lies on another. */
static void
rearrange (Diagram *diagram)
{
  guint fields[COLUMNS * COLUMNS];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fields[i] = i;
  for (guint i = 0; i < BOXES; i++) {
    g_autoptr (GPtrArray) one = board_ids (diagram->boxes[i]);
    EwRect is = board_box (diagram->board, diagram->boxes[i]);
    guint k = g_test_rand_int_range ((gint) i, (gint) G_N_ELEMENTS (fields));
    guint field = fields[k];
    EwPoint to = { (field % COLUMNS) * FIELD + g_test_rand_int_range (0, 60),
                   (field / COLUMNS) * FIELD + g_test_rand_int_range (0, 60) };

    fields[k] = fields[i];
    fields[i] = field;
    board_do (diagram->board,
              ew_verb_move (diagram->board, one,
                            (EwPoint){ to.x - is.x, to.y - is.y }));
  }
}

static const EwAnchor *
end_of (const EwObject *line, const char *field)
{
  return ew_field_get_anchor (ew_kind_find_field (line->kind, field),
                              &line->record);
}

/* An arrow's tip stands a little beside what it points to. */
static void
assert_at_outline (EwPoint at, EwRect box)
{
  g_assert_true (ew_rect_contains (ew_rect_grow (box, 6), at));
  g_assert_false (ew_rect_contains (ew_rect_grow (box, -1), at));
}

static void
assert_apart (const EwRoute *route, EwRect box)
{
  EwRect in = ew_rect_grow (box, -1);

  for (guint i = 0; i + 1 < route->n; i++) {
    EwPoint a = route->p[i], b = route->p[i + 1];

    g_assert_false (MAX (a.x, b.x) > in.x && MIN (a.x, b.x) < in.x + in.w &&
                    MAX (a.y, b.y) > in.y && MIN (a.y, b.y) < in.y + in.h);
  }
}

static void
assert_line (Diagram *diagram, const char *id, EwRouteForm form)
{
  const EwObject *line = ew_board_get (diagram->board, id);
  const EwAnchor *from = end_of (line, "from"), *to = end_of (line, "to");
  EwRoute route = ew_route_find (diagram->board, from, to, form);
  EwRect start = board_box (diagram->board, from->object);
  EwRect end = board_box (diagram->board, to->object);
  EwPoint ends[2];

  line->kind->ends (line, diagram->board, ends);
  g_assert_cmpfloat_with_epsilon (
      ew_point_distance (ends[0], ew_route_from (&route)), 0, 0.01);
  assert_at_outline (ew_route_from (&route), start);
  assert_at_outline (ew_route_to (&route), end);
  if (form != EW_ROUTE_ELBOW)
    return;
  assert_apart (&route, start);
  assert_apart (&route, end);
}

static void
test_rearranged (Diagram *diagram, gconstpointer data)
{
  for (guint round = 0; round < ROUNDS; round++) {
    rearrange (diagram);
    for (guint i = 0; i < LINES; i++)
      assert_line (diagram, diagram->lines[i], forms[i % 3]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/diagram/rearranged", Diagram, NULL, set_up, test_rearranged,
              tear_down);
  return g_test_run ();
}
