"""Two people rewrite the same words; whoever comes by settles it at the window,
by the keyboard, and can take that back."""

import os

from people import Person, bare_remote, run
from window import Window

SHOT = os.environ.get("ELSEWHEN_SHOT")


def _clashing(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Ship it on Friday", "pos=-100,0")
    frame = ana.cli("add", board, "frame", "title=Went well",
                    "pos=-500,-250", "size=300,300")
    ana.cli("remote", remote)
    ana.cli("sync")
    bo.cli("clone", remote)
    for person, when, words in ((ana, 1700000000, "Monday"),
                                (bo, 1700009999, "Sunday")):
        person.env["GIT_AUTHOR_DATE"] = f"@{when} +0000"
        person.cli("set", board, note, f"text=Ship it on {words}")
        person.cli("set", board, frame, f"title=Went {words}")
        person.cli("commit")
    ana.cli("sync")
    bo.cli("sync")
    ana.cli("sync")
    return ana, board, note, frame


def _walk_to_clash(window):
    """From object to object, until the bar offers the choice."""
    for _ in range(6):
        window.key("Tab")
        if window.all("button", "Two versions"):
            return
    raise AssertionError("no object offers two versions")


def _choose(window, choice):
    window.key("ctrl+shift+v")
    window.find("button", choice)
    window.press("button", choice)
    window.wait_gone("button", choice)


def _clashes(person, board):
    return [it for it in person.objects(board).values() if it.get("clash")]


def settled_by_the_keyboard(base):
    ana, board, note, frame = _clashing(base)
    assert len(_clashes(ana, board)) == 2
    with Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        window.key("shift+1")
        _walk_to_clash(window)
        window.key("ctrl+shift+v")
        window.find("button", "Keep Both")
        if SHOT:
            window.screenshot(SHOT)
        window.key("Escape")
        window.wait_gone("button", "Keep Both")
        _choose(window, "Keep Both")
    left = _clashes(ana, board)
    assert len(left) == 1, left
    now = ana.objects(board)
    assert now[note]["text"] == "Ship it on Sunday\n\nShip it on Monday" or \
        now[frame]["title"] == "Went Sunday / Went Monday", now

    with Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        _walk_to_clash(window)
        _choose(window, "Take the Other")
        window.key("ctrl+z")
    assert _clashes(ana, board) == left
    with Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        _walk_to_clash(window)
        _choose(window, "Take the Other")
    assert _clashes(ana, board) == []
    assert ana.json("check") == []


run(settled_by_the_keyboard)
