/* What the files of the window share.  Not for anyone else. */
#pragma once

#include "ew-alignment.h"
#include "ew-board-header.h"
#include "ew-canvas.h"
#include "ew-catch-up-bar.h"
#include "ew-captions-panel.h"
#include "ew-changes-panel.h"
#include "ew-choice-popover.h"
#include "ew-comments-panel.h"
#include "ew-details-panel.h"
#include "ew-fault-bar.h"
#include "ew-history-panel.h"
#include "ew-inbox-panel.h"
#include "ew-minimap.h"
#include "ew-news-bar.h"
#include "ew-outline-panel.h"
#include "ew-past-bar.h"
#include "ew-pen-bar.h"
#include "ew-rename-popover.h"
#include "ew-selection-bar.h"
#include "ew-side-panel.h"
#include "ew-sidebar.h"
#include "ew-stage.h"
#include "ew-sync-pill.h"
#include "ew-tool-bar.h"
#include "ew-toolbox.h"
#include "ew-window.h"
#include "ew-zoom-bar.h"

G_BEGIN_DECLS

typedef struct _EwWindowRecorder EwWindowRecorder;
typedef struct _EwWindowPlayer EwWindowPlayer;
typedef struct _EwWindowCatchUp EwWindowCatchUp;
typedef struct _EwWindowExport EwWindowExport;

struct _EwWindow {
  AdwApplicationWindow parent;
  EwSession *session;
  char *board; /* the open one, or NULL                          */
  GCancellable *loading; /* while a board is being read                    */
  GSettings *settings;
  EwSelection *selection;
  EwToolbox *toolbox;
  bool is_closing;
  guint close_timeout, close_hint; /* while the last sync runs */
  GtkWidget *close_question; /* "Close at once?", or NULL */

  /* The template */
  AdwFlap *sidebar_flap, *panel_flap;
  EwSidebar *sidebar;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  EwStage *stage;
  EwSidePanel *side_panel;
  EwSyncPill *sync_pill;
  GtkWidget *sidebar_button, *panel_button, *undo_button, *redo_button;
  GtkMenuButton *menu_button, *board_button;
  GtkLabel *board_label;

  /* Made by hand */
  EwCanvas *canvas;
  EwToolBar *tool_bar;
  EwPenBar *pen_bar;
  EwZoomBar *zoom_bar;
  EwSelectionBar *selection_bar;
  EwFaultBar *fault_bar;
  EwNewsBar *news_bar;
  GCancellable *news_ask; /* what is new is being asked for, or was */
  EwCatchUpBar *catch_up_bar;
  EwBoardHeader *header;
  EwInboxPanel *inbox;
  EwChangesPanel *changes;
  EwHistoryPanel *history;
  EwPastBar *past_bar;
  EwCaptionsPanel *captions;
  EwCommentsPanel *comments;
  EwDetailsPanel *details;
  EwOutlinePanel *outline;
  EwRenamePopover *rename;
  EwMinimap *minimap;
  guint map_pause; /* timeout: before it is painted again              */
  bool map_is_stale;
  GtkWidget *back, *hint; /* to what is there; where nothing is */
  GtkWidget *context; /* the menu of the canvas */
  GtkWidget *thread; /* the popover at a pin */
  GtkEventController *letters; /* single letters, which can be switched off */

  bool is_dragging; /* the bar of the selection keeps out of the way   */
  guint view_tick; /* the bars follow the view in the next frame          */
  bool is_asking; /* who is writing                                  */
  guint nudge; /* the gesture of the arrow key that is held        */
  EwObject *style; /* whose look is pasted, or NULL                  */
  struct {
    bool by_keyboard; /* the last thing pressed was a key                */
    guint follow; /* idle: the focus goes where the selection is     */
    guint index; /* in reading order, where one stood last          */
    guint speak; /* timeout: what was done is said                  */
    char *owner; /* of the selected object, before that             */
    EwAlignment lines[2]; /* it stood in, before that: column, row   */
  } walk;
  struct {
    char *name; /* of the open version, as ew-session-past.h has it; or NULL */
    GCancellable *loading; /* while one is being read                       */
  } past;
  struct {
    GdkDrag *drag; /* that began on this canvas, or NULL             */
    char *board;
    EwPoint from; /* where it was taken, px of the board              */
  } out;

