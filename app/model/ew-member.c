#include "ew-member.h"

#include "ew-set.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const EwField fields[] = {
  { "away", N_ ("Away until"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMember, away) },
  { "days", N_ ("Working days"), EW_FIELD_SET, G_STRUCT_OFFSET (EwMember, days),
    .fallback = "fri, mon, thu, tue, wed" },
  { "emails", N_ ("Email"), EW_FIELD_SET, G_STRUCT_OFFSET (EwMember, emails) },
  { "hours", N_ ("Working hours"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMember, hours), .fallback = "09:00-17:00" },
  { "name", N_ ("Name"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwMember, name) },
  { "picture", N_ ("Picture"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMember, picture) },
  { "work", N_ ("How I work"), EW_FIELD_TEXT,
    G_STRUCT_OFFSET (EwMember, work) },
  { "zone", N_ ("Time zone"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMember, zone) },
  EW_FIELD_END,
};
const EwRecordType ew_member_type = { fields, sizeof (EwMember) };

static const char *const day_words[] = { "mon", "tue", "wed", "thu",
                                         "fri", "sat", "sun" };

EwMember *
ew_member_new (const char *name, const char *email)
{
  EwMember *member = g_new0 (EwMember, 1);

  ew_record_init (&ew_member_type, &member->record);
  ew_string_set (&member->name, name);
  if (*email)
    member->emails = ew_set_with (NULL, email);
  return member;
}

EwMember *
ew_member_copy (const EwMember *member)
{
  EwMember *copy = g_new0 (EwMember, 1);

  ew_record_copy (&ew_member_type, &copy->record, &member->record);
  return copy;
}

void
ew_member_free (EwMember *member)
{
  if (!member)
    return;
  ew_record_clear (&ew_member_type, &member->record);
  g_free (member);
}

bool
ew_member_has_email (const EwMember *member, const char *email)
{
  for (guint i = 0; i < ew_map_size (member->emails); i++)
    if (g_ascii_strcasecmp (ew_map_key (member->emails, i), email) == 0)
      return true;
  return false;
}

char *
ew_member_id (const char *email)
{
  g_autofree char *lower = g_ascii_strdown (email, -1);
  char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lower, -1);

  sum[16] = '\0';
  return sum;
}

EwHours
ew_member_hours (const EwMember *member)
{
  EwHours hours = EW_HOURS_INIT;

  hours.zone = g_strdup (member->zone);
  ew_hours_parse (&hours, member->hours);
  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (ew_set_has (member->days, day_words[i]))
      hours.days |= 1u << i;
  if (*member->away) {
    g_autofree char *midnight = g_strconcat (member->away, "T0:00", NULL);

    hours.away_until = ew_hours_date (&hours, midnight);
  }
  return hours;
}

const EwMember *
ew_members_find (GPtrArray *members, const char *email)
{
  for (guint i = 0; i < members->len; i++)
    if (ew_member_has_email (g_ptr_array_index (members, i), email))
      return g_ptr_array_index (members, i);
  return NULL;
}

/* Whether @text begins with @name, which ends there.  Returns: bytes of @text,
 * 0: no. */
static gsize
match_name (const char *text, const char *name)
{
  gsize length = strlen (name);
  g_autofree char *begin = NULL;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *ours = NULL;

  if (length == 0 || strnlen (text, length) < length)
    return 0;
  begin = g_strndup (text, length);
  if (!g_utf8_validate (begin, -1, NULL))
    return 0;
  ours = g_utf8_casefold (begin, -1);
  if (strcmp (ours, folded) != 0 ||
      g_unichar_isalnum (g_utf8_get_char (text + length)))
    return 0;
  return length;
}

static gsize
match_first_name (const char *text, const EwMember *member)
{
  g_auto (GStrv) words = g_strsplit (member->name, " ", 2);

  return words[0] ? match_name (text, words[0]) : 0;
}

static gsize
match_emails (const char *text, const EwMember *member)
{
  gsize longest = 0;

  for (guint i = 0; i < ew_map_size (member->emails); i++)
    longest = MAX (longest, match_name (text, ew_map_key (member->emails, i)));
  return longest;
}

/* Who is meant by what stands behind an @.  A first name that two have means
 * neither. */
static EwMention
match (const char *text, GPtrArray *members)
{
  EwMention best = { 0 };
  guint n_first = 0;

  for (guint i = 0; i < members->len; i++) {
    const EwMember *member = g_ptr_array_index (members, i);
    gsize length =
        MAX (match_name (text, member->name), match_emails (text, member));

    if (length > best.end)
      best = (EwMention){ 0, length, member };
  }
  if (best.member)
    return best;
  for (guint i = 0; i < members->len; i++) {
    const EwMember *member = g_ptr_array_index (members, i);
    gsize length = match_first_name (text, member);

    n_first += length > 0;
    if (length > 0)
      best = (EwMention){ 0, length, member };
  }
  return n_first == 1 ? best : (EwMention){ 0 };
}

/* In the middle of a word, as in an address, an @ mentions nobody. */
static bool
begins_word (const char *text, const char *at)
{
  const char *before = g_utf8_find_prev_char (text, at);

  return !before || !g_unichar_isalnum (g_utf8_get_char (before));
}

GArray *
ew_mentions_find (const char *text, GPtrArray *members)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (EwMention));
  const char *at = strchr (text, '@');

  for (; at; at = strchr (at, '@')) {
    EwMention mention = { 0 };

    if (begins_word (text, at))
      mention = match (at + 1, members);
    mention.begin = at - text;
    mention.end += mention.begin + 1;
    at += mention.member ? mention.end - mention.begin : 1;
    if (mention.member)
      g_array_append_val (mentions, mention);
  }
  return mentions;
}

bool
ew_mentions_have (const char *text, GPtrArray *members, const char *email)
{
  g_autoptr (GArray) mentions = ew_mentions_find (text, members);

  for (guint i = 0; i < mentions->len; i++)
    if (ew_member_has_email (g_array_index (mentions, EwMention, i).member,
                             email))
      return true;
  return false;
}
