#include "bench.h"

#include "ew-kinds.h"
#include "ew-order.h"
#include "ew-store.h"
#include "ew-string.h"
#include "ew-verbs.h"

#include <glib/gstdio.h>

/* The board's id is the same in every workspace made from a neutral board. */
#define BOARD_ID "01930000-0000-7000-8000-00000000b0a4"
/* What is made before this changes is made anew. */
#define RECIPE 1

void
bench_board_clear (BenchBoard *board)
{
  g_clear_pointer (&board->workspace, g_free);
  g_clear_pointer (&board->board, g_free);
  g_clear_pointer (&board->drag, g_free);
}

/* A UUIDv7 as the program would have made it, but the same every time. */
static char *
id_of (const char *neutral)
{
  guint64 time = 0x019300000000 + g_ascii_strtoull (neutral + 1, NULL, 10);
  guint32 mix = g_str_hash (neutral) * 2654435761u;

  return g_strdup_printf ("%08x-%04x-7%03x-a%03x-%08x%04x",
                          (guint) (time >> 16), (guint) (time & 0xffff),
                          mix >> 20, mix & 0xfff, mix * 40503u, mix & 0xffff);
}

static EwObject *
note_of (JsonObject *note)
{
  g_autofree char *id = id_of (json_object_get_string_member (note, "id"));
  EwObject *object = ew_object_new (&ew_kind_note, id);
  gsize color = json_object_get_int_member (note, "color");

  ew_object_set_box (object,
                     (EwRect){ json_object_get_int_member (note, "x"),
                               json_object_get_int_member (note, "y"),
                               json_object_get_int_member (note, "w"),
                               json_object_get_int_member (note, "h") });
  ew_object_set_string (object, "color", ew_color_names[color]);
  ew_object_set_string (object, "text",
                        json_object_get_string_member (note, "text"));
  return object;
}

static EwObject *
connector_of (JsonObject *connector)
{
  static const char *const ends[] = { "from", "to" };
  g_autofree char *id = id_of (json_object_get_string_member (connector, "id"));
  EwObject *object = ew_object_new (&ew_kind_connector, id);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *end =
        id_of (json_object_get_string_member (connector, ends[i]));
    EwAnchor anchor = { .object = ew_string_new (end), .spot = EW_SPOT_AUTO };

    ew_field_set_anchor (ew_kind_find_field (&ew_kind_connector, ends[i]),
                         &object->record, &anchor);
    g_ref_string_release (anchor.object);
  }
  return object;
}

typedef EwObject *(*Make) (JsonObject *);

/* Adds all of @array, each in front of the one before. */
static void
add_all (EwEdit *edit, JsonArray *array, Make make, char **front)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_autoptr (EwObject) object =
        make (json_array_get_object_element (array, i));
    char *z = ew_order_between (*front, NULL);

    ew_object_set_string (object, "z", z);
    ew_edit_add (edit, NULL, object);
    ew_string_take (front, z);
  }
}

static void
add_self (EwEdit *edit, const char *title)
{
  g_autoptr (EwObject) self = ew_object_new (&ew_kind_board, EW_BOARD_SELF);

  ew_object_set_string (self, "title", title);
  ew_edit_add (edit, NULL, self);
}

static bool
commit (const char *workspace, EwEdit *edit, GError **error)
{
  g_autoptr (EwStore) store = ew_store_create (workspace, "Bench", error);
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autofree char *tip = NULL;

  if (!store)
    return false;
  g_ptr_array_add (edits, ew_board_edit_new (BOARD_ID, edit));
  tip = ew_store_commit (store, edits, "Bench", error);
  return tip != NULL;
}

bool
bench_board_make_empty (const char *workspace, GError **error)
{
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);

  add_self (edit, "Bench");
  return commit (workspace, edit, error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_tree (inner);
  }
  g_remove (path);
}

static void
remember (const char *where, const char *drag, guint notes)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, "board", "recipe", RECIPE);
  g_key_file_set_integer (file, "board", "notes", (int) notes);
  g_key_file_set_string (file, "board", "drag", drag);
  g_key_file_save_to_file (file, where, NULL);
}

static bool
convert (const char *path, const char *workspace, const char *memory,
         GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  g_autofree char *front = NULL;
  char *last = NULL;
  JsonObject *board;
  JsonArray *notes;

  if (!json_parser_load_from_file (parser, path, error))
    return false;
  board = json_node_get_object (json_parser_get_root (parser));
  notes = json_object_get_array_member (board, "notes");
  add_self (edit, "Bench");
  add_all (edit, notes, note_of, &last);
  add_all (edit, json_object_get_array_member (board, "connectors"),
           connector_of, &last);
  ew_string_take (&last, NULL);
  remove_tree (workspace);
  if (!commit (workspace, edit, error))
    return false;
  if (!json_object_get_null_member (board, "drag"))
    front = id_of (json_object_get_string_member (board, "drag"));
  remember (memory, front ? front : "", json_array_get_length (notes));
  return true;
}

static bool
is_newer (const char *one, const char *than)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (than, &b) == 0 &&
         a.st_mtime >= b.st_mtime;
}

static bool
recall (const char *path, const char *memory, BenchBoard *board)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!is_newer (memory, path) ||
      !g_key_file_load_from_file (file, memory, G_KEY_FILE_NONE, NULL) ||
      g_key_file_get_integer (file, "board", "recipe", NULL) != RECIPE)
    return false;
  board->notes = (guint) g_key_file_get_integer (file, "board", "notes", NULL);
  board->drag = g_key_file_get_string (file, "board", "drag", NULL);
  return true;
}

bool
bench_board_find (const char *path, BenchBoard *board, GError **error)
{
  g_autofree char *memory = g_strconcat (path, ".elsewhen.ini", NULL);

  board->workspace = g_strconcat (path, ".elsewhen", NULL);
  board->board = g_strdup (BOARD_ID);
  if (recall (path, memory, board))
    return true;
  if (!convert (path, board->workspace, memory, error))
    return false;
  if (recall (path, memory, board))
    return true;
  g_set_error (error, BENCH_ERROR, 0, "%s could not be written", memory);
  return false;
}
