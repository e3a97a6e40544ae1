#include "ew-intent-dialog.h"

#include "ew-date-row.h"
#include "ew-object.h"
#include "ew-prose-row.h"
#include "ew-set.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_SHOWN 60 /* characters */

struct _EwIntentDialog {
  EwFormDialog parent;
  EwSession *session;
  const EwObject *before;
  GPtrArray *emails; /* of char *: who is offered, in the order of the rows */
  GHashTable *chosen; /* addresses of the reviewers */
  GtkStringList *names; /* “Nobody yet”, then theirs */
  GtkWidget *purpose, *wanted, *driver, *reviewers, *other, *due;
  char *first_day; /* the date as it was */

  /* What was read last. */
  char *read_purpose, *read_wanted;
  EwMap *read_reviewers;
};

G_DEFINE_FINAL_TYPE (EwIntentDialog, ew_intent_dialog, EW_TYPE_FORM_DIALOG)

/* --- Who there is --------------------------------------------------------- */

static bool
is_offered (EwIntentDialog *dialog, const char *email)
{
  for (guint i = 0; i < dialog->emails->len; i++)
    if (ew_email_equal (dialog->emails->pdata[i], email))
      return true;
  return false;
}

static char *
name_of (EwIntentDialog *dialog, const char *email)
{
  const EwMember *member =
      ew_members_find (ew_session_members (dialog->session), email);
  const EwIdentity *me = ew_session_identity (dialog->session);

  if (member && *member->name)
    return ew_string_excerpt (member->name, NAME_SHOWN);
  if (me && ew_email_equal (me->email, email) && *me->name)
    return ew_string_excerpt (me->name, NAME_SHOWN);
  return ew_string_excerpt (email, NAME_SHOWN);
}

static void
show_reviewers (EwIntentDialog *dialog)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < dialog->emails->len; i++)
    if (g_hash_table_contains (dialog->chosen, dialog->emails->pdata[i]))
      g_ptr_array_add (names, name_of (dialog, dialog->emails->pdata[i]));
  g_ptr_array_add (names, NULL);
  line = g_strjoinv (", ", (char **) names->pdata);
  /* A subtitle is markup. */
  escaped = g_markup_escape_text (*line ? line : _ ("Nobody yet"), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (dialog->reviewers), escaped);
}

static void
toggled_cb (GtkCheckButton *check, EwIntentDialog *dialog)
{
  const char *email = g_object_get_data (G_OBJECT (check), "email");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (dialog->chosen, g_strdup (email));
  else
    g_hash_table_remove (dialog->chosen, email);
  show_reviewers (dialog);
}

static GtkWidget *
new_reviewer_row (EwIntentDialog *dialog, const char *email, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "email", g_strdup (email), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (dialog->chosen, email));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), dialog,
                           0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* Above the one who is not there yet. */
static void
add_row (EwIntentDialog *dialog, GtkWidget *row)
{
  AdwExpanderRow *rows = ADW_EXPANDER_ROW (dialog->reviewers);

  g_object_ref (dialog->other);
  if (gtk_widget_get_parent (dialog->other))
    adw_expander_row_remove (rows, dialog->other);
  if (row)
    adw_expander_row_add_row (rows, row);
  adw_expander_row_add_row (rows, dialog->other);
  g_object_unref (dialog->other);
}

static void
offer (EwIntentDialog *dialog, const char *email)
{
  g_autofree char *name = NULL;

  if (*email == '\0' || is_offered (dialog, email))
    return;
  name = name_of (dialog, email);
  g_ptr_array_add (dialog->emails, g_strdup (email));
  gtk_string_list_append (dialog->names, name);
  add_row (dialog, new_reviewer_row (dialog, email, name));
}

