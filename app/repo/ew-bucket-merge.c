#include "ew-bucket-merge.h"

#include "ew-board-file.h"
#include "ew-bucket-rows.h"

#include <string.h>

void
ew_file_merge_clear (EwFileMerge *merge)
{
  g_clear_pointer (&merge->base, g_bytes_unref);
  for (int i = 0; i < EW_N_SIDES; i++)
    g_clear_pointer (&merge->side[i], g_bytes_unref);
}

static const char *
text_of (GBytes *bytes)
{
  const char *text = bytes ? g_bytes_get_data (bytes, NULL) : NULL;

  return text ? text : "";
}

static gsize
length_of (GBytes *bytes)
{
  return bytes ? g_bytes_get_size (bytes) : 0;
}

/* --- One object ----------------------------------------------------------- */

typedef struct {
  const EwFileMerge *merge;
  const char *id;
} Asked;

static gint64
time_cb (const char *member, EwSide side, gpointer data)
{
  const Asked *asked = data;
  EwBlamed what = { asked->merge->path, asked->id, member };

  return asked->merge->time_of (&what, side, asked->merge->data);
}

static EwObject *
merge_one (const EwFileMerge *merge, const char *id, const EwObject *base,
           const EwObject *const sides[EW_N_SIDES])
{
  Asked asked = { merge, id };
  EwMergeTimes times = { .of = time_cb, .data = &asked };

  return ew_merge_object (base, sides, &times);
}

/* --- A bucket, laid out as we do it --------------------------------------- */

#define BASE EW_N_SIDES
#define N_VERSIONS (EW_N_SIDES + 1)

typedef struct {
  const EwFileMerge *merge;
  EwBucketRows rows;
  GString *out;
  GPtrArray *faults;
} Lines;

