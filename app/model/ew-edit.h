/* An edit: a set of (id, before, after).  The only currency of the program.
 *
 * Undo, autosave, the journal, sync, the difference of two versions and the
 * damage of a repaint are all edits.  `before` NULL: the object is new;
 * `after` NULL: it is gone.  Built by one owner, then only read. */
#pragma once

#include "ew-object.h"

G_BEGIN_DECLS

typedef struct {
  char *id;
  EwObject *before, *after;
} EwChange;

typedef struct _EwEdit EwEdit;

/* @label: what the person did, translated, for "Undo …": "Move 3 Objects". */
EwEdit *ew_edit_new (const char *label);
EwEdit *ew_edit_ref (EwEdit *edit);
void ew_edit_unref (EwEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwEdit, ew_edit_unref)

const char *ew_edit_label (const EwEdit *edit);
/* Canvas undo steps over what people *say*: comments stay said. */
void ew_edit_set_undoable (EwEdit *edit, bool undoable);
bool ew_edit_is_undoable (const EwEdit *edit);

/* Adds a change; a second one of the same id continues the first: its `before`
 * stays, its `after` counts.  What ends where it began is dropped.
 * Either object may be NULL, not both. */
void ew_edit_add (EwEdit *edit, const EwObject *before, const EwObject *after);
/* Adds every change of @next. */
void ew_edit_append (EwEdit *edit, const EwEdit *next);

guint ew_edit_size (const EwEdit *edit);
bool ew_edit_is_empty (const EwEdit *edit);
const EwChange *ew_edit_at (const EwEdit *edit, guint index);
/* Returns: (nullable). */
const EwChange *ew_edit_find (const EwEdit *edit, const char *id);
/* Before and after exchanged.  Returns: (transfer full). */
EwEdit *ew_edit_invert (const EwEdit *edit);

G_END_DECLS