/* Whoever has a profile, oneself, and whom the board names already. */
static void
offer_people (EwIntentDialog *dialog, const EwIntent *intent)
{
  GPtrArray *members = ew_session_members (dialog->session);
  const EwIdentity *me = ew_session_identity (dialog->session);

  for (guint i = 0; i < members->len; i++) {
    const EwMember *member = g_ptr_array_index (members, i);

    if (ew_map_size (member->emails) > 0)
      offer (dialog, ew_map_key (member->emails, 0));
  }
  if (me && !ew_members_find (members, me->email))
    offer (dialog, me->email);
  offer (dialog, intent->driver);
  for (guint i = 0; i < ew_map_size (intent->reviewers); i++)
    offer (dialog, ew_map_key (intent->reviewers, i));
}

static void
other_applied_cb (AdwEntryRow *row, EwIntentDialog *dialog)
{
  g_autofree char *email =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (!strchr (email, '@') || strpbrk (email, " ,<>\t\n")) {
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
    return;
  }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  if (is_offered (dialog, email))
    return;
  g_hash_table_add (dialog->chosen, g_strdup (email));
  offer (dialog, email);
  show_reviewers (dialog);
}

static void
other_changed_cb (GtkEditable *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

/* --- The form ------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  g_clear_object (&EW_INTENT_DIALOG (object)->session);
  G_OBJECT_CLASS (ew_intent_dialog_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwIntentDialog *dialog = EW_INTENT_DIALOG (object);

  g_clear_pointer ((EwObject **) &dialog->before, ew_object_unref);
  g_ptr_array_unref (dialog->emails);
  g_hash_table_unref (dialog->chosen);
  g_clear_object (&dialog->names);
  g_free (dialog->first_day);
  g_free (dialog->read_purpose);
  g_free (dialog->read_wanted);
  g_clear_pointer (&dialog->read_reviewers, ew_map_unref);
  G_OBJECT_CLASS (ew_intent_dialog_parent_class)->finalize (object);
}

static void
ew_intent_dialog_class_init (EwIntentDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static GtkWidget *
new_driver_row (EwIntentDialog *dialog)
{
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (dialog->names, _ ("Nobody yet"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Driven By"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row), _ ("One person, who decides and sees it through"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (dialog->names));
  return row;
}

static GtkWidget *
new_other_row (EwIntentDialog *dialog)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Somebody else, by email"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (other_applied_cb), dialog,
                           0);
  g_signal_connect_object (row, "changed", G_CALLBACK (other_changed_cb),
                           dialog, 0);
  return row;
}

static void
ew_intent_dialog_init (EwIntentDialog *dialog)
{
  EwFormDialog *form = EW_FORM_DIALOG (dialog);
  AdwPreferencesGroup *what = ew_form_dialog_add_group (form, NULL, NULL);
  AdwPreferencesGroup *who = ew_form_dialog_add_group (form, NULL, NULL);

  dialog->emails = g_ptr_array_new_with_free_func (g_free);
  dialog->chosen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  dialog->names = gtk_string_list_new (NULL);
  dialog->purpose =
      ew_prose_row_new (_ ("Purpose"), _ ("Why this board is there"));
  dialog->wanted = ew_prose_row_new (_ ("What Is Wanted"),
                                     _ ("What those who come are asked to do"));
  dialog->due = ew_date_row_new (_ ("Due"), NULL, _ ("No date"));
  dialog->driver = new_driver_row (dialog);
  dialog->reviewers = adw_expander_row_new ();
  dialog->other = new_other_row (dialog);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->reviewers),
                                 _ ("Reviewers"));
  add_row (dialog, NULL);
  adw_preferences_group_add (what, dialog->purpose);
  adw_preferences_group_add (what, dialog->wanted);
  adw_preferences_group_add (who, dialog->driver);
  adw_preferences_group_add (who, dialog->due);
  adw_preferences_group_add (who, dialog->reviewers);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Purpose and People"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 540, 560);
}

/* The day of the moment @due, where the one lives whose day's end it is. */
static char *
day_of (EwIntentDialog *dialog, const EwIntent *intent)
{
  g_auto (EwHours) hours =
      ew_session_hours_of (dialog->session, intent->driver);
  g_autoptr (GTimeZone) zone = ew_hours_zone (&hours);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (intent->due);
  g_autoptr (GDateTime) there =
      intent->due && utc ? g_date_time_to_timezone (utc, zone) : NULL;

  return there ? g_date_time_format (there, "%Y-%m-%d") : g_strdup ("");
}

static void
fill (EwIntentDialog *dialog)
{
  EwIntent intent = ew_intent_of (dialog->before);

  for (guint i = 0; i < ew_map_size (intent.reviewers); i++)
    g_hash_table_add (dialog->chosen,
                      g_strdup (ew_map_key (intent.reviewers, i)));
  offer_people (dialog, &intent);
  ew_prose_row_set_text (EW_PROSE_ROW (dialog->purpose), intent.purpose);
  ew_prose_row_set_text (EW_PROSE_ROW (dialog->wanted), intent.wanted);
  for (guint i = 0; i < dialog->emails->len; i++)
    if (ew_email_equal (dialog->emails->pdata[i], intent.driver))
      adw_combo_row_set_selected (ADW_COMBO_ROW (dialog->driver), i + 1);
  dialog->first_day = day_of (dialog, &intent);
  ew_date_row_set_day (EW_DATE_ROW (dialog->due), dialog->first_day);
  show_reviewers (dialog);
}

GtkWidget *
ew_intent_dialog_new (GtkWindow *parent, EwSession *session,
                      const EwObject *self)
{
  EwIntentDialog *dialog;

  g_return_val_if_fail (EW_IS_SESSION (session) && self != NULL, NULL);

  dialog = g_object_new (EW_TYPE_INTENT_DIALOG, "transient-for", parent, NULL);
  dialog->session = g_object_ref (session);
  dialog->before = ew_object_ref (self);
  fill (dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog),
                        ew_prose_row_focus (EW_PROSE_ROW (dialog->purpose)));
  return GTK_WIDGET (dialog);
}

