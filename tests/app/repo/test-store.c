#include "repo-fixture.h"

static void
test_create (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *name = ew_store_name (store);
  g_autofree char *tip = ew_store_tip (store, NULL);
  g_autoptr (GPtrArray) boards = ew_store_list (store, NULL, NULL);
  g_autofree char *head = run_in (dir, "git symbolic-ref HEAD");

  g_assert_cmpstr (name, ==, "Team");
  g_assert_cmpuint (strlen (tip), ==, 40);
  g_assert_cmpuint (boards->len, ==, 0);
  g_assert_cmpstr (head, ==, "refs/heads/main");
  g_assert_true (
      g_file_test (ew_store_private_dir (store), G_FILE_TEST_IS_DIR));
  assert_sound (store);
}

static void
test_create_in_use (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (dir, 0777);
  said = run_in (dir, "echo mine > mine.txt");
  g_assert_null (ew_store_create (dir, "Team", &error));
  assert_ew_error (error, EW_ERROR_FAILED, "in use already");
  said = (g_free (said), run_in (dir, "ls -A . ..  | tr '\\n' ' '"));
  g_assert_cmpstr (said, ==, ".: mine.txt  ..: w");
}

static void
test_create_in_empty_folder (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = NULL;

  g_mkdir (dir, 0777);
  store = new_store (dir);
  assert_sound (store);
}

static void
test_open_nothing (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (GError) error = NULL;

  g_assert_null (ew_store_open (dir, &error));
  assert_ew_error (error, EW_ERROR_NOT_FOUND, "There is no workspace");
  g_clear_error (&error);
  g_mkdir (dir, 0777);
  g_assert_null (ew_store_open (dir, &error));
  assert_ew_error (error, EW_ERROR_NOT_FOUND, "is no workspace");
}

static void
test_round_trip (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autofree char *tip = put (store, board, NULL, one);
  g_autoptr (EwStore) again = NULL;
  g_autoptr (EwBoard) loaded = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  again = ew_store_open (dir, NULL);
  loaded = load (again, board);
  boards = ew_store_list (again, NULL, NULL);
  g_assert_cmpstr (ew_board_title (loaded), ==, "Retro");
  g_assert_cmpuint (ew_board_size (loaded), ==, 1);
  g_assert_true (ew_object_equal (ew_board_get (loaded, one->id), one));
  g_assert_cmpuint (boards->len, ==, 1);
  g_assert_cmpstr (((EwBoardEntry *) boards->pdata[0])->id, ==, board);
  assert_sound (store);
}

static void
assert_one_note (EwStore *store, const char *board, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes =
      ew_store_load_kind (store, NULL, board, &ew_kind_note, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (((EwObject *) notes->pdata[0])->id, ==, id);
}

/* Also where somebody laid the file out in another way. */
static void
test_one_kind (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = join (remote);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autoptr (EwObject) other = ew_object_new (&ew_kind_shape, NULL);
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *path = bucket_path (board, one->id);
  g_autofree char *first = put (store, board, NULL, one);
  g_autofree char *second = NULL;
  g_autofree char *said = NULL;
  EwSyncResult result;

  ew_object_set_string (other, "text", "{\"kind\":\"note\"}");
  second = put (store, board, NULL, other);
  assert_one_note (store, board, one->id);

  result = sync_now (store);
  ew_sync_result_clear (&result);
  said = run_in ("/",
                 "git clone -q '%s' '%s' && cd '%s' && "
                 "sed -i 's/\"kind\":\"note\"/\"kind\" : \"note\"/; "
                 "s/^,/ , /' '%s' && git commit -qam laid-out && "
                 "git push -q origin main",
                 remote, clone, clone, path);
  result = sync_now (store);
  ew_sync_result_clear (&result);
  assert_one_note (store, board, one->id);
}

static void
test_nothing_new (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autofree char *first = put (store, board, NULL, one);
  g_autofree char *second = put (store, board, NULL, one);

  g_assert_cmpstr (first, ==, second);
}

static void
test_author (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autofree char *who = run_in (dir, "git log -1 --format='%%an <%%ae> %%s'");

  g_assert_cmpstr (who, ==, "Ana <ana@example.org> Edit");
}

static void
test_one_line_diff (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autoptr (EwObject) two = with_text (one, "Ship it today");
  g_autofree char *first = put (store, board, NULL, one);
  g_autofree char *second = put (store, board, one, two);
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *said = run_in ("/", "git clone -q '%s' '%s'", dir, clone);
  g_autofree char *stat =
      run_in (clone, "git diff --numstat HEAD^ HEAD | cut -f1,2");
  g_autofree char *added = run_in (clone, "git diff HEAD^ HEAD | grep '^+,'");

  g_assert_cmpstr (stat, ==, "1\t1");
  g_assert_nonnull (strstr (added, "\"text\":\"Ship it today\""));
}

/* A bucket that is gone on one side and changed on the other would be a
 * conflict of plain git that no driver is asked about. */
static void
test_empty_bucket_stays (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autofree char *path = bucket_path (board, one->id);
  g_autofree char *first = put (store, board, NULL, one);
  g_autofree char *second = put (store, board, one, NULL);
  g_autofree char *lines = run_in (dir, "git show 'main:%s' | wc -l", path);

  g_assert_cmpstr (lines, ==, "2");
  assert_sound (store);
}

static void
test_other_files_stay (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *board = NULL;
  g_autofree char *files = NULL;
  g_autofree char *said = run_in (
      "/",
      "git clone -q '%s' '%s' && cd '%s' && mkdir docs && "
      "echo hello > docs/plan.md && git add . && git commit -qm docs && "
      "git push -q origin main",
      dir, clone, clone);

  board = new_board (store, "Retro");
  files = run_in (dir, "git ls-tree -r --name-only main docs");
  g_assert_cmpstr (files, ==, "docs/plan.md");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/store/create", test_create);
  g_test_add_func ("/store/create-in-use", test_create_in_use);
  g_test_add_func ("/store/create-in-empty-folder",
                   test_create_in_empty_folder);
  g_test_add_func ("/store/open-nothing", test_open_nothing);
  g_test_add_func ("/store/round-trip", test_round_trip);
  g_test_add_func ("/store/one-kind", test_one_kind);
  g_test_add_func ("/store/nothing-new", test_nothing_new);
  g_test_add_func ("/store/author", test_author);
  g_test_add_func ("/store/one-line-diff", test_one_line_diff);
  g_test_add_func ("/store/empty-bucket-stays", test_empty_bucket_stays);
  g_test_add_func ("/store/other-files-stay", test_other_files_stay);
  return fixture_run ();
}
