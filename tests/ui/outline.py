"""The outline: what is on the board as a list, in step with the canvas."""

from desk import Desk, canvas, middle, run
from window import wait_until


def rows(window):
    """What the rows say, from the top."""
    return [it.name for it in
            window.all("list item",
                       within=window.find("list", "Outline"))]


def wait_rows(window, *beginnings):
    def fits():
        found = rows(window)
        return (len(found) == len(beginnings)
                and all(map(str.startswith, found, beginnings)))
    try:
        wait_until(fits, f"the rows {beginnings}")
    except AssertionError as vain:
        raise AssertionError(f"{vain}; there are {rows(window)}") from None


def it_follows_the_canvas(base):
    desk = Desk(base)
    desk.add("note", "text=First", "pos=0,-100", "size=100,100")
    with desk.open() as window:
        x, y = middle(window)
        window.key("ctrl+shift+o")
        wait_rows(window, "First")
        window.double_click(x, y + 150)
        window.type("Second")
        window.key("Escape")
        wait_rows(window, "First", "Second")
        window.key("Delete")
        wait_rows(window, "First")
        window.key("ctrl+z")
        wait_rows(window, "First", "Second")


def it_edits_the_canvas(base):
    desk = Desk(base)
    desk.add("note", "text=First", "pos=0,0", "size=100,100")
    with desk.open() as window:
        canvas(window)
        window.key("ctrl+shift+o")
        wait_rows(window, "First")
        window.key("Home", "F2", "ctrl+a")
        window.type("Reworded")
        window.key("Return")
        wait_rows(window, "Reworded")
        desk.texts_after(window, "Reworded")


def what_is_said_stands_below(base):
    desk = Desk(base)
    desk.add("walkthrough", "title=Our tour", "pos=0,0",
             "captions=0:01 Hello\n0:05 Goodbye")
    with desk.open() as window:
        canvas(window)
        window.key("ctrl+shift+o")
        wait_rows(window, "Our tour")
        window.key("Home", "Right")
        wait_rows(window, "Our tour", "0:01  Hello", "0:05  Goodbye")
        window.key("Down", "Down", "Return")
        window.find("button", "Close the Walkthrough")
        window.find("label", "Goodbye")


run(it_follows_the_canvas, it_edits_the_canvas, what_is_said_stands_below)
