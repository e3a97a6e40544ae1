#include "ew-outline-cell.h"

#include "ew-describe.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

/* As much of an object's words as a row can ever show. */
#define LONGEST 120

struct _EwOutlineCell {
  GtkWidget parent_instance;
  GtkWidget *chip, *icon, *stack, *label, *text, *lock, *comments;
  char *id;
  char *chip_class;
};

G_DEFINE_FINAL_TYPE (EwOutlineCell, ew_outline_cell, GTK_TYPE_WIDGET)

/* --- Editing -------------------------------------------------------------- */

/* The row gets the focus back, so that the next key is for the list. */
static void
stop_editing (EwOutlineCell *cell)
{
  bool had_focus = gtk_widget_has_focus (cell->text);
  GtkWidget *row = GTK_WIDGET (cell);

  gtk_stack_set_visible_child (GTK_STACK (cell->stack), cell->label);
  while (had_focus && row != NULL && !gtk_widget_get_focusable (row))
    row = gtk_widget_get_parent (row);
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (row);
}

static void
activate_cb (EwOutlineCell *cell)
{
  g_autofree char *text =
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell->text)));

  if (!ew_outline_cell_is_editing (cell))
    return;
  stop_editing (cell);
  g_signal_emit_by_name (cell, "edited", text);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwOutlineCell *cell)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  stop_editing (cell);
  return GDK_EVENT_STOP;
}

bool
ew_outline_cell_is_editing (EwOutlineCell *cell)
{
  return gtk_stack_get_visible_child (GTK_STACK (cell->stack)) == cell->text;
}

void
ew_outline_cell_edit (EwOutlineCell *cell, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (cell->text), text);
  gtk_stack_set_visible_child (GTK_STACK (cell->stack), cell->text);
  gtk_widget_grab_focus (cell->text);
  gtk_editable_select_region (GTK_EDITABLE (cell->text), 0, -1);
}

/* --- Showing -------------------------------------------------------------- */

/* The colour is said in words as well, in the name of the row. */
static void
show_mark (EwOutlineCell *cell, const EwObject *object)
{
  const char *color = ew_object_get_string (object, "color");
  bool has_chip = *color != '\0' && *color != '#' &&
                  ew_kind_has (object->kind, EW_KIND_BOX) &&
                  !ew_kind_has (object->kind, EW_KIND_CONTAINER);

  if (cell->chip_class != NULL)
    gtk_widget_remove_css_class (cell->chip, cell->chip_class);
  g_free (cell->chip_class);
  cell->chip_class = g_strconcat ("ew-swatch-", color, NULL);
  gtk_widget_add_css_class (cell->chip, cell->chip_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (cell->icon), object->kind->icon);
  gtk_widget_set_visible (cell->chip, has_chip);
  gtk_widget_set_visible (cell->icon, !has_chip);
}

static void
show_comments (EwOutlineCell *cell, const EwBoard *board,
               const EwObject *object)
{
  guint n = ew_describe_comments (board, object);
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_label_set_text (GTK_LABEL (cell->comments), count);
  gtk_widget_set_visible (cell->comments, n > 0);
}

static void
set_class (GtkWidget *widget, const char *class, bool on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

void
ew_outline_cell_show (EwOutlineCell *cell, const EwBoard *board,
                      const EwObject *object)
{
  g_autofree char *words = ew_describe_short (board, object, LONGEST);
  bool is_box = ew_kind_has (object->kind, EW_KIND_BOX);

  if (g_strcmp0 (cell->id, object->id) != 0 &&
      ew_outline_cell_is_editing (cell))
    gtk_stack_set_visible_child (GTK_STACK (cell->stack), cell->label);
  g_free (cell->id);
  cell->id = g_strdup (object->id);
  gtk_label_set_text (GTK_LABEL (cell->label), words);
  show_mark (cell, object);
  show_comments (cell, board, object);
  gtk_widget_set_visible (cell->lock, object->locked);
  set_class (cell->label, "heading",
             ew_kind_has (object->kind, EW_KIND_CONTAINER));
  set_class (cell->label, "dim-label", !is_box);
}

void
ew_outline_cell_show_words (EwOutlineCell *cell, const char *id,
                            const char *words)
{
  g_autofree char *line = ew_string_excerpt (words, LONGEST);

  if (ew_outline_cell_is_editing (cell))
    gtk_stack_set_visible_child (GTK_STACK (cell->stack), cell->label);
  g_free (cell->id);
  cell->id = g_strdup (id);
  gtk_label_set_text (GTK_LABEL (cell->label), line);
  gtk_widget_hide (cell->chip);
  gtk_widget_hide (cell->icon);
  gtk_widget_hide (cell->lock);
  gtk_widget_hide (cell->comments);
  set_class (cell->label, "heading", false);
  set_class (cell->label, "dim-label", true);
}

const char *
ew_outline_cell_id (EwOutlineCell *cell)
{
  return cell->id;
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwOutlineCell *cell = EW_OUTLINE_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (cell))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ew_outline_cell_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwOutlineCell *cell = EW_OUTLINE_CELL (object);

  g_free (cell->id);
  g_free (cell->chip_class);
  G_OBJECT_CLASS (ew_outline_cell_parent_class)->finalize (object);
}

static void
ew_outline_cell_class_init (EwOutlineCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("edited", EW_TYPE_OUTLINE_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline-cell");
}

static void
add_words (EwOutlineCell *cell)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  cell->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  cell->text = gtk_text_new ();
  gtk_widget_add_css_class (cell->text, "ew-outline-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"),
                                  -1);
  cell->stack = g_object_new (GTK_TYPE_STACK, "hexpand", TRUE, NULL);
  gtk_stack_add_child (GTK_STACK (cell->stack), cell->label);
  gtk_stack_add_child (GTK_STACK (cell->stack), cell->text);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), cell, 0);
  gtk_widget_add_controller (cell->text, keys);
  g_signal_connect_object (cell->text, "activate", G_CALLBACK (activate_cb),
                           cell, G_CONNECT_SWAPPED);
}

static void
ew_outline_cell_init (EwOutlineCell *cell)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  cell->chip = g_object_new (GTK_TYPE_BOX, "valign", GTK_ALIGN_CENTER, "halign",
                             GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (cell->chip, "ew-chip");
  cell->icon = gtk_image_new ();
  gtk_widget_add_css_class (cell->icon, "dim-label");
  cell->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_widget_add_css_class (cell->lock, "dim-label");
  cell->comments = gtk_label_new (NULL);
  gtk_widget_add_css_class (cell->comments, "ew-outline-comments");
  add_words (cell);

  gtk_widget_set_parent (cell->chip, widget);
  gtk_widget_set_parent (cell->icon, widget);
  gtk_widget_set_parent (cell->stack, widget);
  gtk_widget_set_parent (cell->lock, widget);
  gtk_widget_set_parent (cell->comments, widget);
  /* Going elsewhere keeps what was typed. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (activate_cb), cell,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell->text, focus);
}

GtkWidget *
ew_outline_cell_new (void)
{
  return g_object_new (EW_TYPE_OUTLINE_CELL, NULL);
}
