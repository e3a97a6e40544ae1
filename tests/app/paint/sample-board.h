/* A board with every kind on it, for pictures. */
#pragma once

#include "ew-board.h"

/* Returns: (transfer full). */
EwBoard *sample_board_new (void);
