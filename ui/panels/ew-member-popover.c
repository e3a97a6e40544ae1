#include "ew-member-popover.h"

#include "ew-face.h"
#include "ew-person.h"
#include "ew-words.h"

#include <glib/gi18n-lib.h>

#define WORK_HEIGHT 180 /* px, then it scrolls */

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
new_head (EwSession *session, const char *email, const char *name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *face = ew_face_new (session, email, name, EW_FACE_LARGE);
  g_autofree char *shown = ew_person_name (session, email, name);
  g_autofree char *address = g_utf8_make_valid (email, -1);

  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), new_label (shown, "heading"));
  if (!g_str_equal (shown, address))
    gtk_box_append (GTK_BOX (words), new_label (address, "ew-quiet-line"));
  gtk_box_append (GTK_BOX (head), face);
  gtk_box_append (GTK_BOX (head), words);
  return head;
}

static void
add_fact (GtkWidget *box, const char *icon, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, "dim-label");
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), new_label (text, "ew-fact"));
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_facts (GtkWidget *box, const EwMember *member)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *time = ew_person_time (member, now);
  g_autofree char *hours = ew_person_hours (member);
  g_autofree char *away = ew_person_away (member, now);

  if (away)
    add_fact (box, "weather-clear-night-symbolic", away);
  if (time)
    add_fact (box, "preferences-system-time-symbolic", time);
  add_fact (box, "x-office-calendar-symbolic", hours);
}

static void
add_work (GtkWidget *box, const EwMember *member)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *words = ew_words_new (member->work);

  gtk_label_set_width_chars (GTK_LABEL (words), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 36);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (
      GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll),
                                              WORK_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), words);
  gtk_box_append (GTK_BOX (box),
                  new_label (_ ("How I work"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), scroll);
}

static void
leave_cb (GtkWidget *button)
{
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static GtkWidget *
new_profile_button (const EwMember *member)
{
  GtkWidget *button = gtk_button_new_with_label (
      member ? _ ("My Profile…") : _ ("Tell about Yourself…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.profile");
  g_signal_connect (button, "clicked", G_CALLBACK (leave_cb), NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static bool
is_me (EwSession *session, const char *email)
{
  g_auto (GStrv) me = ew_session_my_emails (session);

  return ew_email_is_among (email, (const char *const *) me);
}

GtkWidget *
ew_member_popover_new (EwSession *session, const char *email, const char *name)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  const EwMember *member;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (EW_IS_SESSION (session) && email != NULL, NULL);

  member = ew_members_find (ew_session_members (session), email);
  shown = ew_person_name (session, email, name);
  gtk_widget_add_css_class (box, "ew-member");
  gtk_box_append (GTK_BOX (box), new_head (session, email, name));
  if (member)
    add_facts (box, member);
  else
    gtk_box_append (GTK_BOX (box),
                    new_label (_ ("No profile yet"), "ew-quiet-line"));
  if (member && *member->work)
    add_work (box, member);
  if (is_me (session, email))
    gtk_box_append (GTK_BOX (box), new_profile_button (member));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  return popover;
}
