#!/usr/bin/env python3
"""What Orca says to somebody who works on a board without seeing it.

Orca runs as it does on a desktop, without a voice and without braille, and
writes down what it would say."""

import os
import re
import subprocess
import threading
from pathlib import Path

from desk import Desk, run
from window import cli, wait_until

# Orca takes its time to begin, and says things one after another.
LONG = 30


class Reader:
    """A running screen reader."""

    def __init__(self, base):
        self.said = []
        self.mark = 0
        # Into a file Orca would write by the page, to a terminal by the line.
        self.inner, outer = os.openpty()
        threading.Thread(target=self._listen, daemon=True).start()
        # It must not mind another Orca of this person, at another desk; and an
        # address where nobody answers keeps it from starting a speech daemon.
        alone = Path(base) / "pgrep"
        alone.write_text("#!/bin/sh\nexit 1\n")
        alone.chmod(0o755)
        silent = {**os.environ, "SPEECHD_ADDRESS": f"unix_socket:{base}/none",
                  "PATH": f"{base}:{os.environ['PATH']}"}
        # Its modules are its own.
        silent.pop("PYTHONPATH", None)
        self.process = subprocess.Popen(
            ["/usr/bin/orca", "-d", "braille", "-d", "braille-monitor",
             f"--debug-file={os.ttyname(outer)}"],
            env=silent, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.outer = outer

    def __enter__(self):
        try:
            self.hear("Screen reader on")
        except AssertionError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _listen(self):
        with open(self.inner, errors="replace") as lines:
            for line in lines:
                spoken = re.search(r"SPEECH OUTPUT: '(.*)'\s*\{", line)
                if spoken:
                    self.said.append(spoken[1])

    def hear(self, words):
        """Waits until something with these words is said, after what was heard
        before. Returns the whole of it."""
        def find():
            for number, line in enumerate(self.said[self.mark:], self.mark):
                if words in line:
                    self.mark = number + 1
                    return line
            return None
        try:
            return wait_until(find, f"Orca says “{words}”", LONG)
        except AssertionError as vain:
            raise AssertionError(
                f"{vain}; it said: {self.said[self.mark:]}") from None


def retro(base):
    desk = Desk(base)
    ideas = desk.add("frame", "pos=0,0", "size=700,500", "title=Ideas")
    desk.add("frame", "pos=800,0", "size=700,500", "title=To Do")
    desk.add("note", "pos=40,60", "text=Fix login flow", f"parent={ideas}")
    desk.add("note", "pos=300,60", "text=Pairing", "color=blue",
             f"parent={ideas}")
    return desk


def edits_and_moves_a_note(base):
    """Open a board, walk to a note, edit it, move it into another frame."""
    desk = retro(base)
    with Reader(base) as orca, desk.open() as window:
        window.key("Tab")
        orca.hear("Ideas, Frame, 2 objects, 1 of 2")
        window.key("Tab")
        orca.hear("Fix login flow, Yellow Sticky Note, 1 of 2 in Ideas")

        window.key("F2")
        orca.hear("Fix login flow")
        window.type("Mend the login")
        window.key("Escape")
        window.key("shift+Tab")
        orca.hear("Ideas, Frame, 2 objects, 1 of 2")
        window.key("Tab")
        orca.hear("Mend the login, Yellow Sticky Note, 1 of 2 in Ideas")

        window.key("ctrl+shift+m")
        orca.hear("Out of the Frame")
        window.key("Down", "Down")
        orca.hear("To Do")
        window.key("Return")
        orca.hear("Move Sticky Note into “To Do”")
        desk.texts_after(window, "Mend the login", "Pairing")
        frames = {it["title"]: id for id, it in desk.objects("frame").items()}
        parents = {it["text"]: it["parent"]
                   for it in desk.objects("note").values()}
        assert parents["Mend the login"] == frames["To Do"]


def says_what_was_done(base):
    desk = retro(base)
    with Reader(base) as orca, desk.open() as window:
        window.key("Tab", "End")
        orca.hear("To Do, Frame, 2 of 2")
        window.key("ctrl+Left")
        orca.hear("Ideas, Frame, 2 objects, 1 of 2")
        window.key("Right")
        orca.hear("Move Frame")
        window.key("ctrl+z")
        orca.hear("Undone: Move Frame")
        window.key("ctrl+shift+z")
        orca.hear("Redone: Move Frame")
        window.key("ctrl+a")
        orca.hear("4 objects selected")


def says_who_it_lines_up_with(base):
    """Moved by keys, where others see lines: once, when it gets there."""
    desk = Desk(base)
    desk.add("note", "pos=0,0", "size=100,100", "text=Login")
    desk.add("note", "pos=300,20", "size=100,100", "text=Sign up")
    with Reader(base) as orca, desk.open() as window:
        window.key("Tab", "End")
        orca.hear("Sign up, Yellow Sticky Note, 2 of 2")
        window.key("shift+Up")
        assert "Login" not in orca.hear("Move Sticky Note")
        window.key("shift+Up")
        orca.hear("Move Sticky Note, level with Login")
        window.key("Right")
        assert "Login" not in orca.hear("Move Sticky Note")


def answers_a_comment(base):
    """Open the thread of a note, hear what is said, answer."""
    desk = Desk(base)
    note = desk.add("note", "pos=0,0", "text=Fix login flow")
    bo = {"GIT_AUTHOR_NAME": "Bo Berg", "GIT_AUTHOR_EMAIL": "bo@example.org"}
    os.environ.update(bo)
    cli(desk.folder, "comment", desk.board, note, "Is it broken?")
    for name in bo:
        del os.environ[name]
    with Reader(base) as orca, desk.open() as window:
        window.key("Tab")
        orca.hear("Fix login flow, Yellow Sticky Note")
        window.key("Tab")
        orca.hear("Is it broken?")
        window.key("Return")
        orca.hear("on “Fix login flow”. Bo Berg: Is it broken?")
        orca.hear("Reply")
        window.type("It is")
        window.key("ctrl+Return")
        orca.hear("Reply: sent")
        desk.saved(window, lambda: len(cli(
            desk.folder, "threads", desk.board, as_json=True
        )[0]["messages"]) == 2, "the answer is saved")


run(edits_and_moves_a_note, says_what_was_done, says_who_it_lines_up_with,
    answers_a_comment)
