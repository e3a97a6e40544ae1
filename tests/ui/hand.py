"""Under the hand: what pointer and keys do to the board, one promise after the
other in one window, each on a board of its own."""

import re
import subprocess

from stage import board, near, note, play, selected
from window import wait_until


# --- Looking about ----------------------------------------------------------


@board(note("Here", -50, -50))
def the_wheel_pans_and_zooms(board, window):
    x, y = board.at(0, 0)
    window.scroll(*board.at(-150, -150), 1)
    wait_until(lambda: board.place("Here")[1] < y - 20, "it went up")
    assert abs(board.place("Here")[0] - x) <= 1
    window.scroll(*board.at(-150, -150), -1)
    board.after_place("Here", x, y)
    window.scroll(*board.at(-150, -150), 1, hold="shift")
    wait_until(lambda: board.place("Here")[0] < x - 20, "it went left")
    window.scroll(*board.at(-150, -150), -1, hold="shift")
    board.after_place("Here", x, y)
    # What is under the pointer stays there; all else goes away from it.
    window.scroll(*board.at(-100, 0), -1, hold="ctrl")
    board.after_place("Here", x - 100 + 120, y)
    window.find("button", "Zoom 120 %", window.stage)


@board(note("Here", -50, -50))
def the_board_is_dragged(board, window):
    x, y = board.at(0, 0)
    board.drag((-150, -100), (-120, -90), button=2)
    board.after_place("Here", x + 30, y + 10)
    board.drag((0, 0), (20, -40), hold="space")
    board.after_place("Here", x + 50, y - 30)
    window.key("h")
    board.drag((0, 0), (-50, 30))
    board.after_place("Here", x, y)
    window.key("Escape")
    assert near(board.one("note")["pos"], (-50, -50))


@board(note("Left", -800, -50), note("Right", 700, -50))
def keys_fit_all_and_what_is_selected(board, window):
    window.key("ctrl+0")
    window.find("button", "Zoom 100 %", window.stage)
    window.key("shift+1")
    window.find("button", lambda it: it.startswith("Zoom ")
                and it not in ("Zoom In", "Zoom Out", "Zoom 100 %"),
                window.stage)
    window.key("End", "shift+2")
    board.after_place("Right", *board.middle)
    window.find("button", "Zoom 100 %", window.stage)
    window.key("ctrl+minus", "ctrl+minus", "ctrl+plus")
    window.find("button", "Zoom 75 %", window.stage)


# --- The hand on objects ----------------------------------------------------


@board(("shape", "pos=-100,-50", "size=200,100"))
def handles_resize(board, window):
    box = board.one("shape")
    board.click(0, 0)
    selected(window)
    board.drag((104, 54), (144, 74))
    board.after_box(box, -100, -50, 240, 120)
    window.key("ctrl+z")
    # With Shift it keeps its ratio, with Alt its middle.
    board.drag((104, 54), (204, 64), hold="shift")
    board.after_box(box, -100, -50, 300, 150)
    window.key("ctrl+z")
    board.drag((104, 54), (134, 64), hold="alt")
    board.after_box(box, -130, -60, 260, 120)
    window.key("ctrl+z")
    board.after_box(box, -100, -50, 200, 100)
    # A side alone, and Escape in the midst of it.
    board.drag((-104, 20), (-154, 60))
    board.after_box(box, -150, -50, 250, 100)
    window.move(*board.at(104, 20))
    window.button_down()
    window.move(*board.at(150, 20))
    window.move(*board.at(180, 20))
    window.key("Escape")
    window.button_up()
    board.after_box(box, -150, -50, 250, 100)


@board(("shape", "pos=-100,-50", "size=200,100"))
def a_key_changes_a_resize_under_way(board, window):
    box = board.one("shape")
    board.click(0, 0)
    selected(window)
    window.move(*board.at(104, 54))
    window.button_down()
    for x in (120, 160, 204):
        window.move(*board.at(x, 64))
    subprocess.run(["xdotool", "keydown", "shift"], check=True)
    window.button_up()
    subprocess.run(["xdotool", "keyup", "shift"], check=True)
    board.after_box(box, -100, -50, 300, 150)


@board(("shape", "pos=-60,-60", "size=120,120"))
def a_shape_is_turned(board, window):
    board.click(0, 0)
    selected(window)
    board.drag((0, 98), (-98, 0), steps=12)
    board.after(lambda: board.one("shape")["angle"] == 9000,
                "it is turned by a quarter")


@board(note("One", -50, -50))
def alt_drag_leaves_a_copy(board, window):
    board.drag((0, 0), (150, 20), hold="alt")
    board.after(lambda: len(board.all("note")) == 2, "there are two")
    places = sorted(tuple(it["pos"]) for it in board.all("note"))
    assert near(places[0], (-50, -50)), places
    assert places[1][0] > 50 * 64, places
    window.key("ctrl+z")
    board.after(lambda: len(board.all("note")) == 1, "one step of undo")


