"""Since I last looked: the list of what others did, and the way through it."""

import os

from desk import Desk, canvas, run, written_by
from window import cli, wait_until


def changes_are_listed_and_walked(base):
    desk = Desk(base)
    note = desk.add("note", "text=The slow fox", "pos=0,0", "size=200,200")
    gone = desk.add("note", "text=Old", "pos=300,0", "size=200,200")
    with desk.open() as window:
        canvas(window)
        # Who has looked has seen what is there.
        window.find("list item", "Retro")
    with written_by("Bo Berg", "bo@example.org"):
        cli(desk.folder, "set", desk.board, note, "text=The quick fox")
        cli(desk.folder, "remove", desk.board, gone)
        cli(desk.folder, "comment", desk.board, note, "Why slow?")

    with desk.open() as window:
        canvas(window)
        window.press("button", "List of Changes")
        window.find("label", "Bo Berg · 3 changes")
        changed = window.find(
            "list item",
            lambda name: name == "Bo Berg, Changed: The slow quick fox")
        window.find("list item", lambda name: name == "Bo Berg, Deleted: Old")
        wait_until(lambda: [it for it in window.all("list item")
                            if window.is_(it, "focused")],
                   "the list has the keys")
        if os.environ.get("SHOT"):
            window.screenshot(os.environ["SHOT"])
        window.key("n")
        window.find("label", lambda name: name.startswith("1 of 3"))
        window.key("n")
        window.find("label", lambda name: name.startswith("2 of 3"))
        window.key("p")
        window.find("label", lambda name: name.startswith("1 of 3"))
        window.click(*window.centre(changed))
        window.find("tool bar", "Selection")
        window.press("button", "All Seen")
        window.find("label", "Nothing new")
        window.press("button", "Back")
        window.find("list item", lambda name: "Why slow?" in name)


run(changes_are_listed_and_walked)
