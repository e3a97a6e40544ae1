#include "ew-marks.h"

#include "ew-error.h"
#include "ew-json-guard.h"
#include "ew-json-write.h"
#include "ew-lock.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FILE_NAME "private.json"
#define LOCK_NAME "private.lock"
#define LOCK_SECONDS 10

struct _EwMarks {
  GHashTable *drawers[EW_N_MARKS]; /* word → word, "" when taken away */
};

static const char *const names[EW_N_MARKS] = {
  [EW_MARK_SEEN] = "seen",    [EW_MARK_READ] = "read",
  [EW_MARK_DRAFT] = "drafts", [EW_MARK_SNOOZED] = "snoozed",
  [EW_MARK_DONE] = "done",    [EW_MARK_UNFOLLOWED] = "unfollowed",
  [EW_MARK_KEPT] = "kept",    [EW_MARK_TOLD] = "told",
};

EwMarks *
ew_marks_new (void)
{
  EwMarks *marks = g_new (EwMarks, 1);

  for (guint i = 0; i < EW_N_MARKS; i++)
    marks->drawers[i] =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return marks;
}

EwMarks *
ew_marks_copy (const EwMarks *marks)
{
  EwMarks *copy = ew_marks_new ();

  ew_marks_add (copy, marks);
  return copy;
}

void
ew_marks_free (EwMarks *marks)
{
  if (!marks)
    return;
  for (guint i = 0; i < EW_N_MARKS; i++)
    g_hash_table_unref (marks->drawers[i]);
  g_free (marks);
}

const char *
ew_marks_get (const EwMarks *marks, EwMark mark, const char *key)
{
  const char *value = g_hash_table_lookup (marks->drawers[mark], key);

  return value ? value : "";
}

gint64
ew_marks_get_int (const EwMarks *marks, EwMark mark, const char *key)
{
  return g_ascii_strtoll (ew_marks_get (marks, mark, key), NULL, 10);
}

void
ew_marks_set (EwMarks *marks, EwMark mark, const char *key, const char *value)
{
  g_hash_table_replace (marks->drawers[mark], g_strdup (key), g_strdup (value));
}

void
ew_marks_set_int (EwMarks *marks, EwMark mark, const char *key, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  ew_marks_set (marks, mark, key, text);
}

void
ew_marks_add (EwMarks *marks, const EwMarks *later)
{
  for (guint i = 0; i < EW_N_MARKS; i++) {
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init (&iter, later->drawers[i]);
    while (g_hash_table_iter_next (&iter, &key, &value))
      ew_marks_set (marks, i, key, value);
  }
}

static void
read_drawer (EwMarks *marks, EwMark mark, JsonObject *members)
{
  JsonNode *drawer = json_object_get_member (members, names[mark]);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (!drawer || !JSON_NODE_HOLDS_OBJECT (drawer))
    return;
  json_object_iter_init (&iter, json_node_get_object (drawer));
  while (json_object_iter_next (&iter, &key, &value))
    if (JSON_NODE_HOLDS_VALUE (value) &&
        json_node_get_value_type (value) == G_TYPE_STRING)
      ew_marks_set (marks, mark, key, json_node_get_string (value));
}

EwMarks *
ew_marks_read (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, FILE_NAME, NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  EwMarks *marks = ew_marks_new ();
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return marks;
  node = ew_json_parse (text, length, EW_JSON_JOURNAL, NULL);
  if (!node || !JSON_NODE_HOLDS_OBJECT (node)) {
    g_rename (path, aside);
    return marks;
  }
  for (guint i = 0; i < EW_N_MARKS; i++)
    read_drawer (marks, i, json_node_get_object (node));
  return marks;
}

static void
append_drawer (GString *out, const EwMarks *marks, EwMark mark)
{
  g_autoptr (GList) keys = g_list_sort (
      g_hash_table_get_keys (marks->drawers[mark]), (GCompareFunc) g_strcmp0);
  const char *separator = "";

  g_string_append_printf (out, ",\"%s\":{", names[mark]);
  for (GList *l = keys; l; l = l->next) {
    const char *value = ew_marks_get (marks, mark, l->data);

    if (*value == '\0')
      continue;
    g_string_append (out, separator);
    ew_json_append_string (out, l->data);
    g_string_append_c (out, ':');
    ew_json_append_string (out, value);
    separator = "\n,";
  }
  g_string_append (out, "}\n");
}

static bool
put (const char *dir, const EwMarks *marks, GError **error)
{
  g_autofree char *path = g_build_filename (dir, FILE_NAME, NULL);
  g_autoptr (GString) out = g_string_new ("{\"format\":1\n");
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; i < EW_N_MARKS; i++)
    append_drawer (out, marks, i);
  g_string_append (out, "}\n");
  if (g_file_set_contents_full (path, out->str, out->len,
                                G_FILE_SET_CONTENTS_CONSISTENT |
                                    G_FILE_SET_CONTENTS_DURABLE,
                                0600, &reason))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("What you read and put off could not be kept: %s"),
               reason->message);
  return false;
}

bool
ew_marks_write (const char *dir, const EwMarks *changes, GError **error)
{
  g_autofree char *path = g_build_filename (dir, LOCK_NAME, NULL);
  int lock = ew_lock_alone (path, LOCK_SECONDS, NULL, error);
  g_autoptr (EwMarks) marks = NULL;
  bool is_done;

  if (lock < 0)
    return false;
  marks = ew_marks_read (dir);
  ew_marks_add (marks, changes);
  is_done = put (dir, marks, error);
  ew_lock_release (lock);
  return is_done;
}
