#include "sample-board.h"

#include "ew-kinds.h"
#include "ew-string.h"
#include "ew-thread.h"

typedef struct {
  const char *kind, *id;
  EwRect box; /* empty: the kind has none, or its own size */
  const char *const *fields; /* name and text, in pairs */
} Sample;

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const Sample samples[] = {
  { "frame", "well", { 30, 60, 326, 424 }, FIELDS ("title", "What went well") },
  { "frame",
    "better",
    { 388, 60, 326, 424 },
    FIELDS ("title", "What to improve") },
  { "frame",
    "draw",
    { 746, 60, 460, 424 },
    FIELDS ("title", "How a change travels", "color", "teal") },
  { "note",
    "n1",
    { 48, 78, 132, 132 },
    FIELDS ("color", "green", "text", "Release on time, two weeks in a row") },
  { "note",
    "n2",
    { 204, 78, 132, 132 },
    FIELDS ("color", "blue", "text", "Pairing across time zones") },
  { "note",
    "n3",
    { 48, 230, 132, 132 },
    FIELDS ("color", "yellow", "text", "Short pre-reads before the call") },
  { "note",
    "n4",
    { 204, 230, 132, 132 },
    FIELDS ("color", "green", "text", "New tests found the sync bug") },
  { "note",
    "n5",
    { 406, 78, 132, 132 },
    FIELDS ("color", "red", "text", "Reviews wait too long") },
  { "note",
    "n6",
    { 562, 78, 132, 132 },
    FIELDS ("color", "orange", "text", "Too many tools") },
  { "note",
    "n7",
    { 406, 260, 132, 132 },
    FIELDS ("color", "violet", "text", "Agree on a response time") },
  { "note",
    "n8",
    { 562, 260, 132, 132 },
    FIELDS ("color", "pink", "text",
            "A note that says a good deal more than the others do, so that its "
            "letters have to become smaller until all of it can be read here, "
            "and nothing is cut") },
  { "connector", "c1", { 0 }, FIELDS ("from", "n5", "to", "n7") },
  { "connector",
    "c2",
    { 0 },
    FIELDS ("from", "n6", "to", "n7", "route", "curved", "label", "leads to",
            "color", "violet") },
  { "walkthrough",
    "w1",
    { 48, 386, 288, 80 },
    FIELDS ("title", "How the release went", "url",
            "https://www.loom.com/share/1", "duration", "4:12", "chapters",
            "0:00 Start\n0:38 Plan\n1:20 Tests\n2:10 Ship\n3:30 Next") },
  { "link",
    "l1",
    { 406, 404, 288, 72 },
    FIELDS ("title", "Team agreement", "url",
            "https://wiki.example.org/team/agreement") },
  { "shape",
    "s1",
    { 770, 84, 130, 60 },
    FIELDS ("shape", "rounded", "text", "Edit", "color", "green") },
  { "shape",
    "s2",
    { 1010, 74, 160, 80 },
    FIELDS ("shape", "rectangle", "text", "Journal, safe in half a second") },
  { "shape",
    "s3",
    { 1005, 200, 170, 110 },
    FIELDS ("shape", "diamond", "text", "Quiet moment?", "color", "yellow") },
  { "shape",
    "s4",
    { 770, 205, 150, 100 },
    FIELDS ("shape", "ellipse", "text", "Commit", "color", "violet") },
  { "shape",
    "s5",
    { 785, 355, 120, 110 },
    FIELDS ("shape", "triangle", "text", "Sync", "color", "red") },
  { "text",
    "t1",
    { 960, 350, 220, 34 },
    FIELDS ("text", "No server, no account: push and pull are the network.",
            "font", "18") },
  { "connector", "c3", { 0 }, FIELDS ("from", "s1", "to", "s2") },
  { "connector",
    "c4",
    { 0 },
    FIELDS ("from", "s2", "to", "s3", "route", "curved") },
  { "connector",
    "c5",
    { 0 },
    FIELDS ("from", "s3", "to", "s4", "label", "yes", "color", "blue",
            "from_cap", "arrow") },
  { "connector", "c6", { 0 }, FIELDS ("from", "s4", "to", "s5") },
  { "connector", "c7", { 0 }, FIELDS ("from", "s3", "to", "s3") },
  { "connector",
    "c8",
    { 0 },
    FIELDS ("from", "s1", "to", "s4", "route", "curved", "color", "green") },
  { "walkthrough",
    "w2",
    { 30, 540, 326, 220 },
    FIELDS ("title", "A tour of the new board", "url", "https://youtu.be/abc",
            "duration", "12:05", "chapters",
            "0:00 Why we do this\n1:12 Notes and frames\n4:40 Comments\n7:03 "
            "Sharing it\n9:58 What is next") },
  { "link",
    "l2",
    { 388, 540, 326, 110 },
    FIELDS ("title",
            "A long title that goes over two lines on a card that is higher",
            "url", "https://bücher.example/") },
  { "link", "l3", { 388, 670, 288, 72 }, FIELDS ("url", "file:///etc/passwd") },
  { "unknown", "u1", { 746, 540, 130, 90 }, FIELDS (NULL) },
  { "text",
    "t2",
    { 900, 540, 300, 34 },
    FIELDS ("text", "Ideas for October", "font", "32", "color", "blue") },
  { "note",
    "n9",
    { 900, 610, 140, 140 },
    FIELDS ("color", "teal", "text",
            "Donaudampfschifffahrtsgesellschaftskapitän") },
  { "note",
    "n10",
    { 1060, 610, 140, 140 },
    FIELDS ("color", "grey", "text", "ملاحظة قصيرة للفريق") },
};

