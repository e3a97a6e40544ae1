"""What sharing costs inside the program: elsewhen-bench-sync's lines as rows."""

import shutil
import subprocess

# At any size of board: the cost is that of what changed.
GOALS = {
    "commit ms": 10,
    "sync/git": 1,
    "merge 10+10 ms": 2,
    "pull pause ms": 16,
    "cancel ssh ms": 100,
    "cancel https ms": 100,
    "cancel fetch ms": 100,
}
ROWS = {
    "commit-ms": "commit ms",
    "sync-ms": "commit+sync ms",
    "git-ms": "the same by git ms",
    "sync/git": "sync/git",
    "merge-ms": "merge 10+10 ms",
    "merge+disk-ms": "merge and write ms",
    "pull-pause-ms": "pull pause ms",
    "cancel-ssh-ms": "cancel ssh ms",
    "cancel-https-ms": "cancel https ms",
    "cancel-fetch-ms": "cancel fetch ms",
}


def syncing(program, folder, table, size):
    """Puts rows for a board of @size notes into @table."""
    place = folder / f"sync-{size}"
    place.mkdir()
    said = subprocess.run([program, str(size), str(place)], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    found = dict(line.split() for line in said.splitlines())
    for name, row in ROWS.items():
        table.put(row, size, float(found[name]), 2)
    shutil.rmtree(place)
