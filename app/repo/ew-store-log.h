/* A commit as a version: for the files of this room. */
#pragma once

#include "ew-names.h"

/* Returns: (transfer full). */
EwVersion *ew_version_new (EwNames *names, const git_commit *commit);
