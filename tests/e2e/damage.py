"""Boards that a stray hand, another tool or a newer version has been at: the
rest opens, what is wrong is named, nothing is overwritten, nothing crashes."""

import json
import shutil
from pathlib import Path

from people import Person, bare_remote, place, run


HOUSE = place()


class Board:
    """A shared board of ten notes, and a plain clone to spoil it with."""

    def __init__(self, base):
        self.ana = Person("Ana", base)
        self.remote = bare_remote(base)
        self.ana.cli("init")
        self.id = self.ana.cli("new-board", "Retro")
        self.notes = [self.ana.cli("add", self.id, "note", f"text=Note {n}")
                      for n in range(10)]
        self.ana.cli("remote", self.remote)
        self.ana.cli("sync")
        self.copy = self.ana.home / "copy"
        self.ana.git("clone", "-q", self.remote, self.copy)
        self.folder = self.copy / "boards" / self.id
        # The first is alone in its bucket: who spoils that loses no other.
        self.notes.sort(key=lambda note: sum(
            other in self.bucket_of(note).read_text() for other in self.notes))

    @classmethod
    def whole(cls):
        """The same at the beginning of every scenario. It takes a while to
        make, so it is made once; it stays at its place, because the copies know
        each other by their paths."""
        home, kept = Path(HOUSE.name) / "home", Path(HOUSE.name) / "kept"
        if not kept.exists():
            home.mkdir()
            cls.made = cls(home)
            shutil.copytree(home, kept, symlinks=True)
        shutil.rmtree(home)
        shutil.copytree(kept, home, symlinks=True)
        return cls.made

    def bucket_of(self, note):
        for path in (self.folder / "objects").iterdir():
            if note in path.read_text():
                return path
        raise AssertionError(f"no bucket holds {note}")

    def spoil(self, path, text):
        """Someone pushes this instead; Ana syncs."""
        if isinstance(text, str):
            text = text.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        self.ana.git("add", "-A", cwd=self.copy)
        self.ana.git("commit", "-qm", "By hand", cwd=self.copy)
        self.ana.git("push", "-q", cwd=self.copy)
        self.ana.cli("sync")

    def shown(self):
        done = self.ana.try_cli("show", self.id, "--json")
        assert done.returncode == 0, done.stderr
        return {it["id"]: it for it in json.loads(done.stdout)["objects"]}

    def faults(self):
        done = self.ana.try_cli("check", "--json")
        faults = json.loads(done.stdout)
        assert (done.returncode == 1) == bool(faults), done.stderr
        return faults

    def expect_damage(self, path, lost):
        """All but the lost notes are there; the file is named; the board can
        be read and not written; what was pushed stays as it is."""
        assert set(self.shown()) >= set(self.notes) - set(lost)
        name = str(path.relative_to(self.copy))
        named = [f for f in self.faults() if f["file"] == name]
        assert named and all(f["sentence"] for f in named), self.faults()
        before = path.read_bytes()
        sentence = self.ana.refused(1, "add", self.id, "note", "text=More")
        assert "read" in sentence, sentence
        self.ana.cli("sync")
        self.ana.git("pull", "-q", cwd=self.copy)
        assert path.read_bytes() == before
        return named


def cut_short(base):
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    text = path.read_text()
    board.spoil(path, text[:text.index(board.notes[0]) + 40])
    [fault, *_] = board.expect_damage(path, board.notes[:1])
    assert fault["line"] >= 1, fault


def nonsense(base):
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    board.spoil(path, "Dear board,\nhow are you?\n")
    board.expect_damage(path, board.notes[:1])


def binary(base):
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    board.spoil(path, bytes(range(256)) * 100)
    board.expect_damage(path, board.notes[:1])


def conflict_markers(base):
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    line = next(l for l in path.read_text().splitlines()
                if board.notes[0] in l)
    theirs = line.replace("Note 0", "Their note")
    board.spoil(path, path.read_text().replace(
        line, f"<<<<<<< HEAD\n{line}\n=======\n{theirs}\n>>>>>>> theirs"))
    named = board.expect_damage(path, [])
    assert any("conflict" in f["sentence"] for f in named), named


def duplicate_ids(base):
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    line = next(l for l in path.read_text().splitlines()
                if board.notes[0] in l)
    twin = line.replace("Note 0", "Twin")
    board.spoil(path, path.read_text().replace(line, f"{line}\n{twin}"))
    named = board.expect_damage(path, [])
    assert any(board.notes[0] in f["object"] for f in named), named


def deep_nesting(base):
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    board.spoil(path, path.read_text().replace(
        '"text":"Note 0"', '"text":"Note 0","x":' + "[" * 60000 + "]" * 60000))
    board.expect_damage(path, board.notes[:1])


