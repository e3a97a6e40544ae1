"""Objects among each other: grouped, locked, ordered, aligned, styled; all by
keys, and by the menu under the pointer."""

from desk import Desk, middle, run
from window import saved


def boxes(desk, *ids):
    saved = desk.objects()
    return [tuple(saved[it]["pos"]) for it in ids]


def three_notes(desk):
    return [desk.add("note", f"text={name}", f"pos={x},{y}", "size=100,100")
            for name, x, y in (("One", 0, 0), ("Two", 150, 40),
                               ("Three", 420, 90))]


def open_all_selected(desk):
    window = desk.open()
    x, y = middle(window)
    window.click(x, y - 200)
    window.key("ctrl+a")
    return window


def objects_are_aligned_and_distributed(base):
    desk = Desk(base)
    one, two, three = three_notes(desk)
    with open_all_selected(desk) as window:
        window.key("alt+w")
        saved(window, lambda: [y for _, y in boxes(desk, one, two, three)]
              == [0, 0, 0], "their tops are on one line")
        window.key("alt+shift+h")
        saved(window, lambda: boxes(desk, two) == [(210 * 64, 0)],
              "the gaps are equal")
        window.key("alt+d")
        saved(window, lambda: [x for x, _ in boxes(desk, one, two, three)]
              == [420 * 64] * 3, "their right sides are on one line")
        window.key("ctrl+z", "ctrl+z", "ctrl+z")
        saved(window, lambda: boxes(desk, two) == [(150 * 64, 40 * 64)],
              "all of it is undone")


def a_group_moves_as_one(base):
    desk = Desk(base)
    ids = three_notes(desk)
    before = boxes(desk, *ids)
    with open_all_selected(desk) as window:
        window.key("ctrl+g")
        saved(window, lambda: len({it.get("group") for it
                                   in desk.objects("note").values()} - {None})
              == 1, "they share a group")
        window.key("shift+Right", "Down")
        saved(window, lambda: boxes(desk, *ids)
              == [(x + 640, y + 64) for x, y in before], "they moved together")
        window.key("ctrl+shift+g")
        saved(window, lambda: not any(it.get("group") for it
                                      in desk.objects("note").values()),
              "they are no group any more")


def what_is_locked_stays(base):
    desk = Desk(base)
    ids = three_notes(desk)
    before = boxes(desk, *ids)
    with open_all_selected(desk) as window:
        window.key("ctrl+shift+l")
        saved(window, lambda: all(it.get("locked") for it
                                  in desk.objects("note").values()),
              "they are locked")
        window.key("Right", "ctrl+shift+l")
        saved(window, lambda: not any(it.get("locked") for it
                                      in desk.objects("note").values()),
              "they are not locked any more")
        assert boxes(desk, *ids) == before


def order(desk):
    return [it["text"] for it in
            sorted(desk.objects("note").values(), key=lambda it: it["z"])]


def order_goes_step_by_step(base):
    desk = Desk(base)
    for name, at in (("One", 0), ("Two", 20), ("Three", 40)):
        desk.add("note", f"text={name}", f"pos={at},{at}", "size=200,200")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x + 90, y + 90)
        window.find("tool bar", "Selection")
        window.key("ctrl+bracketleft")
        saved(window, lambda: order(desk) == ["One", "Three", "Two"],
              "it went one back")
        window.key("ctrl+shift+bracketleft")
        saved(window, lambda: order(desk) == ["Three", "One", "Two"],
              "it is behind all")
        window.key("ctrl+bracketright", "ctrl+shift+bracketright")
        saved(window, lambda: order(desk) == ["One", "Two", "Three"],
              "it is in front of all")


def a_style_is_copied(base):
    desk = Desk(base)
    desk.add("note", "text=Red", "pos=0,0", "size=100,100", "color=red")
    plain = desk.add("note", "text=Plain", "pos=300,0", "size=100,100")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x - 150, y)
        window.find("tool bar", "Selection")
        window.key("ctrl+alt+c")
        window.click(x + 150, y)
        window.key("ctrl+alt+v")
        saved(window, lambda: desk.objects()[plain].get("color") == "red",
              "it is red as well")


def the_menu_means_what_is_under_the_pointer(base):
    desk = Desk(base)
    desk.add("note", "text=One", "pos=0,0", "size=100,100")
    desk.add("note", "text=Two", "pos=300,0", "size=100,100")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x - 150, y)
        window.find("tool bar", "Selection")
        window.click(x + 150, y, button=3)
        window.press("menu item", "Duplicate")
        desk.texts_after(window, "One", "Two", "Two")


run(objects_are_aligned_and_distributed, a_group_moves_as_one,
    what_is_locked_stays, order_goes_step_by_step, a_style_is_copied,
    the_menu_means_what_is_under_the_pointer)
