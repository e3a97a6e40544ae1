/* Reactions: an emoji that a person put on an object, once of each.
 *
 * The map `reactions` of an object has a key for each, "👍 ana@example.org", so
 * what two people do at once merges key by key.  Keys and names come from
 * files, and may be anything: what is no emoji is kept, and not shown. */
#pragma once

#include "ew-object.h"

G_BEGIN_DECLS

/* Bytes; families and flags are long. */
#define EW_EMOJI_MAX 48

typedef struct {
  EwRecord record;
  char *who; /* the name of who did, as git knew it */
} EwReaction;
extern const EwRecordType ew_reaction_type;

/* Whether @text is one thing to react with: short, seen, and no plain word. */
bool ew_emoji_is_valid (const char *text);

/* Everybody who put the same emoji on an object. */
typedef struct {
  char emoji[EW_EMOJI_MAX + 1];
  guint n;
  bool is_mine;
  EwRect box; /* of its chip, px of the board */
} EwReactionChip;

#define EW_REACTION_CHIPS_MAX 8
/* At the lower edge of @object, in order of their emoji.  @email: whose are
 * "mine"; NULL: nobody's.
 * Returns: (transfer full) (nullable): of EwReactionChip; NULL: none. */
GArray *ew_reaction_chips (const EwObject *object, const EwBoard *board,
                           const char *email);
/* Around all of them; empty when there is none. */
EwRect ew_reactions_box (const EwObject *object, const EwBoard *board);
/* The chip under @point.  False when there is none. */
bool ew_reaction_chip_at (const EwObject *object, const EwBoard *board,
                          EwPoint point, EwReactionChip *chip);

bool ew_object_has_reaction (const EwObject *object, const char *emoji,
                             const char *email);
/* The names of who put @emoji there, as people say a list: "Ana, Bo".
 * Returns: (transfer full). */
char *ew_reaction_names (const EwObject *object, const char *emoji);
/* Returns: (transfer full): @object with, or without, that reaction. */
EwObject *ew_object_react (const EwObject *object, const char *emoji,
                           const char *name, const char *email, bool reacts);
/* Nobody has reacted to a copy. */
void ew_object_forget_reactions (EwObject *object);

G_END_DECLS
