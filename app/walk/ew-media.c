#include "ew-media.h"

#include <string.h>

static const struct {
  const char *ending;
  gsize at;
  const char *mark;
  gsize length;
} marks[] = {
  { ".webm", 0, "\x1a\x45\xdf\xa3", 4 },
  { ".mp4", 4, "ftyp", 4 },
  { ".ogg", 0, "OggS", 4 },
  { ".flac", 0, "fLaC", 4 },
  { ".wav", 8, "WAVE", 4 },
  { ".mp3", 0, "ID3", 3 },
};

const char *
ew_media_ending (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].at + marks[i].length &&
        memcmp (data + marks[i].at, marks[i].mark, marks[i].length) == 0)
      return marks[i].ending;
  return NULL;
}
