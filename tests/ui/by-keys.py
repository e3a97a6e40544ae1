"""What the hand does with a pointer, done with keys and menus alone."""

from desk import Desk, canvas, middle, run
from window import saved, wait_until


def select_all(window):
    canvas(window)
    window.key("ctrl+a")
    window.find("tool bar", "Selection")


def keys_resize_and_turn(base):
    desk = Desk(base)
    box = desk.add("shape", "pos=0,0", "size=200,100")

    def shape():
        return desk.objects()[box]

    with desk.open() as window:
        select_all(window)
        window.key("alt+Right", "alt+Right", "alt+Down", "alt+Left")
        saved(window, lambda: shape()["size"] == [210 * 64, 110 * 64],
              "it is wider and taller")
        assert shape()["pos"] == [0, 0]
        window.key("ctrl+r", "ctrl+r", "ctrl+shift+r")
        saved(window, lambda: shape()["angle"] == 1500, "it is turned")
        window.key("ctrl+z", "ctrl+z", "ctrl+z", "alt+Up")
        saved(window, lambda: shape()["angle"] == 0
              and shape()["size"] == [210 * 64, 100 * 64],
              "each press is one step of undo")


def menus_resize_and_turn(base):
    desk = Desk(base)
    box = desk.add("shape", "pos=0,0", "size=200,100")
    with desk.open() as window:
        select_all(window)
        window.key("shift+F10")
        window.press("menu item", "Size and Angle")
        window.press("menu item", "Taller")
        window.wait_gone("menu item", "Taller")
        window.key("shift+F10")
        window.press("menu item", "Turn Left")
        saved(window, lambda: (desk.objects()[box]["size"][1],
                               desk.objects()[box]["angle"])
              == (110 * 64, 34500), "it is taller, and turned")


def a_submenu_gives_the_keys_back(base):
    desk = Desk(base)
    note = desk.add("note", "text=One", "pos=0,0", "size=100,100")
    with desk.open() as window:
        select_all(window)
        window.key("shift+F10")
        window.press("menu item", "Arrange")
        window.press("menu item", "Lock or Unlock")
        window.find("label", "Locked")
        saved(window, lambda: desk.objects()[note]["locked"], "it is locked")
        window.key("ctrl+shift+l")
        saved(window, lambda: not desk.objects()[note]["locked"],
              "the key works right after the menu")


def row_of_notes(desk, *names):
    return [desk.add("note", f"text={name}", f"pos={at * 160},0",
                     "size=120,120") for at, name in enumerate(names)]


def lines(desk):
    return {(it["from"]["id"], it["to"]["id"])
            for it in desk.objects("connector").values()}


def several_are_selected_and_connected(base):
    desk = Desk(base)
    one, two, three = row_of_notes(desk, "One", "Two", "Three")
    with desk.open() as window:
        canvas(window)
        window.key("Home")
        window.key("ctrl+shift+Right", "ctrl+shift+Right", "ctrl+l")
        saved(window, lambda: lines(desk) == {(one, two), (two, three)},
              "a line from each to the next")
        window.key("ctrl+z", "Home", "ctrl+shift+Right", "ctrl+shift+Right",
                   "ctrl+shift+Left", "Delete")
        desk.texts_after(window, "Three")


def one_is_connected_by_name(base):
    desk = Desk(base)
    names = [f"Idea {letter}" for letter in "ABCDEFGHIJKL"]
    ids = dict(zip(names, row_of_notes(desk, *names)))
    with desk.open() as window:
        canvas(window)
        window.key("Home", "ctrl+l")
        window.find("list", "Connect to")
        window.type("idea k")
        window.key("Return")
        saved(window, lambda: lines(desk)
              == {(ids["Idea A"], ids["Idea K"])}, "the line is there")
        window.key("Escape")


def enter_uses_the_tool(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("r", "Return")
        window.type("Box")
        window.key("Escape", "Escape", "f", "Return")
        window.type("Ideas")
        window.key("Escape", "Escape", "t", "Return")
        window.type("Heading")
        window.key("Escape", "Escape")
        saved(window, lambda: sorted(it["kind"] for it
                                     in desk.objects().values())
              == ["frame", "shape", "text"], "each tool made its object")


def a_tool_is_kept(base):
    desk = Desk(base)
    with desk.open() as window:
        x, y = middle(window)
        window.key("q", "r")
        window.drag((x - 200, y - 100), (x - 100, y))
        window.key("Escape")
        window.drag((x + 50, y - 100), (x + 150, y))
        window.key("Escape")
        saved(window, lambda: len(desk.objects("shape")) == 2,
              "the second drag drew one more")
        window.key("Escape", "q", "r")
        window.drag((x - 200, y + 50), (x - 100, y + 150))
        window.key("Escape")
        window.drag((x + 200, y + 50), (x + 260, y + 150))
        window.find("panel", "Canvas, Retro")
        saved(window, lambda: len(desk.objects("shape")) == 3,
              "the fourth did not")


def a_link_is_asked_for(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("ctrl+k")
        window.find("text", "Link")
        window.type("example.org/notes")
        window.press("button", "Add")
        window.wait_gone("button", "Add")
        saved(window, lambda: [it["url"] for it
                               in desk.objects("link").values()]
              == ["https://example.org/notes"], "the card is there")


def words_become_a_link(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        window.type("minutes")
        window.key("ctrl+a", "ctrl+k")
        window.type("https://example.org")
        window.key("Escape")
        desk.texts_after(window, "[minutes](https://example.org)")


def where(window):
    """The roles and names of what has the focus and of all around it."""
    focused = [it for it in window.look() if it.was("focused")]
    it, found = focused[-1] if focused else None, []
    while it:
        found.append(f"{it.role} {it.seen_name}")
        it = it.parent
    return found


def is_in(window, words):
    return any(words in name for name in where(window))


def f6_goes_round(base):
    desk = Desk(base)
    desk.add("note", "text=One", "pos=0,0", "size=100,100")
    panes = ["tool bar Selection", "tool bar Tools", "Zoom", "Comments",
             "EwSidebar", "button Retro", "One, Yellow Sticky Note"]
    with desk.open() as window:
        canvas(window)
        window.key("Tab")
        wait_until(lambda: is_in(window, "One, Yellow Sticky Note"),
                   "Tab goes to the note")
        for pane in panes:
            window.key("F6")
            wait_until(lambda: is_in(window, pane),
                       f"F6 goes on to {pane}, not {where(window)}")
        for pane in reversed(panes[:-1]):
            window.key("shift+F6")
            wait_until(lambda: is_in(window, pane),
                       f"Shift+F6 goes back to {pane}, not {where(window)}")


run(keys_resize_and_turn, menus_resize_and_turn, a_submenu_gives_the_keys_back,
    several_are_selected_and_connected, one_is_connected_by_name,
    enter_uses_the_tool, a_tool_is_kept, a_link_is_asked_for,
    words_become_a_link, f6_goes_round)
