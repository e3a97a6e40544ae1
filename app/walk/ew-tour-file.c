#include "ew-tour-file.h"

#include "ew-error.h"
#include "ew-stills.h"
#include "ew-vtt.h"

#include <glib/gi18n-lib.h>

static bool
write_vtt (const EwFilm *film, const char *path, GCancellable *cancellable,
           GError **error)
{
  g_autofree char *text = ew_vtt_write (film->tour->captions);

  return g_file_set_contents (path, text, -1, error);
}

static bool
write_pages (const EwFilm *film, const char *path, GCancellable *cancellable,
             GError **error)
{
  const EwStills stills = { film->tour, film->board, film->images,
                            film->scheme };

  return ew_stills_write (&stills, path, cancellable, error);
}

static const struct {
  const char *ending, *type;
  bool (*write) (const EwFilm *film, const char *path,
                 GCancellable *cancellable, GError **error);
} forms[] = {
  [EW_TOUR_FILE_FILM] = { ".webm", "video/webm", ew_film_write },
  [EW_TOUR_FILE_PAGES] = { ".pdf", "application/pdf", write_pages },
  [EW_TOUR_FILE_CAPTIONS] = { ".vtt", "text/vtt", write_vtt },
};

const char *
ew_tour_form_ending (EwTourForm form)
{
  return forms[form].ending;
}

const char *
ew_tour_form_type (EwTourForm form)
{
  return forms[form].type;
}

bool
ew_tour_file_write (const EwFilm *film, const char *path,
                    GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_suffix (path, forms[i].ending))
      return forms[i].write (film, path, cancellable, error);
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” does not end in .vtt, .webm or .pdf."), path);
  return false;
}
