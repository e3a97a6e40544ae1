#include "ew-member-file.h"

#include "ew-string.h"

#include <string.h>

static EwMember *
read_text (const char *text, guint n_faults)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  EwMember *member =
      ew_member_file_read (text, strlen (text), "members/x.json", faults);

  g_assert_cmpuint (faults->len, ==, n_faults);
  return member;
}

static void
test_there_and_back (void)
{
  const char *text = "{\"format\":1\n,\"min_writer\":1\n"
                     ",\"away\":\"2027-01-07\"\n"
                     ",\"days\":[\"mon\",\"sun\"]\n"
                     ",\"emails\":[\"bo@example.org\",\"bo@home.org\"]\n"
                     ",\"hours\":\"08:00-12:00\"\n"
                     ",\"mood\":{\"of\":[1,null]}\n"
                     ",\"name\":\"Bo Berg\"\n"
                     ",\"work\":\"Ask me **anything**.\"\n"
                     ",\"zone\":\"Asia/Kolkata\"\n}\n";
  g_autoptr (EwMember) member = read_text (text, 0);
  g_autofree char *written = ew_member_file_write (member);

  g_assert_cmpstr (member->name, ==, "Bo Berg");
  g_assert_true (ew_member_has_email (member, "bo@home.org"));
  g_assert_cmpstr (written, ==, text);
}

/* What is usual is not written. */
static void
test_usual (void)
{
  g_autoptr (EwMember) member = ew_member_new ("Bo", "bo@example.org");
  g_autofree char *written = ew_member_file_write (member);
  g_autoptr (EwMember) again = read_text (written, 0);

  g_assert_null (strstr (written, "hours"));
  g_assert_null (strstr (written, "days"));
  g_assert_true (
      ew_record_equal (&ew_member_type, &member->record, &again->record));
}

static void
test_damaged (void)
{
  g_assert_null (read_text ("", 1));
  g_assert_null (read_text ("[]", 1));
  g_assert_null (read_text ("{\"format\":1,\"name\":7}", 1));
  g_assert_null (read_text ("{\"format\":1,\"emails\":\"bo\"}", 1));
  g_assert_null (read_text ("<html>", 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member-file/there-and-back", test_there_and_back);
  g_test_add_func ("/member-file/usual", test_usual);
  g_test_add_func ("/member-file/damaged", test_damaged);
  return g_test_run ();
}
