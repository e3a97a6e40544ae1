"""A film that somebody put on the board is played in the program; what only
looks like one is not."""

import subprocess
from pathlib import Path

from desk import Desk, middle, run
from window import cli, wait_until


def film(path, seconds=30):
    subprocess.run(
        ["gst-launch-1.0", "-q", "videotestsrc",
         f"num-buffers={seconds * 5}", "!",
         "video/x-raw,width=160,height=120,framerate=5/1", "!", "vp8enc",
         "deadline=1", "!", "webmmux", "!", "filesink", f"location={path}"],
        check=True)


def play(window, name):
    window.find("list item", lambda text: name in text)
    x, y = middle(window)
    window.click(x, y + 200)
    window.key("Home")
    window.find("button", "Duplicate")
    window.key("Menu")
    window.press("menu item", "Play File")


def a_film_is_played(base):
    desk = Desk(base)
    path = Path(base) / "harbour.webm"
    film(path)
    cli(desk.folder, "add-file", desk.board, path)
    with desk.open() as window:
        play(window, "harbour.webm")
        shown = window.find("frame", "harbour.webm")
        wait_until(lambda: any("0:02" <= it.seen_name < "0:30"
                               for it in window.all("label", within=shown)),
                   "its clock runs")
        window.key("Escape")
        window.wait_gone("frame", "harbour.webm")


def other_bytes_are_not(base):
    desk = Desk(base)
    path = Path(base) / "fake.webm"
    path.write_bytes(b"<svg>" + b"x" * 1000)
    cli(desk.folder, "add-file", desk.board, path)
    with desk.open() as window:
        play(window, "fake.webm")
        window.find("label", "“fake.webm” cannot be played: it is no film and "
                    "no sound that is known.")


run(a_film_is_played, other_bytes_are_not)
