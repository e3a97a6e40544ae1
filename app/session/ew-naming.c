#include "ew-naming.h"

#include "ew-store-biography.h"
#include "ew-store-history.h"

#include <string.h>

struct _EwNamings {
  GHashTable *known; /* see key_of() → Known */
};

typedef struct {
  EwObject *self; /* of which this is true */
  EwNaming *naming; /* or NULL */
} Known;

static void
naming_free (EwNaming *naming)
{
  g_free (naming->who);
  g_free (naming->email);
  g_free (naming);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  ew_object_unref (known->self);
  g_clear_pointer (&known->naming, naming_free);
  g_free (known);
}

EwNamings *
ew_namings_new (void)
{
  EwNamings *namings = g_new (EwNamings, 1);

  namings->known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  return namings;
}

void
ew_namings_free (EwNamings *namings)
{
  if (!namings)
    return;
  g_hash_table_unref (namings->known);
  g_free (namings);
}

/* --- Reading history ------------------------------------------------------ */

static bool
is_named_at (EwStore *store, const EwNamingWish *wish, const char *rev)
{
  g_autoptr (GPtrArray) boards = ew_store_list (store, rev, NULL);

  for (guint i = 0; boards && i < boards->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (boards, i);

    if (strcmp (entry->id, wish->board) == 0) {
      EwIntent intent = ew_intent_of (entry->self);

      return ew_intent_names (&intent, wish->role, wish->me);
    }
  }
  return false;
}

/* A deed may stand for several of one person, never of two: at the oldest one
 * since which the name is there, that person put it there. */
static const EwDeed *
find_deed (EwStore *store, const EwNamingWish *wish, GPtrArray *deeds)
{
  const EwDeed *found = NULL;

  for (guint i = 0; i < deeds->len; i++) {
    const EwDeed *deed = g_ptr_array_index (deeds, i);

    if (!is_named_at (store, wish, deed->rev))
      return found;
    found = deed;
  }
  return found && found->what == EW_DEED_MADE ? found : NULL;
}

static EwNaming *
read_naming (EwStore *store, const EwNamingWish *wish, const char *tip,
             GCancellable *cancellable)
{
  g_autoptr (GPtrArray) deeds = ew_store_biography (
      store, wish->board, EW_BOARD_SELF, tip, cancellable, NULL);
  const EwDeed *deed = deeds ? find_deed (store, wish, deeds) : NULL;
  g_autoptr (EwHistoryPage) page =
      deed ? ew_store_history (store, wish->board, deed->rev, 1, cancellable,
                               NULL)
           : NULL;
  const EwVersion *version;
  EwNaming *naming;

  if (!page || page->revisions->len == 0)
    return NULL;
  version = ((EwRevision *) page->revisions->pdata[0])->version;
  naming = g_new (EwNaming, 1);
  *naming = (EwNaming){ g_strdup (version->author), g_strdup (version->email),
                        version->time };
  return naming;
}

/* --- Asking --------------------------------------------------------------- */

/* Returns: (transfer full). */
static char *
key_of (const EwNamingWish *wish)
{
  g_autofree char *me = g_strjoinv (" ", (char **) wish->me);

  return g_strdup_printf ("%s %d %s", wish->board, wish->role, me);
}

const EwNaming *
ew_namings_find (EwNamings *namings, EwStore *store, const EwNamingWish *wish,
                 const char *tip, GCancellable *cancellable)
{
  g_autofree char *key = key_of (wish);
  Known *known = g_hash_table_lookup (namings->known, key);
  EwNaming *naming;

  if (known && ew_object_equal (known->self, wish->self))
    return known->naming;
  naming = read_naming (store, wish, tip, cancellable);
  /* What was not read to its end is read again. */
  if (g_cancellable_is_cancelled (cancellable)) {
    g_clear_pointer (&naming, naming_free);
    return NULL;
  }
  known = g_new (Known, 1);
  *known = (Known){ ew_object_ref (wish->self), naming };
  g_hash_table_replace (namings->known, g_steal_pointer (&key), known);
  return naming;
}