  EwWindowRecorder *recorder; /* see ew-window-walkthrough.h */
  EwWindowPlayer *player;
  EwWindowCatchUp *catch_up; /* while one is led around, or NULL */
  struct {
    bool is_shown; /* the desktop was told, and has it still            */
    guint source; /* timeout: when it may be told, or looked at again  */
    guint watch; /* of the bus: whether the desktop starts us again     */
    bool outlives; /* it does, when somebody clicks what it was told    */
  } notify;
  EwWindowExport *exporting;
  EwPoint middle; /* where the middle button went down, window px    */
  AdwToast *undo_toast; /* "… deleted": its Undo is right until next edit */
};

/* --- ew-window-board.c: which board is shown ------------------------------ */
void ew_window_board_install (GtkWidgetClass *class);
void ew_window_board_init (EwWindow *window);
/* The board to begin with: as it was left, else the first. */
/* Begins to read the board that ew_window_show_first() will show, while the
 * window is still being put together. */
void ew_window_load_ahead (EwSession *session);
void ew_window_show_first (EwWindow *window);
void ew_window_show_board (EwWindow *window, const char *id);
/* The one on the canvas: as it is now, or as it was; see ew-window-past.c. */
const EwBoard *ew_window_board (EwWindow *window);
/* Its name, for who asks the session.  Returns: (nullable). */
const char *ew_window_shown (EwWindow *window);
/* Also while there is none. */
bool ew_window_is_read_only (EwWindow *window);
/* "boards-changed": a title, or the shown board is gone. */
void ew_window_boards_changed (EwWindow *window);

/* --- ew-window-past.c: the board as it was ---------------------------------
 */
void ew_window_past_install (GtkWidgetClass *class);
/* Returns: the bar. */
GtkWidget *ew_window_past_init (EwWindow *window);
void ew_window_past_end (EwWindow *window);
/* Shows the board as it was at @rev, and @object in it, unless that is "".
 * @sentence says which version it is.  @rev "": as it is now. */
void ew_window_show_past (EwWindow *window, const char *rev,
                          const char *sentence, const char *object);
/* Back to now, if one is not there. */
void ew_window_leave_past (EwWindow *window);
/* What is on the canvas has @shown for a name from now on; the view stays. */
void ew_window_show_named (EwWindow *window, const char *shown);
void ew_window_past_refresh (EwWindow *window);
/* What can be done there, for a menu; nothing of it shows at other times.
 * Returns: (transfer full). */
GMenuModel *ew_window_past_menu (void);
/* @ids (of char *) come back as they are in @old, and are shown. */
void ew_window_restore (EwWindow *window, const EwBoard *old, GPtrArray *ids);

/* --- ew-window-history.c: its versions -------------------------------------
 */
void ew_window_history_install (GtkWidgetClass *class);
void ew_window_history_init (EwWindow *window);

/* --- ew-window-faults.c --------------------------------------------------- */
void ew_window_faults_install (GtkWidgetClass *class);
void ew_window_faults_changed (EwWindow *window, const char *board);

/* --- ew-window-edit.c: what the keys and buttons do to objects ------------ */
void ew_window_edit_install (GtkWidgetClass *class);
/* Hands @edit (transfer full) to the session: says what went wrong, and asks
 * who is writing where nobody has said.  False when it is not done, or not done
 * yet. */
bool ew_window_apply (EwWindow *window, EwEdit *edit, guint gesture);
/* Says what was done, beside a button that takes it back. */
void ew_window_offer_undo (EwWindow *window, const char *sentence);
/* Selects @id and gives the canvas the focus. */
void ew_window_select (EwWindow *window, const char *id);
void ew_window_nudge (EwWindow *window, double dx, double dy);
void ew_window_set_color (EwWindow *window, const char *color);
/* Takes the other version of a text that two rewrote, or lets it go. */
void ew_window_settle (EwWindow *window, const char *clash_key, int how);
/* Which actions make sense now. */
void ew_window_refresh_actions (EwWindow *window);
void ew_window_history_changed (EwWindow *window);

/* --- ew-window-arrange.c: what it does to them among each other ----------- */
void ew_window_arrange_install (GtkWidgetClass *class);
/* The submenu of all that.  Returns: (transfer full). */
GMenuModel *ew_window_arrange_menu (void);
void ew_window_arrange_refresh (EwWindow *window, bool can_edit);

/* --- ew-window-reshape.c: larger, turned, tied, by keys --------------------
 */
