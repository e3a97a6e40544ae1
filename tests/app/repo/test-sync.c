#include "team.h"

static const char other_words[] = "Ship on Friday";

static char *
sync_tip (EwStore *store)
{
  EwSyncResult result = sync_now (store);

  return result.tip;
}

static void
test_join (void)
{
  g_auto (Team) team = { 0 };
  g_autofree char *head = NULL;
  g_autofree char *url = NULL;

  team_begin (&team);
  assert_text (team.bo, team.board, team.note->id, "Ship it");
  head = run_in (team.remote, "git rev-parse --abbrev-ref HEAD");
  g_assert_cmpstr (head, ==, "main");
  url = ew_store_remote (team.bo, NULL);
  g_assert_cmpstr (url, ==, team.remote);
  assert_same_tip (team.ana, team.bo);
}

static void
test_both_ways (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) one = note (NULL, "From Ana");
  g_autoptr (EwObject) two = note (NULL, "From Bo");
  g_autofree char *log = NULL;

  team_begin (&team);
  edit_as (&team, team.ana, 1700000010, NULL, one);
  edit_as (&team, team.bo, 1700000020, NULL, two);
  sync_all (&team);
  assert_text (team.ana, team.board, two->id, "From Bo");
  assert_text (team.bo, team.board, one->id, "From Ana");
  log = run_in (team.remote, "git log -2 --format='%%an %%at' | tr '\\n' ','");
  g_assert_cmpstr (log, ==, "Bo 1700000020,Ana 1700000010,");
}

static void
test_linear (void)
{
  g_auto (Team) team = { 0 };
  g_autofree char *merges = NULL;

  team_begin (&team);
  for (int i = 0; i < 5; i++) {
    g_autoptr (EwObject) one = note (NULL, "Ana");
    g_autoptr (EwObject) two = note (NULL, "Bo");

    edit_as (&team, team.ana, 1700000010 + i, NULL, one);
    edit_as (&team, team.bo, 1700000010 + i, NULL, two);
    sync_all (&team);
  }
  merges = run_in (team.remote, "git rev-list --count --merges main");
  g_assert_cmpstr (merges, ==, "0");
}

static void
test_counts (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) one = note (NULL, "One");
  g_autoptr (EwObject) two = note (NULL, "Two");
  EwSyncResult result;
  guint count;

  team_begin (&team);
  edit_as (&team, team.ana, 1700000010, NULL, one);
  edit_as (&team, team.bo, 1700000020, NULL, two);
  g_assert_true (ew_store_unpublished (team.ana, &count, NULL));
  g_assert_cmpuint (count, ==, 1);
  result = sync_now (team.ana);
  ew_sync_result_clear (&result);
  result = sync_now (team.bo);
  g_assert_cmpuint (result.received, ==, 1);
  g_assert_cmpuint (result.published, ==, 1);
  ew_sync_result_clear (&result);
  g_assert_true (ew_store_unpublished (team.bo, &count, NULL));
  g_assert_cmpuint (count, ==, 0);
}

static void
test_members (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;
  g_autoptr (EwObject) moved = NULL;
  g_autoptr (EwBoard) board = NULL;
  const EwObject *now;

  team_begin (&team);
  worded = with_text (team.note, "Ship it today");
  moved = ew_object_copy (team.note);
  moved->pos = (EwCoords){ 6400, 3200 };
  edit_as (&team, team.ana, 1700000010, team.note, worded);
  edit_as (&team, team.bo, 1700000020, team.note, moved);
  sync_all (&team);
  board = load (team.ana, team.board);
  now = ew_board_get (board, team.note->id);
  g_assert_cmpstr (ew_object_get_string (now, "text"), ==, "Ship it today");
  g_assert_cmpint (now->pos.x, ==, 6400);
  g_assert_cmpuint (ew_map_size (now->clash), ==, 0);
}

