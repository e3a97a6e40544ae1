#include "ew-mention.h"

#include "ew-face.h"
#include "ew-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEW 6
/* Nobody is called longer than this while it is being typed, bytes. */
#define TYPED_MAX 60

typedef struct {
  GtkWidget *words; /* not owned: it owns this */
  GtkWidget *over; /* what the list hangs on: itself, or an ancestor */
  EwSession *session;
  GtkWidget *popover, *list; /* while the words can be seen, or NULL */
  guint placing; /* idle: the list goes where the caret is then */
  gsize at; /* bytes from the beginning to the "@" */
  bool is_taking; /* a name is being put in */
} Offer;

/* --- The words, whatever they stand in ------------------------------------ */

/* Up to the caret.  Returns: (transfer full). */
static char *
before_caret (Offer *offer)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, caret;

  if (GTK_IS_EDITABLE (offer->words))
    return gtk_editable_get_chars (
        GTK_EDITABLE (offer->words), 0,
        gtk_editable_get_position (GTK_EDITABLE (offer->words)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (offer->words));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret,
                                    gtk_text_buffer_get_insert (buffer));
  return gtk_text_buffer_get_text (buffer, &start, &caret, TRUE);
}

/* @from: in characters. */
static void
replace (Offer *offer, int from, const char *name)
{
  g_autofree char *mention = g_strdup_printf ("@%s ", name);
  GtkTextBuffer *buffer;
  GtkTextIter start, caret;

  if (GTK_IS_EDITABLE (offer->words)) {
    GtkEditable *entry = GTK_EDITABLE (offer->words);
    int position = from;

    gtk_editable_delete_text (entry, from, gtk_editable_get_position (entry));
    gtk_editable_insert_text (entry, mention, -1, &position);
    gtk_editable_set_position (entry, position);
    return;
  }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (offer->words));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret,
                                    gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_delete (buffer, &start, &caret);
  gtk_text_buffer_insert (buffer, &start, mention, -1);
}

static GdkRectangle
caret_place (Offer *offer)
{
  GdkRectangle place = { 0, 0, 1, gtk_widget_get_height (offer->words) };
  graphene_rect_t strong;
  GtkEditable *text;

  if (!GTK_IS_EDITABLE (offer->words)) {
    GtkTextView *view = GTK_TEXT_VIEW (offer->words);

    gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
    gtk_text_view_buffer_to_window_coords (
        view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
    return place;
  }
  text = gtk_editable_get_delegate (GTK_EDITABLE (offer->words));
  gtk_text_compute_cursor_extents (
      GTK_TEXT (text),
      (gsize) gtk_editable_get_position (GTK_EDITABLE (offer->words)), &strong,
      NULL);
  place.x = (int) strong.origin.x + 14;
  return place;
}

/* --- Who fits ------------------------------------------------------------- */

/* Returns: (nullable): behind the "@" that is being typed, inside @text. */
static const char *
find_typed (const char *text)
{
  const char *sign = strrchr (text, '@');

  if (sign == NULL || strlen (sign) > TYPED_MAX || strchr (sign, '\n'))
    return NULL;
  if (sign > text && !g_ascii_isspace (sign[-1]) && sign[-1] != '(')
    return NULL;
  return sign + 1;
}

static bool
fits (const EwMember *member, const char *typed)
{
  g_autofree char *name = g_utf8_casefold (member->name, -1);
  g_autofree char *start = g_utf8_casefold (typed, -1);
  const char *word = name;

  if (*member->name == '\0')
    return false;
  for (; word != NULL; word = strchr (word, ' ')) {
    word += *word == ' ';
    if (g_str_has_prefix (word, start))
      return true;
  }
  return false;
}

static void
add_person (Offer *offer, const EwMember *member)
{
  g_autofree char *about =
      ew_person_about (member, g_get_real_time () / G_USEC_PER_SEC);
  const char *email =
      ew_map_size (member->emails) ? ew_map_key (member->emails, 0) : "";
  GtkWidget *face =
      ew_face_new (offer->session, email, member->name, EW_FACE_SMALL);
  g_autofree char *spoken = g_strdup_printf ("%s %s", member->name, about);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (member->name);
  GtkWidget *more = gtk_label_new (about);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 30);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_add_css_class (more, "caption");
  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), face);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), more);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (member->name),
                          g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (offer->list), row);
}

