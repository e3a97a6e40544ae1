"""A brainstorm without the mouse: note after note, branch after branch."""

from desk import Desk, canvas, run
from window import saved

IDEAS = [f"Idea {number}" for number in range(1, 31)]


def notes(desk):
    return {it["text"]: it for it in desk.objects("note").values()}


def wait_notes(desk, window, texts):
    saved(window, lambda: set(notes(desk)) == set(texts),
          f"the notes {texts}, not {list(notes(desk))}")
    return notes(desk)


def overlap(a, b):
    return all(abs(a["pos"][axis] - b["pos"][axis]) < a["size"][axis]
               for axis in (0, 1))


def thirty_notes_without_the_mouse(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        for row in range(3):
            for column in range(10):
                window.type(IDEAS[row * 10 + column])
                if column < 9:
                    # A row to the right, the next one back to the left.
                    window.key("shift+Tab" if row % 2 else "Tab")
            if row < 2:
                window.key("ctrl+Return")
        window.key("Escape", "Escape")
        made = wait_notes(desk, window, IDEAS)
        pairs = [(a, b) for a in made.values() for b in made.values()]
        assert not any(overlap(a, b) for a, b in pairs if a is not b)
        # Rows and columns, as they were typed.
        assert made["Idea 1"]["pos"][1] == made["Idea 10"]["pos"][1]
        assert made["Idea 10"]["pos"][0] == made["Idea 11"]["pos"][0]
        assert made["Idea 1"]["pos"][0] == made["Idea 21"]["pos"][0]


def above_and_to_the_left(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        window.type("middle")
        window.key("ctrl+shift+Return")
        window.type("above")
        window.key("shift+Tab")
        window.type("left")
        window.key("Escape", "Escape")
        made = wait_notes(desk, window, ["middle", "above", "left"])
        assert made["above"]["pos"][1] < made["middle"]["pos"][1]
        assert made["above"]["pos"][0] == made["middle"]["pos"][0]
        assert made["left"]["pos"][0] < made["above"]["pos"][0]


def a_mind_map_without_the_mouse(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        window.type("Harbour")
        window.key("alt+Return")
        window.type("Boats")
        window.key("alt+shift+Return")
        window.type("Cranes")
        window.key("Escape", "alt+Return")
        window.type("Red")
        window.key("Escape", "Escape")
        made = wait_notes(desk, window, ["Harbour", "Boats", "Cranes", "Red"])
        ids = {it["id"]: text for text, it in made.items()}
        lines = {(ids[it["from"]["id"]], ids[it["to"]["id"]])
                 for it in desk.objects("connector").values()}
        assert lines == {("Harbour", "Boats"), ("Harbour", "Cranes"),
                         ("Cranes", "Red")}, lines


def marks_by_keys(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        window.type("Ship")
        window.key("ctrl+a", "ctrl+b")
        window.key("Escape", "Escape")
        wait_notes(desk, window, ["**Ship**"])


run(thirty_notes_without_the_mouse, above_and_to_the_left,
    a_mind_map_without_the_mouse, marks_by_keys)
