/* What goes from one repository to another: large, hostile, or not to its
 * end. */
#include "repo-fixture.h"

#include "ew-git.h"
#include "ew-tree-depth.h"

#include <git2/sys/odb_backend.h>
#include <string.h>

static git_repository *
open_repo (const char *path)
{
  git_repository *repo = NULL;

  ew_git_init ();
  g_assert_cmpint (git_repository_open_bare (&repo, path), ==, 0);
  return repo;
}

/* One folder around what @oid is. */
static void
wrap (git_repository *repo, git_oid *oid, git_filemode_t mode)
{
  g_autoptr (git_treebuilder) builder = NULL;

  g_assert_cmpint (git_treebuilder_new (&builder, repo, NULL), ==, 0);
  git_treebuilder_insert (NULL, builder, "d", oid, mode);
  g_assert_cmpint (git_treebuilder_write (oid, builder), ==, 0);
}

/* @depth folders, one in another.  Nobody waits for a disk here. */
static git_oid
dig (git_repository *repo, guint depth)
{
  git_oid oid;

  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
  git_blob_create_from_buffer (&oid, repo, "x", 1);
  for (guint i = 0; i < depth; i++)
    wrap (repo, &oid, i == 0 ? GIT_FILEMODE_BLOB : GIT_FILEMODE_TREE);
  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  return oid;
}

static void
test_depth (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (git_repository) repo = open_repo (remote);
  g_autoptr (GHashTable) depths = ew_depths_new ();
  g_autoptr (GHashTable) again = ew_depths_new ();
  git_oid most = dig (repo, EW_FOLDERS_DEEP_MAX);
  git_oid more = most;

  g_assert_true (ew_tree_is_shallow (repo, &most, depths));
  wrap (repo, &more, GIT_FILEMODE_TREE);
  g_assert_false (ew_tree_is_shallow (repo, &more, depths));
  g_assert_false (ew_tree_is_shallow (repo, &more, again));
}

/* On top of what is on the branch, by somebody else. */
static void
put_beside (git_repository *repo, const git_oid *tree)
{
  g_autoptr (git_commit) tip = NULL;
  g_autoptr (git_tree) old = NULL;
  g_autoptr (git_tree) new = NULL;
  g_autoptr (git_treebuilder) builder = NULL;
  g_autoptr (git_signature) who = NULL;
  git_oid oid;

  git_reference_name_to_id (&oid, repo, "refs/heads/main");
  git_commit_lookup (&tip, repo, &oid);
  git_commit_tree (&old, tip);
  git_treebuilder_new (&builder, repo, old);
  git_treebuilder_insert (NULL, builder, "deep", tree, GIT_FILEMODE_TREE);
  git_treebuilder_write (&oid, builder);
  git_tree_lookup (&new, repo, &oid);
  git_signature_now (&who, "Mallory", "m@example.org");
  g_assert_cmpint (git_commit_create_v (&oid, repo, "refs/heads/main", who, who,
                                        NULL, "Deep", new, 1, tip),
                   ==, 0);
}

/* Nothing goes down into it, and what is here stays. */
static void
test_deeper_than_a_stack (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) ana = join (remote);
  g_autofree char *board = new_board (ana, "Retro");
  g_autoptr (git_repository) repo = NULL;
  g_autoptr (EwObject) one = note (NULL, "Mine");
  g_autoptr (GError) error = NULL;
  EwSyncResult result = sync_now (ana);
  git_oid tree;

  ew_sync_result_clear (&result);
  repo = open_repo (remote);
  tree = dig (repo, EW_FOLDERS_DEEP_MAX + 1);
  put_beside (repo, &tree);
  g_free (put (ana, board, NULL, one));
  g_assert_false (ew_sync (ana, &(EwSyncWish){ 0 }, &result, &error));
  assert_ew_error (error, EW_ERROR_REFUSED, "deeper in folders");
  ew_sync_result_clear (&result);
  assert_text (ana, board, one->id, "Mine");
}

