#include "ew-member.h"

#include "ew-set.h"
#include "ew-string.h"

#include <string.h>

static GPtrArray *
team (void)
{
  GPtrArray *members =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_member_free);

  g_ptr_array_add (members, ew_member_new ("Ana Lind", "ana@example.org"));
  g_ptr_array_add (members, ew_member_new ("Ana Lindgren", "al@example.org"));
  g_ptr_array_add (members, ew_member_new ("Bo Berg", "bo@example.org"));
  g_ptr_array_add (members, ew_member_new ("Émile Zöe", "ez@example.org"));
  g_ptr_array_add (members, ew_member_new ("", "nameless@example.org"));
  return members;
}

/* "Bo Berg|Ana Lind": who is mentioned, in order. */
static char *
mentioned (const char *text)
{
  g_autoptr (GPtrArray) members = team ();
  g_autoptr (GArray) mentions = ew_mentions_find (text, members);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++) {
    const EwMention *mention = &g_array_index (mentions, EwMention, i);

    g_assert_cmpint (text[mention->begin], ==, '@');
    g_assert_cmpuint (mention->end, <=, strlen (text));
    g_string_append_printf (names, "%s%s", i ? "|" : "", mention->member->name);
  }
  return g_string_free (names, FALSE);
}

static void
assert_mentioned (const char *text, const char *names)
{
  g_autofree char *found = mentioned (text);

  g_assert_cmpstr (found, ==, names);
}

static void
test_mentions (void)
{
  assert_mentioned ("@Bo Berg, what do you say?", "Bo Berg");
  assert_mentioned ("ask @bo berg and @Bo@", "Bo Berg|Bo Berg");
  assert_mentioned ("(@Bo)", "Bo Berg");
  assert_mentioned ("@bo@example.org: see @al@example.org",
                    "Bo Berg|Ana Lindgren");
  assert_mentioned ("@Émile, @émile zöe", "Émile Zöe|Émile Zöe");
}

/* The longest name that fits; a first name that two have means neither. */
static void
test_mentions_alike (void)
{
  assert_mentioned ("@Ana Lind", "Ana Lind");
  assert_mentioned ("@Ana Lindgren", "Ana Lindgren");
  assert_mentioned ("@Ana", "");
}

static void
test_mentions_of_nobody (void)
{
  assert_mentioned ("", "");
  assert_mentioned ("@", "");
  assert_mentioned ("@@@ @ ", "");
  assert_mentioned ("@Nobody Here", "");
  assert_mentioned ("@Bosse", "");
  assert_mentioned ("mail to x@Bo", "");
  assert_mentioned ("<script>@</script>", "");
}

static void
test_email (void)
{
  g_autoptr (GPtrArray) members = team ();
  g_autofree char *one = ew_member_id ("Bo@Example.org");
  g_autofree char *two = ew_member_id ("bo@example.org");
  g_autofree char *three = ew_member_id ("ana@example.org");

  g_assert_cmpstr (ew_members_find (members, "BO@example.org")->name, ==,
                   "Bo Berg");
  g_assert_null (ew_members_find (members, "nobody@example.org"));
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, three);
  g_assert_true (ew_mentions_have ("hello @Bo", members, "bo@example.org"));
  g_assert_false (ew_mentions_have ("hello @Bo", members, "ana@example.org"));
}

static void
test_hours (void)
{
  g_autoptr (EwMember) bo = ew_member_new ("Bo", "bo@example.org");
  g_auto (EwHours) usual = ew_member_hours (bo);
  g_auto (EwHours) own = EW_HOURS_INIT;

  g_assert_cmpuint (usual.days, ==, EW_WORKDAYS_DEFAULT);
  g_assert_cmpuint (usual.from, ==, 9 * 60);
  g_assert_cmpint (usual.away_until, ==, 0);

  ew_string_set (&bo->zone, "UTC");
  ew_string_set (&bo->hours, "10:00-14:30");
  ew_string_set (&bo->away, "2027-01-07");
  ew_map_unref (bo->days);
  bo->days = ew_set_from_text ("sun, mon, someday");
  own = ew_member_hours (bo);
  g_assert_cmpuint (own.days, ==, 1 | 1 << 6);
  g_assert_cmpuint (own.to, ==, 14 * 60 + 30);
  g_assert_cmpint (own.away_until, ==, 1799280000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member/mentions", test_mentions);
  g_test_add_func ("/member/mentions-alike", test_mentions_alike);
  g_test_add_func ("/member/mentions-of-nobody", test_mentions_of_nobody);
  g_test_add_func ("/member/email", test_email);
  g_test_add_func ("/member/hours", test_hours);
  return g_test_run ();
}