def endless_word(base):
    """Not damage at all: a note may say anything."""
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    board.spoil(path, path.read_text().replace("Note 0", "x" * 200_000))
    assert len(board.shown()[board.notes[0]]["text"]) == 200_000
    assert board.faults() == []


def loose_ends(base):
    """A connector to nowhere and a frame in itself: drawn sensibly, named,
    and the board stays writable."""
    board = Board.whole()
    connector = board.ana.cli("add", board.id, "connector",
                              f"from={board.notes[0]}", f"to={board.notes[1]}")
    frame = board.ana.cli("add", board.id, "frame", "title=Round")
    board.ana.cli("sync")
    board.ana.git("pull", "-q", cwd=board.copy)
    path = board.bucket_of(frame)
    text = path.read_text()
    board.spoil(path, text.replace(f'"id":"{frame}","kind":"frame"',
                                   f'"id":"{frame}","kind":"frame",'
                                   f'"parent":"{frame}"'))
    path = board.bucket_of(connector)
    lines = path.read_text().splitlines()
    lines = [l.replace(board.notes[0], "nobody") if connector in l else l
             for l in lines]
    board.spoil(path, "\n".join(lines) + "\n")

    shown = board.shown()
    assert shown[frame]["parent"] == ""
    assert "pos" in shown[connector]["from"]
    named = {f["object"] for f in board.faults()}
    assert {frame, connector} <= named, named
    board.ana.cli("add", board.id, "note", "text=Still writable")


def newer_writer(base):
    board = Board.whole()
    path = board.folder / "board.json"
    text = path.read_text()
    assert '"min_writer":1' in text
    board.spoil(path, text.replace('"min_writer":1', '"min_writer":99'))
    assert len(board.shown()) == 10
    sentence = board.ana.refused(1, "add", board.id, "note")
    assert "newer" in sentence, sentence
    assert any(f["level"] == "newer" for f in board.faults())


def unknown_is_kept(base):
    """Members and kinds of a newer version survive our edits, byte for byte."""
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    extra = '"zz_new":{"a":[1,2],"b":"ü"}'
    board.spoil(path, path.read_text().replace(
        '"text":"Note 0"', f'"text":"Note 0",{extra}'))
    path2 = board.bucket_of(board.notes[1])
    if path2 != path:
        board.spoil(path2, "".join(
            line.replace('"kind":"note"', '"kind":"hologram"')
            if board.notes[1] in line else line
            for line in path2.read_text().splitlines(keepends=True)))
    hologram = next(line for line in path2.read_text().splitlines()
                    if board.notes[1] in line)
    board.ana.cli("set", board.id, board.notes[0], "color=blue")
    board.ana.cli("sync")
    board.ana.git("pull", "-q", cwd=board.copy)
    assert extra in path.read_text()
    assert '"color":"blue"' in path.read_text()
    assert hologram in path2.read_text().splitlines()


def hostile_tree(base):
    """Links out of the repository are neither followed nor written."""
    board = Board.whole()
    secret = Path(base) / "secret.json"
    secret.write_text('[{"bucket":"aa","format":1}\n]\n')
    (board.folder / "objects" / "aa.json").unlink(missing_ok=True)
    (board.folder / "objects" / "aa.json").symlink_to(secret)
    (board.copy / "boards" / "..evil").mkdir()
    board.spoil(board.copy / "boards" / "..evil" / "board.json", "{}")
    assert set(board.shown()) >= set(board.notes[1:])
    assert secret.read_text() == '[{"bucket":"aa","format":1}\n]\n'


def repair(base):
    """Repairing keeps what can be read; the broken version stays in git."""
    board = Board.whole()
    path = board.bucket_of(board.notes[0])
    broken = path.read_text() + "<<<<<<< HEAD\n"
    board.spoil(path, broken)
    board.expect_damage(path, [])
    board.ana.cli("repair", board.id)
    assert board.faults() == []
    assert set(board.shown()) == set(board.notes)
    board.ana.cli("add", board.id, "note", "text=And on")
    board.ana.cli("sync")
    board.ana.git("pull", "-q", cwd=board.copy)
    name = path.relative_to(board.copy)
    log = board.ana.git("log", "--format=%H", "--", name, cwd=board.copy)
    texts = [board.ana.git("show", f"{rev}:{name}", cwd=board.copy)
             for rev in log.split()]
    assert broken in texts


with HOUSE:
    run(cut_short, nonsense, binary, conflict_markers, duplicate_ids, deep_nesting,
        endless_word, loose_ends, newer_writer, unknown_is_kept, hostile_tree,
        repair)
