/* A click on a reaction: mine comes, or goes.  Private to this room. */
#pragma once

#include "ew-tool.h"

G_BEGIN_DECLS

/* Returns: whether the press was on one. */
bool ew_reaction_click (EwToolbox *toolbox, const EwObject *object);
bool ew_reaction_click_is_at (EwToolbox *toolbox, const EwObject *object,
                              const EwPointer *pointer);

G_END_DECLS
