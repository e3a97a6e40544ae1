"""Walkthroughs: recorded with a real pointer and a tone, played, commented."""

import os

from desk import Desk, middle, run
from window import cli, saved, wait_until

os.environ["ELSEWHEN_AUDIO_SOURCE"] = "audiotestsrc is-live=true"
os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"


def tours(desk):
    return list(desk.objects("walkthrough").values())


def shown(desk, tour):
    return cli(desk.folder, "walkthrough", "show", desk.board, tour["id"],
               as_json=True)


def clock(window):
    """What the bar's clock says, in seconds; None before it runs."""
    for it in window.all("label"):
        parts = it.name.split(":")
        if len(parts) == 2 and all(p.isdigit() for p in parts):
            return int(parts[0]) * 60 + int(parts[1])
    return None


def record(window, seconds=3):
    x, y = middle(window)
    window.key("w")
    window.click(x, y)
    window.press("button", "Record")
    window.find("button", "Stop the Recording")
    wait_until(lambda: (clock(window) or 0) >= 1, "it records")
    for step in range(8):
        window.move(x - 120 + step * 30, y)
    wait_until(lambda: (clock(window) or 0) >= seconds, "it goes on")


def keep(window, title):
    window.press("button", "Stop the Recording")
    window.find("text", "Title")
    window.type(title)
    window.press("button", "Keep")
    window.wait_gone("button", "Keep")


def recorded_and_kept(base):
    desk = Desk(base)
    desk.add("note", "text=Hello", "pos=0,0")
    with desk.open() as window:
        record(window)
        window.key("ctrl+F7")
        keep(window, "Our tour")
        saved(window, lambda: tours(desk), "it is saved")
    tour = tours(desk)[0]
    assert tour["title"] == "Our tour"
    assert tour["asset"].endswith(".ogg") and tour["track"].endswith(".json")
    assert len(tour["commit"]) == 40
    assert tour["chapters"], tour
    assert 3000 <= shown(desk, tour)["length"] <= 30000
    assert shown(desk, tour)["events"] > 5


def trimmed_at_both_ends(base):
    """By keys: half a second each. The dialog says where that is."""
    desk = Desk(base)
    desk.add("note", "text=Why nobody reads it", "pos=0,0")
    with desk.open() as window:
        record(window)
        window.key("Home")
        window.find("tool bar", "Selection")
        wait_until(lambda: (clock(window) or 0) >= 5, "it goes on")
        window.press("button", "Stop the Recording")
        title = window.find("text", "Title")
        window.type("Our tour")
        wait_until(lambda: window.text(title) == "Our tour", "it has a title")
        begin, end = (window.find("slider", name)
                      for name in ("Begin at", "End at"))
        last = end.value
        for slider, key in (begin, "Right"), (end, "Left"):
            window.key("Tab")
            wait_until(lambda slider=slider: window.is_(slider, "focused"),
                       "the keys go there")
            window.key(key, key)
        wait_until(lambda: begin.value == 1
                   and end.value < last - 0.9,
                   "both ends are moved")
        window.find("label", "at “Why nobody reads it”")
        kept = end.value - 1
        window.press("button", "Keep")
        window.wait_gone("button", "Keep")
        desk.saved(window, lambda: tours(desk), "it is saved")
    length = shown(desk, tours(desk)[0])["length"]
    assert abs(length - kept * 1000) < 100, (length, kept)


def played_and_commented(base):
    desk = Desk(base)
    desk.add("note", "text=Hello", "pos=0,0")
    with desk.open() as window:
        record(window)
        keep(window, "Our tour")
        saved(window, lambda: tours(desk), "it is saved")
        window.key("ctrl+Return")
        window.find("button", "Close the Walkthrough")
        window.press("button", "Comment on This Moment")
        window.find("label", lambda name: name.startswith(
            "Comment on this place, at 0:0"))
        window.type("Why so?")
        window.key("ctrl+Return")
        window.find("list item", lambda name: "Why so?" in name)
        saved(window, lambda: desk.objects("thread"), "the comment is saved")
    thread = next(iter(desk.objects("thread").values()))
    assert thread["tour"] == tours(desk)[0]["id"]
    assert 0 <= thread["moment"] <= shown(desk, tours(desk)[0])["length"]


run(recorded_and_kept, trimmed_at_both_ends, played_and_commented)
