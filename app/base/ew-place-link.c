#include "ew-place-link.h"

#include "ew-id.h"

#include <string.h>

char *
ew_place_link (const char *board, const char *object)
{
  g_return_val_if_fail (board != NULL && object != NULL, NULL);

  return g_strconcat (EW_PLACE_SCHEME ":///", board, *object ? "/" : "", object,
                      NULL);
}

bool
ew_place_link_parse (const char *link, char **board, char **object)
{
  const char *start = EW_PLACE_SCHEME ":///";
  g_auto (GStrv) words = NULL;
  guint n;

  g_return_val_if_fail (link != NULL, false);

  if (!g_str_has_prefix (link, start))
    return false;
  words = g_strsplit (link + strlen (start), "/", 3);
  n = g_strv_length (words);
  if (n < 1 || n > 2 || !ew_id_is_valid (words[0]) ||
      (n == 2 && !ew_id_is_valid (words[1])))
    return false;
  *board = g_strdup (words[0]);
  *object = g_strdup (n == 2 ? words[1] : "");
  return true;
}