/* A few bytes that would have memory for all of them set aside. */
static void
test_billions_of_objects (void)
{
  static const unsigned char head[] = { 'P', 'A', 'C',  'K',  0,    0,
                                        0,   2,   0xee, 0x6b, 0x28, 0 };
  g_autofree char *remote = new_remote ();
  g_autoptr (git_repository) repo = open_repo (remote);
  g_autoptr (git_odb) odb = NULL;
  git_odb_writepack *pack = NULL;
  git_indexer_progress stats = { 0 };

  g_assert_cmpint (git_repository_odb (&odb, repo), ==, 0);
  g_assert_cmpint (git_odb_write_pack (&pack, odb, NULL, NULL), ==, 0);
  g_assert_cmpint (pack->append (pack, head, sizeof head, &stats), <, 0);
  g_assert_nonnull (strstr (git_error_last ()->message, "too many objects"));
  pack->free (pack);
}

/* --- A pack made by hand -------------------------------------------------- */

static void
add_size (GByteArray *out, guint64 size, guint8 type)
{
  guint8 byte = (guint8) (type << 4 | (size & 15));

  for (size >>= 4; size > 0; size >>= 7) {
    byte |= 0x80;
    g_byte_array_append (out, &byte, 1);
    byte = size & 0x7f;
  }
  g_byte_array_append (out, &byte, 1);
}

static void
add_number (GByteArray *out, guint64 number)
{
  do {
    guint8 byte = (guint8) ((number & 0x7f) | (number > 0x7f ? 0x80 : 0));

    g_byte_array_append (out, &byte, 1);
    number >>= 7;
  } while (number > 0);
}

static void
add_deflated (GByteArray *out, const void *data, gsize size)
{
  g_autoptr (GZlibCompressor) zlib =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autofree guint8 *small = g_malloc (size + 1000);
  gsize read, written;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (zlib), data, size, small,
                                        size + 1000, G_CONVERTER_INPUT_AT_END,
                                        &read, &written, NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_append (out, small, (guint) written);
}

#define ONE_COPY 0xffffff /* the most that one instruction can copy */
#define TYPE_BLOB 3
#define TYPE_REF_DELTA 7

/* What makes @times times the base, which has ONE_COPY bytes. */
static GByteArray *
delta_of (guint times)
{
  static const guint8 copy_all[] = { 0x80 | 0x10 | 0x20 | 0x40, 0xff, 0xff,
                                     0xff };
  GByteArray *delta = g_byte_array_new ();

  add_number (delta, ONE_COPY);
  add_number (delta, (guint64) ONE_COPY * times);
  for (guint i = 0; i < times; i++)
    g_byte_array_append (delta, copy_all, sizeof copy_all);
  return delta;
}

static GByteArray *
bomb (guint times)
{
  static const guint8 head[] = { 'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 2 };
  GByteArray *pack = g_byte_array_new ();
  g_autoptr (GByteArray) delta = delta_of (times);
  g_autofree char *zeros = g_malloc0 (ONE_COPY);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[GIT_OID_RAWSZ];
  gsize length = sizeof digest;
  git_oid base;

  g_byte_array_append (pack, head, sizeof head);
  add_size (pack, ONE_COPY, TYPE_BLOB);
  add_deflated (pack, zeros, ONE_COPY);
  git_odb_hash (&base, zeros, ONE_COPY, GIT_OBJECT_BLOB);
  add_size (pack, delta->len, TYPE_REF_DELTA);
  g_byte_array_append (pack, base.id, GIT_OID_RAWSZ);
  add_deflated (pack, delta->data, delta->len);
  g_checksum_update (sum, pack->data, pack->len);
  g_checksum_get_digest (sum, digest, &length);
  g_byte_array_append (pack, digest, sizeof digest);
  return pack;
}

static int
take_pack (const GByteArray *bytes)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (git_repository) repo = open_repo (remote);
  g_autoptr (git_odb) odb = NULL;
  git_odb_writepack *pack = NULL;
  git_indexer_progress stats = { 0 };
  int code;

  git_repository_odb (&odb, repo);
  g_assert_cmpint (git_odb_write_pack (&pack, odb, NULL, NULL), ==, 0);
  code = pack->append (pack, bytes->data, bytes->len, &stats);
  if (code == 0)
    code = pack->commit (pack, &stats);
  pack->free (pack);
  return code;
}

