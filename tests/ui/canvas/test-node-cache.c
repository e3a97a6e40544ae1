/* What is painted again, and what is not. */
#include "desk.h"
#include "ew-node-cache.h"

#include "ew-palette.h"

typedef struct {
  Desk desk;
  EwNodeCache *cache;
  EwScheme scheme;
  double scale;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  desk_set_up (&fixture->desk, data);
  fixture->cache = ew_node_cache_new ();
  fixture->scale = 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ew_node_cache_free (fixture->cache);
  desk_tear_down (&fixture->desk, data);
}

/* Asks for every picture of the board; tells how many had to be painted. */
static guint
frame (Fixture *fixture)
{
  const EwBoard *board = desk_board (&fixture->desk);
  EwNodeView view = { board, ew_palette_get (fixture->scheme), fixture->scale };
  guint before = ew_node_cache_painted (fixture->cache);

  ew_node_cache_begin (fixture->cache, &view, G_MAXINT64);
  for (guint i = 0; i < ew_board_size (board); i++)
    g_assert_nonnull (ew_node_cache_get (fixture->cache, i));
  g_assert_false (ew_node_cache_end (fixture->cache));
  return ew_node_cache_painted (fixture->cache) - before;
}

static char *
note_at (Fixture *fixture, double x)
{
  const char *fields[] = { "text", "Ship it", NULL };

  return desk_add (&fixture->desk, "note", (EwRect){ x, 0, 100, 100 }, fields);
}

static void
apply (Fixture *fixture, EwEdit *edit)
{
  g_autoptr (EwEdit) owned = edit;

  ew_session_apply (fixture->desk.session, fixture->desk.board_id, owned, 0,
                    NULL);
}

static GPtrArray *
only (char *id)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, id);
  return ids;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = note_at (fixture, 0);
  g_autofree char *b = note_at (fixture, 200);
  g_autoptr (GPtrArray) ids = only (a);

  g_assert_cmpuint (frame (fixture), ==, 2);
  g_assert_cmpuint (frame (fixture), ==, 0);
  apply (fixture,
         ew_verb_set (desk_board (&fixture->desk), ids, "text", "Now", NULL));
  g_assert_cmpuint (frame (fixture), ==, 1);
}

/* What only moves, or is put in front, looks as before. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = note_at (fixture, 0);
  g_autofree char *b = note_at (fixture, 200);
  g_autoptr (GPtrArray) ids = only (a);

  frame (fixture);
  apply (fixture,
         ew_verb_move (desk_board (&fixture->desk), ids, (EwPoint){ 33.3, 4 }));
  apply (fixture, ew_verb_raise (desk_board (&fixture->desk), ids, true));
  g_assert_cmpuint (frame (fixture), ==, 0);
  apply (fixture, ew_verb_resize (desk_board (&fixture->desk), a,
                                  (EwRect){ 0, 0, 120, 100 }));
  g_assert_cmpuint (frame (fixture), ==, 1);
}

/* A line changes with what it is tied to, though its own value does not. */
static void
test_tied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = note_at (fixture, 0);
  g_autofree char *b = note_at (fixture, 400);
  EwAnchor from = { .object = a, .spot = EW_SPOT_AUTO };
  EwAnchor to = { .object = b, .spot = EW_SPOT_AUTO };
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) tied = NULL;

  apply (fixture,
         ew_verb_connect (desk_board (&fixture->desk),
                          ew_kind_by_name ("connector"), &from, &to, &line));
  tied = only (line);
  g_assert_cmpuint (frame (fixture), ==, 3);
  ew_node_cache_drop (fixture->cache, tied);
  g_assert_cmpuint (frame (fixture), ==, 1);
}

static void
test_scheme_and_scale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = note_at (fixture, 0);

  frame (fixture);
  fixture->scheme = EW_SCHEME_DARK;
  g_assert_cmpuint (frame (fixture), ==, 1);
  fixture->scale = 1.2;
  g_assert_cmpuint (frame (fixture), ==, 0);
  fixture->scale = 0.2;
  g_assert_cmpuint (frame (fixture), ==, 1);
}

/* Past the deadline another zoom's picture will do, and is made good later. */
static void
test_deadline (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = note_at (fixture, 0);
  EwNodeView view = { desk_board (&fixture->desk),
                      ew_palette_get (EW_SCHEME_LIGHT), 0.1 };
  guint before;

  frame (fixture);
  before = ew_node_cache_painted (fixture->cache);
  ew_node_cache_begin (fixture->cache, &view, 0);
  g_assert_nonnull (ew_node_cache_get (fixture->cache, 0));
  g_assert_true (ew_node_cache_end (fixture->cache));
  g_assert_cmpuint (ew_node_cache_painted (fixture->cache), ==, before);
  fixture->scale = 0.1;
  g_assert_cmpuint (frame (fixture), ==, 1);
}

static void
get_bounds (Fixture *fixture, guint index, graphene_rect_t *bounds)
{
  EwNodeView view = { desk_board (&fixture->desk),
                      ew_palette_get (EW_SCHEME_LIGHT), 1 };

  ew_node_cache_begin (fixture->cache, &view, G_MAXINT64);
  gsk_render_node_get_bounds (ew_node_cache_get (fixture->cache, index),
                              bounds);
  ew_node_cache_end (fixture->cache);
}

/* A note at the end of the world is as sharp as one at its middle, though a
 * float there has steps of many px. */
static void
test_far_away (Fixture *fixture, gconstpointer data)
{
  const char *fields[] = { "text", "Ship it", NULL };
  g_autofree char *near = note_at (fixture, 0);
  g_autofree char *far = desk_add (
      &fixture->desk, "note", (EwRect){ 9e10 + 0.5, -9e10, 100, 100 }, fields);
  graphene_rect_t a, b;

  get_bounds (fixture, 0, &a);
  get_bounds (fixture, 1, &b);
  g_assert_cmpfloat_with_epsilon (a.origin.x, b.origin.x, 0.1);
  g_assert_cmpfloat_with_epsilon (a.size.width, b.size.width, 0.1);
  g_assert_cmpfloat_with_epsilon (a.size.height, b.size.height, 0.1);
}

#define CASE(name, function) \
  g_test_add ("/canvas/node-cache/" name, Fixture, NULL, set_up, function, \
              tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  CASE ("kept", test_kept);
  CASE ("moved", test_moved);
  CASE ("tied", test_tied);
  CASE ("scheme-and-scale", test_scheme_and_scale);
  CASE ("deadline", test_deadline);
  CASE ("far-away", test_far_away);
  return g_test_run ();
}
