"""Copied, cut and pasted: our own objects, and text from elsewhere."""

from desk import Desk, middle, run


def a_diagram_is_copied_with_its_line(base):
    desk = Desk(base)
    one = desk.add("note", "text=One", "pos=0,0", "size=100,100")
    two = desk.add("note", "text=Two", "pos=300,0", "size=100,100")
    desk.add("connector", f"from={one}", f"to={two}")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x, y - 200)
        window.key("ctrl+a")
        window.find("tool bar", "Selection")
        window.key("ctrl+c", "ctrl+v")
        desk.texts_after(window, "One", "One", "Two", "Two")
        lines = desk.objects("connector").values()
        ends = [{line["from"]["id"], line["to"]["id"]} for line in lines]
        assert {one, two} in ends and len(ends) == 2, ends
        assert not ends[0] & ends[1], ends
        window.key("ctrl+v")
        desk.texts_after(window, *["One", "Two"] * 3)
        places = {tuple(it["pos"]) for it in desk.objects("note").values()}
        assert len(places) == 6, places
        window.key("ctrl+z", "ctrl+z")
        desk.texts_after(window, "One", "Two")


def what_is_cut_is_somewhere_else(base):
    desk = Desk(base)
    desk.add("note", "text=One", "pos=0,0", "size=100,100", "color=red")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x, y)
        window.find("tool bar", "Selection")
        window.key("ctrl+x")
        desk.texts_after(window)
        window.key("ctrl+v")
        desk.texts_after(window, "One")
        assert [it["color"] for it in desk.objects("note").values()] == ["red"]


def lines_become_notes(base):
    desk = Desk(base)
    with desk.open() as window:
        x, y = middle(window)
        window.click(x, y)
        window.key("n")
        window.type("Milk")
        window.key("Return")
        window.type("Eggs")
        window.key("Return")
        window.type("Flour")
        window.key("ctrl+a", "ctrl+x", "Escape", "Delete", "ctrl+v")
        desk.texts_after(window, "Milk", "Eggs", "Flour")


run(a_diagram_is_copied_with_its_line, what_is_cut_is_somewhere_else,
    lines_become_notes)
