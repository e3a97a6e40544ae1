"""Commit, sync and merge, through the command line as a script would, beside
the git program doing the same with the same files."""

import json
import shutil
import statistics
import subprocess
import time

TIMES = 3


def _timed(do):
    begin = time.monotonic()
    do()
    return (time.monotonic() - begin) * 1000


def _git(folder, *args):
    subprocess.run(["git", "-C", str(folder), "-c", "user.name=Bench",
                    "-c", "user.email=bench@example.org", *args], check=True,
                   capture_output=True)


def _median(do):
    return statistics.median(_timed(lambda i=i: do(i)) for i in range(TIMES))


class _Desk:
    """One person's workspace, by the command line."""

    def __init__(self, cli, folder):
        self.cli, self.folder = cli, folder

    def do(self, *args):
        done = subprocess.run([self.cli, "--workspace", str(self.folder), *args],
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{args}: {done.stderr.strip()}"
        return done.stdout.strip()

    def notes(self, count):
        """Ids of the first notes of the one board."""
        text = self.do("show", "Bench", "--json")
        found = json.loads(text)
        objects = found["objects"] if isinstance(found, dict) else found
        return [it["id"] for it in objects if it["kind"] == "note"][:count]

    def recolor(self, ids, color):
        for note in ids:
            self.do("set", "Bench", note, f"color={color}")


def _by_git(remote, folder, table, size):
    """What people without the program would do: a checkout, one line changed,
    add, commit, push."""
    checkout = folder / f"checkout-{size}"
    subprocess.run(["git", "clone", "-q", str(remote), str(checkout)],
                   check=True, capture_output=True)
    bucket = next(it for it in checkout.glob("boards/*/objects/*.json")
                  if '"kind":"note"' in it.read_text())

    def push(i):
        text = bucket.read_text()
        bucket.write_text(text.replace('"kind":"note"',
                                       f'"kind":"note","bench":{i}', 1))
        _git(checkout, "add", "-A")
        _git(checkout, "commit", "-q", "-m", f"Change {i}")
        _git(checkout, "push", "-q")

    table.put("git add+commit+push ms", size, _median(push), 0)
    shutil.rmtree(checkout)


def sharing(cli, workspace, folder, table, size):
    """Puts rows for a board of @size notes into @table."""
    remote = folder / f"remote-{size}.git"
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    ana, bo = _Desk(cli, workspace), _Desk(cli, folder / f"bo-{size}")
    ana.do("remote", str(remote))
    ana.do("sync")
    notes = ana.notes(20)
    _put_cost_of_a_change(ana, notes, table, size)
    bo.do("clone", str(remote))
    _put_merge(ana, bo, notes, table, size)
    _by_git(remote, folder, table, size)
    shutil.rmtree(remote)
    shutil.rmtree(bo.folder)


def _put_cost_of_a_change(desk, notes, table, size):
    """A whole run of the command line each: start, read, write, end."""
    colors = ["red", "green", "blue", "yellow"]
    desk.recolor(notes[:1], "purple")
    table.put("cli status ms", size, _median(lambda i: desk.do("status")), 0)
    table.put("cli set+commit ms", size, _median(
        lambda i: (desk.recolor(notes[:1], colors[i]), desk.do("commit"))), 0)

    def change_and_sync(i):
        desk.recolor(notes[:1], colors[i + 1])
        desk.do("sync")

    table.put("cli set+sync ms", size, _median(change_and_sync), 0)


def _put_merge(ana, bo, notes, table, size):
    half = len(notes) // 2
    ana.recolor(notes[:half], "orange")
    bo.recolor(notes[half:], "grey")
    ana.do("sync")
    table.put(f"cli sync {half}+{half} ms", size,
              _timed(lambda: bo.do("sync")), 0)