static void
lines_clear (Lines *lines)
{
  ew_bucket_rows_clear (&lines->rows);
  if (lines->out)
    g_string_free (lines->out, TRUE);
  g_clear_pointer (&lines->faults, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lines, lines_clear)

static bool
lines_begin (Lines *lines, const EwFileMerge *merge, guint bucket)
{
  GBytes *versions[N_VERSIONS] = {
    [BASE] = merge->base,
    [EW_SIDE_OURS] = merge->side[EW_SIDE_OURS],
    [EW_SIDE_THEIRS] = merge->side[EW_SIDE_THEIRS],
  };

  lines->merge = merge;
  lines->out = ew_bucket_begin (bucket);
  lines->faults = ew_faults_new ();
  return ew_bucket_rows_begin (&lines->rows, bucket, versions, N_VERSIONS);
}

/* Returns: (transfer full) (nullable): NULL, with a fault, when it cannot be
 * read. */
static EwObject *
read_line (Lines *lines, const EwBucketLine *line, int version)
{
  g_autoptr (GError) error = NULL;
  EwObject *object;

  if (!line)
    return NULL;
  object = ew_object_from_json (line->text, (gssize) line->length, &error);
  if (!object && version != BASE)
    ew_faults_add (lines->faults, EW_FAULT_DAMAGE, lines->merge->path,
                   ew_bucket_rows_number (&lines->rows, version), "", "%s",
                   error->message);
  return object;
}

static void
add_object (Lines *lines, const EwObject *object)
{
  g_autofree char *text = NULL;

  if (!object)
    return;
  text = ew_object_to_json (object, EW_JSON_WRITE_CANONICAL);
  ew_bucket_add_line (lines->out, text, strlen (text));
}

/* Lines that differ may still say the same. */
static void
merge_row (Lines *lines, const EwBucketLine *const row[N_VERSIONS])
{
  g_autoptr (EwObject) base = read_line (lines, row[BASE], BASE);
  g_autoptr (EwObject) ours =
      read_line (lines, row[EW_SIDE_OURS], EW_SIDE_OURS);
  g_autoptr (EwObject) theirs =
      read_line (lines, row[EW_SIDE_THEIRS], EW_SIDE_THEIRS);
  const EwObject *any = ours ? ours : theirs;
  g_autoptr (EwObject) merged = NULL;

  if (!any)
    return;
  merged = merge_one (lines->merge, any->id, base,
                      (const EwObject *const[]){ ours, theirs });
  add_object (lines, merged);
}

static void
put_row (Lines *lines, const EwBucketLine *const row[N_VERSIONS])
{
  const EwBucketLine *ours = row[EW_SIDE_OURS], *theirs = row[EW_SIDE_THEIRS];

  if (!ew_bucket_line_equal (ours, theirs) ||
      !ew_bucket_line_equal (ours, row[BASE]))
    merge_row (lines, row);
  else if (ours)
    ew_bucket_add_line (lines->out, ours->text, ours->length);
}

static bool
merge_lines (Lines *lines, char **text, GError **error)
{
  const EwBucketLine *row[N_VERSIONS];

  while (ew_bucket_rows_next (&lines->rows, row))
    put_row (lines, row);
  if (!ew_faults_allow_writing (lines->faults, error))
    return false;
  *text = ew_bucket_end (g_steal_pointer (&lines->out));
  return true;
}

/* --- A bucket in any other form ------------------------------------------- */

typedef struct {
  GPtrArray *objects;
  GHashTable *by_id;
} Version;

static void
version_clear (Version *version)
{
  g_clear_pointer (&version->by_id, g_hash_table_unref);
  g_clear_pointer (&version->objects, g_ptr_array_unref);
}

static void
read_version (const EwFileMerge *merge, guint bucket, GBytes *bytes,
              Version *version, GPtrArray *faults)
{
  version->objects = ew_objects_new ();
  if (bytes)
    ew_bucket_read (bucket, text_of (bytes), length_of (bytes), merge->path,
                    version->objects, faults);
  version->by_id = ew_objects_by_id (version->objects);
}

/* The base has nothing of its own to add: what neither side has, both
 * deleted. */
static GPtrArray *
merge_versions (const EwFileMerge *merge, const Version versions[N_VERSIONS])
{
  GPtrArray *merged = ew_objects_new ();
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (int s = 0; s < EW_N_SIDES; s++)
    for (guint i = 0; i < versions[s].objects->len; i++) {
      const EwObject *object = versions[s].objects->pdata[i];
      const EwObject *both[EW_N_SIDES] = {
        g_hash_table_lookup (versions[EW_SIDE_OURS].by_id, object->id),
        g_hash_table_lookup (versions[EW_SIDE_THEIRS].by_id, object->id),
      };
      EwObject *one = NULL;

      if (!g_hash_table_add (done, object->id))
        continue;
      one = merge_one (merge, object->id,
                       g_hash_table_lookup (versions[BASE].by_id, object->id),
                       both);
      if (one)
        g_ptr_array_add (merged, one);
    }
  return merged;
}

static bool
merge_whole (const EwFileMerge *merge, guint bucket, char **text,
             GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GPtrArray) unread = ew_faults_new ();
  g_autoptr (GPtrArray) merged = NULL;
  Version versions[N_VERSIONS] = { 0 };
  bool ok;

  read_version (merge, bucket, merge->base, &versions[BASE], unread);
  for (int i = 0; i < EW_N_SIDES; i++)
    read_version (merge, bucket, merge->side[i], &versions[i], faults);
  ok = ew_faults_allow_writing (faults, error);
  if (ok) {
    merged = merge_versions (merge, versions);
    *text = ew_bucket_write (bucket, merged);
  }
  for (int i = 0; i < N_VERSIONS; i++)
    version_clear (&versions[i]);
  return ok;
}

bool
ew_file_merge_bucket (const EwFileMerge *merge, guint bucket, char **text,
                      GError **error)
{
  g_auto (Lines) lines = { 0 };

  if (lines_begin (&lines, merge, bucket))
    return merge_lines (&lines, text, error);
  return merge_whole (merge, bucket, text, error);
}

/* --- The board's own file ------------------------------------------------- */

static EwObject *
read_self (const EwFileMerge *merge, GBytes *bytes, GPtrArray *faults)
{
  if (!bytes)
    return NULL;
  return ew_board_file_read (text_of (bytes), length_of (bytes), merge->path,
                             faults);
}

