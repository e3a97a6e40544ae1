#include "ew-ask-row.h"

#include "ew-due.h"
#include "ew-person.h"

#include <glib/gi18n-lib.h>

struct _EwAskRow {
  GtkWidget parent;
  EwSession *session;
  char *email; /* of whoever is asked, or NULL */
  gint64 due, kinder;
  bool is_chosen; /* the date, by hand */

  GtkWidget *box, *kind, *details, *who, *about, *due_button, *calendar, *hint,
      *hint_label;
};

G_DEFINE_FINAL_TYPE (EwAskRow, ew_ask_row, GTK_TYPE_WIDGET)

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* "Bo Berg", or an address that nobody needs to have told us. */
static char *
find_email (EwAskRow *row, const char *text)
{
  GPtrArray *members = ew_session_members (row->session);

  for (guint i = 0; i < members->len; i++) {
    const EwMember *member = g_ptr_array_index (members, i);

    if (g_ascii_strcasecmp (member->name, text) == 0 &&
        ew_map_size (member->emails) > 0)
      return g_strdup (ew_map_key (member->emails, 0));
  }
  return strchr (text, '@') ? g_strdup (text) : NULL;
}

static void
show_due (EwAskRow *row)
{
  gint64 now = now_seconds ();
  g_autofree char *due = row->due ? ew_due_format (row->due, now) : NULL;
  g_autofree char *label =
      due ? g_strdup_printf (_ ("by %s"), due) : g_strdup (_ ("by when?"));
  g_autofree char *kinder =
      row->kinder ? ew_due_format (row->kinder, now) : NULL;
  g_autofree char *hint =
      kinder ? g_strdup_printf (_ ("Outside their working time. Rather %s?"),
                                kinder)
             : g_strdup ("");

  gtk_menu_button_set_label (GTK_MENU_BUTTON (row->due_button), label);
  gtk_label_set_text (GTK_LABEL (row->hint_label), hint);
  gtk_widget_set_visible (row->hint, kinder != NULL);
}

static void
refresh (EwAskRow *row)
{
  gint64 now = now_seconds ();

  row->kinder = 0;
  if (!row->email && !row->is_chosen)
    row->due = 0;
  if (row->email && !row->is_chosen)
    row->due = ew_session_default_due (row->session, row->email, now);
  if (row->email && row->is_chosen)
    row->kinder =
        ew_session_kinder_due (row->session, row->email, now, row->due);
  if (row->kinder <= row->due)
    row->kinder = 0;
  show_due (row);
}

/* “14:05 there · Mon–Fri, 09:00–17:00”. */
static char *
describe (const EwMember *member)
{
  g_autofree char *about =
      ew_person_about (member, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *hours = ew_person_hours (member);

  if (*about == '\0')
    return g_steal_pointer (&hours);
  return g_strconcat (about, " · ", hours, NULL);
}

static void
show_person (EwAskRow *row)
{
  const EwMember *member =
      row->email
          ? ew_members_find (ew_session_members (row->session), row->email)
          : NULL;
  g_autofree char *about = member ? describe (member) : NULL;

  gtk_label_set_text (GTK_LABEL (row->about), about ? about : "");
  gtk_widget_set_visible (row->about, about != NULL);
}

static void
who_changed_cb (GtkEditable *entry, EwAskRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));

  g_free (row->email);
  row->email = row->session ? find_email (row, g_strstrip (text)) : NULL;
  gtk_widget_remove_css_class (row->who, "error");
  show_person (row);
  refresh (row);
}

static void
kind_changed_cb (EwAskRow *row)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->kind));

  gtk_widget_set_visible (row->details, kind > 0);
}

/* The end of that day, for whoever is asked. */
static void
day_chosen_cb (GtkCalendar *calendar, EwAskRow *row)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_auto (EwHours) hours =
      ew_session_hours_of (row->session, row->email ? row->email : "");

  row->due = ew_hours_date (&hours, date);
  row->is_chosen = true;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (row->due_button));
  refresh (row);
}

static void
take_kinder_cb (GtkButton *button, EwAskRow *row)
{
  row->due = row->kinder;
  refresh (row);
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_kinds (EwAskRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *kinds;

  g_ptr_array_add (words, _ ("Only a comment"));
  for (guint i = 0; ew_ask_kinds[i]; i++)
    g_ptr_array_add (words, (char *) ew_ask_kind_title (ew_ask_kinds[i]));
  g_ptr_array_add (words, NULL);
  kinds = gtk_drop_down_new_from_strings ((const char *const *) words->pdata);
  name_widget (kinds, _ ("Ask for"));
  g_signal_connect_object (kinds, "notify::selected",
                           G_CALLBACK (kind_changed_cb), row,
                           G_CONNECT_SWAPPED);
  return kinds;
}

static GtkWidget *
new_who (EwAskRow *row)
{
  GtkWidget *who = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (who), _ ("Name or email"));
  gtk_entry_set_max_length (GTK_ENTRY (who), 200);
  name_widget (who, _ ("Who is asked"));
  g_signal_connect_object (who, "changed", G_CALLBACK (who_changed_cb), row, 0);
  return who;
}