/* Whoever syncs first, the later edit shows and the other is kept beside it. */
static void
check_clash (bool bo_first)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) early = NULL;
  g_autoptr (EwObject) late = NULL;
  g_autoptr (EwBoard) board = NULL;
  const EwObject *now;
  EwSyncResult result;

  team_begin (&team);
  early = with_text (team.note, "Hold it on Monday");
  late = with_text (team.note, "Drop it on Monday");
  edit_as (&team, team.ana, 1700000020, team.note, late);
  edit_as (&team, team.bo, 1700000010, team.note, early);
  result = sync_now (bo_first ? team.bo : team.ana);
  ew_sync_result_clear (&result);
  sync_all (&team);
  board = load (team.bo, team.board);
  now = ew_board_get (board, team.note->id);
  g_assert_cmpstr (ew_object_get_string (now, "text"), ==, "Drop it on Monday");
  g_assert_cmpuint (ew_map_size (now->clash), ==, 1);
  g_assert_cmpstr (((const EwClash *) ew_map_value (now->clash, 0))->text, ==,
                   "Hold it on Monday");
}

static void
test_clash (void)
{
  check_clash (false);
  check_clash (true);
}

/* Ana committed three times on her way to her last words: one clash, not
 * three. */
static void
check_many_commits (gint64 when)
{
  static const char *const drafts[] = { "Ship", "Ship on", "Ship on Monday" };
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) other = NULL;
  g_autoptr (EwObject) before = NULL;
  g_autoptr (EwBoard) board = NULL;
  const EwObject *now;
  const char *shown, *kept;

  team_begin (&team);
  before = ew_object_ref (team.note);
  other = with_text (team.note, other_words);
  edit_as (&team, team.bo, 1700000020, team.note, other);
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++) {
    EwObject *after = with_text (before, drafts[i]);

    edit_as (&team, team.ana, when + i, before, after);
    ew_object_unref (before);
    before = after;
  }
  g_free (sync_tip (team.bo));
  sync_all (&team);
  board = load (team.bo, team.board);
  now = ew_board_get (board, team.note->id);
  shown = ew_object_get_string (now, "text");
  g_assert_cmpuint (ew_map_size (now->clash), ==, 1);
  kept = ((const EwClash *) ew_map_value (now->clash, 0))->text;
  g_assert_cmpstr (shown, ==, when < 1700000020 ? other_words : drafts[2]);
  g_assert_cmpstr (kept, ==, when < 1700000020 ? drafts[2] : other_words);
}

static void
test_many_commits (void)
{
  check_many_commits (1700000010);
  check_many_commits (1700000030);
}

/* Ana tried something and took it back: Bo's words stand alone. */
static void
test_taken_back (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) tried = NULL;
  g_autoptr (EwObject) other = NULL;
  g_autoptr (EwBoard) board = NULL;
  const EwObject *now;

  team_begin (&team);
  tried = with_text (team.note, "No");
  other = with_text (team.note, other_words);
  edit_as (&team, team.ana, 1700000010, team.note, tried);
  edit_as (&team, team.ana, 1700000030, tried, team.note);
  edit_as (&team, team.bo, 1700000020, team.note, other);
  g_free (sync_tip (team.bo));
  sync_all (&team);
  board = load (team.ana, team.board);
  now = ew_board_get (board, team.note->id);
  g_assert_cmpstr (ew_object_get_string (now, "text"), ==, other_words);
  g_assert_cmpuint (ew_map_size (now->clash), ==, 0);
}

static void
test_delete_or_edit (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;

  team_begin (&team);
  worded = with_text (team.note, "Still wanted");
  edit_as (&team, team.ana, 1700000020, team.note, NULL);
  edit_as (&team, team.bo, 1700000010, team.note, worded);
  sync_all (&team);
  assert_text (team.ana, team.board, team.note->id, "Still wanted");
}

static void
test_delete (void)
{
  g_auto (Team) team = { 0 };

  team_begin (&team);
  edit_as (&team, team.ana, 1700000020, team.note, NULL);
  edit_as (&team, team.bo, 1700000010, team.note, NULL);
  sync_all (&team);
  assert_text (team.bo, team.board, team.note->id, NULL);
}

/* Both did the same: there is nothing to carry. */
static void
test_same_edit (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  team_begin (&team);
  worded = with_text (team.note, "Ship it now");
  before = run_in (team.remote, "git rev-list --count main");
  edit_as (&team, team.ana, 1700000020, team.note, worded);
  edit_as (&team, team.bo, 1700000010, team.note, worded);
  sync_all (&team);
  after = run_in (team.remote, "git rev-list --count main");
  g_assert_cmpint (atoi (after), ==, atoi (before) + 1);
}

