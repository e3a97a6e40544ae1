/* Two people, one bare repository, one board with one note. */
#pragma once

#include "repo-fixture.h"

typedef struct {
  char *remote, *board;
  EwStore *ana, *bo;
  EwObject *note;
} Team;

void team_begin (Team *team);
void team_end (Team *team);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Team, team_end)

/* Until everybody has everything; both copies are sound and the same. */
void sync_all (Team *team);
/* One commit by Ana or Bo, whosever @store is. */
void edit_as (Team *team, EwStore *store, gint64 when, const EwObject *before,
              const EwObject *after);
