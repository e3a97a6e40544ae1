#include "ew-housekeeping.h"

#include "ew-assets-private.h"
#include "ew-store-private.h"

#include <git2/sys/odb_backend.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEX_IN_FILE (GIT_OID_HEXSZ - 2)
#define MONTH_SECONDS (30 * 24 * 3600)

typedef struct {
  EwStore *store;
  GCancellable *cancellable;
  char *objects; /* the folder */
  GArray *loose; /* of git_oid */
} Tidy;

static void
tidy_clear (Tidy *tidy)
{
  g_clear_pointer (&tidy->objects, g_free);
  g_clear_pointer (&tidy->loose, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tidy, tidy_clear)

static bool
failed (GError **error, int code)
{
  return ew_git_fail (error, code, _ ("The workspace could not be tidied"));
}

/* --- What is loose ------------------------------------------------------- */

static void
list_folder (Tidy *tidy, const char *word)
{
  g_autofree char *path = g_build_filename (tidy->objects, word, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *hex = g_strconcat (word, name, NULL);
    git_oid oid;

    if (strlen (name) == HEX_IN_FILE && git_oid_fromstr (&oid, hex) == 0)
      g_array_append_val (tidy->loose, oid);
  }
}

static void
list_loose (Tidy *tidy)
{
  for (guint i = 0; i < 256; i++) {
    char word[3];

    g_snprintf (word, sizeof word, "%02x", i);
    list_folder (tidy, word);
  }
}

static char *
loose_path (const Tidy *tidy, const git_oid *oid)
{
  g_autofree char *hex = ew_oid_to_string (oid);

  return g_strdup_printf ("%s/%.2s/%s", tidy->objects, hex, hex + 2);
}

/* --- Into one pack ------------------------------------------------------- */

static int
progress_cb (int stage, uint32_t current, uint32_t total, void *data)
{
  return g_cancellable_is_cancelled (data) ? GIT_EUSER : 0;
}

static int
writing_cb (const git_indexer_progress *stats, void *data)
{
  return progress_cb (0, 0, 0, data);
}

static int
write_pack (Tidy *tidy)
{
  g_autoptr (git_packbuilder) builder = NULL;
  g_autofree char *folder = g_build_filename (tidy->objects, "pack", NULL);
  int code = git_packbuilder_new (&builder, tidy->store->repo);

  if (code == 0)
    code =
        git_packbuilder_set_callbacks (builder, progress_cb, tidy->cancellable);
  for (guint i = 0; code == 0 && i < tidy->loose->len; i++)
    code = git_packbuilder_insert (
        builder, &g_array_index (tidy->loose, git_oid, i), NULL);
  if (code == 0)
    code = git_packbuilder_write (builder, folder, 0444, writing_cb,
                                  tidy->cancellable);
  return code;
}

/* --- Loose ones that a pack holds ---------------------------------------- */

/* Sees packs only.  Returns: (transfer full) (nullable). */
static git_odb *
open_packs (const Tidy *tidy)
{
  g_autoptr (git_odb) packs = NULL;
  git_odb_backend *backend;

  if (git_odb_new (&packs) < 0 ||
      git_odb_backend_pack (&backend, tidy->objects) < 0)
    return NULL;
  if (git_odb_add_backend (packs, backend, 1) < 0) {
    backend->free (backend);
    return NULL;
  }
  return g_steal_pointer (&packs);
}

/* Reading checks what is read against its name. */
static bool
is_packed (git_odb *packs, const git_oid *oid)
{
  g_autoptr (git_odb_object) object = NULL;

  return git_odb_read (&object, packs, oid) == 0;
}

static guint
remove_packed (const Tidy *tidy)
{
  g_autoptr (git_odb) packs = open_packs (tidy);
  guint removed = 0;

  for (guint i = 0; packs && i < tidy->loose->len; i++) {
    const git_oid *oid = &g_array_index (tidy->loose, git_oid, i);
    g_autofree char *path = loose_path (tidy, oid);

    if (g_cancellable_is_cancelled (tidy->cancellable))
      break;
    if (is_packed (packs, oid) && g_unlink (path) == 0)
      removed++;
  }
  return removed;
}

bool
ew_store_tidy (EwStore *store, GCancellable *cancellable, EwTidying *tidying,
               GError **error)
{
  g_auto (Tidy) tidy = { .store = store, .cancellable = cancellable };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int code;

  g_return_val_if_fail (store && tidying, false);

  *tidying =
      (EwTidying){ .swept = ew_assets_sweep (store, now - MONTH_SECONDS) };
  tidy.objects = g_build_filename (store->dir, "objects", NULL);
  tidy.loose = g_array_new (FALSE, FALSE, sizeof (git_oid));
  list_loose (&tidy);
  if (tidy.loose->len <= EW_LOOSE_OBJECTS_MAX)
    return true;
  code = write_pack (&tidy);
  if (code < 0)
    return failed (error, code);
  tidying->packed = remove_packed (&tidy);
  return !ew_is_cancelled (cancellable, error);
}