static void
set_deleted (EwStore *store, const char *board)
{
  g_autoptr (EwBoard) loaded = load (store, board);
  const EwObject *self = ew_board_self (loaded);
  g_autoptr (EwObject) gone = ew_object_copy (self);
  g_autofree char *tip = NULL;

  ew_field_set_bool (ew_kind_find_field (self->kind, "deleted"), &gone->record,
                     true);
  tip = put (store, board, self, gone);
}

static bool
is_deleted (EwStore *store, const char *board)
{
  g_autoptr (EwBoard) loaded = load (store, board);
  const EwObject *self = ew_board_self (loaded);

  return ew_field_get_bool (ew_kind_find_field (self->kind, "deleted"),
                            &self->record);
}

static void
test_deleted_board_with_work (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;

  team_begin (&team);
  worded = with_text (team.note, "Still wanted");
  set_deleted (team.ana, team.board);
  edit_as (&team, team.bo, 1700000010, team.note, worded);
  sync_all (&team);
  g_assert_false (is_deleted (team.ana, team.board));
  assert_text (team.ana, team.board, team.note->id, "Still wanted");
}

static void
test_deleted_board (void)
{
  g_auto (Team) team = { 0 };

  team_begin (&team);
  set_deleted (team.ana, team.board);
  sync_all (&team);
  g_assert_true (is_deleted (team.bo, team.board));
}

/* As after a new start: it knows nothing but its files. */
static void
reopen (EwStore **store)
{
  g_autofree char *dir = g_strdup (ew_store_dir (*store));
  g_autoptr (GError) error = NULL;

  ew_store_free (*store);
  *store = ew_store_open (dir, &error);
  g_assert_no_error (error);
}

typedef struct {
  bool ana_is_first, is_reopened;
} MendCase;

/* Neither alone breaks anything: Ana frames the note, Bo takes the frame
 * away. */
static void
test_mend (gconstpointer data)
{
  const MendCase *how = data;
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) frame = ew_object_new (&ew_kind_frame, NULL);
  g_autoptr (EwObject) framed = NULL;
  g_autofree char *files = NULL;
  EwSyncResult result;

  team_begin (&team);
  edit_as (&team, team.ana, 1700000005, NULL, frame);
  sync_all (&team);
  framed = ew_object_copy (team.note);
  ew_object_set_string (framed, "parent", frame->id);
  edit_as (&team, team.ana, 1700000010, team.note, framed);
  edit_as (&team, team.bo, 1700000020, frame, NULL);
  if (how->is_reopened) {
    reopen (&team.ana);
    reopen (&team.bo);
  }
  result = sync_now (how->ana_is_first ? team.ana : team.bo);
  ew_sync_result_clear (&result);
  sync_all (&team);
  files = run_in (team.remote, "git grep -c '\"parent\"' main || true");
  g_assert_cmpstr (files, ==, "");
}

/* Each hangs a frame of its own into the other's: only both are a ring. */
static void
test_mend_ring (gconstpointer data)
{
  const MendCase *how = data;
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) one = ew_object_new (&ew_kind_frame, NULL);
  g_autoptr (EwObject) other = ew_object_new (&ew_kind_frame, NULL);
  g_autoptr (EwObject) one_in = ew_object_copy (one);
  g_autoptr (EwObject) other_in = ew_object_copy (other);
  g_autofree char *files = NULL;
  EwSyncResult result;

  team_begin (&team);
  edit_as (&team, team.ana, 1700000005, NULL, one);
  edit_as (&team, team.ana, 1700000006, NULL, other);
  sync_all (&team);
  ew_object_set_string (one_in, "parent", other->id);
  ew_object_set_string (other_in, "parent", one->id);
  edit_as (&team, team.ana, 1700000010, one, one_in);
  edit_as (&team, team.bo, 1700000020, other, other_in);
  if (how->is_reopened) {
    reopen (&team.ana);
    reopen (&team.bo);
  }
  result = sync_now (how->ana_is_first ? team.ana : team.bo);
  ew_sync_result_clear (&result);
  sync_all (&team);
  files = run_in (team.remote, "git grep -h '\"parent\"' main | wc -l");
  g_assert_cmpstr (g_strstrip (files), ==, "1");
}

