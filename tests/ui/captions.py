"""What is said in a walkthrough: written, corrected, taken in, given out."""

import os
from pathlib import Path

from desk import Desk, middle, run, type_name, type_path
from tours import add_tour, track
from window import wait_until, whole_stacks

os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"
VTT = """WEBVTT

00:00:01.000 --> 00:00:02.500
Hello everyone

00:00:04.000 --> 00:00:06.000
And goodbye
"""


def said(desk):
    return [it["captions"] for it in desk.objects("walkthrough").values()]


def shows(window, *texts):
    """Waits until just these captions are to be read."""
    def is_so():
        rows = window.all("text", lambda name: name.startswith("Said at"))
        return [window.text(it) for it in rows] == list(texts)
    wait_until(is_so, f"the captions are {texts}")


def add(window, text):
    words = window.find("text", "Add what is said")
    wait_until(lambda: window.is_(words, "focused"), "it can be written")
    window.type(text)
    wait_until(lambda: window.text(words) == text, "it is typed")
    window.key("Return")
    wait_until(lambda: window.text(words) == "", "it is added")


def open_captions(window):
    window.find("list item", lambda name: "Our tour" in name)
    window.click(*middle(window))
    window.key("End")
    window.find("button", "Duplicate")
    window.key("Menu")
    window.press("menu item", "Captions")
    window.find("text", "Add what is said")


def written_without_a_microphone(base):
    desk = Desk(base)
    desk.add("note", "text=Hello", "pos=0,0")
    with desk.open() as window:
        x, y = middle(window)
        window.key("w")
        window.click(x, y + 100)
        window.press("button", "Captions…")
        add(window, "Good morning")
        add(window, "This is the plan")
        shows(window, "Good morning", "This is the plan")
        desk.saved(window, lambda: said(desk) == [
            "0:00 Good morning\n0:07 This is the plan"], "it is saved")
        window.press("button", "Delete what is said at 0:00")
        shows(window, "This is the plan")
        window.press("button", "Undo")
        shows(window, "Good morning", "This is the plan")
        window.press("button", "Undo")
        shows(window, "Good morning")
        window.press("button", "Undo")
        shows(window)


def corrected_by_hand(base):
    desk = Desk(base)
    add_tour(desk.folder, desk.board, track(20000), title="Our tour",
             captions="0:01 Helo\n0:05 Bye", pos="0,0")
    with desk.open() as window:
        open_captions(window)
        text = window.find("text", "Said at 0:01")
        window.click(*window.centre(text))
        wait_until(lambda: window.is_(text, "focused"), "it can be corrected")
        window.key("ctrl+a")
        window.type("Hello")
        shows(window, "Hello", "Bye")
        # One goes past the other.
        time = window.all("text", "Time")[0]
        window.click(*window.centre(time))
        wait_until(lambda: window.is_(time, "focused"), "the time is meant")
        window.key("ctrl+a")
        window.type("0:08.5")
        wait_until(lambda: window.text(time) == "0:08.5", "it is typed")
        window.key("Return")
        shows(window, "Bye", "Hello")
        desk.saved(window, lambda: said(desk) == ["0:05 Bye\n0:08.500 Hello"],
                   "it is saved")
        # What was typed in one go is one step.
        window.press("button", "Undo")
        shows(window, "Hello", "Bye")
        window.press("button", "Undo")
        desk.saved(window, lambda: said(desk) == ["0:01 Helo\n0:05 Bye"],
                   "it is as it was")


def in_a_file(base):
    desk = Desk(base)
    path = Path(base) / "in.vtt"
    path.write_text(VTT)
    add_tour(desk.folder, desk.board, track(20000), title="Our tour",
             pos="0,0")
    with desk.open(env=whole_stacks()) as window:
        open_captions(window)
        take_in(window, path)
        shows(window, "Hello everyone", "And goodbye")
        path.write_text("WEBVTT\n\nsoon --> later\nNo\n")
        take_in(window, path)
        window.find("label",
                    lambda name: name.startswith("“in.vtt” was not taken in"))
        shows(window, "Hello everyone", "And goodbye")
        more(window, "Export Captions…")
        type_name(window, Path(base) / "out.vtt")
        window.find("label", "“out.vtt” is written")
    assert (Path(base) / "out.vtt").read_text() == VTT


def more(window, item):
    words = window.find("text", "Add what is said")
    button = window.all("button", "More", words.parent)[-1]
    assert button.press()
    window.press("menu item", item)


def take_in(window, path):
    more(window, "Import Captions…")
    window.find("button", lambda name: "Import" in name)
    type_path(window, path)


def corrected_while_it_plays(base):
    desk = Desk(base)
    add_tour(desk.folder, desk.board, track(60000), title="Our tour",
             captions="0:00 – 1:00 Wrong", pos="0,0")
    with desk.open() as window:
        open_captions(window)
        window.press("button", "Play from 0:00")
        window.find("label", "Wrong")
        text = window.find("text", "Said at 0:00")
        window.click(*window.centre(text))
        wait_until(lambda: window.is_(text, "focused"), "it can be corrected")
        window.key("ctrl+a")
        window.type("Right")
        window.find("label", "Right")


run(written_without_a_microphone, corrected_by_hand, in_a_file,
    corrected_while_it_plays)
