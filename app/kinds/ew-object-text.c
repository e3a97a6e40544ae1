/* What follows from the text of an object: its box, and what can be pressed. */
#include "ew-kinds.h"

#include "ew-link-at.h"
#include "ew-markdown.h"
#include "ew-text-fit.h"

#include <math.h>
#include <string.h>

/* No text makes a box higher than this, px. */
#define GROWN_MAX 2400.0

static const char *
text_of (const EwObject *object)
{
  return ew_object_get_string (object, object->kind->text);
}

/* The height of @object's box that its text would fill, at the smallest size.
 */
static double
needed_height (const EwObject *object, EwTextSpot *spot)
{
  EwTextStyle style = spot->style;

  style.size_max = style.size_min;
  /* What is above the text is below it too. */
  return ew_text_measure (text_of (object), &style, spot->box.w).y +
         2 * (spot->box.y - ew_object_box (object).y);
}

/* The text of a line lies where the board's other objects want it. */
static bool
has_own_spot (const EwObject *object)
{
  return object->kind->text_spot && ew_kind_has (object->kind, EW_KIND_BOX);
}

static void
set_height (EwObject *object, double height)
{
  EwRect box = ew_object_box (object);

  box.h = height;
  ew_object_set_box (object, box);
}

/* Whether it is as high as it is because its own text was so long. */
static bool
has_grown (const EwObject *object)
{
  EwRect box = ew_object_box (object);
  EwTextSpot spot;

  if (box.h <= box.w)
    return false;
  object->kind->text_spot (object, NULL, &spot);
  return box.h <= ceil (MIN (needed_height (object, &spot), GROWN_MAX)) + 0.5;
}

static void
stretch (EwObject *object, const EwObject *before, EwTextSpot *spot)
{
  EwRect box = ew_object_box (object);
  double needed = ceil (MIN (needed_height (object, spot), GROWN_MAX));

  if (needed > box.h)
    set_height (object, needed);
  else if (before && needed < box.h && has_grown (before))
    set_height (object, MAX (needed, box.w));
}

void
ew_object_refit_text (EwObject *object, const EwObject *before)
{
  EwTextSpot spot = { 0 };

  g_return_if_fail (object != NULL);

  if (!has_own_spot (object))
    return;
  object->kind->text_spot (object, NULL, &spot);
  if (ew_kind_has (object->kind, EW_KIND_GROWS))
    set_height (object, needed_height (object, &spot));
  else if (spot.style.grows)
    stretch (object, before, &spot);
}

void
ew_object_fit_text (EwObject *object)
{
  ew_object_refit_text (object, NULL);
}

gssize
ew_object_tick_at (const EwObject *object, EwPoint point)
{
  g_auto (EwTextHit) hit = { -1, NULL };
  EwTextSpot spot = { 0 };

  g_return_val_if_fail (object != NULL, -1);

  /* Where a line has its text only the board knows. */
  if (!object->kind->text_spot || !ew_kind_has (object->kind, EW_KIND_BOX))
    return -1;
  object->kind->text_spot (object, NULL, &spot);
  ew_text_hit_find (text_of (object), &spot.style, spot.box,
                    ew_object_unturn (object, point), &hit);
  return hit.tick;
}

static void
tick_free (gpointer data)
{
  g_free (((EwTick *) data)->words);
  g_free (data);
}

static EwTick *
tick_new (const EwMarkdown *markdown, const EwMarkBox *box)
{
  const char *line = g_utf8_next_char (markdown->text + box->at);
  EwTick *tick = g_new (EwTick, 1);

  while (*line && *line != '\n' && g_unichar_isspace (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);
  *tick = (EwTick){ box->source, box->ticked,
                    g_strndup (line, strcspn (line, "\n")) };
  return tick;
}

/* Most text has no boxes, and is not looked at closely; of the others only what
 * is shown. */
static EwMarkdown *
parse_boxes (const EwObject *object)
{
  EwTextSpot spot = { 0 };
  const char *text;
  g_autofree char *shown = NULL;

  if (!object->kind->text_spot || !ew_kind_has (object->kind, EW_KIND_BOX))
    return NULL;
  object->kind->text_spot (object, NULL, &spot);
  text = text_of (object);
  if (!spot.style.markdown || !strchr (text, '['))
    return NULL;
  shown = g_utf8_substring (text, 0,
                            MIN (g_utf8_strlen (text, -1), EW_TEXT_SHOWN_MAX));
  return ew_markdown_parse (shown);
}

GPtrArray *
ew_object_ticks (const EwObject *object)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func (tick_free);
  g_autoptr (EwMarkdown) markdown = NULL;

  g_return_val_if_fail (object != NULL, ticks);

  markdown = parse_boxes (object);
  for (guint i = 0; markdown && i < markdown->boxes->len; i++)
    g_ptr_array_add (ticks, tick_new (markdown, &g_array_index (markdown->boxes,
                                                                EwMarkBox, i)));
  return ticks;
}

char *
ew_object_text_link_at (const EwObject *object, EwPoint point)
{
  g_auto (EwTextHit) hit = { -1, NULL };
  EwTextSpot spot = { 0 };

  if (!object->kind->text_spot || !ew_kind_has (object->kind, EW_KIND_BOX))
    return NULL;
  object->kind->text_spot (object, NULL, &spot);
  ew_text_hit_find (text_of (object), &spot.style, spot.box,
                    ew_object_unturn (object, point), &hit);
  return g_steal_pointer (&hit.url);
}
