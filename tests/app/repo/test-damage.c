/* Files from elsewhere that are not as they should be. */
#include "repo-fixture.h"

#include "ew-edit.h"
#include "ew-git.h"

typedef struct {
  char *dir, *remote, *board, *bucket;
  EwStore *store;
  EwObject *note;
} Victim;

static void
victim_begin (Victim *victim)
{
  EwSyncResult result;
  g_autofree char *tip = NULL;

  victim->remote = new_remote ();
  victim->store = join (victim->remote);
  victim->dir = g_strdup (ew_store_dir (victim->store));
  victim->board = new_board (victim->store, "Retro");
  victim->note = note (NULL, "Ship it");
  tip = put (victim->store, victim->board, NULL, victim->note);
  victim->bucket = bucket_path (victim->board, victim->note->id);
  result = sync_now (victim->store);
  ew_sync_result_clear (&result);
}

static void
victim_end (Victim *victim)
{
  g_free (victim->dir);
  g_free (victim->remote);
  g_free (victim->board);
  g_free (victim->bucket);
  ew_store_free (victim->store);
  ew_object_unref (victim->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Victim, victim_end)

/* Somebody with a checkout runs @command in it and pushes to @to. */
static void
tamper (Victim *victim, const char *to, const char *command)
{
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *said =
      run_in ("/",
              "git clone -q '%s' '%s' && cd '%s' && { %s; } && "
              "git add -A && git commit -qm hand && git push -q origin main",
              to, clone, clone, command);
}

static EwBoard *
load_with (Victim *victim, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  EwBoard *board =
      ew_store_load (victim->store, NULL, victim->board, faults, NULL, &error);

  g_assert_no_error (error);
  return board;
}

static char *
try_put (Victim *victim, const EwObject *before, const EwObject *after,
         GError **error)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (EwEdit) edit = ew_edit_new ("Edit");

  ew_edit_add (edit, before, after);
  g_ptr_array_add (edits, ew_board_edit_new (victim->board, edit));
  return ew_store_commit (victim->store, edits, "Edit", error);
}

static void
assert_damage (Victim *victim, const char *file, guint line)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) board = load_with (victim, faults);

  for (guint i = 0; i < faults->len; i++) {
    const EwFault *fault = faults->pdata[i];

    if (fault->level == EW_FAULT_DAMAGE && g_str_equal (fault->file, file) &&
        fault->line == line)
      return;
  }
  g_error ("%s, line %u: no damage was named", file, line);
}

