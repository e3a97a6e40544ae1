/* A walkthrough as a file for those who have no board: the ending of its name
 * says which. */
#pragma once

#include "ew-film.h"

G_BEGIN_DECLS

typedef enum {
  EW_TOUR_FILE_FILM, /* .webm: see ew-film.h */
  EW_TOUR_FILE_PAGES, /* .pdf: see ew-stills.h */
  EW_TOUR_FILE_CAPTIONS, /* .vtt: see ew-vtt.h */
  EW_TOUR_FILE_N_FORMS,
} EwTourForm;

/* ".webm". */
const char *ew_tour_form_ending (EwTourForm form);
/* "video/webm". */
const char *ew_tour_form_type (EwTourForm form);

/* Writes what @film says to @path; EW_ERROR_USAGE when that ends in nothing
 * that can be written.  @path is whole or as it was.  Blocks: call it on a
 * worker. */
bool ew_tour_file_write (const EwFilm *film, const char *path,
                         GCancellable *cancellable, GError **error);

G_END_DECLS
