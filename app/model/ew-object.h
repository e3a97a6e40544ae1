/* An object: one immutable value on a board.
 *
 * Make one with ew_object_new() or ew_object_copy(), set its members while
 * nobody else holds it, then only share it.  Compare by ew_object_equal(); the
 * same pointer is always the same content.  Reference counted, any thread.
 *
 * The wrong use: changing a member of an object that is already on a board. */
#pragma once

#include "ew-kind.h"
#include "ew-map.h"

G_BEGIN_DECLS

struct _EwObject {
  EwRecord record;
  const EwKind *kind;
  char *id;
  EwCoords pos, size; /* kinds with EW_KIND_BOX */
  gint64 angle; /* kinds with EW_KIND_TURNS: 1/100 degree, clockwise */
  char *z; /* order key */
  char *parent; /* id of the frame that owns it, or "" */
  char *group; /* a word that grouped objects share, or "" */
  gboolean locked; /* neither moved nor changed until it is unlocked */
  EwMap *clash; /* what a merge could not decide: EwClash records */
  EwMap *reactions; /* see ew-reaction.h */
};

/* The other version of a text that two people rewrote at once.  Its key in the
 * map is made from its content (ew_clash_key), so that everyone who merges the
 * same two versions writes the same clash. */
typedef struct {
  EwRecord record;
  char *member; /* which field: "text" */
  char *text; /* the version that is not shown */
} EwClash;
extern const EwRecordType ew_clash_type;
extern const EwRecordType ew_reaction_type; /* ew-reaction.h */
/* Returns: (transfer full). */
char *ew_clash_key (const char *member, const char *text);

/* The fields of every kind; a table begins or ends with these lines. */
/* clang-format off */
#define EW_COMMON_FIELDS                                                      \
  { "clash", N_ ("Clash"), EW_FIELD_MAP, G_STRUCT_OFFSET (EwObject, clash),   \
    .record = &ew_clash_type },                                               \
  { "group", N_ ("Group"), EW_FIELD_STRING,                                   \
    G_STRUCT_OFFSET (EwObject, group), .is_inner = true },                    \
  { "locked", N_ ("Locked"), EW_FIELD_BOOL,                                   \
    G_STRUCT_OFFSET (EwObject, locked) },                                     \
  { "parent", N_ ("Frame"), EW_FIELD_REF,                                     \
    G_STRUCT_OFFSET (EwObject, parent) },                                     \
  { "reactions", N_ ("Reactions"), EW_FIELD_MAP,                              \
    G_STRUCT_OFFSET (EwObject, reactions), .record = &ew_reaction_type },     \
  { "z", N_ ("Order"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwObject, z),        \
    .is_inner = true }

#define EW_BOX_FIELDS                                                         \
  { "pos", N_ ("Position"), EW_FIELD_COORDS, G_STRUCT_OFFSET (EwObject, pos) },\
  { "size", N_ ("Size"), EW_FIELD_COORDS, G_STRUCT_OFFSET (EwObject, size) }

#define EW_TURN_FIELDS                                                        \
  { "angle", N_ ("Angle"), EW_FIELD_INT, G_STRUCT_OFFSET (EwObject, angle),   \
    .unit = N_ ("°"), .per_unit = 100 }
/* clang-format on */

/* @id may be NULL for a new one.  A new object has its kind's default size.
 * Returns: (transfer full). */
EwObject *ew_object_new (const EwKind *kind, const char *id);
EwObject *ew_object_copy (const EwObject *object);
/* The same with another id. */
EwObject *ew_object_copy_as (const EwObject *object, const char *id);
EwObject *ew_object_ref (const EwObject *object);
void ew_object_unref (EwObject *object);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwObject, ew_object_unref)

/* Either may be NULL. */
bool ew_object_equal (const EwObject *a, const EwObject *b);

/* By name, for those above that do not know the kind's struct.  Getting what
 * the kind does not have gives ""; setting it does nothing. */
const char *ew_object_get_string (const EwObject *object, const char *field);
void ew_object_set_string (EwObject *object, const char *field,
                           const char *value);

/* Its box in px, never empty: a size of nothing, or less, still can be seen and
 * grabbed (EW_BOX_MIN). */
#define EW_BOX_MIN 8.0
EwRect ew_object_box (const EwObject *object);
void ew_object_set_box (EwObject *object, EwRect box);

/* How far it is turned, in degrees from 0 up to 360; any stored number is
 * legal.  Its box is what it would be unturned. */
double ew_object_angle (const EwObject *object);
void ew_object_set_angle (EwObject *object, double degrees);
/* The upright rectangle around its box as it is turned. */
EwRect ew_object_turned_box (const EwObject *object);
/* The place on the board of @spot, in 1/1000 of its box. */
EwPoint ew_object_spot (const EwObject *object, EwCoords spot);
/* @point as if the object were not turned, for who compares it with the box. */
EwPoint ew_object_unturn (const EwObject *object, EwPoint point);

/* Where the other versions of its texts are shown, each in a row, as long as
 * nobody has settled a clash; empty when there is none. */
#define EW_CLASH_ROW 40.0 /* px */
#define EW_CLASH_ROWS_MAX 3
EwRect ew_object_clash_box (const EwObject *object, const EwBoard *board);

/* The kind's functions, or their plain behaviour; what is in the clash box is
 * the object's too. */
EwRect ew_object_bounds (const EwObject *object, const EwBoard *board);
bool ew_object_hit (const EwObject *object, const EwBoard *board, EwPoint point,
                    double slop);
void ew_object_paint (const EwObject *object, const EwBoard *board, EwPen *pen);
/* Returns: (transfer full): never empty. */
char *ew_object_to_text (const EwObject *object);

/* Calls @visit for each anchor of @object, in table order. */
typedef void (*EwAnchorVisit) (const EwField *field, const EwAnchor *anchor,
                               gpointer data);
void ew_object_each_anchor (const EwObject *object, EwAnchorVisit visit,
                            gpointer data);

G_END_DECLS
