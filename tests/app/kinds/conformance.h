/* What the conformance tests try their laws on: every kind of the table and the
 * unknown one, none by name. */
#pragma once

#include "ew-board.h"

/* NULL-terminated: the table, and what is unknown. */
const EwKind *const *conformance_kinds (void);

/* Gives the field another value; each @salt another one. */
void conformance_change (const EwField *field, EwRecord *record, int salt);
/* Every field has a value of its own, and there are members we do not know.
 * Returns: (transfer full). */
EwObject *conformance_rich (const EwKind *kind, int salt);
void conformance_add_unknown (EwRecord *record, const char *json);

/* Adds a case "/kinds/LAW/KIND" for every kind; the kind is its data. */
void conformance_add (const char *law, GTestDataFunc func);