static void
set_fields (EwObject *object, const char *const *fields)
{
  for (guint i = 0; fields[i]; i += 2) {
    const EwField *field = ew_kind_find_field (object->kind, fields[i]);
    g_autoptr (GError) error = NULL;

    ew_field_from_text (field, &object->record, fields[i + 1], &error);
    g_assert_no_error (error);
  }
}

static EwObject *
make_object (const Sample *sample, guint index)
{
  const EwKind *kind = ew_kind_by_name (sample->kind);
  EwObject *object = ew_object_new (kind ? kind : &ew_kind_unknown, sample->id);
  g_autofree char *z = g_strdup_printf ("V%03u", index);

  if (!kind)
    ew_object_set_kind_name (object, "kanban");
  ew_string_set (&object->z, z);
  if (!ew_rect_is_empty (sample->box))
    ew_object_set_box (object, sample->box);
  set_fields (object, sample->fields);
  return object;
}

static EwObject *
make_thread (const char *about, guint n, bool resolved)
{
  EwAnchor anchor = { .object = ew_string_new (about), .spot = { 920, 60 } };
  EwMessage message = { .text = ew_string_new ("Could we say two days?"),
                        .author = ew_string_new ("Bo"),
                        .email = ew_string_new ("bo@example.org") };
  EwObject *thread = ew_thread_new (&anchor, &message);

  for (guint i = 1; i < n; i++) {
    g_autoptr (EwObject) old = thread;

    thread = ew_thread_reply (ew_thread_from_object (old), &message);
  }
  if (resolved) {
    g_autoptr (EwObject) old = thread;

    thread = ew_thread_resolve (ew_thread_from_object (old), true);
  }
  g_ref_string_release (anchor.object);
  g_ref_string_release (message.text);
  g_ref_string_release (message.author);
  g_ref_string_release (message.email);
  return thread;
}

static void
add_clash (EwObject *note)
{
  EwClash clash = { .member = ew_string_new ("text"),
                    .text = ew_string_new ("The other version") };

  note->clash = ew_map_with (NULL, &ew_clash_type, "0", &clash.record);
  g_ref_string_release (clash.member);
  g_ref_string_release (clash.text);
}

EwBoard *
sample_board_new (void)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_ptr_array_add (objects, make_object (&samples[i], i));
  for (guint i = 0; i < objects->len; i++) {
    if (g_str_equal (samples[i].id, "n3"))
      add_clash (g_ptr_array_index (objects, i));
  }
  g_ptr_array_add (objects, make_thread ("n5", 2, false));
  g_ptr_array_add (objects, make_thread ("s3", 120, false));
  g_ptr_array_add (objects, make_thread ("n2", 3, true));
  return ew_board_new_with ("sample", objects);
}
