"""Draws the screenshots of the README and of the software catalogue: the same
board in daylight and by lamplight. Usage: shots.py FOLDER"""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from desk import canvas
from window import Window, cli

NOTES = [
    # text, colour, x, y
    ("Release on time, two weeks in a row", "green", 20, 20),
    ("Pairing across time zones", "blue", 200, 20),
    ("Short pre-reads before the call", "yellow", 20, 200),
    ("New tests found the sync bug", "green", 200, 200),
    ("Reviews wait too long", "red", 460, 20),
    ("Too many tools", "orange", 640, 20),
    ("Agree on a response time", "violet", 460, 240),
]


@contextlib.contextmanager
def written_by(name):
    os.environ["GIT_AUTHOR_NAME"] = name
    yield
    del os.environ["GIT_AUTHOR_NAME"]


class Board:
    """The retrospective of a team that never meets."""

    def __init__(self, folder):
        self.folder = folder
        cli(folder, "init", "--name", "Harbour Team")
        for title in ("Onboarding", "Roadmap 2027", "Website outline"):
            cli(folder, "new-board", title)
        self.id = cli(folder, "new-board", "Retro October")
        self.notes = {}
        self.share()
        self.fill()

    def share(self):
        remote = self.folder.parent / "team.git"
        subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
        cli(self.folder, "remote", remote)
        cli(self.folder, "sync")

    def add(self, kind, **fields):
        return cli(self.folder, "add", self.id, kind,
                   *(f"{name}={value}" for name, value in fields.items()))

    def fill(self):
        well = self.add("frame", title="What went well", pos="0,0",
                        size="380,480")
        better = self.add("frame", title="What to improve", pos="440,0",
                          size="380,480")
        for text, color, x, y in NOTES:
            self.notes[text] = self.add(
                "note", text=text, color=color, pos=f"{x},{y}",
                size="160,160", parent=well if x < 400 else better)
        self.add("walkthrough", title="How the release went", duration="4:12",
                 url="https://example.org/release", pos="20,384",
                 size="340,76", parent=well,
                 chapters="0:00 Plan\n0:38 What we tried\n2:40 Numbers")
        self.add("link", title="Our review agreement", pos="460,412",
                 url="https://example.org/agreement", size="340,56",
                 parent=better)
        self.connect("Reviews wait too long", "Agree on a response time")
        self.discuss()

    def connect(self, start, end):
        cli(self.folder, "add", self.id, "connector",
            f"from={self.notes[start]}", f"to={self.notes[end]}")

    def discuss(self):
        note = self.notes["Reviews wait too long"]
        with written_by("Bo Winter"):
            thread = cli(self.folder, "comment", self.id, note,
                         "Could we say two working days, and write it down "
                         "where we assign?")
        cli(self.folder, "reply", self.id, thread,
            "Yes. I’ll add it to the agreement.")


def place_of(window, text):
    """Where the note is, by its place on the board that is shown whole."""
    _, _, x, y = next(note for note in NOTES if note[0] == text)
    left, top, width, height = window.extents(canvas(window, "Retro October"))
    zoom = float(window.find("button", lambda name: name.startswith("Zoom ")
                             and name.endswith("%")).name[5:-2]) / 100
    return (left + width / 2 + (x + 60 - 410) * zoom,
            top + height / 2 + (y + 60 - 240) * zoom)


def shoot(folder, workspace, name, scheme):
    with Window(workspace, env={"ADW_DEBUG_COLOR_SCHEME": scheme}) as window:
        window.find("list item", "Retro October")
        window.click(*window.centre(window.find("list item",
                                                "Retro October")))
        canvas(window, "Retro October")
        window.find("list item", lambda text: "two working days" in text)
        window.click(*place_of(window, "Reviews wait too long"))
        window.find("tool bar", "Selection")
        x, y, width, height = window.extents(canvas(window, "Retro October"))
        window.move(x + width // 2, y + height - 100)
        window.screenshot(Path(folder) / f"{name}.png")


def main():
    with tempfile.TemporaryDirectory(prefix="elsewhen-") as base:
        workspace = Path(base) / "workspace"
        Board(workspace)
        shoot(sys.argv[1], workspace, "light", "prefer-light")
        shoot(sys.argv[1], workspace, "dark", "prefer-dark")


main()