static GtkWidget *
new_about (void)
{
  GtkWidget *about = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_hide (about);
  return about;
}

static GtkWidget *
new_due (EwAskRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  row->calendar = gtk_calendar_new ();
  g_signal_connect_object (row->calendar, "day-selected",
                           G_CALLBACK (day_chosen_cb), row, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), row->calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
new_hint (EwAskRow *row)
{
  GtkWidget *hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *take = gtk_button_new_with_label (_ ("Yes"));

  row->hint_label = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (row->hint_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (row->hint_label), 0);
  gtk_widget_set_hexpand (row->hint_label, TRUE);
  gtk_widget_add_css_class (row->hint_label, "caption");
  gtk_widget_add_css_class (take, "flat");
  name_widget (take, _ ("Take the proposed date"));
  g_signal_connect_object (take, "clicked", G_CALLBACK (take_kinder_cb), row,
                           0);
  gtk_box_append (GTK_BOX (hint), row->hint_label);
  gtk_box_append (GTK_BOX (hint), take);
  return hint;
}

static void
dispose (GObject *object)
{
  EwAskRow *row = EW_ASK_ROW (object);

  g_clear_object (&row->session);
  g_clear_pointer (&row->email, g_free);
  g_clear_pointer (&row->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_ask_row_parent_class)->dispose (object);
}

static void
ew_ask_row_class_init (EwAskRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
ew_ask_row_init (EwAskRow *row)
{
  row->kind = new_kinds (row);
  row->who = new_who (row);
  row->about = new_about ();
  row->due_button = new_due (row);
  row->hint = new_hint (row);
  row->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (row->details), row->who);
  gtk_box_append (GTK_BOX (row->details), row->about);
  gtk_box_append (GTK_BOX (row->details), row->due_button);
  gtk_box_append (GTK_BOX (row->details), row->hint);
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (row->box), row->kind);
  gtk_box_append (GTK_BOX (row->box), row->details);
  gtk_widget_set_parent (row->box, GTK_WIDGET (row));
}

GtkWidget *
ew_ask_row_new (void)
{
  return g_object_new (EW_TYPE_ASK_ROW, NULL);
}

/* Names of the team are offered while one types. */
static void
offer_names (EwAskRow *row)
{
  g_autoptr (GtkListStore) names = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  GPtrArray *members = ew_session_members (row->session);

  for (guint i = 0; i < members->len; i++)
    gtk_list_store_insert_with_values (
        names, NULL, -1, 0, ((EwMember *) members->pdata[i])->name, -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (names));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_inline_completion (completion, TRUE);
  /* A list of one would lie on what is told about them. */
  gtk_entry_completion_set_popup_single_match (completion, FALSE);
  gtk_entry_set_completion (GTK_ENTRY (row->who), completion);
}

void
ew_ask_row_start (EwAskRow *row, EwSession *session)
{
  g_return_if_fail (EW_IS_ASK_ROW (row));

  g_set_object (&row->session, session);
  row->is_chosen = false;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->kind), 0);
  gtk_editable_set_text (GTK_EDITABLE (row->who), "");
  offer_names (row);
  kind_changed_cb (row);
  refresh (row);
}

void
ew_ask_row_choose (EwAskRow *row, const char *kind)
{
  g_return_if_fail (EW_IS_ASK_ROW (row));

  for (guint i = 0; ew_ask_kinds[i]; i++)
    if (g_str_equal (ew_ask_kinds[i], kind))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (row->kind), i + 1);
  gtk_widget_grab_focus (row->who);
}

EwAskRowAnswer
ew_ask_row_read (EwAskRow *row, EwAskWish *wish)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->kind));

  if (kind == 0)
    return EW_ASK_ROW_NONE;
  if (!row->email) {
    gtk_widget_add_css_class (row->who, "error");
    gtk_widget_grab_focus (row->who);
    return EW_ASK_ROW_UNCLEAR;
  }
  *wish = (EwAskWish){ ew_ask_kinds[kind - 1], row->email, row->due };
  return EW_ASK_ROW_ASK;
}
