"""The first minutes: the welcome board, a first note without a mouse and with
one, dragging, undo, and finding everything again."""

from pathlib import Path

from desk import Desk, canvas, fresh_home, middle, run
from window import Window, cli, wait_until

WELCOME = "Welcome to Elsewhen"


def a_newcomer_meets_the_welcome_board(base):
    env = fresh_home(base)
    with Window(env=env) as window:
        canvas(window, WELCOME)
        window.find("list item", WELCOME)
        window.find("list item", lambda name: "This is a comment" in name)
        assert not window.is_(window.find("button", "Undo"), "sensitive")
    # The second start finds it again, and makes no second one.
    with Window(env=env) as window:
        canvas(window, WELCOME)
        assert len(window.all("list item", WELCOME)) == 1


def the_first_edit_asks_who_is_writing(base):
    env = fresh_home(base)
    with Window(env=env) as window:
        x, y = middle(window, WELCOME)
        window.key("n")
        window.find("text", "Name")
        window.key("ctrl+a")
        window.type("Ana Lind")
        window.key("Tab")
        window.type("ana@example.org")
        window.key("Return")
        # … and then goes on with the note.
        window.find("tool bar", "Selection")
        window.type("Mine")
        window.key("Escape")
    welcome = Path(env["XDG_DATA_HOME"]) / "elsewhen/workspaces/welcome"
    shown = cli(welcome, "show", WELCOME, as_json=True)
    assert "Mine" in [it.get("text") for it in shown["objects"]]
    config = Path(env["GIT_CONFIG_GLOBAL"]).read_text()
    assert "Ana Lind" in config and "ana@example.org" in config, config


def a_note_without_a_mouse(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        window.type("Too many tools")
        window.key("Escape")
        desk.texts_after(window, "Too many tools")
        window.key("n")
        window.type("Shorter meetings")
        window.key("Escape", "Delete")
        desk.texts_after(window, "Too many tools")
        window.key("ctrl+z")
        desk.texts_after(window, "Shorter meetings", "Too many tools")
    with desk.open() as window:
        canvas(window)
    assert desk.texts() == ["Shorter meetings", "Too many tools"]


def a_double_click_makes_a_note(base):
    desk = Desk(base)
    with desk.open() as window:
        x, y = middle(window)
        window.double_click(x, y)
        window.type("A & <b>B</b>")
        window.key("Escape")
        desk.texts_after(window, "A & <b>B</b>")
        window.key("Delete")
        window.find("label", "Sticky Note deleted")
        window.key("ctrl+z")
        desk.texts_after(window, "A & <b>B</b>")


def dragging_and_arrows_move(base):
    desk = Desk(base)
    note = desk.add("note", "text=Here", "pos=0,0", "size=200,200")

    def position(window):
        window.key("ctrl+s")
        return desk.objects()[note]["pos"]

    with desk.open() as window:
        x, y = middle(window)
        window.drag((x + 9, y + 7), (x + 120, y - 60))
        wait_until(lambda: position(window) != [0, 0], "the note has moved")
        moved = position(window)
        assert moved[0] > 0 > moved[1], moved
        window.key("Right", "Right", "shift+Down")
        wait_until(lambda: position(window) == _offset(moved, 2, 10),
                   "arrows move by 1, with Shift by 10 px")
        window.key("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        wait_until(lambda: position(window) == [0, 0], "undo brings it back")


def _offset(pos, dx, dy):
    """Moved by px, in units of the file."""
    return [pos[0] + dx * 64, pos[1] + dy * 64]


def letters_choose_tools(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("h")
        hand = window.find("button", "Move the Board")
        wait_until(lambda: window.is_(hand, "pressed")
                   or window.is_(hand, "checked"), "H takes the hand")
        window.key("Escape")
        wait_until(lambda: not (window.is_(hand, "pressed")
                                or window.is_(hand, "checked")),
                   "Escape puts it back")


run(a_newcomer_meets_the_welcome_board, the_first_edit_asks_who_is_writing,
    a_note_without_a_mouse, a_double_click_makes_a_note,
    dragging_and_arrows_move, letters_choose_tools)