/* A few kilobytes that would be more than a gigabyte in memory. */
static void
test_delta_bomb (void)
{
  g_autoptr (GByteArray) harmless = bomb (2);
  g_autoptr (GByteArray) bad = bomb (70);

  g_assert_cmpuint (bad->len, <, 64 * 1024);
  g_assert_cmpint (take_pack (harmless), ==, 0);
  g_assert_cmpint (take_pack (bad), <, 0);
}

/* --- Progress and cancelling ---------------------------------------------- */

typedef struct {
  GCancellable *cancellable; /* cancelled at the first word */
  bool is_counted;
  double fraction;
} Seen;

static void
progress_cb (double fraction, const char *what, gpointer data)
{
  Seen *seen = data;

  if (seen->cancellable)
    g_cancellable_cancel (seen->cancellable);
  if (fraction >= 0)
    g_assert_cmpfloat (fraction, >=, seen->fraction);
  seen->fraction = MAX (seen->fraction, fraction);
  seen->is_counted |= strstr (what, " of 2") && strstr (what, "objects");
}

/* More than goes over one by one: 200 files. */
static char *
long_remote (void)
{
  char *remote = new_remote ();
  g_autofree char *copy = fixture_dir ("copy");

  g_free (run_in ("/",
                  "git clone -q '%s' '%s' 2>&1 && cd '%s' && "
                  "git config user.name Dev && "
                  "git config user.email dev@example.org && "
                  "seq 3000 | split -l 15 -a 3 - file && git add . && "
                  "git commit -qm Files && git push -q origin HEAD:main",
                  remote, copy, copy));
  return remote;
}

static EwStore *
join_seen (const char *remote, const char *dir, Seen *seen, GError **error)
{
  EwWish wish = { .progress = progress_cb,
                  .data = seen,
                  .cancellable = seen->cancellable };

  return ew_store_join (&(EwPlace){ .url = remote }, dir, &wish, error);
}

static void
test_counted (void)
{
  g_autofree char *remote = long_remote ();
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (GError) error = NULL;
  g_autoptr (EwStore) store = NULL;
  Seen seen = { 0 };

  store = join_seen (remote, dir, &seen, &error);
  g_assert_no_error (error);
  g_assert_true (seen.is_counted);
  g_assert_cmpfloat (seen.fraction, >, 0.5);
}

static void
test_cancelled_while_packing (void)
{
  g_autofree char *remote = long_remote ();
  g_autofree char *dir = fixture_dir ("w");
  g_autofree char *parent = g_path_get_dirname (dir);
  g_autofree char *left = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EwStore) again = NULL;
  Seen seen = { .cancellable = cancellable };

  g_assert_null (join_seen (remote, dir, &seen, &error));
  assert_ew_error (error, EW_ERROR_CANCELLED, "");
  left = run_in (parent, "ls -A");
  g_assert_cmpstr (left, ==, "");
  again = join (remote);
  assert_sound (again);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/transfer/depth", test_depth);
  g_test_add_func ("/transfer/deeper-than-a-stack", test_deeper_than_a_stack);
  g_test_add_func ("/transfer/billions-of-objects", test_billions_of_objects);
  g_test_add_func ("/transfer/delta-bomb", test_delta_bomb);
  g_test_add_func ("/transfer/counted", test_counted);
  g_test_add_func ("/transfer/cancelled-while-packing",
                   test_cancelled_while_packing);
  return fixture_run ();
}
