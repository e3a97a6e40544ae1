#include "ew-outline-model.h"

#include "ew-captions.h"
#include "ew-walkthrough.h"

static GListModel *
children_cb (gpointer item, gpointer data)
{
  GListStore *children = ew_outline_row_children (item);

  return children != NULL ? g_object_ref (G_LIST_MODEL (children)) : NULL;
}

void
ew_outline_model_init (EwOutlineModel *model)
{
  model->top = g_list_store_new (EW_TYPE_OUTLINE_ROW);
  model->tree =
      gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (model->top)), FALSE,
                               TRUE, children_cb, NULL, NULL);
  model->rows =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

void
ew_outline_model_clear (EwOutlineModel *model)
{
  g_clear_object (&model->tree);
  g_clear_object (&model->top);
  g_clear_pointer (&model->rows, g_hash_table_unref);
}

static EwOutlineRow *
ensure_row (EwOutlineModel *model, const char *id)
{
  EwOutlineRow *row = g_hash_table_lookup (model->rows, id);

  if (row == NULL) {
    row = ew_outline_row_new (id);
    g_hash_table_insert (model->rows, (gpointer) ew_outline_row_id (row), row);
  }
  return row;
}

static bool
is_at (GListStore *store, guint position, gpointer row)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (G_LIST_MODEL (store), position);

  return item == row;
}

/* Only what lies between the first and the last difference is put anew. */
static void
replace_rows (GListStore *store, GPtrArray *rows)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint head = 0, tail = 0;

  while (head < MIN (old, rows->len) && is_at (store, head, rows->pdata[head]))
    head++;
  while (tail < MIN (old, rows->len) - head &&
         is_at (store, old - 1 - tail, rows->pdata[rows->len - 1 - tail]))
    tail++;
  if (head + tail < MAX (old, rows->len))
    g_list_store_splice (store, head, old - head - tail, rows->pdata + head,
                         rows->len - head - tail);
}

typedef struct {
  EwOutlineModel *model;
  const EwBoard *board;
  const EwReadingOrder *order;
  GHashTable *said; /* ids of rows of captions that are there */
  GPtrArray *folded; /* of EwOutlineRow: nobody asked for what is below yet */
} Update;

/* --- What is said ------------------------------------------------------- */

static void
update_captions (Update *update, EwOutlineRow *owner, GPtrArray *captions)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < captions->len; i++) {
    const EwCaption *caption = captions->pdata[i];
    /* No object's id has this letter. */
    g_autofree char *id =
        g_strdup_printf ("%s#%u", ew_outline_row_id (owner), i);
    EwOutlineRow *row = ensure_row (update->model, id);

    ew_outline_row_set_owner (row, owner);
    ew_outline_row_set_words (row, caption->start, caption->text);
    g_hash_table_add (update->said, g_steal_pointer (&id));
    g_ptr_array_add (rows, row);
  }
  replace_rows (ew_outline_row_open (owner), rows);
}

/* A row is asked only once whether it has any below it: it becomes another one
 * when it gets them.  Returns: (transfer none). */
static EwOutlineRow *
ensure_said (Update *update, EwOutlineRow *row, const EwObject *object)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);
  g_autoptr (GPtrArray) captions =
      walk ? ew_captions_parse (walk->captions) : NULL;

  if (captions == NULL ||
      (captions->len == 0 && ew_outline_row_children (row) == NULL))
    return row;
  if (ew_outline_row_children (row) == NULL) {
    EwOutlineRow *owner = ew_outline_row_owner (row);

    g_hash_table_remove (update->model->rows, object->id);
    row = ensure_row (update->model, object->id);
    ew_outline_row_set_owner (row, owner);
    g_ptr_array_add (update->folded, row);
  }
  update_captions (update, row, captions);
  return row;
}

/* From below, so that a row has its children before it is shown. */
static void
update_level (Update *update, GListStore *store, EwOutlineRow *owner)
{
  const char *id = owner != NULL ? ew_outline_row_id (owner) : NULL;
  GPtrArray *ids = ew_reading_order_children (update->order, id);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    const EwObject *object = ew_board_get (update->board, ids->pdata[i]);
    EwOutlineRow *row;
    guint place, of;

    /* Its object tells of a comment. */
    if (!ew_reading_order_place (update->order, object->id, &place, &of))
      continue;
    row = ensure_row (update->model, object->id);
    ew_outline_row_set_owner (row, owner);
    if (ew_kind_has (object->kind, EW_KIND_CONTAINER))
      update_level (update, ew_outline_row_open (row), row);
    row = ensure_said (update, row, object);
    g_ptr_array_add (rows, row);
  }
  replace_rows (store, rows);
}

static gboolean
is_gone_cb (gpointer id, gpointer row, gpointer data)
{
  const Update *update = data;

  return !ew_reading_order_find (update->order, id, NULL) &&
         !g_hash_table_contains (update->said, id);
}

static GtkTreeListRow *find_tree_row (EwOutlineModel *model, EwOutlineRow *row);

static void
fold (Update *update)
{
  for (guint i = 0; i < update->folded->len; i++) {
    g_autoptr (GtkTreeListRow) row =
        find_tree_row (update->model, update->folded->pdata[i]);

    if (row != NULL)
      gtk_tree_list_row_set_expanded (row, FALSE);
  }
}

void
ew_outline_model_update (EwOutlineModel *model, const EwBoard *board,
                         const EwReadingOrder *order)
{
  g_autoptr (GHashTable) said =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();
  Update update = { model, board, order, said, folded };

  if (board == NULL)
    g_list_store_remove_all (model->top);
  else
    update_level (&update, model->top, NULL);
  fold (&update);
  g_hash_table_foreach_remove (model->rows, is_gone_cb, &update);
}

/* Returns: (transfer full) (nullable). */
static GtkTreeListRow *
find_tree_row (EwOutlineModel *model, EwOutlineRow *row)
{
  EwOutlineRow *owner = ew_outline_row_owner (row);
  GListStore *store =
      owner != NULL ? ew_outline_row_children (owner) : model->top;
  g_autoptr (GtkTreeListRow) above = NULL;
  guint at;

  if (!g_list_store_find (store, row, &at))
    return NULL;
  if (owner == NULL)
    return gtk_tree_list_model_get_child_row (model->tree, at);
  above = find_tree_row (model, owner);
  if (above == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (above, TRUE);
  return gtk_tree_list_row_get_child_row (above, at);
}

bool
ew_outline_model_find (EwOutlineModel *model, const char *id, guint *position)
{
  EwOutlineRow *row = g_hash_table_lookup (model->rows, id);
  g_autoptr (GtkTreeListRow) tree_row =
      row != NULL ? find_tree_row (model, row) : NULL;

  if (tree_row == NULL)
    return false;
  *position = gtk_tree_list_row_get_position (tree_row);
  return true;
}

EwOutlineRow *
ew_outline_model_row_at (EwOutlineModel *model, guint position)
{
  g_autoptr (GtkTreeListRow) tree_row =
      g_list_model_get_item (G_LIST_MODEL (model->tree), position);

  return tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;
}

char *
ew_outline_model_id_at (EwOutlineModel *model, guint position)
{
  g_autoptr (EwOutlineRow) row = ew_outline_model_row_at (model, position);
  EwOutlineRow *object = row;

  if (row != NULL && ew_outline_row_words (row) != NULL)
    object = ew_outline_row_owner (row);
  return object != NULL ? g_strdup (ew_outline_row_id (object)) : NULL;
}
