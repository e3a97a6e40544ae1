"""A walkthrough on the board, as one sees it: what is looked at and pointed at
when, as it was and as it is, by keys, and without motion for who wants none."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from desk import Desk, middle, run
from tours import add_tour, tone, track
from window import Window, cli, wait_until

os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"
os.environ["ELSEWHEN_AUDIO_SOURCE"] = "audiotestsrc is-live=true"


def play(window, key="End"):
    window.find("list item", lambda name: "Our tour" in name)
    x, y = middle(window)
    window.click(x, y + 200)
    window.key(key)
    window.find("button", "Duplicate")
    window.key("ctrl+Return")
    window.find("button", "Close the Walkthrough")
    # Out of the way of what is looked at.
    window.move(2, 2)


def pause(window):
    window.find("button", "Pause")
    window.key("space")
    window.find("button", "Play")


def clock(window):
    """Where it is, in seconds; None while nothing plays."""
    for it in window.all("label"):
        now, slash, _ = it.name.partition(" / ")
        minutes, _, seconds = now.partition(":")
        if slash and minutes.isdigit():
            return int(minutes) * 60 + int(seconds)
    return None


def zoom(window):
    name = window.find("button", lambda name: name.startswith("Zoom 1")
                       or name.startswith("Zoom 2")).name
    return int(name.split()[1])


def pixel(window, x, y):
    """Red, green and blue of the screen there, 0…255."""
    shot = Path(os.environ["XDG_RUNTIME_DIR"]) / "pixel.png"
    window.screenshot(shot)
    said = subprocess.run(
        ["convert", shot, "-crop", f"1x1+{round(x)}+{round(y)}", "-depth", "8",
         "rgb:-"], capture_output=True, check=True).stdout
    return tuple(said)


def region(window, name, x, y, size):
    shot = Path(os.environ["XDG_RUNTIME_DIR"]) / f"{name}.png"
    window.screenshot(shot)
    subprocess.run(["convert", shot, "-crop",
                    f"{size}x{size}+{x - size // 2}+{y - size // 2}",
                    "+repage", shot], check=True)
    return shot


def difference(one, two):
    """How many pixels are not the same."""
    said = subprocess.run(["compare", "-metric", "AE", one, two, "null:"],
                          capture_output=True, text=True, check=False).stderr
    return int(float(said))


def desk_with_note(base, **fields):
    """A note around the middle of what the tour looks at."""
    desk = Desk(base)
    note = desk.add("note", "text=", "color=yellow", "pos=-80,-80",
                    "size=160,160")
    rev = cli(desk.folder, "log", desk.board, as_json=True)[0]["rev"]
    fields.setdefault("commit", rev)
    data = track(60000, ("cam", 0, 0, 0, 1), ("cam", 60000, 0, 0, 1))
    add_tour(desk.folder, desk.board, data, title="Our tour", pos="-150,600",
             **fields)
    return desk, note


def is_yellow(window):
    red, green, blue = pixel(window, *middle(window))
    return red > 200 and green > 180 and blue < 200


def is_blue(window):
    red, _, blue = pixel(window, *middle(window))
    return blue > red


def as_recorded_and_as_it_is(base):
    desk, note = desk_with_note(base)
    cli(desk.folder, "set", desk.board, note, "color=blue")
    with desk.open() as window:
        play(window)
        pause(window)
        button = window.find("button", "As Recorded")
        wait_until(lambda: is_blue(window), "as it is now")
        marked = region(window, "marked", *middle(window), 240)
        window.click(*window.centre(button))
        wait_until(lambda: is_yellow(window), "as it was recorded")
        window.click(*window.centre(button))
        wait_until(lambda: is_blue(window), "as it is again")
        window.press("button", "Close the Walkthrough")
        window.wait_gone("button", "Close the Walkthrough")
        window.move(2, 2)
        wait_until(lambda: difference(marked, region(
            window, "plain", *middle(window), 240)) > 100,
            "what has changed was marked")


def a_version_that_is_gone(base):
    desk, note = desk_with_note(base, commit="1" * 40)
    cli(desk.folder, "set", desk.board, note, "color=blue")
    with desk.open() as window:
        play(window)
        pause(window)
        window.find("label", lambda name: name.startswith(
            "The version it was recorded on is gone."))
        window.find("button", "As Recorded")


def where_it_looks_and_points(base):
    desk = Desk(base)
    data = track(60000, ("cam", 0, 0, 0, 1), ("cam", 60000, 0, 0, 1),
                 ("at", 0, -200, -100), ("at", 12000, -200, -100),
                 ("at", 13000, 150, 50), ("at", 22000, 150, 50),
                 ("laser", 22500, 1), ("at", 24500, 150, 50),
                 ("at", 25000, 250, 50), ("at", 60000, 250, 50))
    add_tour(desk.folder, desk.board, data, title="Our tour", pos="-150,600")
    with desk.open() as window:
        play(window)
        pause(window)
        x, y = middle(window)
        window.key("Right")
        wait_until(lambda: is_dark(window, x - 200, y - 100), "it points there")
        window.key("Right", "Right")
        wait_until(lambda: is_dark(window, x + 150, y + 50), "and then there")
        assert not is_dark(window, x - 200, y - 100)
        window.key("Right", "Right")
        wait_until(lambda: is_red(window, x + 245, y + 50),
                   "the laser has drawn a line")


def is_dark(window, x, y):
    """The arrow is below and right of its tip."""
    return max(pixel(window, x + 2, y + 6)) < 100


def is_red(window, x, y):
    red, green, blue = pixel(window, x, y)
    return red > 180 and green < 160 and blue < 160


def moving(desk):
    data = track(16000, ("cam", 0, 0, 0, 1), ("cam", 1000, 0, 0, 1),
                 ("cam", 13000, 400, 0, 2), ("cam", 16000, 400, 0, 2))
    add_tour(desk.folder, desk.board, data, title="Our tour", pos="-150,600")


def amid_the_flight(window):
    """Stops in the midst of it, where a slow machine looks as long as it likes.
    """
    play(window)
    pause(window)
    window.key("Left", "Left", "Left", "Left", "Right")
    wait_until(lambda: clock(window) == 5, "it is at five seconds")


def reduced_motion_cuts(base):
    desk = Desk(base)
    moving(desk)
    with desk.open() as window:
        amid_the_flight(window)
        assert zoom(window) in (100, 200), zoom(window)


def motion_flies(base):
    desk = Desk(base)
    moving(desk)
    config = Path(base) / "config"
    shutil.copytree(os.environ["XDG_CONFIG_HOME"], config)
    settings = config / "gtk-4.0/settings.ini"
    settings.write_text(settings.read_text().replace(
        "gtk-enable-animations=false", "gtk-enable-animations=true"))
    with desk.open(env={"XDG_CONFIG_HOME": str(config)}) as window:
        amid_the_flight(window)
        wait_until(lambda: zoom(window) not in (100, 200), "it is on its way")


def by_keys_alone(base):
    desk, _ = desk_with_note(base)
    with desk.open() as window:
        play(window)
        pause(window)
        window.key("Right", "Right", "Right", "Left")
        wait_until(lambda: 10 <= clock(window) < 15, "arrows leap")
        slider = window.find("slider", "Time")
        window.click(*window.centre(slider))
        wait_until(lambda: 20 <= clock(window) < 40, "a press goes there")
        window.key("Home")
        wait_until(lambda: clock(window) == 0, "and keys on the line too")
        window.key("F6")
        window.press("button", "Close the Walkthrough")
        window.wait_gone("button", "Close the Walkthrough")


def after_a_crash_it_is_offered(base):
    desk = Desk(base)
    desk.add("note", "text=Hello", "pos=0,0")
    window = desk.open()
    try:
        x, y = middle(window)
        window.key("w")
        window.click(x, y)
        window.press("button", "Record")
        window.find("button", "Stop the Recording")
        wait_until(lambda: any("0:02" <= it.seen_name < "0:59"
                               for it in window.all("label")), "it records")
        window.move(x + 50, y)
    finally:
        window.kill()
    with desk.open() as again:
        again.find("label", "Keep This Walkthrough?")
        again.press("button", "Keep")
        again.find("list item", lambda name: name.startswith("Walkthrough"))
        desk.saved(again, lambda: desk.objects("walkthrough"), "it is saved")
    tour = next(iter(desk.objects("walkthrough").values()))
    shown = cli(desk.folder, "walkthrough", "show", desk.board, tour["id"],
                as_json=True)
    assert shown["length"] >= 1000 and tour["asset"].endswith(".ogg")


def heard(path):
    """How much of the sound was heard since it was last sent somewhere, s."""
    return path.stat().st_size / 8000


def the_bar_says_where_the_sound_is(base):
    """Not by the time that passes: on a slow machine both are late."""
    desk = Desk(base)
    data = track(60000, ("cam", 0, 0, 0, 1), ("cam", 60000, 0, 0, 1))
    add_tour(desk.folder, desk.board, data, tone(60), title="Our tour",
             duration="1:00", pos="-150,600")
    path = Path(base) / "heard"
    sink = ("audioconvert ! audioresample ! audio/x-raw,format=U8,rate=8000,"
            f"channels=1 ! filesink sync=true buffer-mode=unbuffered "
            f"location={path}")
    with desk.open(env={"ELSEWHEN_AUDIO_SINK": sink}) as window:
        play(window)
        slider = window.find("slider", "Time")

        def place():
            return slider.value

        def agree(begin=0):
            """What was heard may be a buffer ahead of what is heard."""
            return abs(place() - begin - heard(path)) < 0.05 + 0.02
        for _ in range(3):
            before = place()
            wait_until(lambda: place() > before + 0.5, "it plays")
            pause(window)
            wait_until(agree, "the bar says what is heard")
            window.key("space")
        # Sent elsewhere they go there together.
        pause(window)
        window.key("Right")
        begin = place() - heard(path)
        window.key("space")
        wait_until(lambda: place() > begin + 1, "it plays on")
        pause(window)
        wait_until(lambda: agree(begin), "and both went on from there")


def a_mark_goes_with_what_was_said(base):
    desk = Desk(base)
    remote = Path(base) / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    data = track(60000, ("cam", 0, 0, 0, 1), ("cam", 60000, 0, 0, 1))
    tour = add_tour(desk.folder, desk.board, data, title="Our tour",
                    pos="-150,600")
    thread = cli(desk.folder, "comment", desk.board, tour, "Why so?")
    cli(desk.folder, "set", desk.board, thread, f"tour={tour}", "moment=20000")
    cli(desk.folder, "remote", remote)
    cli(desk.folder, "sync")
    cli(Path(base) / "bo", "clone", remote)
    with desk.open() as window:
        play(window, "Home")
        pause(window)
        marks = window.find("button", "Chapters and Comments")
        wait_until(lambda: window.is_(marks, "sensitive"), "there is a mark")
        cli(Path(base) / "bo", "remove", desk.board, thread)
        cli(Path(base) / "bo", "sync")
        window.key("ctrl+s")
        wait_until(lambda: not window.is_(marks, "sensitive"),
                   "the mark goes with the thread")


def fifty_of_them_load_no_sound(base):
    desk = Desk(base)
    sound = tone(1)
    path = Path(base) / "sound.ogg"
    path.write_bytes(sound)
    cli(desk.folder, "add-file", desk.board, path)
    for number in range(50):
        cli(desk.folder, "add", desk.board, "walkthrough", "duration=0:01",
            f"asset={hashlib.sha256(sound).hexdigest()}.ogg",
            "title=Our tour" if number == 49 else f"title=Part {number}",
            f"pos={number % 10 * 300},{number // 10 * 120}")
    blob = subprocess.run(["git", "hash-object", path], capture_output=True,
                          text=True, check=True).stdout.strip()
    log = Path(base) / "log"
    env = {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")
           + ":detect_leaks=0"}  # which looks in the same way as strace does
    with Window("-D", "-f", "-e", "trace=openat", "-o", log,
                os.environ["ELSEWHEN"], desk.folder, program="strace",
                env=env) as window:
        def is_read():
            return f"{blob[:2]}/{blob[2:]}" in log.read_text()
        window.find("list item", lambda name: "Part 48" in name)
        assert not is_read()
        play(window)
        wait_until(is_read, "its sound is read")
        window.find("button", "Play")


run(as_recorded_and_as_it_is, a_version_that_is_gone,
    where_it_looks_and_points, reduced_motion_cuts, motion_flies,
    by_keys_alone, the_bar_says_where_the_sound_is,
    a_mark_goes_with_what_was_said, after_a_crash_it_is_offered, fifty_of_them_load_no_sound)
