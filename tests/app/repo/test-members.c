/* Profiles in the repository: one file each, only one's own. */
#include "repo-fixture.h"

#include "ew-names.h"
#include "ew-store-members.h"
#include "ew-string.h"

static GPtrArray *
members (EwStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = ew_store_members (store, NULL, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
put_member (EwStore *store, const char *name, const char *zone)
{
  g_autoptr (EwMember) member = ew_member_new (name, "");
  g_autoptr (GError) error = NULL;
  g_autofree char *tip = NULL;

  ew_string_set (&member->zone, zone);
  tip = ew_store_put_member (store, member, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tip);
}

static EwIdentity *
identity (EwStore *store)
{
  g_autoptr (GError) error = NULL;
  EwIdentity *me = ew_store_identity (store, &error);

  g_assert_no_error (error);
  return me;
}

static void
test_put (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autoptr (EwIdentity) me = identity (store);
  g_autoptr (GPtrArray) none = members (store);
  g_autoptr (GPtrArray) one = NULL;
  const EwMember *own;

  put_member (store, "Ana", "Asia/Tokyo");
  put_member (store, "Ana Lind", "Asia/Kolkata");
  one = members (store);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  own = ew_members_find (one, me->email);
  g_assert_nonnull (own);
  g_assert_cmpstr (own->name, ==, "Ana Lind");
  g_assert_cmpstr (own->zone, ==, "Asia/Kolkata");
  assert_sound (store);
}

static void
write_file (const char *dir, const char *path, const char *text)
{
  g_autofree char *blob = NULL;
  g_autofree char *said = NULL;
  g_autofree char *file = g_build_filename (dir, "text", NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  blob = g_strstrip (run_in (dir, "git hash-object -w text"));
  said = run_in (dir,
                 "env GIT_INDEX_FILE=%s/index sh -c \"git read-tree HEAD && "
                 "git update-index --add --cacheinfo 100644,%s,%s && "
                 "git update-ref HEAD \\$(git commit-tree -p HEAD -m x "
                 "\\$(git write-tree))\"",
                 dir, blob, path);
}

/* A hostile or broken file is named, and the others are there. */
static void
test_damaged (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  put_member (store, "Ana", "");
  write_file (dir, "members/bad.json", "{\"name\":");
  write_file (dir, "members/readme.txt", "not one of ours");
  found = members (store);
  g_assert_cmpuint (found->len, ==, 1);
  faults = ew_store_check (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((EwFault *) faults->pdata[0])->file, ==,
                   "members/bad.json");
}

static void
test_response (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);

  g_assert_cmpuint (ew_store_response_days (store), ==,
                    EW_RESPONSE_DAYS_DEFAULT);
  write_file (dir, "elsewhen.json",
              "{\"format\":1,\"min_writer\":1,\"name\":\"T\","
              "\"response_days\":3}");
  g_assert_cmpuint (ew_store_response_days (store), ==, 3);
  write_file (dir, "elsewhen.json", "{\"response_days\":\"soon\"}");
  g_assert_cmpuint (ew_store_response_days (store), ==,
                    EW_RESPONSE_DAYS_DEFAULT);
}

/* Whoever writes another's name, in whatever letters, is shown with where it
 * comes from. */
static void
test_look_alikes (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  static const char *const names[] = { "Ana", "\320\220na", "ana ", "Bo" };
  static const char *const shown[] = {
    "Bo",
    "ana <m@example.org>",
    "\320\220na <m@example.org>",
    "Ana <m@example.org>",
  };

  author_is ("Ana", 1000);
  store = new_store (dir);
  put_member (store, "Ana", "Asia/Tokyo");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_setenv ("GIT_AUTHOR_NAME", names[i], TRUE);
    g_setenv ("GIT_AUTHOR_EMAIL", "m@example.org", TRUE);
    g_free (new_board (store, "Retro"));
  }
  author_is ("Ana", 1000);
  g_free (new_board (store, "Mine"));
  versions = ew_store_log (store, NULL, 5, NULL);
  g_assert_cmpstr (((EwVersion *) versions->pdata[0])->author, ==, "Ana");
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_cmpstr (((EwVersion *) versions->pdata[i + 1])->author, ==,
                     shown[i]);
}

static void
test_alike (void)
{
  g_assert_true (ew_names_are_alike ("Ana Lind", "ANA LIND"));
  g_assert_true (ew_names_are_alike ("Paul", "Pau1"));
  g_assert_false (ew_names_are_alike ("Ana", "Bo"));
  g_assert_false (ew_names_are_alike ("Ana", "Anna"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/members/put", test_put);
  g_test_add_func ("/members/damaged", test_damaged);
  g_test_add_func ("/members/response", test_response);
  g_test_add_func ("/members/look-alikes", test_look_alikes);
  g_test_add_func ("/members/alike", test_alike);
  return fixture_run ();
}
