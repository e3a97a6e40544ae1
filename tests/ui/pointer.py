"""Under the pointer: what its shape promises, the grid it snaps to, and the
ends of lines it takes elsewhere."""

import ctypes
import subprocess

from stage import board, near, note, play, selected
from window import wait_until


# --- Its shape --------------------------------------------------------------


class CursorImage(ctypes.Structure):
    """As X11/extensions/Xfixes.h has it."""
    _fields_ = [("x", ctypes.c_short), ("y", ctypes.c_short),
                ("width", ctypes.c_ushort), ("height", ctypes.c_ushort),
                ("xhot", ctypes.c_ushort), ("yhot", ctypes.c_ushort),
                ("serial", ctypes.c_ulong), ("pixels", ctypes.c_void_p),
                ("atom", ctypes.c_ulong), ("name", ctypes.c_char_p)]


class Shapes:
    """Asks the X server what the pointer looks like: GTK links both of these
    libraries."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.fixes = ctypes.CDLL("libXfixes.so.3")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XFree.argtypes = [ctypes.c_void_p]
        ask = self.fixes.XFixesGetCursorImage
        ask.argtypes = [ctypes.c_void_p]
        ask.restype = ctypes.POINTER(CursorImage)
        self.display = self.x11.XOpenDisplay(None)
        assert self.display, "there is no X server"

    def now(self):
        image = self.fixes.XFixesGetCursorImage(self.display)
        name = (image.contents.name or b"").decode()
        self.x11.XFree(image)
        return name


def shows(shapes, name):
    try:
        wait_until(lambda: shapes.now() == name, f"the pointer is {name}")
    except AssertionError as vain:
        raise AssertionError(f"{vain}, not {shapes.now()!r}") from None


def key_down(key):
    subprocess.run(["xdotool", "keydown", key], check=True)


def key_up(key):
    subprocess.run(["xdotool", "keyup", key], check=True)


@board(("shape", "pos=-100,-60", "size=200,120"))
def the_pointer_says_what_it_would_do(board, window):
    shapes = Shapes()
    for x, y in ((-160, 130), (0, 0)):
        window.move(*board.at(x, y))
        shows(shapes, "default")
    board.click(0, 0)
    selected(window)
    for x, y, shape in ((0, 20, "move"),
                        (104, 64, "se-resize"), (-104, -64, "nw-resize"),
                        (104, -64, "ne-resize"), (-104, 64, "sw-resize"),
                        (104, 30, "e-resize"), (-104, 30, "w-resize"),
                        (50, -64, "n-resize"), (50, 64, "s-resize"),
                        (116, 0, "crosshair"), (0, 98, "grab"),
                        (-160, 130, "default")):
        window.move(*board.at(x, y))
        shows(shapes, shape)
    # While it is moved, and while a copy is.
    window.move(*board.at(0, 20))
    window.button_down()
    window.move(*board.at(10, 30))
    window.move(*board.at(20, 40))
    shows(shapes, "move")
    window.key("Escape")
    window.button_up()


@board(note("Here", -50, -50))
def the_pointer_is_the_hand_that_pans(board, window):
    shapes = Shapes()
    window.move(*board.at(-150, -100))
    shows(shapes, "default")
    window.key("h")
    shows(shapes, "grab")
    window.button_down()
    shows(shapes, "grabbing")
    window.button_up()
    shows(shapes, "grab")
    window.key("Escape")
    shows(shapes, "default")
    # Space is the hand for as long as it is held.
    key_down("space")
    shows(shapes, "grab")
    window.button_down()
    shows(shapes, "grabbing")
    window.button_up()
    key_up("space")
    shows(shapes, "default")


@board(note("See [the plan](https://example.org)", -50, -150),
       ("note", "text=- [ ] Boats", "pos=-100,50", "size=200,100"))
def the_pointer_knows_tools_and_words(board, window):
    shapes = Shapes()
    for key, shape in (("t", "text"), ("r", "crosshair"), ("a", "crosshair"),
                       ("p", "crosshair"), ("c", "crosshair")):
        window.key(key)
        window.move(*board.at(150, 20))
        shows(shapes, shape)
        window.key("Escape")
        shows(shapes, "default")
    window.double_click(*board.at(0, 100))
    window.move(*board.at(0, 101))
    shows(shapes, "text")
    window.key("Escape")


# --- The grid ---------------------------------------------------------------


def toggle_in_preferences(window, name):
    window.key("ctrl+comma")
    window.press("check box", name)
    window.key("Escape")
    window.wait_gone("check box", name)
    window.focus()


@board(note("One", -50, -50))
def the_grid_is_switched_on_and_drawn_to(board, window):
    one = board.one("note")
    board.drag((0, 0), (28, 7))
    board.after_box(one, -22, -43)
    toggle_in_preferences(window, "Snap to Grid")
    # To the nearest dots, from wherever it stood.
    board.drag((28, 7), (-22, 30))
    board.after_box(one, -72, -24)
    # Not with Ctrl.
    board.drag((-22, 26), (-15, 33), hold="ctrl")
    board.after_box(one, -65, -17)
    board.drag((-15, 33), (20, 33))
    board.after_box(one, -24, -24)
    # A corner finds it as well.
    board.click(26, 26)
    selected(window)
    board.drag((80, 80), (103, 113))
    board.after_box(one, -24, -24, 120, 144)
    # Of a grid that is not shown nobody wants to hear.
    dot = window.pixel(*board.at(-144, -96))
    window.key("ctrl+apostrophe")
    wait_until(lambda: window.pixel(*board.at(-144, -96)) != dot,
               "the dots are gone")
    board.drag((26, 26), (37, 33))
    board.after_box(one, -13, -17)
    window.key("ctrl+apostrophe")
    toggle_in_preferences(window, "Snap to Grid")


# --- The ends of lines ------------------------------------------------------


def ends(board):
    """Of the only line: what it is tied to."""
    return [(it["from"].get("id", ""), it["to"].get("id", ""))
            for it in board.all("connector")]


@board(note("One", -200, -150), note("Two", 100, -150), note("Three", 100, 50))
def an_end_is_taken_elsewhere(board, window):
    one, two, three = (board.one("note", text=it)["id"]
                       for it in ("One", "Two", "Three"))
    board.click(-150, -100)
    selected(window)
    board.drag((-84, -100), (150, -100))
    board.after(lambda: ends(board) == [(one, two)], "a line ties them")
    window.key("Escape", "Escape")
    # On the line itself, then its end at the edge of the note.
    board.click(0, -100)
    selected(window)
    board.drag((100, -100), (150, 100), steps=16)
    board.after(lambda: ends(board) == [(one, three)], "it goes to the third")
    window.key("ctrl+z")
    board.after(lambda: ends(board) == [(one, two)], "one step of undo")
    # To nothing: there it ends.
    board.drag((100, -100), (-50, 100), steps=16)
    board.after(lambda: ends(board) == [(one, "")], "its end is free")
    free = board.one("connector")["to"]["pos"]
    assert near(free, (-50, 100)), free
    # And from nothing back onto a note.
    board.drag((-50, 100), (150, 100), steps=16)
    board.after(lambda: ends(board) == [(one, three)], "it is tied again")


play()