static void
test_cut_short (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (EwObject) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  victim_begin (&victim);
  command = g_strdup_printf ("truncate -s -20 '%s'", victim.bucket);
  tamper (&victim, victim.dir, command);
  assert_damage (&victim, victim.bucket, 2);
  before = ew_store_tip (victim.store, NULL);
  after = with_text (victim.note, "Changed");
  g_assert_null (try_put (&victim, victim.note, after, &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, victim.bucket);
  g_assert_nonnull (strstr (error->message, "line 2"));
  now = ew_store_tip (victim.store, NULL);
  g_assert_cmpstr (before, ==, now);
}

static void
test_repair (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;

  victim_begin (&victim);
  command = g_strdup_printf ("echo garbage >> '%s' && echo nonsense > "
                             "boards/%s/board.json && "
                             "ln -s /etc/passwd boards/%s/objects/zz.json",
                             victim.bucket, victim.board, victim.board);
  tamper (&victim, victim.dir, command);
  ew_store_repair (victim.store, victim.board, &error);
  g_assert_no_error (error);
  assert_text (victim.store, victim.board, victim.note->id, "Ship it");
  assert_sound (victim.store);
  old = run_in (victim.dir, "git show 'main^:%s' | grep -c garbage",
                victim.bucket);
  g_assert_cmpstr (old, ==, "1");
}

static void
test_newer (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (EwObject) after = NULL;
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) board = NULL;
  g_autoptr (GError) error = NULL;

  victim_begin (&victim);
  command = g_strdup_printf (
      "sed -i 's/\"min_writer\":1/\"min_writer\":99/' boards/%s/board.json",
      victim.board);
  tamper (&victim, victim.dir, command);
  board = load_with (&victim, faults);
  g_assert_true (ew_faults_have (faults, EW_FAULT_NEWER));
  after = with_text (victim.note, "Changed");
  g_assert_null (try_put (&victim, victim.note, after, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (ew_store_repair (victim.store, victim.board, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NEWER);
}

static void
test_newer_workspace (void)
{
  g_auto (Victim) victim = { 0 };
  g_autoptr (EwObject) after = NULL;
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) board = NULL;
  g_autoptr (GError) error = NULL;

  victim_begin (&victim);
  tamper (&victim, victim.dir,
          "sed -i 's/\"min_writer\":1/\"min_writer\":99/' elsewhen.json");
  board = load_with (&victim, faults);
  g_assert_true (ew_faults_have (faults, EW_FAULT_NEWER));
  after = with_text (victim.note, "Changed");
  g_assert_null (try_put (&victim, victim.note, after, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NEWER);
}

static void
assert_sync_stops (Victim *victim, EwError kind, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = ew_store_tip (victim->store, NULL);
  g_autofree char *there = run_in (victim->remote, "git rev-parse main");
  g_autofree char *after = NULL;
  g_autofree char *still = NULL;
  EwSyncResult result;

  g_assert_false (ew_sync (victim->store, &(EwSyncWish){ 0 }, &result, &error));
  assert_ew_error (error, kind, words);
  ew_sync_result_clear (&result);
  after = ew_store_tip (victim->store, NULL);
  still = run_in (victim->remote, "git rev-parse main");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (there, ==, still);
}

/* The other side damaged the very file that we changed. */
static void
test_sync_damaged (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (EwObject) after = NULL;
  g_autofree char *tip = NULL;

  victim_begin (&victim);
  command = g_strdup_printf ("(echo '<<<<<<< HEAD'; cat '%s') > x && mv x '%s'",
                             victim.bucket, victim.bucket);
  tamper (&victim, victim.remote, command);
  after = with_text (victim.note, "Changed");
  tip = put (victim.store, victim.board, victim.note, after);
  assert_sync_stops (&victim, EW_ERROR_DAMAGED, victim.bucket);
  assert_sync_stops (&victim, EW_ERROR_DAMAGED, "line 1");
}

/* Damage beside what we changed does not keep our work from the others. */
static void
test_sync_beside_damage (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *tip = NULL;
  g_autofree char *board = NULL;
  EwSyncResult result;
  g_autofree char *command = NULL;

  victim_begin (&victim);
  command = g_strdup_printf ("echo garbage > '%s'", victim.bucket);
  tamper (&victim, victim.remote, command);
  board = new_board (victim.store, "Another");
  result = sync_now (victim.store);
  g_assert_cmpuint (result.published, ==, 1);
  ew_sync_result_clear (&result);
  assert_damage (&victim, victim.bucket, 1);
}

static void
test_sync_newer (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (EwObject) after = NULL;
  g_autofree char *tip = NULL;

  victim_begin (&victim);
  command = g_strdup_printf (
      "sed -i 's/\"min_writer\":1/\"min_writer\":99/' boards/%s/board.json",
      victim.board);
  tamper (&victim, victim.remote, command);
  after = with_text (victim.note, "Changed");
  tip = put (victim.store, victim.board, victim.note, after);
  assert_sync_stops (&victim, EW_ERROR_NEWER, "board.json");
}

static void
test_symlinks (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) board = NULL;
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (EwObject) after = NULL;
  g_autoptr (GError) error = NULL;

  victim_begin (&victim);
  command = g_strdup_printf (
      "ln -sf /etc/passwd '%s' && ln -s ../boards/%s boards/link && "
      "ln -s /etc/passwd boards/%s/objects/notes.txt",
      victim.bucket, victim.board, victim.board);
  tamper (&victim, victim.dir, command);
  board = load_with (&victim, faults);
  g_assert_cmpuint (ew_board_size (board), ==, 0);
  assert_damage (&victim, victim.bucket, 0);
  boards = ew_store_list (victim.store, NULL, NULL);
  g_assert_cmpuint (boards->len, ==, 1);
  after = with_text (victim.note, "Changed");
  g_assert_null (try_put (&victim, NULL, after, &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, "not a plain file");
}

static void
test_gitlink (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  victim_begin (&victim);
  command = g_strdup_printf (
      "git rm -q --cached '%s' && rm '%s' && git update-index --add "
      "--cacheinfo 160000,$(git rev-parse HEAD),'%s' && "
      "git update-index --add --cacheinfo "
      "160000,$(git rev-parse HEAD),boards/module && git commit -qm link && "
      "git push -q origin main && touch x",
      victim.bucket, victim.bucket, victim.bucket);
  {
    g_autofree char *clone = fixture_dir ("clone");
    g_autofree char *said =
        run_in ("/", "git clone -q '%s' '%s' && cd '%s' && { %s; }", victim.dir,
                clone, clone, command);
  }
  assert_damage (&victim, victim.bucket, 0);
  boards = ew_store_list (victim.store, NULL, NULL);
  g_assert_cmpuint (boards->len, ==, 1);
}

/* Twelve objects that unfold to a million folders, among the boards. */
static void
test_bomb (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) diff = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *before = NULL;

  victim_begin (&victim);
  before = ew_store_tip (victim.store, NULL);
  said = run_in (
      victim.dir,
      "t=$(echo x | git hash-object -w --stdin) && k=blob m=100644 && "
      "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do "
      "t=$(for j in 0 1 2 3 4 5 6 7 8 9; do printf '%%s %%s %%s\\tf%%s\\n' $m $k "
      "$t $j; done | git mktree); k=tree m=040000; done; "
      "t=$( (git ls-tree main:boards; printf '040000 tree %%s\\tbomb\\n' $t) | "
      "git mktree) && t=$( (git ls-tree main | grep -v boards; "
      "printf '040000 tree %%s\\tboards\\n' $t) | git mktree) && "
      "git update-ref refs/heads/main "
      "$(git commit-tree -p main -m bomb $t)");
  assert_text (victim.store, victim.board, victim.note->id, "Ship it");
  diff = ew_store_diff (victim.store, before, NULL, NULL, &error);
  g_assert_null (diff);
  g_assert_error (error, EW_ERROR, EW_ERROR_DAMAGED);
  g_clear_error (&error);
  faults = ew_store_check (victim.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: a folder in a folder in a folder … */
static git_oid
nest (git_repository *repo, guint depth)
{
  git_oid oid;

  git_oid_fromstr (&oid, "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  for (guint i = 0; i < depth; i++) {
    git_treebuilder *builder = NULL;

    git_treebuilder_new (&builder, repo, NULL);
    git_treebuilder_insert (NULL, builder, "d", &oid, GIT_FILEMODE_TREE);
    g_assert_cmpint (git_treebuilder_write (&oid, builder), ==, 0);
    git_treebuilder_free (builder);
  }
  return oid;
}

/* Beside the boards; nobody goes down there. */
static void
test_deep (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *hex = NULL;
  g_autofree char *said = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) diff = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (git_repository) repo = NULL;
  git_oid deep;

  victim_begin (&victim);
  before = ew_store_tip (victim.store, NULL);
  g_assert_cmpint (git_repository_open_bare (&repo, victim.dir), ==, 0);
  deep = nest (repo, 20000);
  hex = ew_oid_to_string (&deep);
  said = run_in (victim.dir,
                 "t=$( (git ls-tree main; printf '040000 tree %s\tdeep\n') | "
                 "git mktree) && git update-ref refs/heads/main "
                 "$(git commit-tree -p main -m deep $t)",
                 hex);
  assert_text (victim.store, victim.board, victim.note->id, "Ship it");
  faults = ew_store_check (victim.store, NULL, NULL, NULL, NULL);
  g_assert_nonnull (faults);
  g_assert_cmpuint (faults->len, ==, 0);
  diff = ew_store_diff (victim.store, before, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (diff->len, ==, 0);
}

static void
test_huge_file (void)
{
  g_auto (Victim) victim = { 0 };
  g_autofree char *command = NULL;

  victim_begin (&victim);
  command =
      g_strdup_printf ("head -c 17000000 /dev/zero > '%s'", victim.bucket);
  tamper (&victim, victim.dir, command);
  assert_damage (&victim, victim.bucket, 0);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/damage/cut-short", test_cut_short);
  g_test_add_func ("/damage/repair", test_repair);
  g_test_add_func ("/damage/newer", test_newer);
  g_test_add_func ("/damage/newer-workspace", test_newer_workspace);
  g_test_add_func ("/damage/sync-damaged", test_sync_damaged);
  g_test_add_func ("/damage/sync-beside-damage", test_sync_beside_damage);
  g_test_add_func ("/damage/sync-newer", test_sync_newer);
  g_test_add_func ("/damage/symlinks", test_symlinks);
  g_test_add_func ("/damage/gitlink", test_gitlink);
  g_test_add_func ("/damage/bomb", test_bomb);
  g_test_add_func ("/damage/deep", test_deep);
  g_test_add_func ("/damage/huge-file", test_huge_file);
  return fixture_run ();
}
