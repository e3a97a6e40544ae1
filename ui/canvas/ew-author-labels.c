#include "ew-author-labels.h"

#include "ew-store-authors.h"

#include <glib/gi18n-lib.h>

struct _EwAuthorLabels {
  GHashTable *authors; /* id → EwAuthorship */
  GHashTable *texts; /* id → what was said of it */
  char *own;
  int year;
};

EwAuthorLabels *
ew_author_labels_new (GHashTable *authors, const char *own)
{
  EwAuthorLabels *labels = g_new0 (EwAuthorLabels, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  labels->authors = g_hash_table_ref (authors);
  labels->texts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  labels->own = g_strdup (own);
  labels->year = g_date_time_get_year (now);
  return labels;
}

void
ew_author_labels_free (EwAuthorLabels *labels)
{
  if (!labels)
    return;
  g_hash_table_unref (labels->authors);
  g_hash_table_unref (labels->texts);
  g_free (labels->own);
  g_free (labels);
}

static char *
day_of (EwAuthorLabels *labels, gint64 time)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (time);

  if (!day)
    return g_strdup ("");
  if (g_date_time_get_year (day) == labels->year)
    /* Translators: a day of this year, as in “12 Oct”; see strftime. */
    return g_date_time_format (day, _ ("%-d %b"));
  /* Translators: a day of another year, as in “12 Oct 2024”. */
  return g_date_time_format (day, _ ("%-d %b %Y"));
}

static char *
describe (EwAuthorLabels *labels, const EwAuthorship *authorship)
{
  g_autofree char *day = day_of (labels, authorship->made);

  return g_strdup_printf ("%s · %s", authorship->author, day);
}

const char *
ew_author_labels_get (EwAuthorLabels *labels, const char *id)
{
  const EwAuthorship *authorship = g_hash_table_lookup (labels->authors, id);
  char *text = g_hash_table_lookup (labels->texts, id);

  if (text || !authorship)
    return text ? text : labels->own;
  if (!authorship->author)
    return NULL;
  text = describe (labels, authorship);
  g_hash_table_insert (labels->texts, g_strdup (id), text);
  return text;
}
