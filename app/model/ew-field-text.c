/* Fields as people type them: FIELD=VALUE. */
#include "ew-field.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-set.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define INT_MAX_EXACT ((G_GINT64_CONSTANT (1) << 53) - 1)
#define PX_MAX (INT_MAX_EXACT / EW_UNITS_PER_PX)

static char *
px_to_text (gint64 units)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  /* 1/64 has six decimals, so this is exact. */
  g_ascii_formatd (digits, sizeof digits, "%.6f",
                   units / (double) EW_UNITS_PER_PX);
  char *end = digits + strlen (digits);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  return g_strdup (digits);
}

static char *
coords_to_text (EwCoords coords)
{
  g_autofree char *x = px_to_text (coords.x);
  g_autofree char *y = px_to_text (coords.y);
  return g_strconcat (x, ",", y, NULL);
}

static char *
anchor_to_text (const EwAnchor *anchor)
{
  if (*anchor->object == '\0')
    return coords_to_text (anchor->point);
  if (ew_anchor_is_auto (anchor))
    return g_strdup (anchor->object);
  return g_strdup_printf ("%s@%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT,
                          anchor->object, anchor->spot.x, anchor->spot.y);
}

char *
ew_field_to_text (const EwField *field, const EwRecord *record)
{
  switch (field->type) {
  case EW_FIELD_INT:
    return g_strdup_printf ("%" G_GINT64_FORMAT,
                            ew_field_get_int (field, record));
  case EW_FIELD_BOOL:
    return g_strdup (ew_field_get_bool (field, record) ? "true" : "false");
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    return g_strdup (ew_field_get_string (field, record));
  case EW_FIELD_COORDS:
    return coords_to_text (ew_field_get_coords (field, record));
  case EW_FIELD_ANCHOR:
    return anchor_to_text (ew_field_get_anchor (field, record));
  case EW_FIELD_SET:
    return ew_set_to_text (ew_field_get_map (field, record));
  case EW_FIELD_MAP:
    return NULL;
  }
  g_return_val_if_reached (NULL);
}

/* Gives @error the sentence; false for `return`. */
static bool
refuse (const EwField *field, const char *text, const char *expected,
        GError **error)
{
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               /* Translators: %s are a field, what was typed, and what would
                * be right, as in: pos cannot be “12”: X,Y in pixels … */
               _ ("%s cannot be “%s”: %s is expected."), field->name, text,
               expected);
  return false;
}

static bool
parse_px (const char *text, gint64 *units)
{
  char *end = NULL;
  double px = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (px) || fabs (px) > PX_MAX)
    return false;
  *units = (gint64) round (px * EW_UNITS_PER_PX);
  return true;
}

static bool
parse_coords (const char *text, EwCoords *coords)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  return g_strv_length (parts) == 2 && parse_px (parts[0], &coords->x) &&
         parse_px (parts[1], &coords->y);
}

static bool
parse_spot (const char *text, EwCoords *spot)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  return g_strv_length (parts) == 2 &&
         g_ascii_string_to_signed (parts[0], 10, 0, 1000, &spot->x, NULL) &&
         g_ascii_string_to_signed (parts[1], 10, 0, 1000, &spot->y, NULL);
}

static bool
set_anchor (const EwField *field, EwRecord *record, const char *text,
            GError **error)
{
  EwAnchor anchor = { .object = (char *) "", .spot = EW_SPOT_AUTO };

  if (!parse_coords (text, &anchor.point)) {
    g_auto (GStrv) parts = g_strsplit (text, "@", 2);
    if (parts[0] == NULL || !ew_id_is_valid (parts[0]) ||
        (parts[1] && !parse_spot (parts[1], &anchor.spot)))
      return refuse (field, text, _ ("an object’s id, ID@X,Y or X,Y"), error);
    anchor.object = parts[0];
    ew_field_set_anchor (field, record, &anchor);
    return true;
  }
  ew_field_set_anchor (field, record, &anchor);
  return true;
}

static bool
set_bool (const EwField *field, EwRecord *record, const char *text,
          GError **error)
{
  if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
    return refuse (field, text, _ ("true or false"), error);
  ew_field_set_bool (field, record, strcmp (text, "true") == 0);
  return true;
}

static bool
set_int (const EwField *field, EwRecord *record, const char *text,
         GError **error)
{
  gint64 value;
  if (!g_ascii_string_to_signed (text, 10, -INT_MAX_EXACT, INT_MAX_EXACT,
                                 &value, NULL))
    return refuse (field, text, _ ("a whole number"), error);
  ew_field_set_int (field, record, value);
  return true;
}

static bool
set_coords (const EwField *field, EwRecord *record, const char *text,
            GError **error)
{
  EwCoords coords;
  if (!parse_coords (text, &coords))
    return refuse (field, text, _ ("X,Y in pixels"), error);
  ew_field_set_coords (field, record, coords);
  return true;
}

static bool
set_string (const EwField *field, EwRecord *record, const char *text,
            GError **error)
{
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("%s is not valid UTF-8 text."), field->name);
    return false;
  }
  if (field->type == EW_FIELD_STRING && strpbrk (text, "\r\n"))
    return refuse (field, text, _ ("one line"), error);
  if (field->type == EW_FIELD_REF && *text && !ew_id_is_valid (text))
    return refuse (field, text, _ ("an object’s id"), error);
  ew_field_set_string (field, record, text);
  return true;
}

static bool
set_set (const EwField *field, EwRecord *record, const char *text,
         GError **error)
{
  if (!g_utf8_validate (text, -1, NULL) || strpbrk (text, "\r\n"))
    return refuse (field, text, _ ("words with commas between them"), error);
  ew_field_take_map (field, record, ew_set_from_text (text));
  return true;
}

bool
ew_field_from_text (const EwField *field, EwRecord *record, const char *text,
                    GError **error)
{
  switch (field->type) {
  case EW_FIELD_INT:
    return set_int (field, record, text, error);
  case EW_FIELD_BOOL:
    return set_bool (field, record, text, error);
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    return set_string (field, record, text, error);
  case EW_FIELD_COORDS:
    return set_coords (field, record, text, error);
  case EW_FIELD_ANCHOR:
    return set_anchor (field, record, text, error);
  case EW_FIELD_SET:
    return set_set (field, record, text, error);
  case EW_FIELD_MAP:
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("%s cannot be set as one value."), field->name);
    return false;
  }
  g_return_val_if_reached (false);
}
