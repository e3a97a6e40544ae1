"""A film that somebody put on the board, or attached to a walkthrough, is played
in the program; what only looks like one is not."""

import os
import subprocess
from pathlib import Path

from beside import drop
from desk import Desk, middle, run, type_path
from tours import tone
from window import cli, wait_until, whole_stacks

os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"

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
        wait_until(lambda: played(window, "harbour.webm") >= 2,
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


def select_card(window, name):
    window.find("list item", lambda text: name in text)
    x, y = middle(window)
    window.click(x, y + 200)
    window.key("Home")
    window.find("button", "Duplicate")


def attach(window, path):
    """Through the menu of the card and the file chooser, by keys."""
    window.focus()
    window.key("Menu")
    window.press("menu item", "Attach a Film or Sound…")
    window.find("button", lambda name: "Attach" in name)
    type_path(window, path)


def played(window, name):
    """How far the film in its own window is, in seconds, once it is shown."""
    shown = window.find("frame", name)
    for it in window.all("label", within=shown):
        minutes, _, seconds = it.seen_name.partition(":")
        if minutes.isdigit() and seconds.isdigit():
            return int(minutes) * 60 + int(seconds)
    return 0


def attached_to_a_link_it_plays_from_a_chapter(base):
    desk = Desk(base)
    path = Path(base) / "harbour.webm"
    film(path)
    desk.add("walkthrough", "url=https://example.org/tour", "pos=-150,-80",
             "chapters=0:02 First\n0:20 Second", "size=300,160")
    with desk.open(env=whole_stacks()) as window:
        select_card(window, "example.org")
        attach(window, path)
        desk.saved(window, lambda: tour(desk).get("asset", "").endswith(".webm"),
                   "it is attached")
    with desk.open() as window:
        select_card(window, "harbour")
        assert tour(desk)["title"] == "harbour"
        assert tour(desk)["duration"] == "0:30"
        assert tour(desk)["url"] == "https://example.org/tour"
        # The second row of the chapters, below its head of 80 px.
        x, y = middle(window)
        window.click(x, y - 80 + 78 + 24 + 12)
        wait_until(lambda: 20 <= played(window, "harbour") < 30,
                   "it begins at the chapter")
        window.key("Escape")
        window.wait_gone("frame", "harbour")


def tour(desk):
    return next(iter(desk.objects("walkthrough").values()))


def a_sound_plays_under_its_captions(base):
    """Whatever it is called: it is an Ogg with Opus, as the program's own."""
    desk = Desk(base)
    path = Path(base) / "voice.opus"
    path.write_bytes(tone(20))
    desk.add("walkthrough", "title=Our tour", "duration=0:20", "pos=-150,-40",
             "captions=0:00 – 0:20 Hello everyone")
    with desk.open(env=whole_stacks()) as window:
        select_card(window, "Our tour")
        attach(window, path)
        desk.saved(window, lambda: tour(desk).get("asset", "").endswith(".ogg"),
                   "it is attached")
    with desk.open() as window:
        select_card(window, "Our tour")
        window.key("ctrl+Return")
        window.find("button", "Close the Walkthrough")
        window.find("label", "Hello everyone")


def what_is_no_film_is_not_attached(base):
    desk = Desk(base)
    path = Path(base) / "fake.webm"
    path.write_bytes(b"<svg>" + b"x" * 1000)
    desk.add("walkthrough", "title=Our tour", "pos=-150,-40")
    with desk.open(env=whole_stacks()) as window:
        select_card(window, "Our tour")
        attach(window, path)
        window.find("label",
                    "“fake.webm” is no film and no sound that is known.")
    assert not tour(desk)["asset"]


def a_film_is_dropped_on_a_card(base):
    """It tells the card its length and its name, in one step; what the card had
    stays as it was."""
    desk = Desk(base)
    path = Path(base) / "harbour.webm"
    film(path)
    desk.add("walkthrough", "pos=-150,0", "size=300,120",
             "url=https://example.org/tour")
    with desk.open() as window:
        window.find("list item", lambda text: "example.org" in text)
        for _ in drop(window, ("files", path)):
            window.focus()
            desk.saved(window, lambda: tour(desk)["asset"].endswith(".webm"),
                       "it is attached")
        assert tour(desk)["duration"] == "0:30", tour(desk)
        assert not desk.objects("file") and len(desk.objects()) == 1
        window.find("list item", lambda text: "0:30" in text or "30" in text)
        window.key("ctrl+z")
        desk.saved(window, lambda: not tour(desk)["asset"], "undone")
        assert tour(desk)["duration"] == tour(desk)["title"] == "", tour(desk)


def a_film_that_is_none_inside_has_no_length(base):
    desk = Desk(base)
    path = Path(base) / "broken.webm"
    path.write_bytes(b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 400)
    desk.add("walkthrough", "title=Our tour", "pos=-150,0", "size=300,120")
    with desk.open() as window:
        window.find("list item", lambda text: "Our tour" in text)
        for _ in drop(window, ("files", path)):
            window.focus()
            desk.saved(window, lambda: tour(desk)["asset"].endswith(".webm"),
                       "it is attached all the same")
    assert tour(desk)["duration"] == "", tour(desk)


run(a_film_is_played, other_bytes_are_not,
    attached_to_a_link_it_plays_from_a_chapter,
    a_sound_plays_under_its_captions, what_is_no_film_is_not_attached,
    a_film_is_dropped_on_a_card, a_film_that_is_none_inside_has_no_length)