void ew_window_reshape_install (GtkWidgetClass *class);
/* The submenu of it.  Returns: (transfer full). */
GMenuModel *ew_window_reshape_menu (void);
void ew_window_reshape_refresh (EwWindow *window, bool can_edit);

/* --- ew-window-extend.c: more and less selected, by keys -------------------
 */
void ew_window_extend_install (GtkWidgetClass *class);

/* --- ew-window-paste.c ---------------------------------------------------- */
void ew_window_paste_install (GtkWidgetClass *class);
/* Text, a picture or files (of GFile) that came in, at @at of the board. */
void ew_window_put_text (EwWindow *window, const char *text, EwPoint at);
void ew_window_put_bytes (EwWindow *window, GBytes *bytes, EwPoint at);
void ew_window_put_files (EwWindow *window, GSList *files, EwPoint at);

/* --- ew-window-arrive.c: our own objects coming in ------------------------ */
/* From a GdkClipboard or a GdkDrop, which is then finished; to @at. */
void ew_window_take_objects (EwWindow *window, GObject *from, EwPoint at);
/* Bytes of a GdkClipboard or GdkDrop; either @bytes or @error is NULL.  The
 * window may be closed meanwhile: then it has no canvas. */
typedef void (*EwWindowRead) (EwWindow *window, GBytes *bytes,
                              const GError *error, gpointer data);
void ew_window_read (EwWindow *window, GObject *from, const char **mimes,
                     EwWindowRead done, gpointer data);
/* Selects what came in.  Takes @edit and @ids. */
void ew_window_apply_pasted (EwWindow *window, EwEdit *edit, GPtrArray *ids);

/* --- ew-window-clip.c: copy and cut --------------------------------------- */
void ew_window_clip_install (GtkWidgetClass *class);

/* --- ew-window-drop.c: drag and drop, and the middle click -----------------
 */
void ew_window_drop_init (EwWindow *window);

/* --- ew-window-drag.c: dragged out of the window -------------------------- */
/* When objects are being moved and the pointer has left the window, they become
 * something to drop elsewhere.  Returns: whether they did. */
bool ew_window_drag_out (EwWindow *window, const EwPointer *pointer);
/* @drop at @at of this board comes from this board: then it is a move. */
bool ew_window_drag_back (EwWindow *window, GdkDrop *drop, EwPoint at);

/* --- ew-window-link.c: cards with links ----------------------------------- */
void ew_window_link_install (GtkWidgetClass *class);
void ew_window_ask_link (EwWindow *window, const char *kind, EwPoint at);
void ew_window_edit_link (EwWindow *window, const EwObject *object);
void ew_window_open_url (EwWindow *window, const char *url);

/* --- ew-window-talk.c: comments, and who writes them ---------------------- */
void ew_window_talk_install (GtkWidgetClass *class);
void ew_window_talk_init (EwWindow *window);
void ew_window_compose (EwWindow *window, const EwAnchor *anchor);

/* --- ew-window-thread.c: a thread at its pin ------------------------------ */
void ew_window_thread_init (EwWindow *window);
/* Opens it there; pins that show as one come apart first. */
void ew_window_show_thread (EwWindow *window, const char *id);

/* --- ew-window-inbox.c: what waits, and what is new ----------------------- */
void ew_window_inbox_install (GtkWidgetClass *class);
void ew_window_inbox_init (EwWindow *window);
void ew_window_show_inbox (EwWindow *window);
/* Opens @board, and @thread or another object on it; "" for none. */
void ew_window_go_to (EwWindow *window, const char *board, const char *thread);
/* Another board is shown, or the same was synced.  Says nothing during a
 * catch-up tour, which says it in its own way. */
void ew_window_look_for_news (EwWindow *window);
/* Looks again whenever something arrives on the board that is shown. */
void ew_window_inbox_watch (EwWindow *window);

/* --- ew-window-catch-up.c: what is new, stop by stop ---------------------- */
void ew_window_catch_up_install (GtkWidgetClass *class);
void ew_window_catch_up_init (EwWindow *window);
/* The camera is where the tour wanted it. */
void ew_window_catch_up_arrived (EwWindow *window);
void ew_window_catch_up_free (EwWindow *window);

/* --- ew-window-notify.c: the desktop is told what waits ------------------- */
void ew_window_notify_init (EwWindow *window);
void ew_window_notify_end (EwWindow *window);

