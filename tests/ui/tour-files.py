"""A walkthrough goes out of the window as a film, as pages, as captions."""

import os
import subprocess
from pathlib import Path

from desk import Desk, middle, run, type_name
from tours import add_tour, tone, track
from window import wait_until, whole_stacks

os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"
SAID = "0:00 Hello everyone\n0:01 A & B <3"


def moving(length):
    """The camera never rests, so each picture is another one."""
    return track(length, ("win", 0, 800, 600), ("cam", 0, 0, 0, 1),
                 ("cam", length, 900, 300, 2), ("at", 0, 40, 40),
                 ("at", length, 500, 300))


def desk_with_tour(base, length=1000, **fields):
    desk = Desk(base)
    desk.add("note", "text=Hello", "pos=0,0")
    tour = add_tour(desk.folder, desk.board, moving(length), title="Our tour",
                    captions=SAID, pos="0,300", **fields)
    return desk, tour


def select_tour(window):
    window.find("list item", lambda name: "Our tour" in name)
    window.click(*middle(window))
    window.key("End")
    window.find("button", "Duplicate")


def pick(window, row, steps):
    """So many choices further in the row of that name, by keys."""
    row = window.find("combo box", row)
    wait_until(lambda: window.is_(row, "focused"), "the row has the focus")
    if steps:
        window.key("space", *["Down"] * steps, "Return")
        wait_until(lambda: window.is_(row, "focused"), "it is chosen")


def export(window, path, form=0, dark=False):
    """Through the menu, the dialog and the file chooser, by keys."""
    window.focus()
    window.key("Menu")
    window.press("menu item", "Export Walkthrough…")
    pick(window, "Export As", form)
    if dark:
        window.key("Tab")
        pick(window, "Colors", 1)
    window.press("button", "Export…")
    type_name(window, path)


def first_picture(film):
    """How bright the first picture of a film is, 0…1."""
    png = film.with_suffix(".png")
    subprocess.run(
        ["gst-launch-1.0", "-q", "filesrc", f"location={film}", "!",
         "matroskademux", "!", "vp9dec", "!", "videoconvert", "!", "pngenc",
         "snapshot=true", "!", "filesink", f"location={png}"], check=True)
    mean = subprocess.run(
        ["identify", "-format", "%[fx:mean]", png], capture_output=True,
        text=True, check=True).stdout
    return float(mean)


def a_film_goes_out(base):
    desk, _ = desk_with_tour(base, sound=tone(1))
    path = Path(base) / "tour.webm"
    with desk.open(env=whole_stacks()) as window:
        select_tour(window)
        export(window, path)
        window.find("label", "“tour.webm” is written")
    assert path.read_bytes().startswith(b"\x1aE\xdf\xa3")
    assert b"A_OPUS" in path.read_bytes(), "its sound is in it"
    assert not path.with_suffix(".webm.part").exists()
    assert first_picture(path) > 0.6


def pages_and_captions(base):
    desk, _ = desk_with_tour(base, chapters="0:00 One\n0:01 Two")
    with desk.open(env=whole_stacks()) as window:
        select_tour(window)
        export(window, Path(base) / "tour", form=1)
        window.find("label", "“tour.pdf” is written")
        export(window, Path(base) / "tour", form=2)
        window.find("label", "“tour.vtt” is written")
    pages = (Path(base) / "tour.pdf").read_bytes()
    assert pages.startswith(b"%PDF-") and b"/Count 2" in pages
    said = (Path(base) / "tour.vtt").read_text()
    assert said.startswith("WEBVTT") and "A &amp; B &lt;3" in said


def in_the_dark(base):
    desk, _ = desk_with_tour(base)
    path = Path(base) / "tour.webm"
    with desk.open(env=whole_stacks()) as window:
        select_tour(window)
        export(window, path, dark=True)
        window.find("label", "“tour.webm” is written")
    assert first_picture(path) < 0.4


def cancelled_it_leaves_nothing(base):
    desk, _ = desk_with_tour(base, length=600000)
    before = sorted(os.listdir(base))
    with desk.open(env=whole_stacks()) as window:
        select_tour(window)
        export(window, Path(base) / "tour.webm")
        part = Path(base) / "tour.webm.part"
        wait_until(part.exists, "it is being written")
        window.press("button", "Cancel")
        window.find("label", "Nothing was exported")
        assert sorted(os.listdir(base)) == before
        # Whoever leaves meanwhile cancels it too.
        export(window, Path(base) / "tour.webm")
        wait_until(part.exists, "it is being written again")
    assert sorted(os.listdir(base)) == before


def what_fails_is_said(base):
    desk, _ = desk_with_tour(base)
    with desk.open(env=whole_stacks()) as window:
        select_tour(window)
        export(window, "/sys/tour.vtt", form=2)
        window.find("label",
                    lambda name: name.startswith("“tour.vtt” was not written"))


def what_plays_goes_out_too(base):
    desk, _ = desk_with_tour(base)
    with desk.open() as window:
        select_tour(window)
        window.key("ctrl+Return")
        bar = window.find("button", "Close the Walkthrough").parent
        more = window.all("button", "More", bar)[-1]
        assert more.press()
        window.press("menu item", "Export Walkthrough…")
        window.find("combo box", "Export As")
        window.key("Escape")
        window.wait_gone("combo box", "Export As")


run(a_film_goes_out, pages_and_captions, in_the_dark,
    cancelled_it_leaves_nothing, what_fails_is_said, what_plays_goes_out_too)
