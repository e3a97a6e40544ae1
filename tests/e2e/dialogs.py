"""Sharing a workspace and joining one, as the window offers it."""

from people import Person, bare_remote, run
from screen import Gone
from window import Window, wait_until


def choose(window, start):
    """Presses the entry of an open menu or popover that begins so."""
    def press():
        for role in ("menu item", "button"):
            for it in window.all(role, lambda name: name.startswith(start)):
                try:
                    if it.press():
                        return True
                except Gone:
                    continue  # a part of the entry, which does nothing itself
        return False
    wait_until(press, f"an entry “{start}…” can be pressed")


def open_menu(window, label):
    """Clicks what opens it, once the board is there and nothing moves."""
    window.find("panel", lambda name: name.startswith("Canvas, "))
    window.click(*window.centre(window.find("label", label)))


def give_address(window, address):
    window.find("text", "Address or folder")
    window.type(str(address))
    window.key("Return")


def sharing(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    ana.cli("add", board, "note", "text=Hello")
    with Window(ana.workspace, env=ana.env) as window:
        open_menu(window, "Only Here")
        choose(window, "Share")
        give_address(window, remote)
        window.find("label", "Up to Date")
    bo.cli("clone", remote)
    assert [it["text"] for it in bo.objects(board).values()] == ["Hello"]


def joining(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    ana.cli("new-board", "Retro")
    ana.cli("remote", remote)
    ana.cli("sync")
    with Window(env=bo.env) as window:
        open_menu(window, "My Workspace")
        choose(window, "Join")
        give_address(window, remote)
        window.find("panel", "Canvas, Retro")


if __name__ == "__main__":
    run(sharing, joining)
