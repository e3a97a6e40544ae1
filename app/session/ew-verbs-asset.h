/* Putting a picture or a file on a board; see ew-verbs.h and
 * ew-session-assets.h. */
#pragma once

#include "ew-session-assets.h"
#include "ew-verbs.h"

G_BEGIN_DECLS

/* An image or a file card, as @asset says, centred on @at.  An image has its
 * own size, made smaller when that is much.  @id: (out) (transfer full). */
EwEdit *ew_verb_add_asset (const EwBoard *board, const EwAsset *asset,
                           EwPoint at, char **id);
/* The same, of one kind or the other whatever @asset says. */
EwEdit *ew_verb_add_image (const EwBoard *board, const EwAsset *asset,
                           EwPoint at, char **id);
EwEdit *ew_verb_add_file (const EwBoard *board, const EwAsset *asset,
                          EwPoint at, char **id);
/* To the walkthrough @id, as what is played of it; it is called like that when
 * it had no name, and lasts @seconds when nothing was said of that and it is
 * more than 0.  NULL when there is none. */
EwEdit *ew_verb_attach (const EwBoard *board, const char *id,
                        const EwAsset *asset, gint64 seconds);

G_END_DECLS