/* Returns: how many there are. */
static guint
fill (Offer *offer, const char *typed)
{
  GPtrArray *members = ew_session_members (offer->session);
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (offer->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (offer->list), row);
  for (guint i = 0; i < members->len && n < FEW; i++)
    if (fits (members->pdata[i], typed)) {
      add_person (offer, members->pdata[i]);
      n++;
    }
  gtk_list_box_select_row (
      GTK_LIST_BOX (offer->list),
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (offer->list), 0));
  return n;
}

static void make_list (Offer *offer);

static void
dismiss (Offer *offer)
{
  if (offer->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (offer->popover));
}

/* Where that is for whom the list hangs on; a text may be drawn larger or
 * smaller than it is.  Of one that is laid out anew with each letter the caret
 * is known a moment later: until then, somewhere at its edge. */
static bool
find_place (Offer *offer, GdkRectangle *place)
{
  GdkRectangle caret = caret_place (offer);
  int width = gtk_widget_get_width (offer->words);
  int height = gtk_widget_get_height (offer->words);
  double x, y, foot_x, foot_y;

  caret.x = CLAMP (caret.x, 0, width);
  if (!gtk_widget_translate_coordinates (offer->words, offer->over, caret.x,
                                         CLAMP (caret.y, 0, height), &x, &y) ||
      !gtk_widget_translate_coordinates (
          offer->words, offer->over, caret.x,
          CLAMP (caret.y + caret.height, 0, height), &foot_x, &foot_y))
    return false;
  *place = (GdkRectangle){ (int) x, (int) y, 1, (int) MAX (foot_y - y, 1) };
  return true;
}

/* False when the caret is not to be seen, where no list can be either. */
static bool
point_at_caret (Offer *offer)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (offer->over));
  GdkRectangle place;
  double x, y;

  if (root == NULL || !find_place (offer, &place) ||
      !gtk_widget_translate_coordinates (offer->over, root, place.x, place.y,
                                         &x, &y) ||
      !gtk_widget_contains (root, x, y))
    return false;
  gtk_popover_set_pointing_to (GTK_POPOVER (offer->popover), &place);
  return true;
}

static gboolean
place_cb (gpointer data)
{
  Offer *offer = data;

  offer->placing = 0;
  if (offer->popover != NULL && gtk_widget_get_visible (offer->popover) &&
      !point_at_caret (offer))
    dismiss (offer);
  return G_SOURCE_REMOVE;
}

static void
show (Offer *offer)
{
  if (!point_at_caret (offer)) {
    dismiss (offer);
    return;
  }
  gtk_popover_popup (GTK_POPOVER (offer->popover));
  if (offer->placing == 0)
    offer->placing = g_idle_add_full (G_PRIORITY_LOW, place_cb, offer, NULL);
}

static void
look (Offer *offer)
{
  g_autofree char *text = NULL;
  const char *typed;

  if (offer->is_taking || !gtk_widget_get_mapped (offer->words))
    return;
  text = before_caret (offer);
  typed = find_typed (text);
  if (typed != NULL && offer->popover == NULL)
    make_list (offer);
  if (typed == NULL || fill (offer, typed) == 0) {
    dismiss (offer);
    return;
  }
  offer->at = (gsize) (typed - 1 - text);
  show (offer);
}

