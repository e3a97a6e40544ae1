#include "repo-fixture.h"

static void
forget_me (void)
{
  g_autofree char *config =
      g_build_filename (g_getenv ("HOME"), ".gitconfig", NULL);

  g_unlink (config);
  g_unsetenv ("GIT_AUTHOR_NAME");
  g_unsetenv ("GIT_AUTHOR_EMAIL");
  g_unsetenv ("GIT_AUTHOR_DATE");
}

/* A workspace can be made before anybody has a name; edits then wait. */
static void
test_nobody (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwObject) self = ew_object_new (&ew_kind_board, EW_BOARD_SELF);
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (EwEdit) edit = ew_edit_new ("Edit");
  g_autoptr (EwStore) store = NULL;
  g_autoptr (GError) error = NULL;

  forget_me ();
  store = new_store (dir);
  g_assert_null (ew_store_identity (store, &error));
  assert_ew_error (error, EW_ERROR_NO_IDENTITY, "name and address");
  g_clear_error (&error);
  ew_edit_add (edit, NULL, self);
  g_ptr_array_add (edits, ew_board_edit_new ("b", edit));
  g_assert_null (ew_store_commit (store, edits, "Edit", &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NO_IDENTITY);
}

static void
test_tell (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = NULL;
  g_autoptr (EwIdentity) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *git = NULL;
  EwIdentity bo = { "Bo <Bo>", "bo@example.org" };

  forget_me ();
  store = new_store (dir);
  g_assert_false (ew_store_set_identity (store, &bo, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_USAGE);
  g_clear_error (&error);
  bo.name = "Bo";
  ew_store_set_identity (store, &bo, &error);
  g_assert_no_error (error);
  now = ew_store_identity (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (now->name, ==, "Bo");
  g_assert_cmpstr (now->email, ==, "bo@example.org");
  git = run_in ("/", "git config --global user.name");
  g_assert_cmpstr (git, ==, "Bo");
}

static void
test_environment (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = NULL;
  g_autofree char *who = NULL;

  author_is ("Cleo", 1700000000);
  board = new_board (store, "Retro");
  who = run_in (dir, "git log -1 --format='%%an <%%ae> %%at'");
  g_assert_cmpstr (who, ==, "Cleo <Cleo@example.org> 1700000000");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/identity/nobody", test_nobody);
  g_test_add_func ("/identity/tell", test_tell);
  g_test_add_func ("/identity/environment", test_environment);
  return fixture_run ();
}
