#include "ew-face.h"

#include "ew-avatar.h"
#include "ew-member-popover.h"
#include "ew-person.h"
#include "ew-picture.h"
#include "ew-session-assets.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Sharp enough at the largest, on a screen with two pixels for one. */
#define SIDE 128
/* Pictures of so many people are kept; whoever comes later has an initial. */
#define KEPT_MAX 200

/* Whose face it is, and what of them is shown. */
typedef struct {
  EwSession *session;
  char *email, *name;
  EwFaceSize size;
  char *shown; /* name and picture, as they were; NULL: nothing yet */
} Who;

/* --- Pictures of a session ------------------------------------------------ */

/* One that is being read, or was: then there is a texture, or none will be. */
typedef struct {
  GdkTexture *texture;
  GPtrArray *waiting; /* of GWeakRef, to the faces; NULL when it is settled */
} Kept;

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_object (&kept->texture);
  g_clear_pointer (&kept->waiting, g_ptr_array_unref);
  g_free (kept);
}

static GHashTable *
table_of (EwSession *session)
{
  GHashTable *table = g_object_get_data (G_OBJECT (session), "ew-faces");

  if (table == NULL) {
    table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
    g_object_set_data_full (G_OBJECT (session), "ew-faces", table,
                            (GDestroyNotify) g_hash_table_unref);
  }
  return table;
}

/* px, as large as the round of colour is in the style sheet. */
static int
side_of (EwFaceSize size)
{
  static const int sides[] = { 18, 22, 48 };

  return sides[size];
}

static void
show_picture (AdwBin *face, GdkTexture *texture)
{
  const Who *who = g_object_get_data (G_OBJECT (face), "who");
  GtkWidget *picture = gtk_image_new_from_paintable (GDK_PAINTABLE (texture));

  gtk_image_set_pixel_size (GTK_IMAGE (picture), side_of (who->size));
  gtk_widget_set_can_target (picture, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (face), "pictured");
  adw_bin_set_child (face, picture);
}

/* What is read for one asset. */
typedef struct {
  EwSession *session;
  char *asset;
} Reading;

/* They may have another picture by now. */
static bool
is_still_of (AdwBin *face, const char *asset)
{
  const Who *who = g_object_get_data (G_OBJECT (face), "who");

  return who != NULL && g_str_has_suffix (who->shown, asset);
}

static void
settle (Reading *reading, EwPicture *picture)
{
  Kept *kept =
      g_hash_table_lookup (table_of (reading->session), reading->asset);

  if (picture)
    kept->texture = gdk_memory_texture_new (picture->width, picture->height,
                                            GDK_MEMORY_DEFAULT, picture->pixels,
                                            (gsize) picture->width * 4);
  for (guint i = 0; kept->texture && i < kept->waiting->len; i++) {
    g_autoptr (AdwBin) face = g_weak_ref_get (kept->waiting->pdata[i]);

    if (face && is_still_of (face, reading->asset))
      show_picture (face, kept->texture);
  }
  g_clear_pointer (&kept->waiting, g_ptr_array_unref);
  g_object_unref (reading->session);
  g_free (reading->asset);
  g_free (reading);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwPicture) picture = ew_picture_decode_finish (result, NULL);

  settle (data, picture);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GBytes) bytes =
      ew_session_get_asset_finish (EW_SESSION (source), result, NULL);

  if (bytes)
    ew_picture_decode_async (bytes, SIDE, NULL, decoded_cb, data);
  else
    settle (data, NULL);
}

static Kept *
begin_reading (EwSession *session, const char *asset)
{
  Kept *kept = g_new0 (Kept, 1);
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ g_object_ref (session), g_strdup (asset) };
  kept->waiting = g_ptr_array_new_with_free_func (weak_free);
  g_hash_table_insert (table_of (session), g_strdup (asset), kept);
  ew_session_get_asset_async (session, asset, NULL, read_cb, reading);
  return kept;
}

static void
wish_picture (AdwBin *face, EwSession *session, const char *asset)
{
  Kept *kept = g_hash_table_lookup (table_of (session), asset);
  GWeakRef *weak;

  if (kept == NULL && g_hash_table_size (table_of (session)) < KEPT_MAX)
    kept = begin_reading (session, asset);
  if (kept == NULL)
    return;
  if (kept->texture)
    show_picture (face, kept->texture);
  if (kept->waiting == NULL)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, face);
  g_ptr_array_add (kept->waiting, weak);
}

/* --- Faces ---------------------------------------------------------------- */

static void
who_free (gpointer data)
{
  Who *who = data;

  g_object_unref (who->session);
  g_free (who->email);
  g_free (who->name);
  g_free (who->shown);
  g_free (who);
}

static Who *
who_new (EwSession *session, const char *email, const char *name)
{
  Who *who = g_new0 (Who, 1);

  who->session = g_object_ref (session);
  who->email = g_strdup (email);
  who->name = g_strdup (name);
  return who;
}

/* Also when people tell something else about themselves. */
static void
refresh (AdwBin *face)
{
  Who *who = g_object_get_data (G_OBJECT (face), "who");
  const EwMember *member =
      ew_members_find (ew_session_members (who->session), who->email);
  const char *picture =
      member && ew_asset_name_is_valid (member->picture) ? member->picture : "";
  g_autofree char *name = ew_person_name (who->session, who->email, who->name);
  g_autofree char *now = g_strconcat (name, "\n", picture, NULL);

  if (g_strcmp0 (now, who->shown) == 0)
    return;
  g_free (who->shown);
  who->shown = g_steal_pointer (&now);
  gtk_widget_remove_css_class (GTK_WIDGET (face), "pictured");
  adw_bin_set_child (face, who->size == EW_FACE_SMALL
                               ? ew_avatar_new_small (name)
                               : ew_avatar_new (name));
  if (*picture)
    wish_picture (face, who->session, picture);
}

GtkWidget *
ew_face_new (EwSession *session, const char *email, const char *name,
             EwFaceSize size)
{
  GtkWidget *face;
  Who *who;

  g_return_val_if_fail (EW_IS_SESSION (session) && email != NULL, NULL);

  face =
      g_object_new (ADW_TYPE_BIN, "halign", GTK_ALIGN_CENTER, "valign",
                    GTK_ALIGN_START, "overflow", GTK_OVERFLOW_HIDDEN,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  who = who_new (session, email, name);
  who->size = size;
  g_object_set_data_full (G_OBJECT (face), "who", who, who_free);
  gtk_widget_add_css_class (face, "ew-face");
  if (size == EW_FACE_SMALL)
    gtk_widget_add_css_class (face, "small");
  if (size == EW_FACE_LARGE)
    gtk_widget_add_css_class (face, "large");
  g_signal_connect_object (session, "people-changed", G_CALLBACK (refresh),
                           face, G_CONNECT_SWAPPED);
  refresh (ADW_BIN (face));
  return face;
}

/* Made when it is asked for, and anew each time: the clock goes on there. */
static void
open_cb (GtkMenuButton *button, gpointer data)
{
  const Who *who = data;

  gtk_menu_button_set_popover (
      button, ew_member_popover_new (who->session, who->email, who->name));
}

GtkWidget *
ew_face_button_new (EwSession *session, const char *email, const char *name,
                    EwFaceSize size)
{
  GtkWidget *button = gtk_menu_button_new ();
  Who *who = who_new (session, email, name);
  g_autofree char *shown = ew_person_name (session, email, name);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             ew_face_new (session, email, name, size));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_cb, who,
                                         NULL);
  g_object_set_data_full (G_OBJECT (button), "who", who, who_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-face-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  return button;
}
