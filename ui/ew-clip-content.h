/* Objects as content for the clipboard and for a drag: themselves, for us; the
 * pictures and files they mention, for another workspace; what they say and how
 * they look, for other programs.  What is costly is made when it is asked for.
 */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @ids: of char *.  Returns: (transfer full) (nullable): NULL when nothing of
 * them can be copied. */
GdkContentProvider *ew_clip_content_new (EwSession *session,
                                         const EwBoard *board, GPtrArray *ids);

G_END_DECLS