@board(note("One", -250, -50), note("Two", -50, -50), note("Three", 150, -50))
def sweeps_select(board, window):
    board.drag((-280, -80), (-120, 80))
    selected(window)
    board.drag((270, 80), (120, -80), hold="shift")
    window.key("Delete")
    board.after(lambda: [it["text"] for it in board.all()] == ["Two"],
                "the first sweep and the second are deleted")
    window.key("ctrl+z")
    board.click(-200, 0)
    board.click(0, 0, hold="ctrl")
    board.click(200, 0, hold="shift")
    board.click(0, 0, hold="shift")
    window.key("Delete")
    board.after(lambda: [it["text"] for it in board.all()] == ["Two"],
                "clicks with Ctrl and Shift add and take away")


@board(note("One", -150, -150), note("Two", 50, 50))
def notes_snap_to_their_neighbours(board, window):
    two = board.one("note", text="Two")
    # Five px short of the upper edge of the other.
    board.drag((100, 100), (100, -95))
    board.after_box(two, 50, -150)
    window.key("ctrl+z")
    board.drag((100, 100), (100, -95), hold="ctrl")
    board.after_box(two, 50, -145)


@board(note("Taken", -50, -150), note("Stays", -50, 50))
def the_edge_scrolls_on(board, window):
    left, _, width, _ = board.box
    yellow = window.pixel(*board.at(0, 80))
    edge = (left + width - 4, board.at(0, -100)[1])
    window.move(*board.at(0, -100))
    window.button_down()
    window.move(*board.at(width / 4, -100))
    window.move(*edge)
    # The pointer rests; the board goes on beneath it.
    wait_until(lambda: window.pixel(*board.at(0, 80)) != yellow,
               "the other is left behind")
    window.move(*board.at(0, -100))
    window.button_up()
    board.after(lambda: board.one("note", text="Taken")["pos"][0] > 0,
                "where the pointer is lies another part of the board")
    # Where it went decides whether a line of the other is near enough to snap.
    board.after_place("Taken", *board.at(0, -100), slop=12)


@board(("frame", "title=Ideas", "pos=-250,-150", "size=300,300"),
       note("One", 120, -50))
def a_frame_owns_what_is_dropped(board, window):
    frame = board.one("frame")
    board.drag((170, 0), (-100, 20))
    board.after(lambda: board.one("note")["parent"] == frame["id"],
                "the note is in the frame")
    was = board.one("note")["pos"]
    # By its title.
    board.click(-230, -160)
    selected(window)
    window.key("shift+Down", "shift+Down")
    board.after(lambda: board.one("note")["pos"][1] - was[1] in (0, 1280)
                and board.one("frame")["pos"][1] == (-150 + 20) * 64,
                "the frame moved")
    board.drag((-100, 40), (200, 0))
    board.after(lambda: board.one("note")["parent"] == "", "it is out again")


@board(note("One", -250, -50), note("Two", 150, -50))
def lines_are_drawn_from_the_edge(board, window):
    one, two = board.one("note", text="One"), board.one("note", text="Two")
    board.click(-200, 0)
    selected(window)
    board.drag((-134, 0), (200, 0))
    board.after(lambda: [(it["from"]["id"], it["to"]["id"])
                         for it in board.all("connector")]
                == [(one["id"], two["id"])], "a line ties them")
    # Onto nothing grows a note, which is typed into.
    board.click(200, 30)
    board.drag((200, 66), (200, 180))
    window.type("Three")
    window.key("Escape")
    board.after(lambda: board.one("note", text="Three"), "a third")
    three = board.one("note", text="Three")
    ties = {(it["from"]["id"], it["to"]["id"]) for it in board.all("connector")}
    assert (two["id"], three["id"]) in ties, ties


@board(note("Here", -50, -250))
def ink_is_drawn_and_erased(board, window):
    window.key("p")
    board.drag((-100, 50), (100, 150), steps=12)
    board.after(lambda: len(board.all("ink")) == 1, "a stroke is drawn")
    window.key("e")
    board.drag((20, 60), (-20, 140), steps=12)
    board.after(lambda: not board.all("ink"), "it is erased")
    window.key("Escape")


# --- Step by step back ------------------------------------------------------


def is_down(window, tool):
    button = window.find("button", tool, window.stage)
    return window.is_(button, "pressed") or window.is_(button, "checked")


@board(note("Here", -50, -50))
def escape_steps_back_one_by_one(board, window):
    for key, tool in (("n", None), ("t", "Text"), ("a", "Connector"),
                      ("p", "Pen"), ("f", "Frame"), ("h", "Move the Board")):
        if tool:
            window.key(key)
            wait_until(lambda: is_down(window, tool), f"{key} takes {tool}")
            window.key("Escape")
            wait_until(lambda: is_down(window, "Select"), "back to Select")
    # Typing, then the selection, then nothing more.
    window.double_click(*board.at(0, 0))
    window.key("End")
    window.type(" now")
    window.key("Escape")
    selected(window)
    window.key("Escape")
    window.wait_gone("tool bar", "Selection", window.stage)
    # A box that was begun is not drawn, and the tool still in hand.
    window.key("r")
    window.move(*board.at(80, 80))
    window.button_down()
    window.move(*board.at(120, 120))
    window.move(*board.at(160, 160))
    window.key("Escape")
    window.button_up()
    window.key("Escape")
    wait_until(lambda: is_down(window, "Select"), "the tool is put back")
    board.after(lambda: [it.get("text") for it in board.all()] == ["Here now"],
                "the words are there, and no box")


