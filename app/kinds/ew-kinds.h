/* The table of kinds.
 *
 * To add a kind: write its file here (a struct that begins with EwObject, its
 * field table, paint and perhaps hit), declare its EwKind below, put it in the
 * table in ew-kinds.c, its file in meson.build, one example of it in
 * tests/data/kinds and a scene with it in tests/data/references.  The
 * conformance test then tries every law on it, and another one its look. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

extern const EwKind ew_kind_board, ew_kind_note, ew_kind_text, ew_kind_shape,
    ew_kind_frame, ew_kind_connector, ew_kind_link, ew_kind_walkthrough,
    ew_kind_thread, ew_kind_ink, ew_kind_image, ew_kind_file;
/* What a kind of a newer version becomes: kept byte for byte, a grey box. */
extern const EwKind ew_kind_unknown;

/* Every kind but the unknown one, NULL-terminated, in the order of menus. */
extern const EwKind *const ew_kinds[];

/* Returns: (nullable). */
const EwKind *ew_kind_by_name (const char *name);

/* Whoever changes a text calls this on the new value, before it is shared: an
 * object of a kind with EW_KIND_GROWS becomes as high as its text needs, a note
 * becomes higher when its text does not fit at the smallest size; every other
 * stays as it is. */
void ew_object_fit_text (EwObject *object);
/* The same for @object made from @before: what had become higher by its text
 * follows it back, down to a square. */
void ew_object_refit_text (EwObject *object, const EwObject *before);

/* The tick box of its text under @point: the byte of the text between [ and ],
 * for ew_verb_tick(); -1 when there is none. */
gssize ew_object_tick_at (const EwObject *object, EwPoint point);

/* One of the tick boxes of a text. */
typedef struct {
  gsize at; /* byte of the text, for ew_verb_tick() */
  bool ticked;
  char *words; /* of its line, as they are shown */
} EwTick;

/* Returns: (transfer full): of EwTick, in order; empty when there are none. */
GPtrArray *ew_object_ticks (const EwObject *object);

/* Objects of an unknown kind remember their kind's word here. */
const char *ew_object_kind_name (const EwObject *object);
void ew_object_set_kind_name (EwObject *object, const char *name);

G_END_DECLS
