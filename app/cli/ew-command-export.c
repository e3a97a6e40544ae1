/* A board as a picture. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-export.h"
#include "ew-picture-source.h"

#include <glib/gi18n-lib.h>

#define WIDTH 2000 /* px of a PNG */

static GBytes *
paint (EwCall *call, const EwBoard *board, const char *path, GError **error)
{
  g_autoptr (EwBoard) still = ew_board_snapshot (board);
  g_autoptr (EwPictureSource) source =
      ew_picture_source_new (call->session, EW_PICTURE_ROOM);
  EwExport all = ew_export_all (still);

  all.images = ew_picture_source_images (source);
  if (g_str_has_suffix (path, ".png"))
    return ew_export_png (&all, WIDTH, error);
  if (g_str_has_suffix (path, ".svg"))
    return ew_export_svg (&all);
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” is neither a .png nor an .svg"), path);
  return NULL;
}

bool
ew_command_export (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  const char *path = call->args[1];
  g_autoptr (GBytes) bytes = board ? paint (call, board, path, error) : NULL;

  return bytes &&
         g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
