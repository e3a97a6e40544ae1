#include "ew-describe.h"

#include "ew-palette.h"
#include "ew-reaction.h"
#include "ew-string.h"
#include "ew-thread.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody listens to more of one object on the way past it. */
#define LONGEST 280
#define SHORT 40

static char *
one_line (const char *text, gsize max)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **word = words; *word != NULL && line->len < 4 * max; word++)
    if (**word != '\0')
      g_string_append_printf (line, line->len > 0 ? " %s" : "%s", *word);
  return ew_string_excerpt (line->str, max);
}

static const char *
kind_title (const EwObject *object)
{
  return g_dgettext (GETTEXT_PACKAGE, object->kind->title);
}

/* --- What lines hold together -------------------------------------------- */

static void
collect_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  g_ptr_array_add (data, (gpointer) anchor);
}

/* Its words, or what kind of thing it is; never what it is tied to, so that
 * lines tied to lines come to an end. */
static char *
name_end (const EwBoard *board, const EwAnchor *anchor)
{
  const EwObject *end =
      *anchor->object ? ew_board_get (board, anchor->object) : NULL;
  g_autofree char *text = end != NULL ? ew_object_to_text (end) : NULL;
  g_autofree char *line = NULL;

  if (text == NULL)
    return g_strdup (_ ("a free end"));
  line = one_line (text, SHORT);
  return g_strdup_printf (_ ("“%s”"), line);
}

static char *
describe_ends (const EwBoard *board, const EwObject *object)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  ew_object_each_anchor (object, collect_cb, anchors);
  if (anchors->len < 2)
    return NULL;
  from = name_end (board, anchors->pdata[0]);
  to = name_end (board, anchors->pdata[1]);
  /* Translators: the two ends of a line: “Idea” or “a free end”. */
  return g_strdup_printf (_ ("from %s to %s"), from, to);
}

/* --- Comments ------------------------------------------------------------ */

guint
ew_describe_comments (const EwBoard *board, const EwObject *object)
{
  g_autoptr (GPtrArray) tied = ew_board_tied_to (board, object->id);
  guint n = 0;

  for (guint i = 0; i < tied->len; i++) {
    const EwThread *thread = ew_thread_from_object (tied->pdata[i]);

    n += thread != NULL && !thread->resolved;
  }
  return n;
}

/* “Comment by Ana on “Idea””; NULL when it is no comment. */
static char *
describe_thread (const EwBoard *board, const EwObject *object)
{
  const EwThread *thread = ew_thread_from_object (object);
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *subject = NULL;
  const EwMessage *first;

  if (thread == NULL)
    return NULL;
  messages = ew_thread_messages (thread);
  first = messages->len > 0 ? messages->pdata[0] : NULL;
  if (first == NULL)
    return NULL;
  if (*thread->anchor.object == '\0')
    return g_strdup_printf (_ ("comment by %s"), first->author);
  subject = name_end (board, &thread->anchor);
  return g_strdup_printf (_ ("comment by %s on %s"), first->author, subject);
}

/* --- The parts of the name ----------------------------------------------- */

static const char *
color_of (const EwObject *object)
{
  const EwField *field = ew_kind_find_field (object->kind, "color");
  const char *color;

  if (field == NULL || field->choices == NULL)
    return NULL;
  if (ew_kind_has (object->kind, EW_KIND_LINE) &&
      ew_field_is_default (field, &object->record))
    return NULL;
  color = ew_field_get_string (field, &object->record);
  return *color != '\0' ? g_dgettext (GETTEXT_PACKAGE, ew_color_title (color))
                        : NULL;
}

/* “yellow sticky note by Ana” */
static char *
describe_kind (const EwBoard *board, const EwObject *object, const char *author)
{
  const char *color = color_of (object);
  g_autofree char *thing = describe_thread (board, object);

  if (thing != NULL)
    return g_steal_pointer (&thing);
  if (color != NULL) {
    /* Translators: a colour and a kind: “Yellow Sticky Note”. */
    thing = g_strdup_printf (_ ("%1$s %2$s"), color, kind_title (object));
  } else {
    thing = g_strdup (kind_title (object));
  }
  if (author == NULL || *author == '\0')
    return g_steal_pointer (&thing);
  /* Translators: “Yellow Sticky Note by Ana”. */
  return g_strdup_printf (_ ("%1$s by %2$s"), thing, author);
}