# --- Words ------------------------------------------------------------------


@board(("note", "text=- [ ] Boats\n- [ ] Cranes", "pos=-100,-100",
        "size=200,200"))
def boxes_are_ticked(board, window):
    def text():
        return board.one("note")["text"]

    board.click(0, 0)
    selected(window)
    window.key("ctrl+shift+Return")
    window.find("list", "Tick or untick")
    window.key("Down", "Return")
    board.after(lambda: text() == "- [ ] Boats\n- [x] Cranes",
                "the second is ticked by keys")
    window.key("ctrl+z")
    board.after(lambda: text() == "- [ ] Boats\n- [ ] Cranes", "undone")


@board(note("Ship", -50, -50))
def an_emoji_is_chosen(board, window):
    window.double_click(*board.at(0, 0))
    window.key("End", "ctrl+period")
    window.find("table cell")
    # Not before they are laid out does Down go to the first of them.
    wait_until(lambda: not window.has("entry", "GtkSearchEntry")
               or window.key("Down", "Return"), "one is chosen")
    board.after(lambda: re.fullmatch("Ship[^\0-\x7f]+\\s*",
                                     board.one("note")["text"]),
                "the first of them follows the ship")
    window.type("sails")
    window.key("Escape")
    board.after(lambda: board.one("note")["text"].endswith("sails"),
                "and typing goes on")


@board(note("Here", -50, -50))
def typing_goes_on_while_it_syncs(board, window):
    window.double_click(*board.at(0, 0))
    window.key("End")
    window.type(" now")
    board.after(lambda: board.one("note")["text"] == "Here now", "it is saved")
    window.type(" and then")
    window.key("Escape")
    board.after(lambda: board.one("note")["text"] == "Here now and then",
                "all of it went into the note")


@board(note("Here", -50, -50))
def a_wrong_word_is_mended(board, window):
    window.double_click(*board.at(0, 0))
    window.key("ctrl+a")
    window.type("harbuor wall")
    window.key("Home", "shift+F10")
    window.press("menu item", "harbor")
    window.wait_gone("menu item")
    window.key("Escape")
    board.after(lambda: board.one("note")["text"] == "harbor wall",
                "the word is mended")


# --- Menus and letters ------------------------------------------------------


def can(window):
    """The items of the open menu that can be chosen."""
    window.find("menu item", "Select All")
    return wait_until(lambda: {it.name for it
                               in window.all("menu item")
                               if window.is_(it, "sensitive")},
                      "the menu shows")


def close_menu(window):
    window.key("Escape")
    window.wait_gone("menu item")


@board(note("One", -250, -50), note("Two", -50, -40),
       ("link", "url=https://example.org", "title=Minutes", "pos=100,-50",
        "size=150,56"))
def the_menu_says_what_can_be_done(board, window):
    board.click(-150, 150)
    window.key("Menu")
    nothing = can(window)
    assert "Select All" in nothing, nothing
    assert not {"Cut", "Delete", "Edit", "Duplicate"} & nothing, nothing
    close_menu(window)
    board.click(-200, 0)
    selected(window)
    window.key("shift+F10")
    one = can(window)
    assert {"Edit", "Cut", "Copy", "Duplicate", "Delete",
            "Comment"} <= one and "Open Link" not in one, one
    close_menu(window)
    board.click(175, -22, button=3)
    assert "Open Link" in can(window)
    close_menu(window)
    board.click(-200, 0)
    board.click(0, 0, hold="shift")
    window.key("Menu")
    assert "Align Top" in can(window)
    window.press("menu item", "Arrange")
    window.press("menu item", "Align Top")
    window.wait_gone("menu item")
    board.after(lambda: near(board.one("note", text="Two")["pos"],
                             (-50, -50)), "they are aligned by the menu")


@board(note("Here", -50, -50))
def letters_are_for_the_canvas_and_can_be_switched_off(board, window):
    # Not where the focus is in a panel.
    window.key("F6", "F6", "F6", "r")
    board.click(-150, 150)
    assert is_down(window, "Select")
    window.key("ctrl+comma")
    window.press("check box", "Single-Letter Shortcuts")
    window.key("Escape")
    window.wait_gone("check box", "Single-Letter Shortcuts")
    window.focus()
    board.click(-150, 150)
    window.key("n", "r", "q")
    assert is_down(window, "Select")
    # Keys with Ctrl still work.
    window.key("ctrl+a", "ctrl+d")
    board.after(lambda: [it["text"] for it in board.all()] == ["Here", "Here"],
                "no letter made anything")
    window.key("ctrl+comma")
    window.press("check box", "Single-Letter Shortcuts")
    window.key("Escape")
    window.wait_gone("check box", "Single-Letter Shortcuts")
    window.focus()
    board.click(-150, 150)
    window.key("r")
    wait_until(lambda: not is_down(window, "Select"), "R works again")
    window.key("Escape")


play()
