"""The menu of the canvas: all of it can be seen, wherever it is asked for."""

import subprocess

from desk import Desk, canvas, run
from window import wait_until

HEIGHT = 800  # of the screen
SHADOW = 32  # around a menu, at most


def menu_on_screen(window):
    """Top and bottom of the menu that is open; it is a window of its own."""
    found = subprocess.run(
        ["xdotool", "search", "--all", "--onlyvisible", "--pid",
         str(window.process.pid), "--name", ""],
        capture_output=True, text=True, check=False).stdout.split()
    for it in found:
        if it == window.id:
            continue
        said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", it],
                              capture_output=True, text=True,
                              check=False).stdout.split()
        place = dict(line.split("=") for line in said)
        if int(place.get("HEIGHT", 0)) > 100:
            return int(place["Y"]), int(place["Y"]) + int(place["HEIGHT"])
    return None


def seen(window):
    """How high the menu is that opens, all of it on the screen."""
    window.find("menu item", "Delete")
    wait_until(lambda: menu_on_screen(window), "the menu is on the screen")
    wait_until(lambda: menu_on_screen(window)[0] >= -SHADOW
               and menu_on_screen(window)[1] <= HEIGHT + SHADOW,
               "all of it is on the screen")
    top, bottom = menu_on_screen(window)
    window.key("Escape")
    window.wait_gone("menu item", "Delete")
    return bottom - top


def low_on_the_screen(base):
    """Also where there is no room to the right."""
    desk = Desk(base)
    desk.add("note", "text=Here", "pos=0,0", "size=100,100")
    for across, down in (0.1, 0.1), (0.1, 0.9), (0.9, 0.6):
        with desk.open() as window:
            window.find("list item", lambda name: "Here" in name)
            x, y, width, height = window.extents(canvas(window))
            window.click(x + width * across, y + height * down, button=3)
            if down == 0.1:
                whole = seen(window)
            assert down == 0.1 or seen(window) == whole


def by_keys(base):
    desk = Desk(base)
    desk.add("note", "text=Above", "pos=0,-600", "size=100,100")
    desk.add("note", "text=Below", "pos=0,600", "size=100,100")
    heights = set()
    with desk.open() as window:
        canvas(window)
        for key in ("Home", "End"):
            window.key(key)
            window.find("button", "Duplicate")
            window.key("Menu")
            heights.add(seen(window))
    assert len(heights) == 1, heights


run(low_on_the_screen, by_keys)
