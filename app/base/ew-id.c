#include "ew-id.h"

#include <string.h>

#define UUID_LENGTH 36

/* Random bytes that two programs started in the same instant do not share:
 * GLib's own generator, seeded by /dev/urandom, behind g_uuid_string_random().
 */
static void
take_random_digits (char *digits)
{
  g_autofree char *random = g_uuid_string_random ();
  /* The clock gives the first 13 characters; the version digit is at 14. */
  memcpy (digits, random + 15, UUID_LENGTH - 15);
}

char *
ew_id_new (void)
{
  guint64 ms = (guint64) (g_get_real_time () / 1000);
  char id[UUID_LENGTH + 1];

  g_snprintf (id, sizeof id, "%08x-%04x-7", (guint) (ms >> 16),
              (guint) (ms & 0xffff));
  take_random_digits (id + 15);
  id[UUID_LENGTH] = '\0';
  return g_ref_string_new_len (id, UUID_LENGTH);
}

bool
ew_id_is_valid (const char *id)
{
  if (id == NULL)
    return false;
  gsize length = strnlen (id, EW_ID_MAX + 1);
  if (length == 0 || length > EW_ID_MAX)
    return false;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (id[i]) && id[i] != '-' && id[i] != '_')
      return false;
  return true;
}

gint64
ew_id_time (const char *id)
{
  g_return_val_if_fail (id != NULL, 0);

  if (strlen (id) != UUID_LENGTH || id[14] != '7' || id[8] != '-')
    return 0;
  char digits[13];
  memcpy (digits, id, 8);
  memcpy (digits + 8, id + 9, 4);
  digits[12] = '\0';
  char *end = NULL;
  guint64 ms = g_ascii_strtoull (digits, &end, 16);
  return *end == '\0' ? (gint64) ms : 0;
}
