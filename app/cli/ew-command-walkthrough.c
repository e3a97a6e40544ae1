/* Walkthroughs: listed, shown, taken in and out. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-picture-source.h"
#include "ew-session-assets.h"
#include "ew-tour-file.h"
#include "ew-verbs.h"
#include "ew-vtt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GAP 40.0

static const EwWalkthrough *
find_walkthrough (EwCall *call, const EwBoard *board, GError **error)
{
  const EwWalkthrough *walk =
      ew_walkthrough_from_object (ew_board_get (board, call->args[2]));

  if (!walk)
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no walkthrough “%s” on this board."),
                 call->args[2]);
  return walk;
}

/* The board is the second argument here, behind `list` and the like. */
static const EwBoard *
open_board (EwCall *call, GError **error)
{
  EwCall inner = *call;

  inner.args = call->args + 1;
  return ew_call_board (&inner, error);
}

static GBytes *
get_asset (EwCall *call, const char *asset, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_get_asset_async (call->session, asset, NULL, ew_ready_cb, &result);
  return ew_session_get_asset_finish (call->session, ew_await (&result), error);
}

/* --- list --------------------------------------------------------------- */

static void
add_walkthrough_json (JsonBuilder *json, const EwWalkthrough *walk)
{
  g_autoptr (GPtrArray) chapters = ew_chapters_parse (walk->chapters);

  json_builder_begin_object (json);
  ew_json_add (json, "id", walk->object.id);
  ew_json_add (json, "title", walk->title);
  ew_json_add_int (json, "length", ew_walkthrough_length (walk));
  ew_json_add_int (json, "chapters", chapters->len);
  ew_json_add (json, "url", walk->url);
  json_builder_end_object (json);
}

static void
print_walkthrough (const EwWalkthrough *walk)
{
  g_autofree char *length =
      ew_duration_format (ew_walkthrough_length (walk) / 1000);
  g_autofree char *text = ew_object_to_text (&walk->object);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  g_print ("%s  %7s  %s\n", walk->object.id, length, lines[0]);
}

static bool
list (EwCall *call, GError **error)
{
  const EwBoard *board = open_board (call, error);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!board)
    return false;
  json_builder_begin_array (json);
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwWalkthrough *walk =
        ew_walkthrough_from_object (ew_board_at (board, i));

    if (walk && call->json)
      add_walkthrough_json (json, walk);
    else if (walk)
      print_walkthrough (walk);
  }
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
  return true;
}

/* --- show --------------------------------------------------------------- */

/* What is missing is said, and what is there is shown. */
static EwTour *
gather (EwCall *call, const EwWalkthrough *walk, bool with_sound)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) track =
      *walk->track ? get_asset (call, walk->track, &error) : NULL;
  g_autoptr (GBytes) sound = NULL;

  if (with_sound && *walk->asset && !error)
    sound = get_asset (call, walk->asset, &error);
  if (error)
    g_printerr ("elsewhen-cli: %s\n", error->message);
  return ew_tour_new (walk, track, sound);
}

static void
add_tour_json (JsonBuilder *json, const EwTour *tour)
{
  json_builder_set_member_name (json, "chapters");
  json_builder_begin_array (json);
  for (guint i = 0; i < tour->chapters->len; i++) {
    const EwChapter *chapter = tour->chapters->pdata[i];

    json_builder_begin_object (json);
    ew_json_add_int (json, "time", chapter->seconds * 1000);
    ew_json_add (json, "title", chapter->title);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "captions");
  json_builder_begin_array (json);
  for (guint i = 0; i < tour->captions->len; i++) {
    const EwCaption *caption = tour->captions->pdata[i];

    json_builder_begin_object (json);
    ew_json_add_int (json, "start", caption->start);
    ew_json_add_int (json, "end", caption->end);
    ew_json_add (json, "text", caption->text);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
print_tour_json (const EwWalkthrough *walk, const EwTour *tour)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  ew_json_add (json, "id", walk->object.id);
  ew_json_add (json, "title", walk->title);
  ew_json_add (json, "url", walk->url);
  ew_json_add (json, "commit", walk->commit);
  ew_json_add (json, "sound", walk->asset);
  ew_json_add_int (json, "length", tour->length);
  ew_json_add_int (json, "events", ew_track_size (tour->track));
  add_tour_json (json, tour);
  json_builder_end_object (json);
  ew_print_json (json);
}

static void
print_tour (const EwWalkthrough *walk, const EwTour *tour)
{
  g_autofree char *length = ew_duration_format (tour->length / 1000);

  g_print ("%s\n%s\n", walk->title, length);
  if (*walk->url)
    g_print ("%s\n", walk->url);
  if (*walk->chapters)
    g_print ("\n%s\n", walk->chapters);
  if (*walk->captions)
    g_print ("\n%s\n", walk->captions);
}

static bool
show (EwCall *call, GError **error)
{
  const EwBoard *board = open_board (call, error);
  const EwWalkthrough *walk =
      board ? find_walkthrough (call, board, error) : NULL;
  g_autoptr (EwTour) tour = NULL;
  g_autoptr (EwObject) own = NULL;

  if (!walk)
    return false;
  own = ew_object_ref ((EwObject *) &walk->object);
  walk = ew_walkthrough_from_object (own);
  tour = gather (call, walk, false);
  for (guint i = 0; i < tour->faults->len; i++)
    g_printerr ("elsewhen-cli: %s\n",
                ((EwFault *) tour->faults->pdata[i])->sentence);
  if (call->json)
    print_tour_json (walk, tour);
  else
    print_tour (walk, tour);
  return true;
}

/* --- import ------------------------------------------------------------- */

static char *
read_captions (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) captions = NULL;
  g_autoptr (GError) reason = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &reason)) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_NOT_FOUND, reason->message);
    return NULL;
  }
  captions = ew_vtt_read (text, length, error);
  if (!captions) {
    g_prefix_error (error, "%s: ", path);
    return NULL;
  }
  return ew_captions_format (captions);
}