static void
take (Offer *offer, GtkListBoxRow *row)
{
  g_autofree char *name = NULL;
  g_autofree char *text = before_caret (offer);

  if (row == NULL || offer->at > strlen (text))
    return;
  name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));
  gtk_popover_popdown (GTK_POPOVER (offer->popover));
  offer->is_taking = true;
  replace (offer, (int) g_utf8_strlen (text, (gssize) offer->at), name);
  offer->is_taking = false;
  gtk_widget_grab_focus (offer->words);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Offer *offer)
{
  take (offer, row);
}

/* --- Keys ----------------------------------------------------------------- */

static void
move (Offer *offer, int by)
{
  GtkListBox *list = GTK_LIST_BOX (offer->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int at = row ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (list, at);

  if (next != NULL)
    gtk_list_box_select_row (list, next);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, Offer *offer)
{
  if (offer->popover == NULL || !gtk_widget_get_visible (offer->popover) ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    move (offer, key == GDK_KEY_Down ? 1 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_Tab:
    take (offer, gtk_list_box_get_selected_row (GTK_LIST_BOX (offer->list)));
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    gtk_popover_popdown (GTK_POPOVER (offer->popover));
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* --- Its life ------------------------------------------------------------- */

/* A text view that still has a popover when it goes never ends. */
static void
unrealize_cb (Offer *offer)
{
  g_clear_pointer (&offer->popover, gtk_widget_unparent);
}

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_clear_handle_id (&offer->placing, g_source_remove);
  g_clear_object (&offer->session);
  g_free (offer);
}

static void
make_list (Offer *offer)
{
  offer->list = gtk_list_box_new ();
  offer->popover = gtk_popover_new ();
  gtk_widget_add_css_class (offer->popover, "menu");
  gtk_widget_add_css_class (offer->popover, "ew-people");
  gtk_widget_set_size_request (offer->list, 180, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (offer->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People"),
                                  -1);
  /* The caret stays where one writes. */
  gtk_widget_set_can_focus (offer->list, FALSE);
  gtk_popover_set_child (GTK_POPOVER (offer->popover), offer->list);
  gtk_popover_set_autohide (GTK_POPOVER (offer->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (offer->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (offer->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (offer->popover, offer->over);
  g_signal_connect (offer->list, "row-activated", G_CALLBACK (row_activated_cb),
                    offer);
}

static void
watch (Offer *offer)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), offer);
  gtk_widget_add_controller (offer->words, keys);
  g_signal_connect_swapped (offer->words, "unmap", G_CALLBACK (dismiss), offer);
  g_signal_connect_swapped (offer->words, "unrealize",
                            G_CALLBACK (unrealize_cb), offer);
  if (GTK_IS_EDITABLE (offer->words))
    g_signal_connect_swapped (offer->words, "notify::cursor-position",
                              G_CALLBACK (look), offer);
  else
    g_signal_connect_swapped (
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (offer->words)),
        "notify::cursor-position", G_CALLBACK (look), offer);
}

#define KEY "ew-mention-offer"

void
ew_mention_offer_over (GtkWidget *words, GtkWidget *over, EwSession *session)
{
  Offer *offer = g_object_get_data (G_OBJECT (words), KEY);

  g_return_if_fail (GTK_IS_TEXT_VIEW (words) || GTK_IS_ENTRY (words));
  g_return_if_fail (GTK_IS_WIDGET (over));

  if (offer == NULL) {
    offer = g_new0 (Offer, 1);
    offer->words = words;
    offer->over = over;
    g_object_set_data_full (G_OBJECT (words), KEY, offer, offer_free);
    watch (offer);
  }
  g_set_object (&offer->session, session);
}

void
ew_mention_offer (GtkWidget *words, EwSession *session)
{
  ew_mention_offer_over (words, words, session);
}

bool
ew_mention_dismiss (GtkWidget *words)
{
  Offer *offer = g_object_get_data (G_OBJECT (words), KEY);

  if (offer == NULL || offer->popover == NULL ||
      !gtk_widget_get_visible (offer->popover))
    return false;
  gtk_popover_popdown (GTK_POPOVER (offer->popover));
  return true;
}