bool
ew_file_merge_board (const EwFileMerge *merge, char **text, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GPtrArray) unread = ew_faults_new ();
  g_autoptr (EwObject) base = read_self (merge, merge->base, unread);
  g_autoptr (EwObject) ours =
      read_self (merge, merge->side[EW_SIDE_OURS], faults);
  g_autoptr (EwObject) theirs =
      read_self (merge, merge->side[EW_SIDE_THEIRS], faults);
  g_autoptr (EwObject) merged = NULL;

  if (!ew_faults_allow_writing (faults, error))
    return false;
  merged = merge_one (merge, EW_BOARD_SELF, base,
                      (const EwObject *const[]){ ours, theirs });
  *text = merged ? ew_board_file_write (merged) : NULL;
  return true;
}

/* --- Any other file ------------------------------------------------------- */

static git_merge_file_input
input_of (GBytes *bytes)
{
  git_merge_file_input input = GIT_MERGE_FILE_INPUT_INIT;

  input.ptr = text_of (bytes);
  input.size = length_of (bytes);
  return input;
}

static int
merge_by_lines (const EwFileMerge *merge, git_merge_file_result *result)
{
  git_merge_file_input base = input_of (merge->base);
  git_merge_file_input ours = input_of (merge->side[EW_SIDE_OURS]);
  git_merge_file_input theirs = input_of (merge->side[EW_SIDE_THEIRS]);
  git_merge_file_options options = GIT_MERGE_FILE_OPTIONS_INIT;

  options.our_label = "ours";
  options.their_label = "theirs";
  return git_merge_file (result, &base, &ours, &theirs, &options);
}

static bool
is_json (const EwFileMerge *merge, const git_merge_file_result *result)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) root = NULL;

  if (!g_str_has_suffix (merge->path, ".json"))
    return true;
  root = ew_json_parse (result->ptr, result->len, EW_JSON_STRICT, &fault);
  return root != NULL;
}

static bool
is_binary (GBytes *bytes)
{
  return !bytes || memchr (text_of (bytes), '\0', length_of (bytes)) != NULL;
}

bool
ew_file_merge_lines (const EwFileMerge *merge, char **text)
{
  git_merge_file_result result = { 0 };
  bool ok;

  if (!merge->base || is_binary (merge->side[EW_SIDE_OURS]) ||
      is_binary (merge->side[EW_SIDE_THEIRS]))
    return false;
  ok = merge_by_lines (merge, &result) == 0 && result.automergeable &&
       is_json (merge, &result);
  if (ok)
    *text = g_strndup (result.ptr, result.len);
  git_merge_file_result_free (&result);
  return ok;
}

char *
ew_file_merge_mark (const EwFileMerge *merge)
{
  git_merge_file_result result = { 0 };
  GBytes *ours = merge->side[EW_SIDE_OURS];
  char *text = merge_by_lines (merge, &result) == 0
                   ? g_strndup (result.ptr, result.len)
                   : g_strndup (text_of (ours), length_of (ours));

  git_merge_file_result_free (&result);
  return text;
}

EwSide
ew_file_merge_pick (const EwFileMerge *merge)
{
  EwBlamed what = { .path = merge->path };
  gint64 ours = merge->time_of (&what, EW_SIDE_OURS, merge->data);
  gint64 theirs = merge->time_of (&what, EW_SIDE_THEIRS, merge->data);

  if (ours != theirs)
    return ours > theirs ? EW_SIDE_OURS : EW_SIDE_THEIRS;
  if (!merge->side[EW_SIDE_OURS] || !merge->side[EW_SIDE_THEIRS])
    return merge->side[EW_SIDE_OURS] ? EW_SIDE_OURS : EW_SIDE_THEIRS;
  return g_bytes_compare (merge->side[EW_SIDE_OURS],
                          merge->side[EW_SIDE_THEIRS]) > 0
             ? EW_SIDE_OURS
             : EW_SIDE_THEIRS;
}
