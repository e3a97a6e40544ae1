#include "ew-tool.h"

#include <glib/gi18n-lib.h>

#define SELECT \
  .press = ew_select_tool_press, .drag = ew_select_tool_drag, \
  .release = ew_select_tool_release, .hover = ew_select_tool_hover, \
  .paint = ew_select_tool_paint, .cursor = ew_select_tool_cursor
#define HAND \
  .pans = true, .drag = ew_hand_tool_drag, .cursor = ew_hand_tool_cursor
#define BOX \
  .by_click = true, .drag = ew_box_tool_drag, .release = ew_box_tool_release, \
  .paint = ew_box_tool_paint, .cursor = ew_tool_cursor_crosshair
#define TEXT \
  .by_click = true, .drag = ew_box_tool_drag, .release = ew_box_tool_release, \
  .paint = ew_box_tool_paint, .cursor = ew_tool_cursor_text
#define LINE \
  .press = ew_line_tool_press, .drag = ew_line_tool_drag, \
  .release = ew_line_tool_release, .hover = ew_line_tool_hover, \
  .paint = ew_line_tool_paint, .cursor = ew_tool_cursor_crosshair
#define COMMENT \
  .by_click = true, .release = ew_comment_tool_release, \
  .hover = ew_comment_tool_hover, .paint = ew_comment_tool_paint, \
  .cursor = ew_tool_cursor_crosshair
#define INK \
  .press = ew_ink_tool_press, .drag = ew_ink_tool_drag, \
  .release = ew_ink_tool_release, .paint = ew_ink_tool_paint, \
  .cursor = ew_tool_cursor_crosshair
#define ERASER \
  .press = ew_eraser_tool_press, .drag = ew_eraser_tool_drag, \
  .hover = ew_eraser_tool_hover, .paint = ew_eraser_tool_paint, \
  .cursor = ew_tool_cursor_crosshair
#define LASER \
  .press = ew_laser_tool_follow, .drag = ew_laser_tool_follow, \
  .hover = ew_laser_tool_hover, .paint = ew_laser_tool_paint, \
  .cursor = ew_laser_tool_cursor
#define LINK \
  .by_click = true, .release = ew_link_tool_release, \
  .cursor = ew_tool_cursor_pointer

const EwTool ew_tools[] = {
  { { "select", N_ ("Select"), "ew-select-symbolic", "V", 0 }, SELECT },
  { { "hand", N_ ("Move the Board"), "ew-hand-symbolic", "H", 0 }, HAND },
  { { "laser", N_ ("Laser Pointer"), "ew-laser-symbolic", "K", 0, true },
    .pans = true,
    LASER },
  { { "note", N_ ("Sticky Note"), "ew-note-symbolic", "N", 1 },
    .kind = "note",
    .colored = true,
    BOX },
  { { "text", N_ ("Text"), "ew-text-symbolic", "T", 1 }, .kind = "text", TEXT },
  { { "shape", N_ ("Shape"), "ew-shape-symbolic", "S", 1 },
    .kind = "shape",
    BOX },
  { { "rectangle", N_ ("Rectangle"), "ew-rectangle-symbolic", "R", 1, true },
    .kind = "shape",
    .shape = "rectangle",
    BOX },
  { { "rounded", N_ ("Rounded Rectangle"), "ew-rounded-symbolic", NULL, 1,
      true },
    .kind = "shape",
    .shape = "rounded",
    BOX },
  { { "ellipse", N_ ("Ellipse"), "ew-ellipse-symbolic", "O", 1, true },
    .kind = "shape",
    .shape = "ellipse",
    BOX },
  { { "diamond", N_ ("Diamond"), "ew-diamond-symbolic", NULL, 1, true },
    .kind = "shape",
    .shape = "diamond",
    BOX },
  { { "triangle", N_ ("Triangle"), "ew-triangle-symbolic", NULL, 1, true },
    .kind = "shape",
    .shape = "triangle",
    BOX },
  { { "connector", N_ ("Connector"), "ew-connector-symbolic", "A L X", 1 },
    .kind = "connector",
    LINE },
  { { "pen", N_ ("Pen"), "ew-pen-symbolic", "P", 1 }, .kind = "ink", INK },
  { { "eraser", N_ ("Eraser"), "ew-eraser-symbolic", "E", 1, true }, ERASER },
  { { "frame", N_ ("Frame"), "ew-frame-symbolic", "F", 1 },
    .kind = "frame",
    BOX },
  { { "comment", N_ ("Comment"), "ew-comment-symbolic", "C", 2 }, COMMENT },
  { { "walkthrough", N_ ("Walkthrough"), "ew-walkthrough-symbolic", "W", 2 },
    .kind = "walkthrough",
    LINK },
  { { "link", N_ ("Link"), "ew-link-symbolic", NULL, 2 },
    .kind = "link",
    LINK },
  { { NULL } },
};

const EwTool *
ew_tool_find (const char *name)
{
  for (const EwTool *tool = ew_tools; tool->info.name; tool++)
    if (g_strcmp0 (tool->info.name, name) == 0)
      return tool;
  return NULL;
}

const EwToolInfo *
ew_toolbox_tools (void)
{
  static EwToolInfo infos[G_N_ELEMENTS (ew_tools)];
  static gsize made;

  if (g_once_init_enter (&made)) {
    for (gsize i = 0; i < G_N_ELEMENTS (ew_tools); i++)
      infos[i] = ew_tools[i].info;
    g_once_init_leave (&made, 1);
  }
  return infos;
}

const char *
ew_tool_cursor_crosshair (EwToolbox *toolbox)
{
  return "crosshair";
}

const char *
ew_tool_cursor_text (EwToolbox *toolbox)
{
  return "text";
}

const char *
ew_tool_cursor_pointer (EwToolbox *toolbox)
{
  return "pointer";
}