typedef struct {
  Team *team;
  guint left;
  EwObject *extra;
} Faster;

/* Bo shares something in the moment between Ana's fetch and her push. */
static void
overtake_cb (double fraction, const char *what, gpointer data)
{
  Faster *faster = data;
  g_autoptr (EwObject) extra = NULL;
  EwSyncResult result;

  if (faster->left == 0 || !strstr (what, "Sharing"))
    return;
  faster->left--;
  extra = note (NULL, "Faster");
  edit_as (faster->team, faster->team->bo, 1700000030, NULL, extra);
  result = sync_now (faster->team->bo);
  ew_sync_result_clear (&result);
}

static void
test_faster_teammate (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;
  EwSyncResult result;
  Faster faster = { &team, 3, NULL };
  EwSyncWish wish = { overtake_cb, &faster };

  team_begin (&team);
  worded = with_text (team.note, "Ana’s");
  edit_as (&team, team.ana, 1700000010, team.note, worded);
  ew_sync (team.ana, &wish, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faster.left, ==, 0);
  g_assert_cmpuint (result.received, ==, 3);
  g_assert_cmpuint (result.published, ==, 1);
  ew_sync_result_clear (&result);
  sync_all (&team);
  assert_text (team.bo, team.board, team.note->id, "Ana’s");
  count = run_in (team.remote, "git grep -h Faster main | wc -l");
  g_assert_cmpstr (count, ==, "3");
}

static void
test_always_faster (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;
  g_autoptr (GError) error = NULL;
  EwSyncResult result;
  Faster faster = { &team, 100, NULL };
  EwSyncWish wish = { overtake_cb, &faster };

  team_begin (&team);
  worded = with_text (team.note, "Ana’s");
  edit_as (&team, team.ana, 1700000010, team.note, worded);
  g_assert_false (ew_sync (team.ana, &wish, &result, &error));
  assert_ew_error (error, EW_ERROR_RACED, "safe here");
  ew_sync_result_clear (&result);
  assert_text (team.ana, team.board, team.note->id, "Ana’s");
}

static void
cancel_cb (double fraction, const char *what, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) worded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  EwSyncResult result;
  EwSyncWish wish = { cancel_cb, cancellable, cancellable };

  team_begin (&team);
  worded = with_text (team.note, "Ana’s");
  edit_as (&team, team.ana, 1700000010, team.note, worded);
  before = run_in (team.remote, "git rev-parse main");
  g_assert_false (ew_sync (team.ana, &wish, &result, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_CANCELLED);
  ew_sync_result_clear (&result);
  after = run_in (team.remote, "git rev-parse main");
  g_assert_cmpstr (before, ==, after);
  assert_text (team.ana, team.board, team.note->id, "Ana’s");
  sync_all (&team);
}

/* Two workspaces that began alone meet. */
static void
test_unrelated (void)
{
  g_auto (Team) team = { 0 };
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) alone = new_store (dir);
  g_autofree char *board = new_board (alone, "Mine");
  g_autoptr (EwObject) one = note (NULL, "Alone");
  g_autofree char *tip = put (alone, board, NULL, one);
  g_autoptr (GError) error = NULL;
  EwSyncResult result;

  team_begin (&team);
  ew_store_set_remote (alone, team.remote, &error);
  g_assert_no_error (error);
  result = sync_now (alone);
  ew_sync_result_clear (&result);
  sync_all (&team);
  assert_text (team.bo, board, one->id, "Alone");
  assert_text (alone, team.board, team.note->id, "Ship it");
  assert_same_tip (team.bo, alone);
}

