#include "ew-outline-row.h"

struct _EwOutlineRow {
  GObject parent_instance;
  char *id;
  char *words; /* of what is said, else NULL */
  gint64 time; /* ms */
  GListStore *children;
  EwOutlineRow *owner;
};

G_DEFINE_FINAL_TYPE (EwOutlineRow, ew_outline_row, G_TYPE_OBJECT)

static void
finalize (GObject *object)
{
  EwOutlineRow *row = EW_OUTLINE_ROW (object);

  g_free (row->id);
  g_free (row->words);
  g_clear_object (&row->children);
  G_OBJECT_CLASS (ew_outline_row_parent_class)->finalize (object);
}

static void
ew_outline_row_class_init (EwOutlineRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static void
ew_outline_row_init (EwOutlineRow *row)
{
}

EwOutlineRow *
ew_outline_row_new (const char *id)
{
  EwOutlineRow *row = g_object_new (EW_TYPE_OUTLINE_ROW, NULL);

  row->id = g_strdup (id);
  return row;
}

const char *
ew_outline_row_id (EwOutlineRow *row)
{
  return row->id;
}

void
ew_outline_row_set_words (EwOutlineRow *row, gint64 ms, const char *words)
{
  g_free (row->words);
  row->words = g_strdup (words);
  row->time = ms;
}

const char *
ew_outline_row_words (EwOutlineRow *row)
{
  return row->words;
}

gint64
ew_outline_row_time (EwOutlineRow *row)
{
  return row->time;
}

GListStore *
ew_outline_row_children (EwOutlineRow *row)
{
  return row->children;
}

GListStore *
ew_outline_row_open (EwOutlineRow *row)
{
  if (row->children == NULL)
    row->children = g_list_store_new (EW_TYPE_OUTLINE_ROW);
  return row->children;
}

EwOutlineRow *
ew_outline_row_owner (EwOutlineRow *row)
{
  return row->owner;
}

void
ew_outline_row_set_owner (EwOutlineRow *row, EwOutlineRow *owner)
{
  row->owner = owner;
}
