#include "bad-board.h"

#include "ew-kinds.h"
#include "ew-string.h"

#include <math.h>
#include <string.h>

#define LONG_WORD 200000
#define MARKS 10000
#define CROWD 1000
#define FAR ((gint64) 1 << 40) /* px */
#define LONG_WAY 1000000.0 /* px */

/* --- Words -------------------------------------------------------------- */

static EwObject *
with_text (const char *kind, const char *field, const char *text)
{
  EwObject *object = ew_object_new (ew_kind_by_name (kind), NULL);

  ew_object_set_string (object, field, text);
  ew_object_set_box (object, (EwRect){ 0, 0, 160, 160 });
  return object;
}

/* In everything that has words. */
static void
say (GPtrArray *objects, const char *text)
{
  g_ptr_array_add (objects, with_text ("note", "text", text));
  g_ptr_array_add (objects, with_text ("text", "text", text));
  g_ptr_array_add (objects, with_text ("shape", "text", text));
  g_ptr_array_add (objects, with_text ("frame", "title", text));
  g_ptr_array_add (objects, with_text ("link", "title", text));
  g_ptr_array_add (objects, with_text ("file", "name", text));
  g_ptr_array_add (objects, with_text ("image", "alt", text));
  g_ptr_array_add (objects, with_text ("walkthrough", "chapters", text));
}

static char *
repeated (const char *piece, gsize n)
{
  GString *text = g_string_sized_new (strlen (piece) * n);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
add_long_word (GPtrArray *objects)
{
  g_autofree char *word = repeated ("w", LONG_WORD);

  say (objects, word);
}

static void
add_marks (GPtrArray *objects)
{
  /* Combining acute accents on one letter; joiners that show nothing. */
  g_autofree char *accents = repeated ("\xcc\x81", MARKS);
  g_autofree char *piled = g_strconcat ("a", accents, NULL);
  g_autofree char *joiners = repeated ("\xe2\x80\x8d", MARKS);

  say (objects, piled);
  say (objects, joiners);
}

static void
add_directions (GPtrArray *objects)
{
  /* Hebrew with English in it, and overrides that are never closed. */
  say (objects, "שלום world עולם 123 (abc) — كيف الحال");
  say (objects, "\xe2\x80\xae"
                "reversed \xe2\x81\xa7 isolated \xe2\x80\xad");
}

/* --- Places ------------------------------------------------------------- */

static EwObject *
line_between (EwPoint from, EwPoint to)
{
  EwObject *line = ew_object_new (&ew_kind_connector, NULL);
  EwAnchor ends[] = {
    { .object = (char *) "", .point = ew_coords_from_point (from) },
    { .object = (char *) "", .point = ew_coords_from_point (to) }
  };

  ew_field_set_anchor (ew_kind_find_field (line->kind, "from"), &line->record,
                       &ends[0]);
  ew_field_set_anchor (ew_kind_find_field (line->kind, "to"), &line->record,
                       &ends[1]);
  return line;
}

static void
add_dashes (GPtrArray *objects)
{
  const char *const routes[] = { "straight", "curved", "elbow" };

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    EwObject *line = line_between ((EwPoint){ -LONG_WAY / 2, 0 },
                                   (EwPoint){ LONG_WAY / 2, 40 });

    ew_object_set_string (line, "dash", "dashed");
    ew_object_set_string (line, "style", "dashed");
    ew_object_set_string (line, "route", routes[i]);
    g_ptr_array_add (objects, line);
  }
}

static void
add_everywhere (GPtrArray *objects, EwCoords pos, EwCoords size)
{
  for (guint i = 0; ew_kinds[i]; i++) {
    EwObject *object;

    if (!ew_kind_has (ew_kinds[i], EW_KIND_BOX))
      continue;
    object = ew_object_new (ew_kinds[i], NULL);
    object->pos = pos;
    object->size = size;
    g_ptr_array_add (objects, object);
  }
}

static void
add_far (GPtrArray *objects)
{
  const EwCoords size = { 6400, 6400 };
  const gint64 far = FAR * EW_UNITS_PER_PX;

  add_everywhere (objects, (EwCoords){ far, far }, size);
  add_everywhere (objects, (EwCoords){ -far, -far }, size);
  add_everywhere (objects, (EwCoords){ -far, 0 }, (EwCoords){ 2 * far, 6400 });
  g_ptr_array_add (objects,
                   line_between ((EwPoint){ -FAR, 0 }, (EwPoint){ FAR, FAR }));
}

static void
add_sizes (GPtrArray *objects)
{
  add_everywhere (objects, (EwCoords){ 0, 0 }, (EwCoords){ 0, 0 });
  add_everywhere (objects, (EwCoords){ 0, 0 }, (EwCoords){ -6400, -6400 });
  add_everywhere (objects, (EwCoords){ 0, 0 }, (EwCoords){ 6400, 0 });
  add_everywhere (objects, (EwCoords){ 0, 0 }, (EwCoords){ 1, -1 });
}

/* From a note to itself, from a line to itself, from nothing to nothing. */
static void
add_loops (GPtrArray *objects)
{
  EwObject *note = with_text ("note", "text", "Round and round");
  EwObject *line = ew_object_new (&ew_kind_connector, NULL);
  EwObject *own = ew_object_new (&ew_kind_connector, NULL);
  EwAnchor to_note = { .object = note->id, .spot = EW_SPOT_AUTO };
  EwAnchor to_own = { .object = own->id, .spot = EW_SPOT_AUTO };

  for (guint i = 0; i < 2; i++) {
    const char *field = i == 0 ? "from" : "to";

    ew_field_set_anchor (ew_kind_find_field (line->kind, field), &line->record,
                         &to_note);
    ew_field_set_anchor (ew_kind_find_field (own->kind, field), &own->record,
                         &to_own);
  }
  g_ptr_array_add (objects, note);
  g_ptr_array_add (objects, line);
  g_ptr_array_add (objects, own);
  g_ptr_array_add (objects,
                   line_between ((EwPoint){ 5, 5 }, (EwPoint){ 5, 5 }));
}

static void
add_crowd (GPtrArray *objects)
{
  for (guint i = 0; i < CROWD; i++)
    g_ptr_array_add (objects, with_text ("note", "text", "One of many"));
}

/* A picture that was never added, and names that are no names. */
static void
add_pictures (GPtrArray *objects)
{
  const char *const assets[] = {
    "",
    "../../etc/passwd",
    "0000000000000000000000000000000000000000000000000000000000000000.png",
  };

  for (guint i = 0; i < G_N_ELEMENTS (assets); i++)
    g_ptr_array_add (objects, with_text ("image", "asset", assets[i]));
}

/* --- All ---------------------------------------------------------------- */

static const struct {
  const char *name;
  void (*add) (GPtrArray *objects);
} all[] = {
  { "long word", add_long_word },   { "marks", add_marks },
  { "directions", add_directions }, { "dashes", add_dashes },
  { "far away", add_far },          { "sizes", add_sizes },
  { "loops", add_loops },           { "crowd", add_crowd },
  { "pictures", add_pictures },
};

const char *const bad_names[] = {
  "long word", "marks", "directions", "dashes",   "far away",
  "sizes",     "loops", "crowd",      "pictures", NULL,
};

GPtrArray *
bad_objects (const char *name)
{
  GPtrArray *objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (name, all[i].name))
      all[i].add (objects);
  g_assert_cmpuint (objects->len, >, 0);
  return objects;
}

GPtrArray *
bad_objects_all (void)
{
  GPtrArray *objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i].add (objects);
  return objects;
}
