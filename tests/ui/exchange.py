"""What goes in and out of a window: from other programs, into them, and from
one workspace into another."""

import os
import subprocess
from pathlib import Path

from beside import drop, neighbour
from desk import Desk, canvas, middle, run
from window import PATIENCE, cli, saved, wait_until

HERE = Path(__file__).resolve().parent
PICTURES = HERE.parent / "data" / "pictures"


def one(desk, window, kind):
    # It is selected as soon as it is there.
    window.find("tool bar", "Selection")
    saved(window, lambda: len(desk.objects(kind)) == 1, f"one {kind} is saved")
    return next(iter(desk.objects(kind).values()))


def is_whole(desk):
    """Nothing that the objects mention is missing."""
    done = cli(desk.folder, "check", check=False)
    return done.returncode == 0 and "missing" not in done.stdout


def a_picture_is_pasted(base):
    desk = Desk(base)
    with neighbour("clipboard", "image/png", PICTURES / "harbour.png"), \
            desk.open() as window:
        canvas(window)
        window.key("ctrl+v")
        image = one(desk, window, "image")
        assert image["asset"].endswith(".png") and is_whole(desk)


def files_are_pasted(base):
    desk = Desk(base)
    plan = Path(base) / "plan.txt"
    plan.write_text("First the boats\n")
    with neighbour("clipboard", "files", PICTURES / "harbour.jpg", plan), \
            desk.open() as window:
        canvas(window)
        window.key("ctrl+v")
        assert one(desk, window, "image")["asset"].endswith(".jpg")
        assert one(desk, window, "file")["name"] == "plan.txt"
        assert is_whole(desk)


def a_table_becomes_a_grid(base):
    desk = Desk(base)
    table = "Mon\tTue\nBoats\tCranes\n"
    with neighbour("clipboard", "text", table), desk.open() as window:
        canvas(window)
        window.key("ctrl+v")
        desk.texts_after(window, "Mon", "Tue", "Boats", "Cranes")
        at = {it["text"]: it["pos"] for it in desk.objects("note").values()}
        assert at["Mon"][1] == at["Tue"][1] < at["Boats"][1], at
        assert at["Mon"][0] == at["Boats"][0] < at["Cranes"][0], at


def the_middle_button_pastes(base):
    desk = Desk(base)
    with neighbour("primary", "text", "Marked elsewhere"), \
            desk.open() as window:
        x, y = middle(window)
        window.drag((x, y), (x + 60, y), button=2)
        window.click(x, y, button=2)
        desk.texts_after(window, "Marked elsewhere")


def files_are_dropped(base):
    desk = Desk(base)
    with desk.open() as window:
        for _ in drop(window, ("files", PICTURES / "harbour.png")):
            window.focus()
            one(desk, window, "image")
        assert is_whole(desk)


def a_picture_is_dropped(base):
    desk = Desk(base)
    with desk.open() as window:
        for _ in drop(window, ("image/png", PICTURES / "harbour.png")):
            window.focus()
            one(desk, window, "image")
        assert is_whole(desk)


def words_are_dropped(base):
    desk = Desk(base)
    with desk.open() as window:
        for _ in drop(window, ("text", "Dragged along")):
            window.focus()
            desk.texts_after(window, "Dragged along")


# --- From one workspace into another ----------------------------------------


class Two:
    """Two workspaces, side by side in two windows of one program."""

    def __init__(self, base):
        os.mkdir(Path(base) / "other")
        self.here = Desk(base)
        self.there = Desk(Path(base) / "other")
        cli(self.here.folder, "add-file", self.here.board,
            PICTURES / "harbour.png")
        self.note = self.here.add("note", "text=Take me along",
                                  "pos=-60,300", "size=120,120")

    def open(self):
        self.window = self.here.open()
        self.left = self.window.id
        subprocess.run([os.environ["ELSEWHEN"], self.there.folder],
                       check=True, timeout=PATIENCE)
        self.right = wait_until(self._other, "the second window shows")
        for place, window in ((0, self.left), (640, self.right)):
            for args in (("windowsize", window, 640, 720),
                         ("windowmove", window, place, 0)):
                subprocess.run(["xdotool", args[0], "--sync",
                                *map(str, args[1:])], check=True,
                               timeout=PATIENCE)
        return self.window

    def _other(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid",
             str(self.window.process.pid), "--name", "Harbour"],
            capture_output=True, text=True, check=False).stdout.split()
        return next((it for it in found if it != self.left), None)

    def go(self, which):
        self.window.id = which
        self.window.focus()


def everything_is_copied_into_another_workspace(base):
    two = Two(base)
    with two.open() as window:
        two.go(two.left)
        window.key("ctrl+a", "ctrl+c")
        two.go(two.right)
        window.key("ctrl+v")
        image = one(two.there, window, "image")
        assert image["asset"] == next(
            iter(two.here.objects("image").values()))["asset"]
        assert two.there.texts() == ["Take me along"]
    assert is_whole(two.there)


def a_note_is_dragged_into_another_window(base):
    two = Two(base)
    with two.open() as window:
        two.go(two.left)
        # In the middle of its window, and from there to that of the other.
        window.key("End", "shift+2")
        window.find("tool bar", "Selection")
        window.drag((320, 384), (960, 384), steps=32)
        two.go(two.right)
        window.find("tool bar", "Selection")
        two.there.texts_after(window, "Take me along")
        assert two.here.texts() == ["Take me along"]
        note = two.here.objects("note")[two.note]
        two.go(two.left)
        window.key("ctrl+s")
        assert two.here.objects("note")[two.note]["pos"] == note["pos"]


def a_note_comes_back_into_its_window(base):
    two = Two(base)
    with two.open() as window:
        two.go(two.left)
        window.key("End", "shift+2")
        window.find("tool bar", "Selection")
        was = two.here.objects("note")[two.note]["pos"]
        left, top = place(window)
        window.move(320, 384)
        window.button_down()
        for x in (340, 500, 700, 960, 700, 500, 420):
            window.move(x, 384)
        window.button_up()
        # However far the board has scrolled while the pointer was at its edge.
        saved(window, lambda: two.here.objects("note")[two.note]["pos"] != was,
              "it was moved")
        wait_until(lambda: near(place(window), (left + 100, top)),
                   "it stands where the pointer left it")
        assert not two.there.objects("note")


def place(window):
    """Where the note is on the screen."""
    return window.centre(window.find(
        "list item", lambda name: name.startswith("Take me along")))


def near(one, other):
    return all(abs(a - b) <= 2 for a, b in zip(one, other))


run(a_picture_is_pasted, files_are_pasted, a_table_becomes_a_grid,
    the_middle_button_pastes, files_are_dropped, a_picture_is_dropped,
    words_are_dropped, everything_is_copied_into_another_workspace,
    a_note_is_dragged_into_another_window, a_note_comes_back_into_its_window)
