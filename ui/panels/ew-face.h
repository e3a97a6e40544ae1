/* The face of a person: their picture, or a round of colour with their initial
 * until there is one.
 *
 * Pictures are decoded by the helper process off the main thread, once for the
 * whole program, small; one that cannot be shown leaves the initial. */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  EW_FACE_SMALL, /* beside a reply, in a list */
  EW_FACE_NORMAL,
  EW_FACE_LARGE, /* where it is all about them */
} EwFaceSize;

/* @name: what they sign with, or NULL.  A screen reader passes it over: the
 * name stands beside it. */
GtkWidget *ew_face_new (EwSession *session, const char *email, const char *name,
                        EwFaceSize size);
/* The same as a button, which opens what the person tells about themselves;
 * see ew-member-popover.h.  A screen reader says the name. */
GtkWidget *ew_face_button_new (EwSession *session, const char *email,
                               const char *name, EwFaceSize size);

G_END_DECLS
