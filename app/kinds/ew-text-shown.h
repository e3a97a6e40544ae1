/* The part of a text that is laid out.
 *
 * What a file or a teammate wrote may be a word of 200 KB or a letter under ten
 * thousand accents; what is shown is neither. Private to this room. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
  char *text; /* valid UTF-8, at most EW_TEXT_SHOWN_MAX characters */
  bool endless; /* holds a word that must break anywhere */
} EwTextShown;

void ew_text_shown_init (EwTextShown *shown, const char *text);
/* Which byte of @text is shown at byte @at; -1 when none is. */
gssize ew_text_shown_source (const char *text, gsize at);
void ew_text_shown_clear (EwTextShown *shown);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwTextShown, ew_text_shown_clear)

G_END_DECLS