const EwObject *
ew_intent_dialog_before (EwIntentDialog *dialog)
{
  g_return_val_if_fail (EW_IS_INTENT_DIALOG (dialog), NULL);

  return dialog->before;
}

/* --- What is written ------------------------------------------------------ */

/* Whom the board named by another spelling keeps that. */
static const char *
read_driver (EwIntentDialog *dialog)
{
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (dialog->driver));
  EwIntent before = ew_intent_of (dialog->before);
  const char *email;

  if (index == 0 || index > dialog->emails->len)
    return "";
  email = dialog->emails->pdata[index - 1];
  return ew_email_equal (email, before.driver) ? before.driver : email;
}

/* A date that nobody touched keeps its very moment. */
static gint64
read_due (EwIntentDialog *dialog, const char *driver)
{
  const char *day = ew_date_row_day (EW_DATE_ROW (dialog->due));
  g_auto (EwHours) hours = ew_session_hours_of (dialog->session, driver);

  if (g_str_equal (day, dialog->first_day))
    return ew_intent_of (dialog->before).due;
  return *day ? ew_hours_date (&hours, day) : 0;
}

static EwMap *
read_reviewers (EwIntentDialog *dialog)
{
  g_autoptr (GPtrArray) emails = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer email;

  g_hash_table_iter_init (&iter, dialog->chosen);
  while (g_hash_table_iter_next (&iter, &email, NULL))
    g_ptr_array_add (emails, email);
  return ew_set_new (emails);
}

EwIntent
ew_intent_dialog_read (EwIntentDialog *dialog)
{
  const char *driver;

  g_return_val_if_fail (EW_IS_INTENT_DIALOG (dialog), ew_intent_of (NULL));

  driver = read_driver (dialog);
  g_free (dialog->read_purpose);
  g_free (dialog->read_wanted);
  g_clear_pointer (&dialog->read_reviewers, ew_map_unref);
  dialog->read_purpose = ew_prose_row_text (EW_PROSE_ROW (dialog->purpose));
  dialog->read_wanted = ew_prose_row_text (EW_PROSE_ROW (dialog->wanted));
  dialog->read_reviewers = read_reviewers (dialog);
  return (EwIntent){ dialog->read_purpose, dialog->read_wanted, driver,
                     dialog->read_reviewers, read_due (dialog, driver) };
}