/* "How we plan" of "/tmp/how-we-plan.vtt". */
static char *
title_of (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');

  if (dot && dot != name)
    *dot = '\0';
  g_strdelimit (name, "-_", ' ');
  return g_steal_pointer (&name);
}

static EwEdit *
new_walkthrough (const EwBoard *board, const char *path, const char *captions,
                 char **id)
{
  EwRect extent = ew_board_extent (board);
  EwPoint size = ew_kind_walkthrough.size;
  EwPoint at = { extent.x + extent.w + GAP + size.x / 2,
                 extent.y + size.y / 2 };
  g_autofree char *title = title_of (path);
  const char *const fields[] = { "captions", captions, "title", title, NULL };

  return ew_verb_create (board, &ew_kind_walkthrough, at, EW_RECT_EMPTY, fields,
                         id);
}

static bool
import (EwCall *call, GError **error)
{
  g_autofree char *captions = read_captions (call->args[2], error);
  const EwBoard *board = captions ? open_board (call, error) : NULL;
  g_autoptr (EwEdit) edit = NULL;
  g_autofree char *id = NULL;

  if (!board)
    return false;
  edit = new_walkthrough (board, call->args[2], captions, &id);
  if (!ew_session_apply (call->session, ew_board_id (board), edit, 0, error))
    return false;
  g_print ("%s\n", id);
  return true;
}

/* --- export ------------------------------------------------------------- */

/* The board as it was recorded; as it is now when that is not known any more.
 * Returns: (transfer full). */
static EwBoard *
recorded_board (EwCall *call, const EwBoard *board, const char *commit)
{
  g_autoptr (GAsyncResult) result = NULL;
  EwBoard *old = NULL;

  if (*commit) {
    ew_session_load_at_async (call->session, ew_board_id (board), commit, NULL,
                              ew_ready_cb, &result);
    old = ew_session_load_at_finish (call->session, ew_await (&result), NULL);
  }
  return old ? old : ew_board_snapshot (board);
}

static bool
write_file (EwCall *call, const EwTour *tour, const EwBoard *board,
            GError **error)
{
  g_autoptr (EwPictureSource) source =
      ew_picture_source_new (call->session, EW_PICTURE_ROOM);
  const EwFilm film = { .tour = tour,
                        .board = board,
                        .images = ew_picture_source_images (source) };

  return ew_tour_file_write (&film, call->args[3], NULL, error);
}

static bool export(EwCall *call, GError **error)
{
  const EwBoard *board = open_board (call, error);
  const EwWalkthrough *walk =
      board ? find_walkthrough (call, board, error) : NULL;
  g_autoptr (EwTour) tour = NULL;
  g_autoptr (EwBoard) old = NULL;
  g_autoptr (EwObject) own = NULL;

  if (!walk)
    return false;
  own = ew_object_ref ((EwObject *) &walk->object);
  tour = gather (call, ew_walkthrough_from_object (own), true);
  board = open_board (call, error);
  if (!board)
    return false;
  old = recorded_board (call, board, tour->commit);
  return write_file (call, tour, old, error);
}

/* --- Which -------------------------------------------------------------- */

static const struct {
  const char *name;
  guint n_args; /* with its own name */
  bool (*run) (EwCall *call, GError **error);
} verbs[] = {
  { "list", 2, list },
  { "show", 3, show },
  { "import", 3, import },
  { "export", 4, export },
};

bool
ew_command_walkthrough (EwCall *call, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, call->args[0]) == 0 &&
        verbs[i].n_args == call->n_args)
      return verbs[i].run (call, error);
  g_set_error_literal (
      error, EW_ERROR, EW_ERROR_USAGE,
      _ ("usage: walkthrough list BOARD | show BOARD ID | import BOARD "
         "FILE.vtt | export BOARD ID FILE"));
  return false;
}
