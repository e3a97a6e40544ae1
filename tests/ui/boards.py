"""Boards: new, renamed, deleted and brought back; damaged, and repaired."""

from desk import Desk, canvas, run
from window import cli, saved


def titles(desk):
    return sorted(it["title"] for it in cli(desk.folder, "boards",
                                            as_json=True))


def wait_titles(desk, window, *expected):
    saved(window, lambda: titles(desk) == sorted(expected),
          f"the boards {expected}, not {titles(desk)}")


def delete(window, title):
    window.click(*window.centre(window.find("button", title)))
    window.press("menu item", "Delete")


def a_new_board_is_named_at_once(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("ctrl+n")
        window.find("text", "Board title")
        window.type("Roadmap")
        window.key("Return")
        canvas(window, "Roadmap")
        window.find("list item", "Roadmap")
        # The canvas has the focus: a note can be written right away.
        window.key("n")
        window.type("Autumn")
        window.key("Escape")
        wait_titles(desk, window, "Retro", "Roadmap")


def a_deleted_board_comes_back(base):
    desk = Desk(base)
    cli(desk.folder, "new-board", "Roadmap")
    with desk.open() as window:
        window.find("list item", "Roadmap")
        delete(window, "Retro")
        canvas(window, "Roadmap")
        window.wait_gone("list item", "Retro")
        wait_titles(desk, window, "Roadmap")
        window.click(*window.centre(
            window.find("button", "Workspace Harbour Team")))
        window.press("menu item", "Deleted Boards…")
        window.press("button", "Restore")
        canvas(window)
        wait_titles(desk, window, "Retro", "Roadmap")


def the_last_board_leaves_an_invitation(base):
    desk = Desk(base)
    with desk.open() as window:
        delete(window, "Retro")
        window.find("label", "No boards yet")
        wait_titles(desk, window)


run(a_new_board_is_named_at_once, a_deleted_board_comes_back,
    the_last_board_leaves_an_invitation)
