/* What elsewhen-decode answers, on its standard output.
 *
 *   elsewhen-decode SIDE < picture > pixels
 *
 * The picture, upright, its longer side at most SIDE px (0: as it is).  First
 * this head, then height × width pixels as cairo has them (ARGB32: alpha
 * multiplied in, in the machine's byte order), rows without a gap.  Fails, with
 * nothing said, when it cannot.
 *
 *   elsewhen-decode length < film > ms
 *
 * How long a film or a sound is, in decimal; its standard input must be a file.
 */
#pragma once

#include <glib.h>

typedef struct {
  guint32 magic;
  guint32 natural_width, natural_height; /* upright, as in the file */
  guint32 width, height; /* of what follows         */
} EwDecodeHead;

#define EW_DECODE_MAGIC 0x45575058u
