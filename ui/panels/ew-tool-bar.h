/* The floating bar of tools.
 *
 * It knows names and icons only; whoever makes it says which tools there are,
 * and follows the signal "tool-chosen" (const char *name). */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_TOOL_BAR (ew_tool_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwToolBar, ew_tool_bar, EW, TOOL_BAR, GtkWidget)

typedef struct {
  const char *name;
  const char *title; /* translated                                     */
  const char *icon;
  const char *shortcut; /* "V", or NULL                                    */
  int group; /* another number than the one before: a line between */
  bool in_menu; /* opens above the one before                      */
} EwToolBarItem;

/* Adds a tool at the end; @item is not kept. */
void ew_tool_bar_add (EwToolBar *bar, const EwToolBarItem *item);
/* Puts @widget beside what opens above the tool @name. */
void ew_tool_bar_add_choices (EwToolBar *bar, const char *name,
                              GtkWidget *widget);
GtkWidget *ew_tool_bar_new (void);
/* Shows @name as the tool in hand; it is not chosen by that. */
void ew_tool_bar_set_tool (EwToolBar *bar, const char *name);

G_END_DECLS
