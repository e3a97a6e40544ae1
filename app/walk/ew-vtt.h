/* WebVTT (W3C): the captions that players and other programs read.
 *
 * Read: times, text, who speaks (`<v Ana>` becomes "Ana: "); other marks, the
 * place on the picture, notes and styles are left out.  No library for it is
 * packaged, and GStreamer's parser guesses where a person should be told. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Larger files are refused, bytes. */
#define EW_VTT_MAX (4 * 1024 * 1024)

/* EW_ERROR_USAGE names the line that is wrong.
 * Returns: (transfer full) (nullable): of EwCaption, by time. */
GPtrArray *ew_vtt_read (const char *text, gsize length, GError **error);
/* @captions: of EwCaption.  Returns: (transfer full). */
char *ew_vtt_write (GPtrArray *captions);

G_END_DECLS
