"""Finding one's way: a word on the empty board, the map, the way back."""

from desk import Desk, middle, run

HINT = "Double-click to write a note, or choose a tool below"


def the_first_note_ends_the_hint(base):
    desk = Desk(base)
    with desk.open() as window:
        window.find("label", HINT)
        x, y = middle(window)
        window.double_click(x, y)
        window.type("First")
        window.key("Escape")
        window.wait_gone("label", HINT)
        desk.texts_after(window, "First")


def who_is_lost_comes_back(base):
    desk = Desk(base)
    desk.add("note", "text=Here", "pos=0,0", "size=100,100")
    with desk.open() as window:
        x, y = middle(window)
        window.drag((x, y - 200), (x, y + 200), button=2)
        window.scroll(x, y, 40)
        window.press("button", "Back to Content")
        window.wait_gone("button", "Back to Content")
        window.click(*middle(window))
        window.find("tool bar", "Selection")


def the_map_moves_the_view(base):
    desk = Desk(base)
    for at in range(14):
        desk.add("note", f"text={at}", f"pos={at * 3000},0", "size=100,100")
    with desk.open() as window:
        x, y = middle(window)
        window.key("shift+1")
        window.wait_gone("image", "Minimap")
        window.key("ctrl+0")
        small = window.find("image", "Minimap")
        left, top, width, height = window.extents(small)
        window.click(left + width - 10, top + height / 2)
        window.click(left + 5, top + height - 5)
        window.press("button", "Back to Content")
        window.wait_gone("image", "Minimap")


run(the_first_note_ends_the_hint, who_is_lost_comes_back,
    the_map_moves_the_view)
