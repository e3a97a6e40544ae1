#include "ew-names.h"

#include "ew-member.h"
#include "ew-said.h"
#include "ew-store-members.h"

#include <string.h>
#include <unicode/uspoof.h>

struct _EwNames {
  USpoofChecker *checker; /* NULL: it cannot be had */
  GPtrArray *members; /* of EwMember, or NULL */
  GHashTable *called; /* "name\nemail" → what they are called */
};

static USpoofChecker *
new_checker (void)
{
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open (&status);

  return U_SUCCESS (status) ? checker : NULL;
}

/* Letters of either case and spaces that nobody sees make no other name. */
static bool
are_alike (const USpoofChecker *checker, const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *two = g_utf8_casefold (b, -1);
  UErrorCode status = U_ZERO_ERROR;

  g_strstrip (one);
  g_strstrip (two);
  if (strcmp (one, two) == 0)
    return true;
  return checker &&
         uspoof_areConfusableUTF8 (checker, one, -1, two, -1, &status) != 0 &&
         U_SUCCESS (status);
}

bool
ew_names_are_alike (const char *a, const char *b)
{
  USpoofChecker *checker = new_checker ();
  bool alike = are_alike (checker, a, b);

  if (checker)
    uspoof_close (checker);
  return alike;
}

EwNames *
ew_names_new (EwStore *store)
{
  EwNames *names = g_new0 (EwNames, 1);

  names->checker = new_checker ();
  names->members = ew_store_members (store, NULL, NULL, NULL);
  names->called =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return names;
}

void
ew_names_free (EwNames *names)
{
  if (!names)
    return;
  if (names->checker)
    uspoof_close (names->checker);
  g_clear_pointer (&names->members, g_ptr_array_unref);
  g_hash_table_unref (names->called);
  g_free (names);
}

static bool
looks_like_another (EwNames *names, const char *name, const char *email)
{
  if (!names->members || ew_members_find (names->members, email))
    return false;
  for (guint i = 0; i < names->members->len; i++) {
    const EwMember *member = names->members->pdata[i];

    if (are_alike (names->checker, name, member->name))
      return true;
  }
  return false;
}

const char *
ew_names_call (EwNames *names, const git_signature *who)
{
  g_autofree char *key = g_strconcat (who->name, "\n", who->email, NULL);
  char *called = g_hash_table_lookup (names->called, key);
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;

  if (called)
    return called;
  name = ew_said_plain (who->name, -1);
  email = ew_said_plain (who->email, -1);
  called = looks_like_another (names, name, email)
               ? g_strdup_printf ("%s <%s>", name, email)
               : g_steal_pointer (&name);
  g_hash_table_insert (names->called, g_steal_pointer (&key), called);
  return called;
}