/* --- ew-window-intent.c: what the board is for ---------------------------- */
void ew_window_intent_install (GtkWidgetClass *class);
/* Returns: (transfer none): the line that says it. */
GtkWidget *ew_window_intent_init (EwWindow *window);
/* As soon as there is a session. */
void ew_window_intent_connect (EwWindow *window);
/* Another board is shown, or this one says something else. */
void ew_window_intent_refresh (EwWindow *window);

/* --- ew-window-people.c: what I tell about myself; names while one writes - */
void ew_window_people_init (EwWindow *window);
void ew_window_people_install (GtkWidgetClass *class);

/* Calls @go when it is known who is writing: at once, or after asking.  @data
 * is freed in any case. */
typedef void (*EwWindowGo) (EwWindow *window, gpointer data);
void ew_window_with_identity (EwWindow *window, EwWindowGo go, gpointer data,
                              GDestroyNotify free);

/* --- ew-window-keys.c: keys on the canvas --------------------------------- */
void ew_window_keys_init (EwWindow *window);

/* --- ew-window-context.c: the menu of the canvas -------------------------- */
void ew_window_context_install (GtkWidgetClass *class);
void ew_window_context_init (EwWindow *window);
/* A menu closed: the canvas has the focus again, unless something else has. */
void ew_window_return_focus (EwWindow *window);

/* --- ew-window-tools.c: canvas and toolbox -------------------------------- */
void ew_window_tools_init (EwWindow *window);
void ew_window_refresh_selection (EwWindow *window);
/* Uses the tool in hand where one looks, as a click there would.  False when
 * there is nothing that a click would do. */
bool ew_window_use_tool (EwWindow *window);

/* --- ew-window-view.c: zoom, sides, full screen --------------------------- */
void ew_window_view_install (GtkWidgetClass *class);
void ew_window_view_init (EwWindow *window);
void ew_window_view_changed (EwWindow *window);

/* --- ew-window-walk.c: from object to object, from pane to pane ------------
 */
void ew_window_walk_install (GtkWidgetClass *class);
void ew_window_walk_init (EwWindow *window);
void ew_window_walk_end (EwWindow *window);

/* --- ew-window-speak.c: what a screen reader says of what was done -------- */
/* As soon as there is a session. */
void ew_window_speak_init (EwWindow *window);
void ew_window_announce (EwWindow *window, const char *sentence);
/* Something was said in a thread; @label of the edit. */
void ew_window_announce_said (EwWindow *window, const char *label);
/* @format: "Undone: %s"; nothing when @label is NULL. */
void ew_window_announce_step (EwWindow *window, const char *format,
                              const char *label);

/* --- ew-window-frames.c: into a frame --------------------------------------
 */
void ew_window_frames_install (GtkWidgetClass *class);
/* Opens @popover by what is selected; it goes when it closes. */
typedef void (*EwWindowChosen) (EwChoicePopover *popover, const char *id,
                                EwWindow *window);
void ew_window_offer (EwWindow *window, EwChoicePopover *popover,
                      EwWindowChosen chosen);

/* --- ew-window-react.c: emoji, and who put them there ----------------------
 */
void ew_window_react_install (GtkWidgetClass *class);
void ew_window_react_init (EwWindow *window);

/* --- ew-window-tick.c: the boxes in a text ------------------------------- */
void ew_window_tick_install (GtkWidgetClass *class);
void ew_window_tick_refresh (EwWindow *window, bool can_edit);

/* --- ew-window-outline.c ----------------------------------------------------
 */
void ew_window_outline_install (GtkWidgetClass *class);
/* Adds the panel. */
void ew_window_outline_init (EwWindow *window);

/* --- ew-window-guide.c: minimap, back to content, the first word ---------- */
void ew_window_guide_init (EwWindow *window);
/* Something else shows. */
void ew_window_guide_refresh (EwWindow *window);
/* The board changed, or is another. */
void ew_window_guide_board_changed (EwWindow *window);

/* --- ew-window-sync.c ----------------------------------------------------- */
void ew_window_sync_install (GtkWidgetClass *class);
/* As soon as there is a session. */
void ew_window_sync_init (EwWindow *window);
void ew_window_state_changed (EwWindow *window);

/* --- ew-window-close.c: what is pending is committed, and shared ---------- */
gboolean ew_window_close_request (GtkWindow *window);

/* --- ew-window-menu.c: the main menu and the shortcuts window ------------- */
void ew_window_menu_install (GtkWidgetClass *class);
void ew_window_menu_init (EwWindow *window);

G_END_DECLS
