"""Reactions: by key and by pointer, mine and those of others, and taken back."""

import os

from desk import Desk, canvas, middle, run, written_by
from window import cli, wait_until


def reactions(desk, note):
    return sorted(desk.objects()[note].get("reactions", {}))


def shot(window, name):
    if os.environ.get("SHOTS"):
        window.screenshot(f"{os.environ['SHOTS']}/{name}.png")


def wait_name(window, part, there=True):
    """Until the note on the canvas says this of itself, or no longer does."""
    wait_until(lambda: window.has("list item", lambda name: part in name,
                                  canvas(window)) == there,
               f"“{part}” is {'said' if there else 'no longer said'}")


def by_key(base):
    desk = Desk(base)
    note = desk.add("note", "text=Ship it", "pos=0,0", "size=200,200")
    with desk.open() as window:
        canvas(window)
        wait_name(window, "Ship it")
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("ctrl+e")
        first = window.find("button", "Thumbs Up")
        wait_until(lambda: window.is_(first, "focused"), "it has the keys")
        shot(window, "react")
        window.key("Return")
        wait_name(window, "👍 Ana Lind")
        desk.saved(window, lambda: reactions(desk, note) == [
            "👍 ana@example.org"], "it is saved")
        # The same again takes it back; so does undo, of that.
        window.key("ctrl+e")
        first = window.find("button", "Thumbs Up")
        wait_until(lambda: window.is_(first, "focused"), "it has the keys")
        window.key("Return")
        wait_name(window, "👍 Ana Lind", False)
        window.key("ctrl+z")
        wait_name(window, "👍 Ana Lind")
        window.key("ctrl+z")
        wait_name(window, "👍 Ana Lind", False)
    assert reactions(desk, note) == []


def by_pointer(base):
    desk = Desk(base)
    note = desk.add("note", "text=Ship it", "pos=0,0", "size=200,200")
    with written_by("Bo Berg", "bo@example.org"):
        cli(desk.folder, "react", desk.board, note, "🎉")
    with desk.open() as window:
        x, y = middle(window)
        wait_name(window, "🎉 Bo Berg")
        # A click on his adds mine; the note is shown whole, chip and all.
        left, below = x - 100 + 20, y + 103
        window.click(left, below)
        wait_name(window, "🎉 Ana Lind, Bo Berg")
        window.press("button", "React…")
        window.press("button", "Heart")
        wait_name(window, "❤️ Ana Lind")
        # The heart comes first; his is the second now.
        window.move(left + 42, below)
        shot(window, "reactions")
        window.click(left + 42, below)
        wait_name(window, "🎉 Bo Berg")
        desk.saved(window, lambda: reactions(desk, note) == [
            "❤️ ana@example.org", "🎉 bo@example.org"], "both are saved")


def any_emoji(base):
    desk = Desk(base)
    note = desk.add("note", "text=Ship it", "pos=0,0", "size=200,200")
    with desk.open() as window:
        window.click(*middle(window))
        window.find("tool bar", "Selection")
        window.key("ctrl+e")
        window.press("button", "More Emoji…")
        search = window.find("entry")
        wait_until(lambda: window.is_(search, "focused"), "one can search")
        # Down from there to the first of all.
        window.key("Down", "Return")
        wait_name(window, " Ana Lind, ")
        desk.saved(window, lambda: reactions(desk, note) and
                   " ana@example.org" in reactions(desk, note)[0],
                   "it is saved")


run(by_key, by_pointer, any_emoji)
