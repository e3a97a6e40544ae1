#include "team.h"

void
team_begin (Team *team)
{
  g_autofree char *tip = NULL;
  EwSyncResult result;

  team->remote = new_remote ();
  team->ana = join (team->remote);
  author_is ("Ana", 1700000000);
  team->board = new_board (team->ana, "Retro");
  team->note = note (NULL, "Ship it");
  tip = put (team->ana, team->board, NULL, team->note);
  result = sync_now (team->ana);
  g_assert_cmpuint (result.published, ==, 3);
  ew_sync_result_clear (&result);
  team->bo = join (team->remote);
}

void
team_end (Team *team)
{
  g_free (team->remote);
  g_free (team->board);
  ew_store_free (team->ana);
  ew_store_free (team->bo);
  ew_object_unref (team->note);
}

void
sync_all (Team *team)
{
  EwStore *turns[] = { team->ana, team->bo, team->ana };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++) {
    EwSyncResult result = sync_now (turns[i]);

    ew_sync_result_clear (&result);
  }
  assert_same_tip (team->ana, team->bo);
  assert_sound (team->ana);
  assert_sound (team->bo);
}

void
edit_as (Team *team, EwStore *store, gint64 when, const EwObject *before,
         const EwObject *after)
{
  g_autofree char *tip = NULL;

  author_is (store == team->ana ? "Ana" : "Bo", when);
  tip = put (store, team->board, before, after);
}
