/* What can go wrong, in the few ways a caller would treat differently.
 *
 * The message is a whole sentence for the person: what failed, which file and
 * line where there is one, and what to do.  libgit2's and GIO's errors are
 * turned into these in the function that met them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  EW_ERROR_FAILED, /* everything that has no better name             */
  EW_ERROR_USAGE, /* the caller asked for something that has no sense */
  EW_ERROR_NOT_FOUND, /* no such workspace, board, object, revision     */
  EW_ERROR_DAMAGED, /* data that cannot be read; nothing was written  */
  EW_ERROR_NEWER, /* written by a newer version; open read-only     */
  EW_ERROR_NO_IDENTITY, /* git knows no name and address yet              */
  EW_ERROR_NO_SPACE, /* the disk is full                               */
  EW_ERROR_DENIED, /* no permission here or on the remote            */
  EW_ERROR_OFFLINE, /* the remote cannot be reached now               */
  EW_ERROR_REFUSED, /* the remote said no                             */
  EW_ERROR_UNANSWERED, /* a password or a yes is needed, nobody was there */
  EW_ERROR_RACED, /* someone was faster, again and again            */
  EW_ERROR_CHOOSE, /* there are several; the caller says which      */
  EW_ERROR_REWRITTEN, /* the remote's history was replaced; ask       */
  EW_ERROR_CANCELLED,
} EwError;

#define EW_ERROR (ew_error_quark ())
GQuark ew_error_quark (void);

G_END_DECLS
