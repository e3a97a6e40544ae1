/* Order keys: strings that say who is in front of whom.
 *
 * Between any two keys there is always room for another, so putting an object
 * in front touches that object alone (a fractional index; see "Realtime editing
 * of ordered sequences", Figma 2017).  Keys are compared by strcmp().  Five
 * random characters (30 bits) end each new key, so that two people who insert
 * at the same place offline almost never make the same one; where they do, the
 * object's id decides.
 *
 * The alphabet is "-", 0-9, A-Z, "_", a-z: 64 characters in ASCII order.  A key
 * never ends in the lowest character.  Any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* @before and @after may be NULL or "": no bound on that side.  Broken or
 * crossed bounds, which hand-made files may have, are mended by ignoring
 * @after.
 * Returns: (transfer full): a #GRefString greater than @before and less than
 * @after. */
char *ew_order_between (const char *before, const char *after);
bool ew_order_is_valid (const char *key);

G_END_DECLS
