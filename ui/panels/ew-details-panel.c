#include "ew-details-panel.h"

#include "ew-biography.h"
#include "ew-field-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EwDetailsPanel {
  GtkWidget parent;
  EwSession *session;
  EwSelection *selection;
  char *board;
  char *shown; /* id of the object in the rows */

  GtkWidget *stack, *scroller, *empty;
  AdwPreferencesGroup *group;
  GtkWidget *biography;
  GPtrArray *rows;
  bool is_stale; /* the object changed while this was hidden */
};

G_DEFINE_FINAL_TYPE (EwDetailsPanel, ew_details_panel, GTK_TYPE_WIDGET)

static const EwObject *
selected (EwDetailsPanel *panel)
{
  const char *id = ew_selection_single (panel->selection);
  const EwBoard *board = NULL;

  if (panel->session != NULL && panel->board != NULL)
    board = ew_session_board (panel->session, panel->board);
  return board != NULL && id != NULL ? ew_board_get (board, id) : NULL;
}

static void
set_cb (const EwField *field, const char *value, gpointer data)
{
  EwDetailsPanel *panel = data;

  g_signal_emit_by_name (panel, "set", panel->shown, field->name, value);
}

static void
clear_rows (EwDetailsPanel *panel)
{
  for (guint i = 0; i < panel->rows->len; i++)
    adw_preferences_group_remove (panel->group,
                                  g_ptr_array_index (panel->rows, i));
  g_ptr_array_set_size (panel->rows, 0);
  g_clear_pointer (&panel->shown, g_free);
}

static void
build_rows (EwDetailsPanel *panel, const EwObject *object)
{
  const EwField *field = object->kind->type.fields;
  g_autofree char *title = g_markup_escape_text (
      g_dgettext (GETTEXT_PACKAGE, object->kind->title), -1);

  adw_preferences_group_set_title (panel->group, title);
  panel->shown = g_strdup (object->id);
  for (; field->name != NULL; field++) {
    GtkWidget *row;

    if (!ew_field_row_suits (field))
      continue;
    row = ew_field_row_new (field, set_cb, panel);
    adw_preferences_group_add (panel->group, row);
    g_ptr_array_add (panel->rows, row);
  }
}

/* Of the live board, also where a version of it shows. */
static void
tell_biography (EwDetailsPanel *panel, const EwObject *object)
{
  const EwBoard *board =
      object != NULL ? ew_session_board (panel->session, panel->board) : NULL;

  ew_biography_show (EW_BIOGRAPHY (panel->biography), panel->session,
                     board != NULL ? ew_board_id (board) : NULL,
                     object != NULL ? object->id : NULL);
}

static void
refresh (EwDetailsPanel *panel)
{
  const EwObject *object = selected (panel);

  panel->is_stale = false;
  gtk_stack_set_visible_child (GTK_STACK (panel->stack),
                               object ? panel->scroller : panel->empty);
  if (object == NULL || g_strcmp0 (panel->shown, object->id) != 0)
    clear_rows (panel);
  tell_biography (panel, object);
  if (object == NULL)
    return;

  if (panel->shown == NULL)
    build_rows (panel, object);
  gtk_widget_set_sensitive (
      GTK_WIDGET (panel->group),
      !ew_session_is_read_only (panel->session, panel->board));
  for (guint i = 0; i < panel->rows->len; i++)
    ew_field_row_show (g_ptr_array_index (panel->rows, i), object);
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwDetailsPanel *panel)
{
  if (g_strcmp0 (board, panel->board) != 0 || panel->shown == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (panel)))
    refresh (panel);
  else
    panel->is_stale = true;
}

/* What nobody saw needed no refreshing. */
static void
map (GtkWidget *widget)
{
  EwDetailsPanel *panel = EW_DETAILS_PANEL (widget);

  if (panel->is_stale)
    refresh (panel);
  GTK_WIDGET_CLASS (ew_details_panel_parent_class)->map (widget);
}

static void
dispose (GObject *object)
{
  EwDetailsPanel *panel = EW_DETAILS_PANEL (object);

  g_clear_object (&panel->session);
  g_clear_object (&panel->selection);
  g_clear_pointer (&panel->stack, gtk_widget_unparent);
  g_clear_pointer (&panel->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ew_details_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwDetailsPanel *panel = EW_DETAILS_PANEL (object);

  g_free (panel->board);
  g_free (panel->shown);
  G_OBJECT_CLASS (ew_details_panel_parent_class)->finalize (object);
}

static void
ew_details_panel_class_init (EwDetailsPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WIDGET_CLASS (class)->map = map;
  g_signal_new ("set", EW_TYPE_DETAILS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_STRING);
  g_signal_new ("open", EW_TYPE_DETAILS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page =
      g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "ew-select-symbolic",
                    "title", _ ("Nothing selected"), "description",
                    _ ("Select one object to see its particulars."), NULL);

  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
open_cb (EwBiography *biography, const char *rev, const char *sentence,
         const char *object, EwDetailsPanel *panel)
{
  g_signal_emit_by_name (panel, "open", rev, sentence, object);
}

/* What it is, and below that how it came to be. */
static GtkWidget *
new_column (EwDetailsPanel *panel)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  panel->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_add_css_class (GTK_WIDGET (panel->group), "ew-details");
  panel->biography = ew_biography_new ();
  g_signal_connect_object (panel->biography, "open", G_CALLBACK (open_cb),
                           panel, 0);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (panel->group));
  gtk_box_append (GTK_BOX (column), panel->biography);
  return column;
}

static void
ew_details_panel_init (EwDetailsPanel *panel)
{
  panel->rows = g_ptr_array_new ();
  panel->scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", new_column (panel),
                    "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  panel->empty = new_empty ();
  panel->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (panel->stack), panel->empty);
  gtk_stack_add_child (GTK_STACK (panel->stack), panel->scroller);
  gtk_widget_set_parent (panel->stack, GTK_WIDGET (panel));
}

GtkWidget *
ew_details_panel_new (EwSelection *selection)
{
  EwDetailsPanel *panel = g_object_new (EW_TYPE_DETAILS_PANEL, NULL);

  panel->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (refresh), panel,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}

void
ew_details_panel_show (EwDetailsPanel *panel, EwSession *session,
                       const char *board)
{
  g_return_if_fail (EW_IS_DETAILS_PANEL (panel));

  if (panel->session != session) {
    if (panel->session != NULL)
      g_signal_handlers_disconnect_by_func (panel->session, changed_cb, panel);
    g_set_object (&panel->session, session);
    if (session != NULL)
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb),
                               panel, 0);
  }
  g_free (panel->board);
  panel->board = g_strdup (board);
  refresh (panel);
}

void
ew_details_panel_focus_biography (EwDetailsPanel *panel)
{
  g_return_if_fail (EW_IS_DETAILS_PANEL (panel));

  ew_biography_focus (EW_BIOGRAPHY (panel->biography));
}
