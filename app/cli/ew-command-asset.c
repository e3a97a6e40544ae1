/* Files on a board. */
#include "ew-command.h"

#include "ew-verbs-asset.h"

/* New cards stand in a row to the right of what is there. */
#define GAP 40.0

static EwPoint
free_place (const EwBoard *board)
{
  EwRect extent = ew_board_extent (board);

  if (ew_rect_is_empty (extent))
    return (EwPoint){ 0, 0 };
  return (EwPoint){ extent.x + extent.w + GAP, extent.y };
}

static EwAsset *
keep_file (EwCall *call, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (call->args[1]);
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_add_file_async (call->session, file, NULL, ew_ready_cb, &result);
  return ew_session_add_asset_finish (call->session, ew_await (&result), error);
}

/* From its centre to its top left corner. */
static EwPoint
centered (EwPoint corner, const EwAsset *asset)
{
  EwPoint size = asset->kind->size;

  return (EwPoint){ corner.x + size.x / 2, corner.y + size.y / 2 };
}

bool
ew_command_add_file (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  g_autoptr (EwAsset) asset = board ? keep_file (call, error) : NULL;
  g_autoptr (EwEdit) edit = NULL;
  g_autofree char *id = NULL;

  if (!asset)
    return false;
  /* The board may have changed while the file was read. */
  board = ew_call_board (call, error);
  if (!board)
    return false;
  edit = ew_verb_add_asset (board, asset, centered (free_place (board), asset),
                            &id);
  if (!ew_session_apply (call->session, ew_board_id (board), edit, 0, error))
    return false;
  g_print ("%s\n", id);
  return true;
}
