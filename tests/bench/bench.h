/* elsewhen-bench: the program itself, driven by lines of JSON on its standard
 * input instead of hands, so that it can be measured from outside.
 *
 * It starts the real application with the real window.  Gestures enter where
 * GTK's own events would: at the signals of the canvas's event controllers.
 *
 *   main.c          the protocol
 *   bench-board.c   a neutral board → a workspace, once
 *   bench-window.c  opening, looking, waiting for frames
 *   bench-gesture.c panning, dragging, zooming at a pace
 *   bench-export.c  saving and exporting
 *   bench-tour.c    playing and recording a walkthrough */
#pragma once

#include "ew-canvas.h"
#include "ew-window.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define BENCH_ERROR (g_quark_from_static_string ("bench"))

/* Where a neutral board was put. */
typedef struct {
  char *workspace; /* folder */
  char *board; /* id */
  char *drag; /* id of the note to drag, or "" */
  guint notes;
} BenchBoard;

void bench_board_clear (BenchBoard *board);

/* Finds the workspace beside the neutral board at @path; makes it when it is
 * not there, or older than the board. */
bool bench_board_find (const char *path, BenchBoard *board, GError **error);
/* A workspace with one empty board. */
bool bench_board_make_empty (const char *workspace, GError **error);

typedef struct _Bench Bench;

struct _Bench {
  GtkApplication *app;
  EwWindow *window; /* not owned; NULL while there is none */
  EwCanvas *canvas; /* of the window */
  BenchBoard board;

  guint frames; /* drawn by this window so far */
  GArray *asked; /* of double: steps no frame has shown yet, ms */
  JsonArray *drawn, *latency; /* of the gesture that runs, or NULL */
  double start; /* of the gesture, ms */
  double shown; /* s: the time of the walkthrough in the last frame */
};

/* Milliseconds of a clock that never goes back. */
double bench_now (void);
/* Iterates the main loop. */
bool bench_wait (Bench *bench, bool (*is_so) (Bench *bench, gpointer data),
                 gpointer data, GError **error);
/* Until one more frame has been drawn. */
bool bench_wait_frame (Bench *bench, GError **error);

/* The first of that type in @widget's tree.  Returns: (nullable). */
GtkWidget *bench_find (GtkWidget *widget, GType type);
void bench_watch_windows (Bench *bench);
bool bench_open_workspace (Bench *bench, const char *workspace, GError **error);
bool bench_look (Bench *bench, const char *view, GError **error);

bool bench_gesture (Bench *bench, JsonObject *request, JsonObject *answer,
                    GError **error);
/* What: "save", "png" or "svg". */
bool bench_export (Bench *bench, JsonObject *request, JsonObject *answer,
                   GError **error);
/* Of the walkthrough "object", to its end. */
bool bench_play (Bench *bench, JsonObject *request, JsonObject *answer,
                 GError **error);
/* Begins one, and ends it again; answers when it is heard, and gone. */
bool bench_record (Bench *bench, JsonObject *request, JsonObject *answer,
                   GError **error);
bool bench_stop (Bench *bench, JsonObject *request, JsonObject *answer,
                 GError **error);
EwSession *bench_session (Bench *bench);
const EwBoard *bench_live (Bench *bench);

G_END_DECLS