static void
add (GString *name, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (name, name->len > 0 ? ", %s" : "%s", part);
}

static void
add_count (GString *name, guint n, const char *one, const char *many)
{
  g_autofree char *part = NULL;

  if (n == 0)
    return;
  part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, one, many, n), n);
  add (name, part);
}

/* “👍 Ana, Bo” */
static void
add_reactions (GString *name, const EwBoard *board, const EwObject *object)
{
  g_autoptr (GArray) chips = ew_reaction_chips (object, board, NULL);

  for (guint i = 0; chips != NULL && i < chips->len; i++) {
    const char *emoji = g_array_index (chips, EwReactionChip, i).emoji;
    g_autofree char *who = ew_reaction_names (object, emoji);
    g_autofree char *excerpt = ew_string_excerpt (who, LONGEST);
    g_autofree char *part = g_strdup_printf ("%s %s", emoji, excerpt);

    add (name, part);
  }
}

static void
add_extent (GString *name, const EwObject *object)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);
  g_autofree char *extent = walk != NULL ? ew_walkthrough_extent (walk) : NULL;

  add (name, extent);
}

static void
add_state (GString *name, const EwBoard *board, const EwObject *object)
{
  add_count (name, ew_describe_comments (board, object), N_ ("%u comment"),
             N_ ("%u comments"));
  add_reactions (name, board, object);
  if (object->locked)
    add (name, _ ("locked"));
  if (*object->group != '\0')
    add (name, _ ("in a group"));
  if (ew_map_size (object->clash) > 0)
    add (name, _ ("there is another version of its text"));
}

static void
add_place (GString *name, const EwBoard *board, const EwReadingOrder *order,
           const EwObject *object)
{
  const EwObject *owner =
      *object->parent ? ew_board_get (board, object->parent) : NULL;
  g_autofree char *part = NULL;
  g_autofree char *title = NULL;
  guint place, of;

  if (order == NULL || !ew_reading_order_place (order, object->id, &place, &of))
    return;
  if (owner == NULL) {
    /* Translators: a place among others, as in “3 of 12”. */
    part = g_strdup_printf (_ ("%1$u of %2$u"), place, of);
  } else {
    title = ew_describe_short (board, owner, SHORT);
    /* Translators: a place in a frame: “3 of 12 in Ideas”. */
    part = g_strdup_printf (_ ("%1$u of %2$u in %3$s"), place, of, title);
  }
  add (name, part);
}

/* What is written on it; NULL when nothing is.  What is said in a walkthrough
 * takes minutes to hear, and is heard when it is played. */
static char *
own_words (const EwObject *object, gsize max)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);
  g_autofree char *text = NULL;

  if (object->kind->text != NULL && object->kind->link == NULL &&
      *ew_object_get_string (object, object->kind->text) == '\0')
    return NULL;
  text =
      walk != NULL ? ew_walkthrough_title (walk) : ew_object_to_text (object);
  return one_line (text, max);
}

char *
ew_describe (const EwBoard *board, const EwReadingOrder *order,
             const EwObject *object, const char *author)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *ends = NULL;

  g_return_val_if_fail (board != NULL && object != NULL, NULL);

  words = own_words (object, LONGEST);
  kind = describe_kind (board, object, author);
  if (ew_kind_has (object->kind, EW_KIND_LINE))
    ends = describe_ends (board, object);

  if (words != NULL && strcmp (words, kind_title (object)) != 0)
    add (name, words);
  add (name, kind);
  add (name, ends);
  add_extent (name, object);
  if (order != NULL)
    add_count (name, ew_reading_order_count (order, object->id),
               N_ ("%u object"), N_ ("%u objects"));
  add_state (name, board, object);
  add_place (name, board, order, object);
  return g_strdup (name->str);
}

char *
ew_describe_short (const EwBoard *board, const EwObject *object, gsize max)
{
  g_autofree char *words = NULL;
  g_autofree char *ends = NULL;

  g_return_val_if_fail (board != NULL && object != NULL, NULL);

  words = own_words (object, max);
  if (words != NULL && *words != '\0')
    return g_steal_pointer (&words);
  if (ew_kind_has (object->kind, EW_KIND_LINE))
    ends = describe_ends (board, object);
  if (ends == NULL)
    return g_strdup (kind_title (object));
  /* Translators: a kind and its ends: “Connector from “A” to “B””. */
  return g_strdup_printf (_ ("%1$s %2$s"), kind_title (object), ends);
}
