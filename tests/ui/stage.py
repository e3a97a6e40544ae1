"""Many boards in one window: each scenario has a board of its own, and the
window is opened once for all of them."""

import functools
import re
import sys
import tempfile
from pathlib import Path

from desk import run
from window import Window, cli, saved, wait_until


class Board:
    """One board with what it begins with, shown in the shared window. Its
    middle lies at (0, 0) of what was put on it, and its zoom is 100 %."""

    def __init__(self, folder, title, objects):
        self.folder = folder
        self.title = title
        self.id = cli(folder, "new-board", title)
        for kind, *fields in objects:
            cli(folder, "add", self.id, kind, *fields)

    def show(self, window):
        self.window = window
        window.click(*self.row())
        wait_until(lambda: window.canvas.name
                   == f"Canvas, {self.title}", f"{self.title} is shown")
        self.box = window.extents(window.canvas)
        self.middle = window.centre(window.canvas)

    def row(self):
        """Where its row is in the list of boards, brought into view."""
        window = self.window
        row = window.find("list item", self.title, window.boards)
        x, top, _, height = window.extents(window.canvas)

        def is_seen():
            return top + 60 < window.centre(row)[1] < top + height - 60

        if not is_seen():
            steps = 30 if window.centre(row)[1] > top + 60 else -30
            window.scroll(x - 100, top + height / 2, steps)
            wait_until(is_seen, f"the row of {self.title} is in sight")
        return window.centre(row)

    def at(self, x, y):
        """A place of the board, as it was shown first, on the screen."""
        return self.middle[0] + x, self.middle[1] + y

    def drag(self, start, end, **how):
        self.window.drag(self.at(*start), self.at(*end), **how)

    def click(self, x, y, **how):
        self.window.click(*self.at(x, y), **how)

    def all(self, kind=None):
        shown = cli(self.folder, "show", self.id, as_json=True)
        return [it for it in shown["objects"] if kind in (None, it["kind"])]

    def one(self, kind, **fields):
        return next((it for it in self.all(kind)
                     if all(it.get(name) == value
                            for name, value in fields.items())), None)

    def after(self, condition, what):
        """Saves, and waits until what is on the disk is so."""
        try:
            return saved(self.window, condition, what)
        except AssertionError as vain:
            raise AssertionError(f"{vain}; there is {self.all()}") from None

    def after_box(self, it, x, y, width=None, height=None):
        """Waits until an object stands there, in px."""
        def stands():
            now = self.one(it["kind"], id=it["id"])
            is_at = near(now["pos"], (x, y))
            return is_at and (width is None
                              or near(now["size"], (width, height)))
        self.after(stands, f"it is at {x}, {y}, {width} by {height}")

    def place(self, beginning):
        """Where an object is on the screen now."""
        return self.window.centre(self.window.find(
            "list item", lambda name: name.startswith(beginning),
            self.window.canvas))

    def after_place(self, beginning, x, y, slop=2):
        try:
            wait_until(lambda: near_by(self.place(beginning), (x, y), slop),
                       f"{beginning} is at {x}, {y} on the screen")
        except AssertionError as vain:
            raise AssertionError(
                f"{vain}, not {self.place(beginning)}") from None


def near_by(one, other, slop):
    return all(abs(a - b) <= slop for a, b in zip(one, other))


def near(coords, px):
    """Whether coordinates of the file, 1/64 px, are there."""
    return near_by([it / 64 for it in coords], px, 1.5)


SCENARIOS = []


def board(*objects):
    """What a scenario begins with."""
    def take(scenario):
        scenario.objects = objects
        SCENARIOS.append(scenario)
        return scenario
    return take


def note(text, x, y, *more):
    return ("note", f"text={text}", f"pos={x},{y}", "size=100,100", *more)


def selected(window):
    """Once something is: the bar above it shows."""
    return window.find("tool bar", "Selection", window.stage)


def on_its_board(scenario, boards, window):
    @functools.wraps(scenario)
    def on_stage(_base):
        board = boards[scenario.__name__]
        board.show(window)
        try:
            scenario(board, window)
        except BaseException:
            # For the next one: nothing held, nothing open.
            window.button_up()
            window.key("Escape", "Escape", "Escape")
            raise
    return on_stage


def play():
    """All of them, or those named on the command line."""
    wanted = [it for it in SCENARIOS
              if not sys.argv[1:] or it.__name__ in sys.argv[1:]]
    with tempfile.TemporaryDirectory(prefix="elsewhen-") as base:
        folder = Path(base) / "workspace"
        cli(folder, "init", "--name", "Harbour Team")
        boards = {it.__name__: Board(folder, re.sub("_", " ", it.__name__),
                                     it.objects) for it in wanted}
        with Window(folder, env={"LANGUAGE": "en_US"}) as window:
            # Found once: a search through the whole window costs a second.
            window.canvas = window.find("panel", lambda name:
                                        name.startswith("Canvas, "))
            window.stage = window.canvas.parent
            window.boards = window.find("list", "Boards")
            run(*(on_its_board(it, boards, window) for it in wanted))