static void
test_default_branch (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *clone = fixture_dir ("clone");
  g_autoptr (EwStore) store = NULL;
  g_autofree char *board = NULL;
  g_autofree char *files = NULL;
  g_autofree char *said =
      run_in ("/",
              "git clone -q '%s' '%s' 2>/dev/null && cd '%s' && "
              "git checkout -q -b trunk && echo code > code.c && git add . && "
              "git commit -qm code && git push -q origin trunk && "
              "cd '%s' && git symbolic-ref HEAD refs/heads/trunk",
              remote, clone, clone, remote);
  EwSyncResult result;

  store = join (remote);
  board = new_board (store, "In a project");
  result = sync_now (store);
  ew_sync_result_clear (&result);
  files = run_in (remote, "git ls-tree --name-only trunk | tr '\\n' ' '");
  g_assert_cmpstr (files, ==, "boards code.c");
  g_assert_false (try_in (remote, "git rev-parse -q --verify main"));
}

/* A local workspace whose branch is called otherwise than the remote's. */
static void
test_other_branch (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = NULL;
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *said =
      run_in ("/",
              "git clone -q '%s' '%s' 2>/dev/null && cd '%s' && "
              "git checkout -q -b trunk && echo code > code.c && git add . && "
              "git commit -qm code && git push -q origin trunk && "
              "cd '%s' && git symbolic-ref HEAD refs/heads/trunk",
              remote, clone, clone, remote);
  EwSyncResult result;

  g_assert_true (ew_store_set_remote (store, remote, NULL));
  board = new_board (store, "In a project");
  result = sync_now (store);
  ew_sync_result_clear (&result);
  g_assert_true (
      try_in (remote, "git cat-file -e trunk:boards/%s/board.json", board));
  g_assert_false (try_in (remote, "git rev-parse -q --verify main"));
}

/* A plain git user edits a file in a checkout and pushes it. */
static void
test_git_user (void)
{
  g_auto (Team) team = { 0 };
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *said = NULL;
  g_autoptr (EwObject) moved = NULL;

  team_begin (&team);
  moved = ew_object_copy (team.note);
  moved->pos.x = 640;
  edit_as (&team, team.bo, 1700000050, team.note, moved);
  said =
      run_in ("/",
              "git clone -q '%s' '%s' && cd '%s' && "
              "sed -i 's/Ship it/Ship it by hand/' boards/*/objects/*.json && "
              "git commit -qam hand && git push -q origin main",
              team.remote, clone, clone);
  sync_all (&team);
  assert_text (team.ana, team.board, team.note->id, "Ship it by hand");
  said = (g_free (said), run_in (clone, "git pull -q --ff-only && git grep -c "
                                        "'640,0' | wc -l"));
  g_assert_cmpstr (said, ==, "1");
}

static const MendCase mend_cases[] = {
  { true, false },
  { false, false },
  { true, true },
  { false, true },
};

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/sync/join", test_join);
  g_test_add_func ("/sync/both-ways", test_both_ways);
  g_test_add_func ("/sync/linear", test_linear);
  g_test_add_func ("/sync/counts", test_counts);
  g_test_add_func ("/sync/members", test_members);
  g_test_add_func ("/sync/clash", test_clash);
  g_test_add_func ("/sync/many-commits", test_many_commits);
  g_test_add_func ("/sync/taken-back", test_taken_back);
  g_test_add_func ("/sync/delete-or-edit", test_delete_or_edit);
  g_test_add_func ("/sync/delete", test_delete);
  g_test_add_func ("/sync/same-edit", test_same_edit);
  g_test_add_func ("/sync/deleted-board-with-work",
                   test_deleted_board_with_work);
  g_test_add_func ("/sync/deleted-board", test_deleted_board);
  for (guint i = 0; i < G_N_ELEMENTS (mend_cases); i++) {
    g_autofree char *mend = g_strdup_printf ("/sync/mend/%u", i);
    g_autofree char *ring = g_strdup_printf ("/sync/mend-ring/%u", i);

    g_test_add_data_func (mend, &mend_cases[i], test_mend);
    g_test_add_data_func (ring, &mend_cases[i], test_mend_ring);
  }
  g_test_add_func ("/sync/faster-teammate", test_faster_teammate);
  g_test_add_func ("/sync/always-faster", test_always_faster);
  g_test_add_func ("/sync/cancel", test_cancel);
  g_test_add_func ("/sync/unrelated", test_unrelated);
  g_test_add_func ("/sync/default-branch", test_default_branch);
  g_test_add_func ("/sync/other-branch", test_other_branch);
  g_test_add_func ("/sync/git-user", test_git_user);
  return fixture_run ();
}
