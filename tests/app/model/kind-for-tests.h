/* Kinds for tests of the model, which knows none of the real ones: a box that
 * has one field of every type, a frame and a line. */
#pragma once

#include "ew-board.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EwRecord record;
  char *word;
} TestWord;

static const EwField test_word_fields[] = {
  { "word", "Word", EW_FIELD_STRING, G_STRUCT_OFFSET (TestWord, word) },
  EW_FIELD_END,
};
static const EwRecordType test_word_type = { test_word_fields,
                                             sizeof (TestWord) };

typedef struct {
  EwObject object;
  char *text, *color;
  gint64 number;
  gboolean done;
  EwAnchor from, to;
  EwMap *words, *tags;
} TestThing;

static const char *const test_colors[] = { "yellow", "blue", NULL };

static const EwField test_fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "text", "Text", EW_FIELD_TEXT, G_STRUCT_OFFSET (TestThing, text) },
  { "color", "Colour", EW_FIELD_STRING, G_STRUCT_OFFSET (TestThing, color),
    .fallback = "yellow", .choices = test_colors },
  { "number", "Number", EW_FIELD_INT, G_STRUCT_OFFSET (TestThing, number),
    .fallback = "7" },
  { "done", "Done", EW_FIELD_BOOL, G_STRUCT_OFFSET (TestThing, done) },
  { "from", "From", EW_FIELD_ANCHOR, G_STRUCT_OFFSET (TestThing, from) },
  { "to", "To", EW_FIELD_ANCHOR, G_STRUCT_OFFSET (TestThing, to) },
  { "words", "Words", EW_FIELD_MAP, G_STRUCT_OFFSET (TestThing, words),
    .record = &test_word_type },
  { "tags", "Tags", EW_FIELD_SET, G_STRUCT_OFFSET (TestThing, tags) },
  EW_FIELD_END,
};

static const EwKind test_thing = {
  .name = "thing",
  .title = "Thing",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { test_fields, sizeof (TestThing) },
  .text = "text",
  .size = { 100, 50 },
};

static const EwKind test_frame = {
  .name = "frame",
  .title = "Frame",
  .flags = EW_KIND_BOX | EW_KIND_CONTAINER,
  .layer = EW_LAYER_FRAMES,
  .type = { test_fields, sizeof (TestThing) },
  .size = { 400, 300 },
};

static inline EwObject *
test_object_at (const EwKind *kind, const char *id, double x, double y)
{
  EwObject *object = ew_object_new (kind, id);
  object->pos = ew_coords_from_point ((EwPoint){ x, y });
  return object;
}

/* Applies the one change and frees what it made. */
static inline void
test_put (EwBoard *board, EwObject *object)
{
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  const EwObject *before = ew_board_get (board, object->id);
  ew_edit_add (edit, before, object);
  ew_notice_free (ew_board_apply (board, edit));
  ew_object_unref (object);
}

static inline EwObject *
test_tied (const char *id, const char *from, const char *to)
{
  EwObject *object = ew_object_new (&test_thing, id);
  ew_string_set (&((TestThing *) object)->from.object, from);
  ew_string_set (&((TestThing *) object)->to.object, to);
  return object;
}
