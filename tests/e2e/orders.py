"""Three people, offline, on one note: one moves and recolours it, one rewrites
its text, one deletes the frame it lies in. In whatever order they sync, all end
with the same board, nothing is lost, and only what truly clashes is marked."""

import itertools
import shutil
from pathlib import Path

from people import Person, bare_remote, run

NAMES = ("Ana", "Bo", "Cem")


class Team:
    """Everybody has the board; nobody has done anything yet."""

    def __init__(self, base):
        self.remote = bare_remote(base)
        self.people = {name: Person(name, base) for name in NAMES}
        ana = self.people["Ana"]
        ana.cli("init", "--name", "Harbour Team")
        self.board = ana.cli("new-board", "Retro")
        self.frame = ana.cli("add", self.board, "frame", "title=To improve",
                             "pos=0,0", "size=600,600")
        self.note = ana.cli("add", self.board, "note", "pos=50,50",
                            "text=Reviews wait too long")
        ana.cli("remote", self.remote)
        ana.cli("sync")
        for name in NAMES[1:]:
            self.people[name].cli("clone", self.remote)

    def sync(self, names):
        for name in names:
            self.people[name].cli("sync")

    def settle_all(self):
        """Until everybody has everything. Returns the one board."""
        self.sync(("Bo", "Ana", "Cem", "Bo"))
        tips = {person.git("--git-dir", person.workspace, "rev-parse", "HEAD")
                for person in self.people.values()}
        assert len(tips) == 1, tips
        ana = self.people["Ana"]
        assert ana.json("check") == []
        return ana.objects(self.board)


def once_each():
    return list(itertools.permutations(NAMES))


def with_one_twice():
    """The first comes back before the last."""
    return [(a, b, a, c) for a, b, c in itertools.permutations(NAMES)]


def in_every_order(base, orders, work, check):
    """The same beginning for each order: a folder that is put back."""
    place, kept = Path(base) / "place", Path(base) / "kept"
    place.mkdir()
    team = Team(place)
    work(team)
    shutil.copytree(place, kept, symlinks=True)
    for order in orders:
        shutil.rmtree(place)
        shutil.copytree(kept, place, symlinks=True)
        team.sync(order)
        try:
            check(team, team.settle_all())
        except AssertionError as problem:
            raise AssertionError(f"in the order {order}: {problem}") from None


def all_three_at_once(base):
    def work(team):
        ana, bo, cem = team.people.values()
        ana.cli("set", team.board, team.note, "pos=320,240", "color=violet")
        bo.cli("set", team.board, team.note, "text=Reviews wait for days")
        cem.cli("remove", team.board, team.frame)

    def check(team, board):
        note = board[team.note]
        assert note["text"] == "Reviews wait for days"
        assert note["color"] == "violet"
        assert note["pos"] == [320 * 64, 240 * 64]
        assert note["parent"] == "" and team.frame not in board
        assert not note["clash"], note["clash"]

    in_every_order(base, once_each() + with_one_twice(), work, check)


def the_same_words_twice(base):
    def work(team):
        ana, bo, cem = team.people.values()
        ana.cli("set", team.board, team.note, "text=Ana’s own words")
        bo.cli("set", team.board, team.note, "text=Bo chose others")
        cem.cli("set", team.board, team.note, "color=green")

    def check(team, board):
        ana, bo, _ = team.people.values()
        assert board[team.note]["color"] == "green"
        [clash] = ana.json("resolve", team.board)
        assert clash["id"] == team.note and clash["member"] == "text"
        assert {clash["shown"], clash["other"]} == {"Ana’s own words",
                                                    "Bo chose others"}
        bo.cli("resolve", team.board, team.note, "both")
        settled = team.settle_all()
        assert "Ana’s own words" in settled[team.note]["text"]
        assert "Bo chose others" in settled[team.note]["text"]
        assert ana.json("resolve", team.board) == []

    in_every_order(base, once_each(), work, check)


def the_diary(base):
    """Whoever looks at the repository with git can read what happened."""
    team = Team(base)
    ana, bo, _ = team.people.values()
    bo.cli("comment", team.board, team.note, "Two working days?")
    bo.cli("sync")
    ana.cli("remove", team.board, team.frame)
    team.settle_all()
    lines = ana.git("--git-dir", team.remote, "log", "--format=%an|%s",
                    "main").splitlines()
    assert lines[:2] == ["Ana|Ana: 1 frame, 1 note in Retro",
                         "Bo|Bo: 1 comment in Retro"], lines
    told = [line["message"] for line in ana.json("log")]
    assert told[:2] == [line.split("|", 1)[1] for line in lines[:2]], told


run(all_three_at_once, the_same_words_twice, the_diary)
