/* The merge of two records of one type, field by field: the inside of
 * ew-merge.h, which objects and the records in their maps share. */
#pragma once

#include "ew-merge.h"

G_BEGIN_DECLS

/* What a merge of records needs to know besides the records. */
typedef struct {
  const EwMergeTimes *times;
  GPtrArray *clashes; /* of EwMergeClash, what lost; NULL: nobody asks */
  const char *path; /* where the record is in its object: "" or "messages/7/" */
  bool is_new; /* nobody knows it: there is no base */
} EwMergeContext;

/* A text whose same words two people rewrote at once. */
typedef struct {
  char *member; /* with its path: "text", "messages/7/text" */
  char *other; /* what the text is not now */
} EwMergeClash;
void ew_merge_clash_free (EwMergeClash *clash);

/* Which side's change to @member was later; when both came at once, the larger
 * of @texts. */
EwSide ew_merge_later (const EwMergeTimes *times, const char *member,
                       const char *const texts[EW_N_SIDES]);

/* Makes @out, which is initialised, the merge of @sides. */
void ew_merge_record (const EwRecordType *type, EwRecord *out,
                      const EwRecord *base,
                      const EwRecord *const sides[EW_N_SIDES],
                      const EwMergeContext *context);

/* Of two objects of one kind: where both made something else of a member,
 * @kept's stays and the other is forgotten.  Returns: (transfer full). */
EwObject *ew_merge_members_keeping (const EwObject *base,
                                    const EwObject *const sides[EW_N_SIDES],
                                    EwSide kept);

G_END_DECLS
